package cmd

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/ext/fts5"
)

// query returns the first column of the first row that a query of a database yields.
func query(t *testing.T, path, q string) string {
	t.Helper()
	db, err := sqlite3.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := fts5.Register(db); err != nil {
		t.Fatal(err)
	}
	s, _, err := db.Prepare(q)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if !s.Step() {
		t.Fatalf("%s: no row, %v", q, s.Err())
	}
	return s.ColumnText(0)
}

// TestSharedDatabase has four processes write one database that is not there yet, at the same time. None may lose what another has written.
func TestSharedDatabase(t *testing.T) {
	const processes, entries = 4, 200
	rounds := 8
	if testing.Short() {
		rounds = 3
	}
	feeds := make([]string, processes)
	for i := range feeds {
		var b strings.Builder
		b.WriteString("16 August 2025\n\n")
		for k := range entries {
			fmt.Fprintf(&b, "%02d:%02d GMT\nThe harbour master %d has counted ship number %d, which lies at the pier behind the market.\n\n", k/60, k%60, i, k)
		}
		feeds[i] = filepath.Join(t.TempDir(), fmt.Sprintf("%d.txt", i))
		if err := os.WriteFile(feeds[i], []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for round := range rounds {
		dir := t.TempDir()
		path := filepath.Join(dir, "news.db")
		var all sync.WaitGroup
		for _, feed := range feeds {
			r := program(t, "timeline", "parse", "-q", "-o", path, feed)
			all.Go(func() { r.ends(t, 0, "") })
		}
		all.Wait()
		if n := query(t, path, "SELECT count(*) FROM entries"); n != fmt.Sprint(processes*entries) {
			t.Errorf("round %d: %s entries of %d", round, n, processes*entries)
		}
		if n := query(t, path, "SELECT count(*) FROM search WHERE search MATCH 'harbour'"); n != fmt.Sprint(processes*entries) {
			t.Errorf("round %d: %s entries are indexed of %d", round, n, processes*entries)
		}
		if words := query(t, path, "PRAGMA integrity_check"); words != "ok" {
			t.Errorf("round %d: %s", round, words)
		}
		if files, _ := os.ReadDir(dir); len(files) != 1 {
			t.Errorf("round %d: left behind %v", round, files)
		}
	}
}

// masked returns a process of timeline under a umask.
func masked(t *testing.T, umask string, args ...string) *run {
	t.Helper()
	r := program(t, "timeline", args...)
	shell := exec.Command("sh", append([]string{"-c", "umask " + umask + ` && exec "$0" "$@"`, link(t, r.Path)}, args...)...)
	shell.Stdout, shell.Stderr = &r.out, &r.words
	r.Cmd = shell
	return r
}

// TestModes holds that new files have the mode that the umask says, that files which are replaced keep theirs, and that a link to a device or a
// file has no say.
func TestModes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no modes")
	}
	feed := largeFeed(t, 2)
	for _, c := range []struct {
		name  string
		umask string
		there func(path string) error // makes what is there before; nil: nothing
		want  os.FileMode             // of an export
	}{
		{"new", "077", nil, 0o600},
		{"new", "002", nil, 0o664},
		{"link to a device", "077", func(path string) error { return os.Symlink("/dev/null", path) }, 0o600},
		{"link to nothing", "027", func(path string) error { return os.Symlink("nothing", path) }, 0o640},
		{"open", "077", func(path string) error { os.WriteFile(path, nil, 0o666); return os.Chmod(path, 0o664) }, 0o664},
		{"private", "022", func(path string) error { os.WriteFile(path, nil, 0o666); return os.Chmod(path, 0o600) }, 0o600},
	} {
		for _, command := range []string{"export", "parse"} {
			dir := t.TempDir()
			path := filepath.Join(dir, "feed.jsonl")
			if c.there != nil {
				if err := c.there(path); err != nil {
					t.Fatal(err)
				}
			}
			args := []string{"export", "-q", "-d", dir, feed}
			if command == "parse" {
				args = []string{"parse", "-q", "-o", path, feed}
			}
			masked(t, c.umask, args...).ends(t, 0, "")
			info, err := os.Lstat(path)
			if err == nil && info.Mode().Type() == os.ModeSymlink && command == "parse" { // -o writes where a link leads
				if to, _ := os.Readlink(path); to == "/dev/null" {
					continue
				}
				info, err = os.Stat(path)
			}
			if err != nil || info.Mode() != c.want {
				t.Errorf("%s under %s, %s: %v, %v, want %v", c.name, c.umask, command, info.Mode(), err, c.want)
			}
		}
	}
	db := filepath.Join(t.TempDir(), "news.db")
	masked(t, "077", "parse", "-q", "-o", db, feed).ends(t, 0, "")
	if info, err := os.Stat(db); err != nil || info.Mode() != 0o600 {
		t.Errorf("a database has the mode %v, %v", info.Mode(), err)
	}
}

// TestLongNames writes files whose names are as long as a file system takes them, and a little less.
func TestLongNames(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("limits of another kind")
	}
	feed := largeFeed(t, 2)
	for _, letter := range []string{"x", "é", "港"} {
		for _, size := range []int{236, 240, 243, 247, 248, 251, 255} {
			dir, out := t.TempDir(), t.TempDir()
			name := func(extension string) string {
				stem := strings.Repeat(letter, (size-len(extension))/len(letter))
				return stem + strings.Repeat("y", size-len(stem)-len(extension)) + extension
			}
			in := filepath.Join(dir, name(".txt"))
			if err := os.Symlink(feed, in); err != nil {
				t.Skip(err) // a file system with shorter names
			}
			for range 2 { // the second time they are replaced
				program(t, "timeline", "parse", "-q", "-o", filepath.Join(out, name(".json")), in).ends(t, 0, "")
				program(t, "timeline", "export", "-q", "-f", "jsonl", "-d", out, in).ends(t, 0, "")
			}
			if size <= longestDatabase {
				program(t, "timeline", "parse", "-q", "-o", filepath.Join(out, name(".db")), in).ends(t, 0, "")
			} else {
				program(t, "timeline", "parse", "-q", "-o", filepath.Join(out, name(".db")), in).ends(t, 2, "a database can have")
			}
			files, err := os.ReadDir(out)
			if want := 2 + min(1, max(0, longestDatabase+1-size)); err != nil || len(files) != want {
				t.Errorf("%d bytes of %s: %d files, want %d, %v", size, letter, len(files), want, err)
			}
			for _, f := range files {
				if !utf8.ValidString(f.Name()) {
					t.Errorf("%q is cut within a character", f.Name())
				}
			}
		}
	}
	long := filepath.Join(t.TempDir(), strings.Repeat("x", 300)+".json")
	program(t, "timeline", "parse", "-q", "-o", long, feed).ends(t, 1, "file name too long")
}
