package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/xitongsys/parquet-go-source/buffer"
	parquet "github.com/xitongsys/parquet-go/reader"

	"newstimeline/timeline/format"
)

// TestParquet holds that the rows are the lines, and that they can be read again.
func TestParquet(t *testing.T) {
	c := base(t, created(t, t.TempDir(), "in.jsonl", records(40)+feeds))
	c.Parquet, c.Dedupe = true, true
	ran(t, c)
	rows := 0
	for shard := range c.Shards {
		lines := linesOf(t, shardPath(c.Output, "entries", shard, c.Shards, "jsonl"))
		path := shardPath(c.Output, "entries", shard, c.Shards, "parquet")
		if len(lines) == 0 {
			continue
		}
		got := rowsOf(t, path)
		if len(got) != len(lines) {
			t.Fatalf("%s: %d rows, want %d", path, len(got), len(lines))
		}
		for i, l := range lines {
			want, err := rowOf([]byte(l))
			if err != nil {
				t.Fatal(err)
			}
			if len(want.Inferred) == 0 {
				want.Inferred = got[i].Inferred // nil or empty
			}
			if !reflect.DeepEqual(got[i], want) {
				t.Fatalf("got  %+v\nwant %+v", got[i], want)
			}
		}
		rows += len(got)
	}
	if left, _ := filepath.Glob(c.Output + "/*" + beingWritten); rows < 80 || len(left) > 0 {
		t.Errorf("%d rows, and %q is left", rows, left)
	}
}

// rowsOf reads a file of Parquet.
func rowsOf(t *testing.T, path string) []row {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r, err := parquet.NewParquetReader(buffer.NewBufferFileFromBytes(b), new(row), 1)
	if err != nil {
		t.Fatal(err)
	}
	defer r.ReadStop()
	rows := make([]row, r.GetNumRows())
	if err := r.Read(&rows); err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestColumns holds that a row has the keys of the JSON contract, in their order.
func TestColumns(t *testing.T) {
	var b bytes.Buffer
	if err := format.WriteDuckDBColumns(&b); err != nil {
		t.Fatal(err)
	}
	contract := regexp.MustCompile(`\([^)]*\)`).ReplaceAllString(b.String(), "")
	want := []string{"key"}
	for _, name := range regexp.MustCompile(`(\w+)"?: '`).FindAllStringSubmatch(contract, -1) {
		want = append(want, name[1])
	}
	var got []string
	for f := range reflect.TypeFor[row]().Fields() {
		name, _, _ := strings.Cut(strings.TrimPrefix(f.Tag.Get("parquet"), "name="), ",")
		got = append(got, name)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// A flaky file system is the local one, of which some writes fail.
type flaky struct{ filesystem.Interface }

var failures atomic.Int32 // that are still to come

func init() {
	filesystem.Register("flaky", func(ctx context.Context) filesystem.Interface { return flaky{local.New(ctx)} })
}

func path(name string) string { return strings.TrimPrefix(name, "flaky://") }

func (f flaky) List(ctx context.Context, glob string) ([]string, error) {
	found, err := f.Interface.List(ctx, path(glob))
	for i := range found {
		found[i] = "flaky://" + found[i]
	}
	return found, err
}

func (f flaky) OpenWrite(ctx context.Context, name string) (io.WriteCloser, error) {
	w, err := f.Interface.OpenWrite(ctx, path(name))
	return &flakyWriter{WriteCloser: w}, err
}

func (f flaky) Rename(ctx context.Context, old, new string) error {
	return f.Interface.(filesystem.Renamer).Rename(ctx, path(old), path(new))
}

func (f flaky) Remove(ctx context.Context, name string) error {
	return f.Interface.(filesystem.Remover).Remove(ctx, path(name))
}

// A flakyWriter writes half of what it is given, and fails, if a failure is to come.
type flakyWriter struct{ io.WriteCloser }

func (w *flakyWriter) Write(p []byte) (int, error) {
	if len(p) > 0 && failures.Add(-1) >= 0 {
		n, _ := w.WriteCloser.Write(p[:len(p)/2])
		return n, errors.New("no space left")
	}
	return w.WriteCloser.Write(p)
}

// TestAttempts holds that a run which fails leaves no half of a shard, and that a second attempt writes
// nothing twice.
func TestAttempts(t *testing.T) {
	path := created(t, t.TempDir(), "in.jsonl", records(40))
	want, _, _ := ran(t, base(t, path))
	c := base(t, path)
	folder := c.Output
	c.Output = "flaky://" + folder
	failures.Store(1)
	if _, err := execute(t.Context(), c, 1); err == nil {
		t.Error("no error, though nothing was written")
	}
	left, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range left {
		if strings.HasSuffix(f.Name(), ".tmp") {
			t.Errorf("%s is left", f.Name())
		}
	}
	failures.Store(1)
	if _, err := execute(t.Context(), c, 2); err != nil {
		t.Fatal(err)
	}
	c.Output = folder
	for _, again := range []string{"second attempt", "second run"} {
		var got []string
		for shard := range c.Shards {
			got = append(got, linesOf(t, shardPath(folder, "entries", shard, c.Shards, "jsonl"))...)
		}
		slices.Sort(got)
		same(t, again, got, want)
		if files := glob(t, folder+"/*"); len(files) != c.Shards+1 {
			t.Errorf("%s: files %q", again, files)
		}
		ran(t, c)
	}
	c.Shards++
	if _, err := execute(t.Context(), c, 1); err == nil || !strings.Contains(err.Error(), "--shards") {
		t.Errorf("other shards in the same folder: %v", err)
	}
}

// TestUsage holds what is refused, and the exit codes.
func TestUsage(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		args string
		code int
		want string
	}{
		{"--output " + dir, misused, "no input"},
		{"in", misused, "--output FOLDER"},
		{"--output x --shards 0 in", misused, "--shards 0"},
		{"--output x --workers -1 in", misused, "--workers -1"},
		{"--output x --attempts 0 in", misused, "--attempts 0"},
		{"--output x --time-limit 0s in", misused, "--time-limit 0s"},
		{"--output x --format csv in", misused, `--format "csv"`},
		{"--output x --max-document 2G in", misused, `--max-document "2G"`},
		{"--output x --max-document large in", misused, `--max-document "large"`},
		{"--output x --order up in", misused, `--order "up": one of auto, newest-first, oldest-first`},
		{"--output x --input docx in", misused, `--input "docx"`},
		{"--output x --tz Nowhere/Land in", misused, "--tz"},
		{"--output x --as-of soon in", misused, "--as-of"},
		{"--output x --encoding klingon in", misused, "--encoding"},
		{"--output " + dir + "/none " + dir + "/no*such", failed, "0 documents, 0 entries, 0 undated, 0 warnings, 1 dead letters"},
	} {
		set := flag.NewFlagSet("", flag.ContinueOnError)
		f := addFlags(set)
		if err := set.Parse(strings.Fields(c.args)); err != nil {
			t.Fatal(err)
		}
		var words bytes.Buffer
		if code := run(t.Context(), f, set.Args(), &words); code != c.code || !strings.Contains(words.String(), c.want) {
			t.Errorf("%s: exit code %d, %q; want %d, %q", c.args, code, &words, c.code, c.want)
		}
	}
}

// TestNoCounts holds that a runner which tells no counts is believed that it has done its work.
func TestNoCounts(t *testing.T) {
	sum := summarize(nil)
	if sum.isKnown() || sum.String() != "done; this runner reports no counts" {
		t.Errorf("%+v, %q", sum, sum)
	}
	if sum = (&summary{DeadLetters: 1}); !sum.isKnown() || !strings.Contains(sum.String(), "1 dead letters") {
		t.Errorf("%+v, %q", sum, sum)
	}
}

// TestSizes holds what --max-document reads.
func TestSizes(t *testing.T) {
	for _, c := range []struct {
		size string
		want int64
	}{{"1", 1}, {"1000000", 1000000}, {"2k", 2048}, {"64M", 64 << 20}, {"1G", 1 << 30}, {"0", 0}, {"-1", 0}, {"", 0},
		{"M", 0}, {"1T", 0}, {"2G", 0}, {"1 M", 0}} {
		got, err := bytesOf(c.size)
		if got != c.want || (err == nil) != (c.want > 0) {
			t.Errorf("%q: %d, %v", c.size, got, err)
		}
	}
}

// TestCut holds that parts are whole lines, and count them.
func TestCut(t *testing.T) {
	for _, most := range []int64{1, 50, 1000, 1 << 20} {
		text := records(20)
		path := created(t, t.TempDir(), "in.jsonl", text)
		r, err := newReader(base(t, path).settings)
		if err != nil {
			t.Fatal(err)
		}
		at, line := int64(0), 1
		for _, p := range r.cut(path, most) {
			if p.Start != at || p.Line != line || p.End <= p.Start {
				t.Fatalf("most %d: part %+v; want it at %d, line %d", most, p, at, line)
			}
			piece := text[p.Start:p.End]
			if !strings.HasSuffix(piece, "\n") || int64(len(piece)) > most+2000 {
				t.Errorf("most %d: part %+v ends %q", most, p, piece[len(piece)-1:])
			}
			at, line = p.End, line+strings.Count(piece, "\n")
		}
		if at != int64(len(text)) {
			t.Errorf("most %d: %d bytes, want %d", most, at, len(text))
		}
	}
}
