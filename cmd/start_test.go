package cmd

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestStart holds that no package does much before main runs: the user waits for it at every start.
// It counts what packages allocate there. The bounds are what libraries that cannot be avoided
// take; our own packages have no excuse.
func TestStart(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	program := filepath.Join(t.TempDir(), "timeline")
	if out, err := exec.Command("go", "build", "-o", program, "newstimeline/cmd/timeline").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	run := exec.Command(program, "--version")
	run.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := run.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	lines := regexp.MustCompile(`(?m)^init (\S+) .* (\d+) bytes, (\d+) allocs$`).FindAllStringSubmatch(string(out), -1)
	if len(lines) < 20 {
		t.Fatalf("only %d packages are traced:\n%s", len(lines), out)
	}
	checkInits(t, lines)
}

// checkInits checks what the packages, and all of them together, allocate.
func checkInits(t *testing.T, lines [][]string) {
	type amount struct{ bytes, allocs int }
	ours, theirs, together := amount{1 << 10, 8}, amount{80 << 10, 400}, amount{200 << 10, 750}
	var sum amount
	for _, line := range lines {
		most := theirs
		if strings.HasPrefix(line[1], "newstimeline/") {
			most = ours
		}
		bytes, _ := strconv.Atoi(line[2])
		allocs, _ := strconv.Atoi(line[3])
		if bytes > most.bytes || allocs > most.allocs {
			t.Errorf("%s allocates %d bytes in %d pieces before main, more than %v", line[1], bytes, allocs, most)
		}
		sum.bytes, sum.allocs = sum.bytes+bytes, sum.allocs+allocs
	}
	if sum.bytes > together.bytes || sum.allocs > together.allocs {
		t.Errorf("packages allocate %v before main, more than %v", sum, together)
	}
}
