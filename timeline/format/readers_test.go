package format

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"newstimeline/timeline"
)

// Independent readers of what we write. They are left out where they are not installed.

// compare reads one timeline in four notations and complains where they differ.
const compare = `
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
    if isinstance(v, list): return " ".join(v)
    if isinstance(v, float) and v == int(v): v = int(v)
    return "".join("\ufffd" if (ord(c) < 32 and c not in "\t\n\r") or 127 <= ord(c) < 160 else c for c in str(v))
for e, row, line in zip(entries, rows, tsv):
    assert None not in row and None not in row.values(), "csv columns"
    fields = line.split("\t")
    assert len(fields) == len(names) == len(row), "tsv columns"
    for name, field in zip(names, fields):
        assert plain(e[name]) == row[name], ("csv", name, e[name], row[name])
        assert plain(e[name]) == unescape(field), ("tsv", name, e[name], field)
`

func TestPythonReads(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip(err)
	}
	for name, tl := range timelines(t) {
		t.Run(name, func(t *testing.T) {
			dir := save(t, tl, "json", "jsonl", "csv", "tsv")
			if out, err := exec.Command(python, "-c", compare, dir).CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

func TestJQReads(t *testing.T) {
	jq, err := exec.LookPath("jq")
	if err != nil {
		t.Skip(err)
	}
	for name, tl := range timelines(t) {
		t.Run(name, func(t *testing.T) {
			dir := save(t, tl, "json")
			const holds = `(.entries | length) == $n and all(.entries[]; (.time == null) == (.epoch == null) and (.time == null or (.time | fromdate) == .epoch))`
			cmd := exec.Command(jq, "-e", "--argjson", "n", strconv.Itoa(len(tl.Entries)), holds, filepath.Join(dir, "out.json"))
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

// timelines returns the sample feed and those of the cases, by name.
func timelines(t *testing.T) map[string]*timeline.Timeline {
	all := map[string]*timeline.Timeline{"feed": sample(t)}
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all[strings.TrimSuffix(filepath.Base(file), ".txtar")] = buildCase(t, archive)
	}
	return all
}

// save writes a timeline in some notations to files out.NAME of a directory, which it returns.
func save(t *testing.T, tl *timeline.Timeline, names ...string) string {
	dir := t.TempDir()
	for _, name := range names {
		if err := os.WriteFile(filepath.Join(dir, "out."+name), write(t, tl, name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
