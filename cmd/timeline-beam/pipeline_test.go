package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
)

// gzipped and zstandard compress a content.
func gzipped(content string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(content))
	z.Close()
	return b.String()
}

func zstandard(content string) string {
	z, err := zstd.NewWriter(nil)
	if err != nil {
		panic(err)
	}
	return string(z.EncodeAll([]byte(content), nil))
}

const page = `<!DOCTYPE html><html lang="en"><head><title>Fog</title></head><body><article>
<h2>20:15 GMT</h2><p>Fog closed the harbour for the whole of the evening.</p>
<h2>19:40 GMT</h2><p>The last ferry left for the island with nobody on it.</p></article></body></html>`

// TestSameAsExport holds that the entries are those of timeline export, whatever files are made of.
func TestSameAsExport(t *testing.T) {
	in := t.TempDir()
	lines := records(60)
	created(t, in, "a.txt", "16 August 2025\n20:15 GMT\nFog closed the harbour.\n19:40 GMT\nThe last ferry left.\n")
	created(t, in, "b.html", page)
	created(t, in, "c.html.gz", gzipped(strings.ReplaceAll(page, "Fog", "Smoke")))
	created(t, in, "d.txt.zst", zstandard("17 August 2025\n08:10 GMT\nThe first ferry came.\n"))
	printed(t, "export", "-q", "-f", "jsonl", "-d", filepath.Join(in, "out"), "--as-of", "2025-08-18",
		filepath.Join(in, "?.*"))
	var want []string
	for _, output := range glob(t, filepath.Join(in, "out", "*")) {
		want = append(want, linesOf(t, output)...)
	}
	all := filepath.Join(in, "?.*")
	c := base(t, all)
	c.AsOf = "2025-08-18"
	slices.Sort(want)
	got, dead, sum := ran(t, c)
	same(t, "files", got, want)
	same(t, "dead letters", dead, nil)
	if sum.Documents != 4 || sum.Entries != 7 || sum.Milliseconds == nil || sum.Milliseconds.Count != 4 ||
		sum.Milliseconds.Max <= 0 {
		t.Errorf("counts: %+v", sum)
	}
	plain := created(t, in, "records.jsonl", lines)
	want = printed(t, "export", "-q", "--input", "jsonl", "-f", "jsonl", plain)
	for _, path := range []string{
		plain, created(t, in, "records.gz", gzipped(lines)), created(t, in, "records.zst", zstandard(lines)),
		created(t, in, "bom", "\uFEFF\n"+strings.TrimSuffix(lines, "\n")),
	} {
		got, dead, _ := ran(t, base(t, path))
		same(t, filepath.Base(path), got, want)
		same(t, "dead letters of "+filepath.Base(path), dead, nil)
	}
}

// glob returns the files that match a pattern.
func glob(t *testing.T, pattern string) []string {
	t.Helper()
	found, err := filepath.Glob(pattern)
	if err != nil || len(found) == 0 {
		t.Fatalf("%s: %v, %v", pattern, found, err)
	}
	return found
}

// TestNames holds that a record without an id is called after its line, in whatever part it is.
func TestNames(t *testing.T) {
	var lines strings.Builder
	for i := range 300 {
		fmt.Fprintf(&lines, `{"text":"16 August 2025\n20:15 GMT\nFerry %d has left the pier."}`+"\n", i)
	}
	path := created(t, t.TempDir(), "in.jsonl", lines.String())
	got, _, _ := ran(t, base(t, path))
	same(t, "names", got, printed(t, "export", "-q", "--input", "jsonl", "-f", "jsonl", path))
}

// TestAnyWorkers holds that neither the number of workers nor that of shards changes what is written,
// and that with as many shards each file is the same, byte for byte.
func TestAnyWorkers(t *testing.T) {
	path := created(t, t.TempDir(), "in.jsonl", records(200)+"oops\n")
	files := map[int][]string{}
	var want []string
	for _, shards := range []int{1, 3, 8} {
		for _, workers := range []int{1, 2, 8} {
			c := base(t, path)
			c.Shards, c.Workers = shards, workers
			got, dead, _ := ran(t, c)
			if want == nil {
				want = printed(t, "export", "-q", "--input", "jsonl", "-f", "jsonl", "--on-error", "record", path)
				want = slices.DeleteFunc(want, func(l string) bool { return strings.Contains(l, `"error"`) })
			}
			same(t, fmt.Sprintf("%d workers, %d shards", workers, shards), got, want)
			if len(dead) != 1 {
				t.Errorf("dead letters: %q", dead)
			}
			var all []string
			for _, file := range glob(t, c.Output+"/*") {
				b, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, filepath.Base(file)+"\n"+string(b))
			}
			if files[shards] == nil {
				files[shards] = all
			}
			if !slices.Equal(files[shards], all) {
				t.Errorf("%d workers: other files for %d shards", workers, shards)
			}
		}
	}
}

// TestFaults holds that a document which cannot be parsed is a dead letter with its reason and its
// place, and costs no other one.
func TestFaults(t *testing.T) {
	in := t.TempDir()
	good := `{"id":"good-%d","text":"16 August 2025\n20:15 GMT\nFog closed the harbour."}` + "\n"
	var lines strings.Builder
	fmt.Fprintf(&lines, good, 1)
	lines.WriteString(`{"id":"panics","text":"PANICS"}` + "\n" + `{"id":"loops","text":"LOOPS"}` + "\n")
	fmt.Fprintf(&lines, good, 2)
	lines.WriteString(`{"id":"recurses","text":"RECURSES"}` + "\n" + `{"id":"exits","text":"EXITS"}` + "\n")
	lines.WriteString(`{"id":"large","text":"` + strings.Repeat("large ", 1000) + `"}` + "\n")
	lines.WriteString(`{"id":"no text"}` + "\n" + `{"id":` + "\n")
	fmt.Fprintf(&lines, good, 3)
	path := created(t, in, "in.jsonl", lines.String())
	created(t, in, "large.txt", strings.Repeat("large ", 1000))
	created(t, in, "bomb.gz", gzipped(strings.Repeat("large ", 1000)))
	created(t, in, "binary", "\x00\x01\x02\x7fELF")
	c := base(t, filepath.Join(in, "*"), filepath.Join(in, "no such*"))
	c.MaxDocument, c.TimeLimit, c.Workers = 4000, 5*time.Second, 1
	got, dead, sum := ran(t, c)
	if len(got) != 3 || sum.Documents != 3 || sum.DeadLetters != int64(len(dead)) {
		t.Errorf("%d entries, counts %+v", len(got), sum)
	}
	const nowhere = `"line":null,"offset":null`
	want := []string{
		`{"source":"IN/binary","path":"IN/binary",` + nowhere + `,"error":"binary file`,
		`{"source":"IN/bomb.gz","path":"IN/bomb.gz",` + nowhere + `,"error":"larger than --max-document, 4000 bytes"}`,
		`{"source":"PATH:7","path":"PATH","line":7,"offset":null,"error":"larger than --max-document, 4000 bytes"}`,
		`{"source":"PATH:9","path":"PATH","line":9,"offset":null,"error":"unexpected end of JSON input"}`,
		`{"source":"IN/large.txt","path":"IN/large.txt",` + nowhere + `,"error":"larger than --max-document, 4000 bytes"}`,
		`{"source":"IN/no such*","path":"IN/no such*",` + nowhere + `,"error":"no file matches"}`,
		`{"source":"exits","path":"PATH","line":6,"offset":null,"error":"the parser ended: exit status 7"}`,
		`{"source":"loops","path":"PATH","line":3,"offset":null,"error":"took longer than --time-limit"}`,
		`{"source":"no text","path":"PATH","line":8,"offset":null,"error":"no text under \"text\"`,
		`{"source":"panics","path":"PATH","line":2,"offset":null,"error":"internal error`,
		`{"source":"recurses","path":"PATH","line":5,"offset":null,"error":"the parser ended: fatal error: stack overflow"}`,
	}
	if len(dead) != len(want) {
		t.Fatalf("%d dead letters, want %d:\n%s", len(dead), len(want), strings.Join(dead, "\n"))
	}
	for i, l := range want {
		l = strings.NewReplacer("PATH", path, "IN", in).Replace(l)
		if !strings.HasPrefix(dead[i], l) {
			t.Errorf("got  %s\nwant %s", dead[i], l)
		}
	}
}

// TestKilled holds that a process which is killed in the middle of its work costs nothing: what it had
// in hand is done again, once.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	var lines, healthy strings.Builder
	for i := range 60 {
		word := "never"
		if i%20 == 7 {
			word = fmt.Sprintf("DIES ONCE %s/%d now", dir, i)
		}
		record := `{"id":"%d","text":"16 August 2025\n20:15 GMT\nThe ferry stopped: %s"}` + "\n"
		fmt.Fprintf(&lines, record, i, word)
		fmt.Fprintf(&healthy, record, i, word)
	}
	got, dead, _ := ran(t, base(t, created(t, t.TempDir(), "in.jsonl", lines.String())))
	for _, i := range []int{7, 27, 47} {
		if _, err := os.Stat(filepath.Join(dir, fmt.Sprint(i))); err != nil {
			t.Errorf("no process has died of document %d", i)
		}
	}
	want := printed(t, "export", "-q", "--input", "jsonl", "-f", "jsonl",
		created(t, t.TempDir(), "in.jsonl", healthy.String()))
	same(t, "entries", got, want)
	same(t, "dead letters", dead, nil)
}
