"""Reads out.json, out.jsonl, out.csv and out.tsv, all in the directory of the argument, and complains where they differ."""
import csv, json, sys
dir = sys.argv[1]
doc = json.load(open(dir + "/out.json", encoding="utf-8"))
entries = doc["entries"]
lines = [json.loads(line) for line in open(dir + "/out.jsonl", encoding="utf-8")]
assert lines == entries, "jsonl"
csv.field_size_limit(1 << 30)
rows = list(csv.DictReader(open(dir + "/out.csv", encoding="utf-8", newline=""), strict=True))
assert len(rows) == len(entries), "csv rows"
tsv = open(dir + "/out.tsv", encoding="utf-8", newline="").read().split("\n")
assert tsv.pop() == "", "tsv ends with a line end"
names = tsv.pop(0).split("\t")
assert len(tsv) == len(entries), "tsv rows"
def unescape(s):
    out, it = "", iter(s)
    for c in it:
        out += {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}[next(it)] if c == "\\" else c
    return out
def plain(v):
    if v is None: return ""
    if isinstance(v, list): return json.dumps(v) if v and isinstance(v[0], dict) else " ".join(v)
    if isinstance(v, (bool, float)) and v == int(v): v = int(v)
    return "".join("\ufffd" if (ord(c) < 32 and c not in "\t\n\r") or 127 <= ord(c) < 160 else c for c in str(v))
for e, row, line in zip(entries, rows, tsv):
    assert None not in row and None not in row.values(), "csv columns"
    fields = line.split("\t")
    assert len(fields) == len(names) == len(row), "tsv columns"
    for name, field in zip(names, fields):
        if name in ("revisions", "related", "links", "media", "parts") and e[name]:
            assert json.loads(row[name]) == json.loads(unescape(field)) == e[name], name
            continue
        assert plain(e[name]) == row[name], ("csv", name, e[name], row[name])
        assert plain(e[name]) == unescape(field), ("tsv", name, e[name], field)
