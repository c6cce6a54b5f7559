package cmd

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestWork checks that the work grows with the input and not faster, whatever the input holds. Work is counted, not timed: the program is built
// with coverage counters, which tell how many statements it ran. The third piece of an input must not take more than the second.
func TestWork(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program with counters")
	}
	counted := filepath.Join(t.TempDir(), "timeline")
	build := exec.Command("go", "build", "-cover", "-covermode=count", "-coverpkg=newstimeline/...", "-o", counted, "newstimeline/cmd/timeline")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	covdata, err := exec.Command("go", "tool", "-n", "covdata").Output()
	if err != nil {
		t.Fatal(err)
	}
	counter := counter{program: counted, covdata: strings.TrimSpace(string(covdata))}
	for name, load := range workloads() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			counter.check(t, load, mostOf(name))
		})
	}
}

// mostOf returns how many times as much the third piece of a workload may take as the second. With two inputs there is more to sort and to
// look up, which takes the longer the more there is; what grew with the square would take 1.67 times as much.
func mostOf(name string) float64 {
	if command, _, two := strings.Cut(name, " of "); two && (command == "diff" || command == "dedupe" || command == "merge") {
		return 1.3
	}
	return 1.05
}

// A counter counts the statements that a program built with coverage counters runs.
type counter struct{ program, covdata string }

// check compares what the second and the third of equal pieces of an input take; a workload has the first n of them. The first does not count: some
// passes look at the head of a feed only, and what they find there may be another matter, an index of a thousand lines.
// most is how many times as much the third may take.
func (c counter) check(t *testing.T, load workload, most float64) {
	t.Helper()
	one, two, three := c.statements(t, load, 1), c.statements(t, load, 2), c.statements(t, load, 3)
	if float64(three-two) > most*float64(two-one) {
		t.Errorf("%d statements for a piece, %d for two and %d for three", one, two, three)
	}
}

// statements returns how many statements the program runs to do n pieces of a workload.
func (c counter) statements(t *testing.T, load workload, n int) int64 {
	t.Helper()
	dir := t.TempDir()
	data, profile := filepath.Join(dir, "data"), filepath.Join(dir, "profile")
	if err := os.Mkdir(data, 0o777); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(c.program, load(t, dir, n)...)
	run.Env = append(os.Environ(), "GOCOVERDIR="+data, "GOMAXPROCS=1") // counters of one thread need no locks, which take ten times as long
	if out, err := run.CombinedOutput(); err != nil && run.ProcessState.ExitCode() != int(undated) {
		t.Fatalf("%v\n%.300s", err, out)
	}
	if out, err := exec.Command(c.covdata, "textfmt", "-i", data, "-o", profile).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return sumProfile(t, profile)
}

// sumProfile adds up the statements of a profile: each line ends with those of a block and how often it was run.
func sumProfile(t *testing.T, path string) (sum int64) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) != 3 {
			continue // mode: atomic
		}
		in, err1 := strconv.ParseInt(fields[1], 10, 64)
		times, err2 := strconv.ParseInt(fields[2], 10, 64)
		if err1 != nil || err2 != nil {
			t.Fatalf("%q", lines.Text())
		}
		sum += in * times
	}
	if sum == 0 {
		t.Fatal("nothing was counted")
	}
	return sum
}
