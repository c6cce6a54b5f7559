package format

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// Independent readers of what we write. They are left out where they are not installed.

func TestPythonReads(t *testing.T) {
	runPython(t, "tables.py", saveAll(t, "json", "jsonl", "csv columns=all", "tsv columns=all")...)
}

func TestJQReads(t *testing.T) {
	jq := reader(t, "jq")
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

func TestWorkbook(t *testing.T) {
	runPython(t, "xlsx.py", saveAll(t, "json", "xlsx columns=all")...)
}

func TestTimesketch(t *testing.T) {
	runPython(t, "timesketch.py", saveAll(t, "json", "timesketch")...)
}

func TestDatabase(t *testing.T) {
	runPython(t, "sqlite.py", saveAll(t, "json", "sqlite")...)
}

// TestDatabaseGrows holds that a database filled feed by feed, any of them twice, holds what one filled at once does, that a reversed
// timeline fills it in the same order, and that it is the same bytes each time.
func TestDatabaseGrows(t *testing.T) {
	tl := sample(t)
	dir := save(t, tl, "json")
	path := filepath.Join(dir, "out.sqlite")
	half, whole, reversed := *tl, *tl, *tl
	half.Entries = tl.Entries[:len(tl.Entries)/2]
	reversed.Entries = slices.Clone(tl.Entries)
	reversed.Reverse()
	for _, tl := range []*timeline.Timeline{&half, &half, &reversed, &whole} {
		if err := addSQLite(path, tl, Options{}); err != nil {
			t.Fatal(err)
		}
	}
	runPython(t, "sqlite.py", dir)
	learnt := versions()
	plain := versions()
	plain.Entries = slices.DeleteFunc(slices.Clone(plain.Entries), func(e timeline.Entry) bool { return len(e.Revisions()) > 0 })
	for i := range plain.Entries {
		bare := *plain.Entries[i].Entry
		plain.Entries[i] = timeline.Entry{Entry: &bare, Source: plain.Entries[i].Source, Seq: plain.Entries[i].Seq, ID: plain.Entries[i].ID}
	}
	dir = save(t, learnt, "json")
	for _, tl := range []*timeline.Timeline{plain, learnt} {
		if err := addSQLite(filepath.Join(dir, "out.sqlite"), tl, Options{}); err != nil {
			t.Fatal(err)
		}
	}
	runPython(t, "sqlite.py", dir)
	if a, b := write(t, tl, "sqlite"), write(t, &reversed, "sqlite"); !bytes.Equal(a, b) {
		t.Error("a database differs from one written of the reversed timeline")
	}
}

// TestWorkbookByLibrary has excelize read workbooks: other programs read them with it.
func TestWorkbookByLibrary(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a program of another module")
	}
	program := filepath.Join(t.TempDir(), "sheet")
	if out, err := exec.Command("go", "build", "-C", "../../.tools", "-o", program, "./sheet").CombinedOutput(); err != nil {
		leaveOut(t, "sheet", fmt.Sprintf("%v\n%s", err, out))
	}
	for name, tl := range timelines(t) {
		t.Run(name, func(t *testing.T) {
			out, err := exec.Command(program, filepath.Join(save(t, tl, "xlsx columns=all"), "out.xlsx")).Output()
			var rows [][]string
			if err == nil {
				err = json.Unmarshal(out, &rows)
			}
			if err != nil || len(rows) != len(tl.Entries)+1 {
				t.Fatalf("%d rows: %v", len(rows), err)
			}
			for i, row := range rows[1:] {
				if want := string(tl.Entries[i].ID.Append(nil)); row[16] != want || row[15] != strconv.Itoa(tl.Entries[i].Seq) {
					t.Errorf("row %d: %q", i+2, row)
				}
			}
		})
	}
}

// TestManySheets holds that what is longer than a sheet goes on in the next.
func TestManySheets(t *testing.T) {
	tl := stamped(100)
	dir := save(t, tl, "json")
	var out bytes.Buffer
	if err := writeWorkbook(&out, tl, Options{Columns: []string{AllColumns}}, 32); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "out.xlsx"), out.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	runPython(t, "xlsx.py", dir)
}

// reader returns the path of a program that reads what we write, and leaves the test out where there is none.
func reader(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		leaveOut(t, name, err)
	}
	return path
}

// leaveOut leaves a test out for want of a reader. The gate names in READERS those that it has installed: for want of one of these a test fails.
func leaveOut(t *testing.T, reader string, why any) {
	t.Helper()
	if slices.Contains(strings.Fields(os.Getenv("READERS")), reader) {
		t.Fatal(why)
	}
	t.Skip(why)
}

// runPython has a script of testdata/readers read the files of each directory. Python starts once for all of them.
func runPython(t *testing.T, script string, dirs ...string) {
	t.Helper()
	args := append([]string{filepath.Join("testdata", "readers", "each.py"), script}, dirs...)
	if out, err := exec.Command(reader(t, "python3"), args...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// timelines returns the sample feed, those of the cases and what is too large for a file of cases, by name.
func timelines(t *testing.T) map[string]*timeline.Timeline {
	all := map[string]*timeline.Timeline{"feed": sample(t), "long": lengthy()}
	if !testing.Short() {
		all["many"] = many()
	}
	all["versions"] = versions()
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

// versions returns the timeline of two snapshots of a feed and of another feed with the same report: an entry with a revision, and related
// ones.
func versions() *timeline.Timeline {
	const report = "The ferry \"Anna\" has left the harbour with forty people and two lorries on board and will be back before the night"
	t := parse(
		feed.Source{Name: "old.txt", Text: "16 August 2025\n\n10:00 GMT\n" + report + ".\n\n09:00 GMT\nThe harbour is open again after the storm of last night.\n"},
		feed.Source{Name: "new.txt", Text: "16 August 2025\n\n10:00 GMT\n" + report + ", the office says.\n\n09:00 GMT\nThe harbour is open again after the storm of last night.\n"},
		feed.Source{Name: "other.txt", Text: "16 August 2025\n\n10:20 GMT\n" + report + ", according to the harbour office.\n"},
	)
	t.Dedupe()
	return t
}

// Timelines that take a while to make.
var (
	many    = sync.OnceValue(func() *timeline.Timeline { return stamped(3_000) })
	lengthy = sync.OnceValue(func() *timeline.Timeline { return parse(feed.Source{Name: "long.txt", Text: long()}) })
)

// long returns a feed with an entry of more than a megabyte, with wide characters, quotes and lone surrogates in it.
func long() string {
	const odd = "\U0001F6A2\xed\xa0\x80\xed\xb0\x80 _x0041_ \ufffe\uffff \"é\" \u202e "
	return "16 August 2025\n\n10:00 GMT\nA ship " + strings.Repeat("is at the pier; its crew "+odd, 20_000) + "sails.\n\n10:05 GMT\nThe next one.\n"
}

// saveAll writes all timelines, each to a directory of its name, and returns the directories.
func saveAll(t *testing.T, names ...string) (dirs []string) {
	for name, tl := range timelines(t) {
		dirs = append(dirs, saveNamed(t, name, tl, names...))
	}
	return dirs
}

// saveNamed writes a timeline as save does, to a directory of that name.
func saveNamed(t *testing.T, timeline string, tl *timeline.Timeline, names ...string) string {
	dir := filepath.Join(t.TempDir(), timeline)
	if err := os.Rename(save(t, tl, names...), dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// save writes a timeline in some notations, which options may follow, to files out.NAME of a directory, which it returns.
func save(t *testing.T, tl *timeline.Timeline, names ...string) string {
	dir := t.TempDir()
	for _, how := range names {
		name, _, _ := strings.Cut(how, " ")
		if err := os.WriteFile(filepath.Join(dir, "out."+name), write(t, tl, how), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
