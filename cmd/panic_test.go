package cmd

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"newstimeline/parser/fault"
)

// faulty is the program with a mistake: it panics at a point of fault.At, POINT:NAME in $FAULT, for the input of that name.
func faulty() {
	where, whose, _ := strings.Cut(os.Getenv("FAULT"), ":")
	fault.Inject = func(point, name string) bool { return point == where && name == whose }
	os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// TestFaultOfWorkers panics in goroutines that share the work on one large feed.
func TestFaultOfWorkers(t *testing.T) {
	feed := largeFeed(t, 60_000)
	if info, err := os.Stat(feed); err != nil || info.Size() < 5<<20 {
		t.Fatalf("a feed of %v, %v", info, err)
	}
	out := filepath.Join(t.TempDir(), "out.jsonl")
	for _, point := range []string{"scan", "write"} {
		r := program(t, "faulty", "parse", "-q", "-o", out, feed)
		r.Env = append(os.Environ(), "FAULT="+point+":"+feed, "GOMAXPROCS="+"4")
		r.ends(t, 1, feed+": internal error at ")
		if words := r.words.String(); strings.Count(words, "\n") != 1 || !strings.Contains(words, "injected; please report it") {
			t.Errorf("%s: %q", point, words)
		}
		if left, _ := os.ReadDir(filepath.Dir(out)); len(left) > 0 {
			t.Errorf("%s: left behind %v", point, left)
		}
	}
	if runtime.GOMAXPROCS(0) < 2 {
		t.Log("one processor: the goroutines took turns")
	}
}
