package cmd

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// What goes wrong outside the program: full disks, limits, closed pipes, signals. The tests run the program as a process of its own and look at
// its exit code, its words, and the files that it leaves.

// A run is a process of the program and what became of it.
type run struct {
	*exec.Cmd
	out, words bytes.Buffer
}

// program returns a process that runs one of the commands of TestMain, not started yet.
func program(t *testing.T, name string, args ...string) *run {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("faults are made with the tools of Unix")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r := &run{Cmd: exec.Command(self, args...)}
	r.Args[0] = name
	r.Stdout, r.Stderr = &r.out, &r.words
	return r
}

// reads starts the process and returns when it reads its standard input, which does not end: more was written than a pipe holds.
func (r *run) reads(t *testing.T) {
	t.Helper()
	in, err := r.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Start(); err != nil {
		t.Fatal(err)
	}
	io.WriteString(in, strings.Repeat("16 August 2025\n", 10_000))
}

// limited returns a process of timeline under a limit of the shell: "-f 8".
func limited(t *testing.T, limit string, args ...string) *run {
	t.Helper()
	r := program(t, "timeline", args...)
	shell := exec.Command("sh", append([]string{"-c", "ulimit " + limit + ` && exec "$0" "$@"`, link(t, r.Path)}, args...)...)
	shell.Stdout, shell.Stderr = &r.out, &r.words
	r.Cmd = shell
	return r
}

// link returns a link to the test binary that is called timeline.
func link(t *testing.T, self string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "timeline")
	if err := os.Symlink(self, path); err != nil {
		t.Fatal(err)
	}
	return path
}

// ends runs the process and checks its exit code and its words; "" for words: none.
func (r *run) ends(t *testing.T, code int, words string) {
	t.Helper()
	err := r.Run()
	r.check(t, err, code, words)
}

// until starts the process and waits until it has written n bytes. The rest of them can be read.
func (r *run) until(t *testing.T, n int) io.ReadCloser {
	t.Helper()
	r.Stdout = nil
	out, err := r.StdoutPipe()
	if err == nil {
		err = r.Start()
	}
	if err == nil {
		_, err = io.ReadFull(out, make([]byte, n))
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func (r *run) check(t *testing.T, err error, code int, words string) {
	t.Helper()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	got := r.words.String()
	if r.ProcessState.ExitCode() != code || !strings.Contains(got, words) || words == "" && got != "" || strings.Contains(got, "goroutine") {
		t.Errorf("exit code %v, words %.300q, want %d and %q", r.ProcessState, got, code, words)
	}
}

// largeFeed writes a feed of n entries and returns its path.
func largeFeed(t *testing.T, n int) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("16 August 2025\n\n")
	for i := range n {
		fmt.Fprintf(&b, "%02d:%02d GMT\nThe harbour master has counted ship number %d, which lies at the pier behind the market.\n\n", i*24/n, i*1440/n%60, i)
	}
	path := filepath.Join(t.TempDir(), "feed.txt")
	if err := os.WriteFile(path, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// keep makes a folder with an output of an earlier run, and a check that it is all that the folder holds.
func keep(t *testing.T, dir, name string) (path string, check func()) {
	t.Helper()
	const old = "the output of an earlier run"
	path = filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(old), 0o666); err != nil {
		t.Fatal(err)
	}
	return path, func() {
		t.Helper()
		b, err := os.ReadFile(path)
		if err != nil || string(b) != old {
			t.Errorf("the earlier output is %.60q, %v", b, err)
		}
		if files, _ := os.ReadDir(dir); len(files) != 1 {
			t.Errorf("left behind: %v", files)
		}
	}
}

func TestFullDisk(t *testing.T) {
	feed := largeFeed(t, 2000)
	for _, format := range []string{"table", "list", "json", "jsonl", "csv", "tsv", "markdown"} {
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			t.Skip(err)
		}
		defer full.Close()
		r := program(t, "timeline", "parse", "-f", format, feed)
		r.Stdout = full
		r.ends(t, 1, "stdout: no space left on device\n")
		program(t, "timeline", "parse", "-f", format, "-o", "/dev/full", feed).ends(t, 1, "/dev/full: no space left on device\n")
	}
}

// TestSmallDisk fills a file system of 64 KB.
func TestSmallDisk(t *testing.T) {
	dir := t.TempDir()
	if err := exec.Command("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", dir).Run(); err != nil {
		t.Skip("mount is for root: ", err)
	}
	defer exec.Command("umount", dir).Run()
	feed := largeFeed(t, 2000)
	path, check := keep(t, dir, "feed.json")
	program(t, "timeline", "parse", "-o", path, feed).ends(t, 1, path+": no space left on device\n")
	check()
	program(t, "timeline", "export", "-f", "json", "-d", dir, feed).ends(t, 1, path+": no space left on device\n")
	check()
	program(t, "timeline", "parse", "-o", filepath.Join(dir, "feed.db"), feed).ends(t, 1, filepath.Join(dir, "feed.db")+": no space left on device\n")
	check()
}

func TestFileSizeLimit(t *testing.T) {
	feed := largeFeed(t, 2000)
	path, check := keep(t, t.TempDir(), "feed.json")
	limited(t, "-f 8", "parse", "-o", path, feed).ends(t, 1, path+": file too large\n")
	check()
	limited(t, "-f 8", "export", "-f", "json", "-d", filepath.Dir(path), feed).ends(t, 1, path+": file too large\n")
	check()
}

// TestClosedPipe has the reader leave after a line: that is no fault.
func TestClosedPipe(t *testing.T) {
	r := program(t, "timeline", "parse", "-f", "jsonl", largeFeed(t, 20_000))
	out := r.until(t, 100)
	out.Close()
	r.Wait()
	if code := r.ProcessState.ExitCode(); code > 1 || r.words.Len() > 0 {
		t.Errorf("%v, words %q", r.ProcessState, &r.words)
	}
}

// TestUnreadable names what the system lets no one read.
func TestUnreadable(t *testing.T) {
	if _, err := os.Stat("/proc/self/mem"); err == nil {
		program(t, "timeline", "parse", "-f", "json", "/proc/self/mem").ends(t, 1, "/proc/self/mem: input/output error after 0 bytes\n")
	}
	if os.Getuid() == 0 {
		t.Skip("root may read and write everything")
	}
	feed := largeFeed(t, 2)
	r := program(t, "timeline", "parse", "-o", filepath.Join(filepath.Dir(feed), "out.json"), feed)
	if err := os.Chmod(filepath.Dir(feed), 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(filepath.Dir(feed), 0o755)
	r.ends(t, 1, "out.json: permission denied\n")
	if err := os.Chmod(feed, 0); err != nil {
		t.Fatal(err)
	}
	program(t, "timeline", "parse", feed).ends(t, 1, "feed.txt: permission denied\n")
}

// TestMemoryLimit gives the program less address space than its input needs.
func TestMemoryLimit(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux limits the address space as ulimit says")
	}
	path := filepath.Join(t.TempDir(), "large.txt")
	if err := os.WriteFile(path, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 1<<30); err != nil {
		t.Skip(err)
	}
	r := limited(t, "-v 2000000", "parse", path)
	r.ends(t, 1, path+": not enough memory to read this input\n")
	if r.out.Len() > 0 {
		t.Errorf("output: %.80q", &r.out)
	}
	feed, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer feed.Close()
	pipe := limited(t, "-v 2000000", "parse")
	pipe.Stdin = io.MultiReader(feed) // no file to the program
	pipe.Run()                        // ends tells little of a message that is one of two
	if words := pipe.words.String(); pipe.ProcessState.ExitCode() != 1 || !strings.Contains(words, ": not enough memory ") || strings.Contains(words, "goroutine") {
		t.Errorf("%v: %.300s", pipe.ProcessState, words)
	}
}

// TestFewOpenFiles reads and writes more files than may be open at a time.
func TestFewOpenFiles(t *testing.T) {
	dir, out := t.TempDir(), t.TempDir()
	parse, export := []string{"parse", "-q", "-f", "jsonl"}, []string{"export", "-q", "-j", "2", "-d", out}
	for i := range 100 {
		path := filepath.Join(dir, fmt.Sprintf("%d.txt", i))
		if err := os.WriteFile(path, []byte("16 August 2025\nThe harbour has reopened.\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		parse, export = append(parse, path), append(export, path)
	}
	r := limited(t, "-n 24", parse...)
	r.ends(t, 0, "")
	if n := bytes.Count(r.out.Bytes(), []byte("\n")); n != 100 {
		t.Errorf("%d entries of 100", n)
	}
	limited(t, "-n 24", export...).ends(t, 0, "")
	if files, _ := os.ReadDir(out); len(files) != 100 {
		t.Errorf("%d outputs of 100", len(files))
	}
}

// stall is a program that writes half of a file as timeline does, says so, and then waits for the signal that ends it.
func stall() {
	a := &app{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, unfinished: &unfinished{}}
	defer a.watch()()
	a.save(os.Args[1], true, func(f *os.File) error {
		io.WriteString(f, "half of ")
		io.WriteString(os.Stdout, "writing\n")
		time.Sleep(time.Minute)
		return nil
	})
}

// TestSignals ends the program while it reads and while it writes.
func TestSignals(t *testing.T) {
	for _, c := range []struct {
		signal syscall.Signal
		code   int // -1: killed
		left   int // files beside the output
	}{{syscall.SIGINT, 130, 0}, {syscall.SIGTERM, 130, 0}, {syscall.SIGKILL, -1, 1}} {
		t.Run(c.signal.String()+" while reading", func(t *testing.T) {
			path, check := keep(t, t.TempDir(), "out.json")
			r := program(t, "timeline", "parse", "-o", path)
			r.reads(t)
			r.Process.Signal(c.signal)
			r.check(t, r.Wait(), c.code, "")
			check()
		})
		t.Run(c.signal.String()+" while writing", func(t *testing.T) {
			dir := t.TempDir()
			path, check := keep(t, dir, "out.json")
			r := program(t, "stall", path)
			r.until(t, len("writing"))
			r.Process.Signal(c.signal)
			r.check(t, r.Wait(), c.code, "")
			if left, _ := filepath.Glob(filepath.Join(dir, ".out.json.*.tmp")); len(left) != c.left {
				t.Errorf("left behind: %v", left)
			} else if c.left > 0 { // a killed program cannot clean up; its leavings bother nobody
				program(t, "timeline", "parse", "-q", "-o", filepath.Join(dir, "new.json"), largeFeed(t, 2)).ends(t, 0, "")
				os.Remove(filepath.Join(dir, "new.json"))
				os.Remove(left[0])
			}
			check()
		})
	}
}

// TestSignalLate ends the program while it waits for what is not its standard input, and has nothing begun.
func TestSignalLate(t *testing.T) {
	r := program(t, "timeline", "parse", "/dev/stdin")
	r.reads(t)
	time.Sleep(20 * watchAfter)
	r.Process.Signal(syscall.SIGTERM)
	r.check(t, r.Wait(), 130, "")
}
