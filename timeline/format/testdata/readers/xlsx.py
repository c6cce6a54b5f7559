"""Reads out.xlsx with zipfile and an XML parser and compares it with out.json, both in the directory of the argument."""
import datetime, json, re, sys, zipfile
import xml.etree.ElementTree as ET

DIR = sys.argv[1]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
entries = json.load(open(DIR + "/out.json", encoding="utf-8"))["entries"]
book = zipfile.ZipFile(DIR + "/out.xlsx")
assert book.testzip() is None
relations = book.read("_rels/.rels").decode()
assert "docProps/core.xml" in relations, "the workbook is not named"
parts = {name: ET.fromstring(book.read(name)) for name in book.namelist()}  # every part is well-formed
styles = parts["xl/styles.xml"]
codes = {f.get("numFmtId"): f.get("formatCode").replace("\\", "") for f in styles.iter(MAIN + "numFmt")}
shown = [codes.get(x.get("numFmtId"), "") for x in styles.find(MAIN + "cellXfs")]
wraps = [x.find(MAIN + "alignment") is not None and x.find(MAIN + "alignment").get("wrapText") == "1" for x in styles.find(MAIN + "cellXfs")]

def unescape(s):
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), s)

def value(cell):
    """The cell as text, as a person sees it."""
    if cell.get("t") == "inlineStr":
        s = unescape("".join(t.text or "" for t in cell.iter(MAIN + "t")))
        assert len(s.encode("utf-16-le")) // 2 <= 32767, "a cell is too long"
        return s
    number = float(cell.find(MAIN + "v").text)
    code = shown[int(cell.get("s"))]
    if code == "":
        return cell.find(MAIN + "v").text
    at = datetime.datetime(1899, 12, 30) + datetime.timedelta(seconds=round(number * 86400))
    for sign, directive in (("yyyy", "%Y"), ("-mm", "-%m"), ("dd", "%d"), ("hh", "%H"), (":mm", ":%M"), ("ss", "%S"), ('"', "")):
        code = code.replace(sign, directive)
    return at.strftime(code)

def column(reference):
    n = 0
    for letter in re.match("[A-Z]+", reference).group():
        n = n * 26 + ord(letter) - 64
    return n - 1

rows, names = [], None
for name in sorted((n for n in parts if "sheet" in n and n.startswith("xl/worksheets")), key=lambda n: int(re.search(r"\d+", n).group())):
    sheet = parts[name]
    pane = sheet.find(f"{MAIN}sheetViews/{MAIN}sheetView/{MAIN}pane")
    assert pane.get("state") == "frozen" and pane.get("ySplit") == "1", "the header is not frozen"
    found = []
    for i, row in enumerate(sheet.iter(MAIN + "row")):
        assert row.get("r") == str(i + 1)
        cells = {column(c.get("r")): c for c in row}
        assert list(cells) == sorted(cells), "cells out of order"
        if i == 0:
            names = [value(cells[j]) for j in range(len(cells))]
        else:
            found.append({names[j]: value(c) for j, c in cells.items()})
            for j, c in cells.items():
                assert names[j] != "text" or wraps[int(c.get("s"))], "text is not wrapped"
    setup = sheet.find(MAIN + "pageSetup").attrib
    assert setup["orientation"] == "landscape" and setup["fitToWidth"] == "1" and setup["fitToHeight"] == "0", setup
    assert sheet.find(f"{MAIN}sheetPr/{MAIN}pageSetUpPr").get("fitToPage") == "1"
    last = sheet.find(MAIN + "autoFilter").get("ref")
    assert last.startswith("A1:") and last.endswith(str(len(found) + 1)) and column(last[3:]) == len(names) - 1, last
    rows += found
assert len(rows) == len(entries), (len(rows), len(entries))
repeated = [n.text for n in parts["xl/workbook.xml"].iter(MAIN + "definedName") if n.get("name") == "_xlnm.Print_Titles"]
assert repeated and all(r.endswith("!$1:$1") for r in repeated), "the header is not repeated"

def plain(v):
    if v is None: return ""
    if isinstance(v, list): return json.dumps(v) if v and isinstance(v[0], dict) else " ".join(v)
    if isinstance(v, (bool, float)) and v == int(v): v = int(v)
    return "".join("\ufffd" if (ord(c) < 32 and c not in "\t\n\r") or 127 <= ord(c) < 160 or c in "\ufffe\uffff" else c for c in str(v))

base = [n for n in names if " (" not in n]
for e, row in zip(entries, rows):
    for name in base:
        want = plain(e[name])
        if name == "date" and e["precision"] in ("year", "month"):
            want = want[:{"year": 4, "month": 7}[e["precision"]]]
        got = row.get(name, "") + "".join(row.get(f"{name} ({n})", "") for n in range(2, len(names)))
        if name in ("revisions", "related", "links", "media", "parts") and got: got = json.dumps(json.loads(got))
        if name in ("date", "time") and want < "1900-03": want = plain(e[name])
        assert got == want, (e["seq"], name, want[:200], got[:200])
