// Bench runs this program and what else one could use side by side, in turn, and prints a table for
// each kind of work. CPU is user plus system time of a command and its children, as the system
// counts them. Of several runs the least counts: other work on the machine only adds. Only ratios of
// one run mean anything.
//
// Programs that are missing are left out: gawk, jq, Miller, Python, Node.js with chrono (npm ci).
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

func main() {
	log.SetFlags(0)
	megabytes := flag.Int("megabytes", 100, "size of the large feeds")
	runs := flag.Int("runs", 5, "how often each command is run")
	only := flag.String("only", "", "a word in the titles of the groups to run")
	flag.Parse()
	dir, err := os.MkdirTemp("", "bench")
	check(err)
	defer os.RemoveAll(dir)
	b := &bench{dir: dir, tools: filepath.Join(root(), ".tools", "bench"), megabytes: *megabytes}
	b.build("timeline", "./cmd/timeline")
	b.build("bare", ".tools/bench/bare.go")
	version, err := exec.Command(b.bin("timeline"), "--version").Output()
	check(err)
	fmt.Printf("%s, %s/%s, %d processors, least of %d runs\n", strings.TrimSpace(string(version)),
		runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), *runs)
	for _, g := range b.groups() {
		if strings.Contains(g.title, *only) {
			g.prepare()
			g.run(*runs)
			g.print(os.Stdout)
		}
	}
}

// A bench has the places of the programs and of their inputs.
type bench struct {
	dir, tools string
	megabytes  int
}

// root returns the root of the repository: this program is run in its folder .tools.
func root() string {
	at, err := filepath.Abs("..")
	check(err)
	return at
}

// build builds one of our programs. It is copied once, as installing does: as the linker leaves it,
// a program takes up to a tenth longer to start.
func (b *bench) build(name, source string) {
	built := b.path("built")
	c := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", built, source)
	c.Dir, c.Stderr = root(), os.Stderr
	c.Env = append(os.Environ(), "CGO_ENABLED=0")
	check(c.Run())
	check(exec.Command("cp", built, b.bin(name)).Run())
}

// path returns the place of an input or output of some name.
func (b *bench) path(name string) string { return filepath.Join(b.dir, name) }

// bin returns the place of one of our programs.
func (b *bench) bin(name string) string { return b.path(name + ".bin") }

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
