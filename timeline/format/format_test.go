package format

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"

	"newstimeline/parser/feed"
)

func TestFormats(t *testing.T) {
	names, extensions := map[string]bool{}, map[string]bool{}
	for _, f := range Formats {
		if f.Name == "" || f.Title == "" || f.Target == "" || f.Example == "" || f.Write == nil {
			t.Errorf("%q: the row is not complete", f.Name)
		}
		if names[f.Name] {
			t.Errorf("%s stands twice", f.Name)
		}
		names[f.Name] = true
		if got, ok := Find(f.Name); !ok || got.Name != f.Name {
			t.Errorf("Find does not find %s", f.Name)
		}
		for _, ext := range f.Extensions {
			if extensions[ext] || ext != strings.ToLower(ext) || strings.HasPrefix(ext, ".") {
				t.Errorf("%s: extension %q", f.Name, ext)
			}
			extensions[ext] = true
			if got, ok := ByExtension("some/where.v2/out." + strings.ToUpper(ext)); !ok || got.Name != f.Name {
				t.Errorf("ByExtension does not find .%s", ext)
			}
		}
	}
	for _, name := range []string{"", "JSON", "yaml"} {
		if _, ok := Find(name); ok {
			t.Errorf("Find finds %q", name)
		}
	}
	for _, path := range []string{"", "out", "json", "out.", "out.yaml", "out.json/file", ".."} {
		if f, ok := ByExtension(path); ok {
			t.Errorf("ByExtension takes %q for %s", path, f.Name)
		}
	}
}

// TestWritersAtOnce holds that timelines may be written at the same time: nothing is shared but tables.
func TestWritersAtOnce(t *testing.T) {
	tl := sample(t)
	var group sync.WaitGroup
	for _, f := range Formats {
		want := write(t, tl, f.Name+" 80")
		for range 2 {
			group.Go(func() {
				if got := write(t, tl, f.Name+" 80"); !bytes.Equal(got, want) {
					t.Errorf("%s differs", f.Name)
				}
			})
		}
	}
	group.Wait()
}

// A brokenPipe fails after some bytes.
type brokenPipe struct {
	left   int
	failed bool
	t      *testing.T
}

var errPipe = errors.New("broken pipe")

func (p *brokenPipe) Write(b []byte) (int, error) {
	if p.failed {
		p.t.Error("written to after a failure")
	}
	if p.left < len(b) {
		p.failed = true
		return p.left, errPipe
	}
	p.left -= len(b)
	return len(b), nil
}

// TestWriteFails holds that every notation stops at the first failure of its writer and returns it.
func TestWriteFails(t *testing.T) {
	tl := stamped(2000)
	for _, f := range Formats {
		for _, n := range []int{0, 1, chunk, 3 * chunk} {
			for _, width := range []int{0, 30, 80} {
				if err := f.Write(&brokenPipe{left: n, t: t}, tl, Options{Width: width, Columns: []string{AllColumns}}); !errors.Is(err, errPipe) {
					t.Errorf("%s, %d columns, fails after %d bytes: %v", f.Name, width, n, err)
				}
			}
		}
	}
}

// TestWritesAreLarge holds that notations for programs write 64 KiB or more at once, but for the last time.
func TestWritesAreLarge(t *testing.T) {
	tl := stamped(2000)
	for _, f := range Formats {
		var sizes writes
		if err := f.Write(&sizes, tl, Options{Width: 80}); err != nil {
			t.Fatal(err)
		}
		for _, n := range sizes[:len(sizes)-1] {
			if n < chunk {
				t.Errorf("%s: a write of %d bytes", f.Name, n)
			}
		}
	}
}

// writes are the sizes of writes.
type writes []int

func (w *writes) Write(b []byte) (int, error) {
	*w = append(*w, len(b))
	return len(b), nil
}

// TestNoAllocations holds that the notations for programs allocate nothing for an entry.
func TestNoAllocations(t *testing.T) {
	few, many := stamped(100), stamped(1000)
	for _, name := range []string{"json", "jsonl", "csv", "tsv"} {
		f, _ := Find(name)
		count := func(n int) float64 {
			tl := few
			if n > 100 {
				tl = many
			}
			return testing.AllocsPerRun(10, func() { f.Write(io.Discard, tl, Options{}) })
		}
		if a, b := count(100), count(1000); b > a+2 {
			t.Errorf("%s: %v allocations for 100 entries, %v for 1000", name, a, b)
		}
	}
}

// TestEmptyEntries holds that an entry whose words are nothing but invisible characters still has its line.
func TestEmptyEntries(t *testing.T) {
	tl := oneEntry("", "\u200b\u202e", true)
	tl.Entries[0].Source.Name = "a.txt"
	for _, how := range []string{"table 60", "list", "list 30", "markdown"} {
		if got := string(write(t, tl, how)); !strings.Contains(got, "09:05") {
			t.Errorf("%s:\n%s", how, got)
		}
	}
	if got := string(write(t, parse(feed.Source{Name: "\x1b\n", Text: "16 August 2025\n\nText.\n"}, feed.Source{}), "markdown")); strings.Contains(got, "\x1b") {
		t.Errorf("%q", got)
	}
}
