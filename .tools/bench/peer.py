# The same as peer.awk, in Python: peer.py FEED
import json, re, sys
from datetime import datetime

header, day, entries = re.compile(r"\d\d? [A-Z][a-z]+ \d{4}$"), None, []
with open(sys.argv[1], encoding="utf-8") as feed:
    for line in feed:
        line = line.rstrip("\n")
        if header.match(line):
            day = datetime.strptime(line, "%d %B %Y").date().isoformat()
        elif line:
            entries.append(json.dumps({"date": day, "text": line}, ensure_ascii=False))
sys.stdout.writelines(e + "\n" for e in reversed(entries))
