# RSS as JSON lines, as far as the tree of the standard library has it: rss.py FEED
import json, sys
from xml.etree import ElementTree

for item in ElementTree.parse(sys.argv[1]).getroot().iter("item"):
    entry = {"date": item.findtext("pubDate"), "title": item.findtext("title"), "text": item.findtext("description")}
    sys.stdout.write(json.dumps(entry, ensure_ascii=False) + "\n")
