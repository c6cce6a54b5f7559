# Reads out.atom with an XML parser, out.jsonfeed and out.jsonld with a JSON parser, and compares them with out.json, all in the
# directory of the argument, by the rules of RFC 4287, JSON Feed 1.1 and schema.org.
import datetime, html, json, re, sys
import xml.etree.ElementTree as ET

dir = sys.argv[1]
load = lambda name: json.load(open(dir + "/" + name, encoding="utf-8"))
doc, feed, posting = load("out.json"), load("out.jsonfeed"), load("out.jsonld")
entries, sources = doc["entries"], doc["sources"]
instant = lambda s: datetime.datetime.fromisoformat(s.replace("Z", "+00:00"))
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$")

A, T = "{http://www.w3.org/2005/Atom}", "{urn:newstimeline:atom}"
root = ET.parse(dir + "/out.atom").getroot()
assert root.tag == A + "feed"
dated = [e for e in entries if e["date"]]
for name in "id", "title":
    assert len(root.findall(A + name)) == 1, name
told = root.findall(A + "updated")
assert len(told) == 1 or not dated and not told, "updated"
assert "1970-" not in open(dir + "/out.atom", encoding="utf-8").read() or "1970-" in json.dumps(doc), "an invented date"
assert len(root.findall(A + "author")) == len(sources)
assert all(a.findtext(A + "name") for a in root.iter(A + "author")), "an author without a name"
all_atom = root.findall(A + "entry")
assert len(all_atom) == len(dated)
seen = lambda s: re.sub(r"[\s\x00-\x1f\x7f-\x9f\ufffd\ufffe\uffff]", "", s or "")
undated = [seen(u.get("clock", "") + u.get("title", "") + (u.text or "")) for u in root.findall(T + "undated")]
assert undated == [seen((e["clock"] or "") + (e["title"] or "") + e["text"]) for e in sorted(entries, key=lambda e: e["seq"]) if not e["date"]], undated
ids = [a.findtext(A + "id") for a in root.iter() if a.find(A + "id") is not None]
assert len(set(ids)) == len(ids), "an id stands twice"
assert all(re.match(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", i) for i in ids), ids
before = None
for e, a in zip(dated, all_atom):
    for name in "id", "title", "updated", "content":
        assert len(a.findall(A + name)) == 1, name
    updated = a.findtext(A + "updated")
    assert RFC3339.match(updated), updated
    assert before is None or instant(before) < instant(updated), "sorting by time would change the order"
    before = updated
    assert a.findtext(A + "published") == e["time"]
    when = a.find(T + "when").attrib
    assert all(when.get(k) == e[k] for k in ("date", "clock")), when
    assert when.get("precision") == (e["precision"] if e["date"] else None), when
    assert int(a.find(T + "place").get("line")) == e["line"]
    content = a.find(A + "content")
    assert content.get("type") == "html" and len(content) == 0
    text = html.unescape(re.sub(r"</?p>", "", content.text))
    assert seen(text) == seen(e["text"] or e["title"]), (text, e["text"])
    assert not re.search(r"<(?!/?p>)", content.text), "markup of a feed"

assert feed["version"] == "https://jsonfeed.org/version/1.1" and feed["title"]
assert len(feed["items"]) == len(entries)
assert feed.get("expired", False) == (len(sources) > 0 and all(s["ended"] for s in sources))
for e, item in zip(entries, feed["items"]):
    assert item["id"] == e["id"] and item["content_text"] == (e["text"] or e["title"] or "")
    assert all(v == (e[k].replace("\\", "/").split("/")[-1] if k == "source" else e[k]) for k, v in item["_timeline"].items()), item
    assert ("date_published" in item) == (e["time"] is not None)
    if e["time"]:
        assert RFC3339.match(item["date_published"])
times = [i["date_published"] for i in feed["items"] if "date_published" in i]
assert all(instant(a) < instant(b) for a, b in zip(times, times[1:])), "sorting by time would change the order"

raw = open(dir + "/out.jsonld", encoding="utf-8").read()
assert not re.search("[<>&\u2028\u2029]", raw), "not safe in a script"
assert posting["@type"] == "LiveBlogPosting" and posting["headline"]
by_id = {"#" + e["id"]: e for e in entries}
for u in posting["liveBlogUpdate"]:
    e = by_id[u["@id"]]
    assert u["headline"] and u["position"] == e["seq"] and u.get("articleBody", "") == e["text"]
    told = u.get("datePublished")
    if e["date"] is None:
        assert told is None
    elif e["clock"] is None:
        assert told == e["date"][: {"day": 10, "month": 7, "year": 4}[e["precision"]]], told
    elif "zone" in e["inferred"]:
        assert told == e["date"] + "T" + e["clock"] + (":00" if len(e["clock"]) == 5 else ""), told
    else:
        assert instant(told).timestamp() == e["epoch"], told
