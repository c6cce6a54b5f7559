package cmd

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"newstimeline/parser"
	"newstimeline/parser/fault"
	"newstimeline/timeline"
	"newstimeline/timeline/format"
)

// until returns what hands out the numbers below n as jobs.
func until(n int) func() (int, bool) {
	i := -1
	return func() (int, bool) {
		i++
		return i, i < n
	}
}

func TestInOrder(t *testing.T) {
	for _, workers := range []int{1, 2, 7} {
		var atOnce, most atomic.Int32
		var got []int
		inOrder(workers, nil, until(200), func(i int) int {
			most.Store(max(most.Load(), atOnce.Add(1)))
			time.Sleep(time.Duration(i*7919%300) * time.Microsecond)
			atOnce.Add(-1)
			return i
		}, func(i int) { got = append(got, i) })
		if len(got) != 200 || !slices.IsSorted(got) {
			t.Errorf("%d workers: %v", workers, got)
		}
		if int(most.Load()) > workers {
			t.Errorf("%d workers: %d jobs at a time", workers, most.Load())
		}
	}
}

// TestInOrderWaits holds that the workers wait for a job that takes long, rather than gather results without end.
func TestInOrderWaits(t *testing.T) {
	const workers, bound = 3, 48
	var handed, finished, most int
	full := make(chan struct{})
	next := until(500)
	inOrder(workers, nil, func() (int, bool) {
		i, ok := next()
		if !ok {
			return i, ok // no job: each worker asks once more at the end
		}
		if handed++; handed == bound {
			close(full)
		}
		most = max(most, handed-finished)
		return i, ok
	}, func(i int) int {
		if i == 0 {
			<-full
		}
		return i
	}, func(int) { finished++ })
	if most != bound || finished != 500 {
		t.Errorf("%d jobs were begun before those behind them were done, %d done", most, finished)
	}
}

// TestInOrderFaults holds that a panic, wherever it happens, ends the batch and is the caller's.
func TestInOrderFaults(t *testing.T) {
	for name, faulty := range map[string]int{"next": 0, "work": 1, "done": 2} {
		for _, workers := range []int{1, 3} {
			at := func(point, i int) int {
				if point == faulty && i == 70 {
					panic(name)
				}
				return i
			}
			done := 0
			err := fault.Guard(func() error {
				next := until(10_000)
				inOrder(workers, nil, func() (int, bool) { i, ok := next(); return at(0, i), ok },
					func(i int) int { return at(1, i) }, func(i int) { at(2, i); done++ })
				return nil
			})
			if err == nil || !strings.Contains(err.Error(), name) || done > 70 {
				t.Errorf("%s, %d workers: %v, %d done", name, workers, err, done)
			}
		}
	}
}

// TestInOrderStops holds that the jobs that were begun are finished, and no others.
func TestInOrderStops(t *testing.T) {
	stop := make(chan struct{})
	var begun atomic.Int32
	done := 0
	inOrder(3, stop, until(1000), func(i int) int {
		begun.Add(1)
		if i == 20 {
			close(stop)
		}
		if i > 20 {
			<-stop // whatever else the machine does
		}
		return i
	}, func(int) { done++ })
	if done != int(begun.Load()) || done < 21 || done > 30 {
		t.Errorf("%d jobs were begun, %d done", begun.Load(), done)
	}
}

// feeds writes n small feeds into a new folder and returns their names.
func feeds(t *testing.T, n int) (dir string, names []string) {
	dir = t.TempDir()
	for i := range n {
		var b strings.Builder
		for entry := range 40 {
			fmt.Fprintf(&b, "%02d:%02d GMT: The ferry number %d has left the harbour for the island\n", 23-entry/10, 59-entry%10, i*entry)
		}
		name := filepath.Join(dir, fmt.Sprintf("%04d.txt", i))
		if err := os.WriteFile(name, []byte("16 August 2025\n"+b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	return dir, names
}

// outputs returns the contents of all files in a folder, hidden ones too.
func outputs(t *testing.T, dir string) map[string]string {
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			b, err := os.ReadFile(path)
			all[path[len(dir)+1:]] = string(b)
			return err
		}
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return all
}

// exporting returns an export of feeds as a process of its own.
func exporting(names []string, out string, flags ...string) (c *exec.Cmd, stderr *bytes.Buffer) {
	c = exec.Command("timeline", append(append([]string{"export", "-d", out}, flags...), names...)...)
	stderr = &bytes.Buffer{}
	c.Stderr = stderr
	return c, stderr
}

// TestInterrupt holds that an interrupted export finishes what it has in hand, says what it has left and ends with 130; and that
// --skip-existing does the rest.
func TestInterrupt(t *testing.T) {
	switch {
	case runtime.GOOS == "windows":
		t.Skip("no signals")
	case testing.Short():
		t.Skip("takes some seconds")
	}
	_, names := feeds(t, 1500)
	whole, out := t.TempDir(), filepath.Join(t.TempDir(), "out")
	if c, stderr := exporting(names, whole); c.Run() != nil {
		t.Fatal(stderr)
	}
	want := outputs(t, whole)
	c, stderr := exporting(names, out)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	for len(outputs(t, out)) < 10 {
		time.Sleep(time.Millisecond)
	}
	c.Process.Signal(os.Interrupt)
	c.Wait()
	if c.ProcessState.ExitCode() != int(interrupted) {
		t.Fatalf("exit code %d\n%s", c.ProcessState.ExitCode(), stderr)
	}
	got := outputs(t, out)
	told := regexp.MustCompile(`^timeline: (\d+) feeds written to .*, \d+ entries, (\d+) not done \(interrupted\)\n$`).FindStringSubmatch(stderr.String())
	if told == nil || told[1] != strconv.Itoa(len(got)) || told[2] != strconv.Itoa(len(names)-len(got)) {
		t.Errorf("%d of %d are written: %s", len(got), len(names), stderr)
	}
	areWhole(t, got, want)
	if c, stderr := exporting(names, out, "--skip-existing"); c.Run() != nil {
		t.Fatal(stderr)
	}
	if got := outputs(t, out); len(got) != len(want) {
		t.Errorf("%d outputs, want %d", len(got), len(want))
	}
}

// areWhole holds that every file that is there is whole.
func areWhole(t *testing.T, got, want map[string]string) {
	t.Helper()
	for name, text := range got {
		if text != want[name] {
			t.Errorf("%s: %d bytes, want %d", name, len(text), len(want[name]))
		}
	}
}

// TestKill holds that an export that is killed at any moment leaves no half-written file. KILLS=100 has it killed a hundred times.
func TestKill(t *testing.T) {
	switch {
	case runtime.GOOS != "linux":
		t.Skip("elsewhere a killed export leaves a hidden temporary file")
	case testing.Short():
		t.Skip("takes some seconds")
	}
	kills, _ := strconv.Atoi(os.Getenv("KILLS"))
	if kills == 0 {
		kills = 5
	}
	_, names := feeds(t, 300)
	whole := t.TempDir()
	begun := time.Now()
	if c, stderr := exporting(names, whole); c.Run() != nil {
		t.Fatal(stderr)
	}
	took := time.Since(begun)
	want := outputs(t, whole)
	written := 0
	for i := range kills {
		out := filepath.Join(t.TempDir(), "out")
		if i%2 == 1 { // over what is there
			if err := os.CopyFS(out, os.DirFS(whole)); err != nil {
				t.Fatal(err)
			}
		}
		c, _ := exporting(names, out)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(rand.N(took))
		c.Process.Signal(syscall.SIGKILL)
		c.Wait()
		got := outputs(t, out)
		written += len(got)
		for name, text := range got {
			if strings.HasSuffix(name, ".tmp") { // killed between two system calls: whole, but for its name
				name = strings.TrimPrefix(name[:strings.Index(name, ".jsonl.")], ".") + ".jsonl"
			}
			if text != want[name] {
				t.Errorf("%s: %d bytes, want %d", name, len(text), len(want[name]))
			}
		}
	}
	if kills > 20 && written == 0 {
		t.Error("nothing was ever written")
	}
}

// TestFault holds that a fault of this program in one feed is an error of that feed.
func TestFault(t *testing.T) {
	_, names := feeds(t, 3)
	jsonl, _ := format.Find("jsonl")
	faulty := jsonl
	faulty.Write = func(w io.Writer, tl *timeline.Timeline, o format.Options) error {
		if strings.HasSuffix(tl.Sources[0].Name, "0001.txt") {
			panic("index out of range")
		}
		return jsonl.Write(w, tl, o)
	}
	var stderr bytes.Buffer
	u := &unfinished{}
	a := &app{stderr: &stderr, unfinished: u}
	dir := t.TempDir()
	tree, err := openTree(dir, a)
	if err != nil {
		t.Fatal(err)
	}
	defer tree.close()
	e := export{dir: dir, workers: 2, format: faulty, parser: &parser.Parser{}, tree: tree}
	if e.namer, err = e.name(nil, nil, names); err != nil {
		t.Fatal(err)
	}
	var report bytes.Buffer
	if err := e.convert(a, names, &report); err != nil {
		t.Fatal(err)
	}
	if n := len(outputs(t, dir)); n != 2 || a.worst != failed {
		t.Errorf("%d outputs, exit code %d", n, a.worst)
	}
	if !strings.Contains(stderr.String(), "0001.txt: internal error at cmd/export_test.go:") {
		t.Error(stderr.String())
	}
	if lines := strings.Split(report.String(), "\n"); !strings.Contains(lines[1], `"status":"failed"`) || !strings.Contains(lines[2], `"status":"written"`) {
		t.Error(report.String())
	}
}

// FuzzNames holds that names of outputs lie below the folder and never stand twice, whatever the inputs are called.
func FuzzNames(f *testing.F) {
	f.Add("a.txt\na.md\n../a.txt\n/a.txt\nb/../a.txt\nA.TXT", "")
	f.Add("../../etc/passwd\n/etc/passwd\n..\n.\n/\n-\n", "")
	f.Add("a/b/c\na/b\na\nab", "a")
	f.Add("x.txt.gz\nx.gz\n.gz\n.txt.gz", "..")
	f.Fuzz(func(t *testing.T, list, root string) {
		places := strings.Split(list, "\n")
		n, err := newNamer(places, nil, root, "out", "jsonl")
		if err != nil {
			return
		}
		seen := map[string]bool{}
		for _, place := range places {
			name, err := n.name(place)
			if err != nil {
				continue
			}
			if !filepath.IsLocal(filepath.FromSlash(name)) || seen[strings.ToLower(name)] {
				t.Errorf("%q: %q", place, name)
			}
			seen[strings.ToLower(name)] = true
		}
	})
}

func TestProgressLine(t *testing.T) {
	p := &progress{width: 80, done: 250, total: 1000}
	if got, want := p.line(5*time.Second), "━━━━━━━───────────────────────  250/1000  50/s  15s left"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	p.width = 40
	if got, want := p.line(5*time.Second), "250/1000  50/s  15s left"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
