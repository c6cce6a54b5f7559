"""Reads out.sqlite with Python's sqlite3 and compares it with out.json, both in the directory of the argument."""
import json, sqlite3, sys

DIR = sys.argv[1]
doc = json.load(open(DIR + "/out.json", encoding="utf-8"))
db = sqlite3.connect(DIR + "/out.sqlite")
db.row_factory = sqlite3.Row
assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"

def plain(v):
    if isinstance(v, list): return (json.dumps(v) if v and isinstance(v[0], dict) else " ".join(v)) or None
    if not isinstance(v, str): return v
    return "".join("\ufffd" if (ord(c) < 32 and c not in "\t\n\r") or 127 <= ord(c) < 160 else c for c in v)

rows = db.execute("SELECT * FROM timeline").fetchall()
assert len(rows) == len(doc["entries"])
for e, row in zip(doc["entries"], rows):
    for name in e:
        got = row[name]
        if name in ("revisions", "related", "links", "media", "parts") and got: got = json.dumps(json.loads(got))
        assert got == plain(e[name]), (e["seq"], name, str(got)[:200], str(e[name])[:200])
    assert e["epoch"] is None or row["moment"] == e["epoch"]
for s in doc["sources"]:
    row = db.execute("SELECT document FROM sources WHERE name = ? AND sha256 = ?", (s["name"], s["sha256"] or "")).fetchone()
    assert json.loads(row[0]) == s, s["name"]
notes = {(d["source"], d["line"] or 0, d["severity"], d["code"], d["message"]) for d in doc["diagnostics"]}
assert set(map(tuple, db.execute("SELECT * FROM diagnostics"))) == notes
if doc["entries"]:  # the index finds a word of the first entry, and finds the entry by it
    word = max("".join(c if c.isalpha() and ord(c) < 128 else " " for c in doc["entries"][0]["text"][:2000]).split() or [""], key=len)
    if len(word) > 3:
        hits = [r[0] for r in db.execute("SELECT e.id FROM search JOIN entries AS e ON e.row = search.rowid WHERE search MATCH ?", (f'"{word}"',))]
        assert doc["entries"][0]["id"] in hits, word
