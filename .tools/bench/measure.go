package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// A group is commands that do the same work. The first one that runs is what the others are
// compared with.
type group struct {
	title    string
	prepare  func() // writes the inputs
	commands []command
	figures  []figures // by command; without runs where a program is missing
}

// A command is a line of the shell.
type command struct {
	name, line string
	needs      string // a program or a file without which the command cannot be run; "": none
	times      int    // how often a run starts the program, without a shell; 0: once, with one
}

// figures are the least of several runs.
type figures struct {
	runs      int
	cpu, wall time.Duration
	peak      int64 // bytes of the largest process; 0: not more than this program has
}

// run runs the commands in turn, so that other work on the machine meets all of them.
func (g *group) run(runs int) {
	g.figures = make([]figures, len(g.commands))
	for range runs {
		for i := range g.commands {
			if c := &g.commands[i]; c.isThere() {
				g.figures[i].take(c.run())
			}
		}
	}
}

// isThere reports whether what a command needs is installed.
func (c *command) isThere() bool {
	if c.needs == "" || strings.Contains(c.needs, "/") {
		_, err := os.Stat(c.needs)
		return c.needs == "" || err == nil
	}
	_, err := exec.LookPath(c.needs)
	return err == nil
}

// run runs a command once and returns its figures.
func (c *command) run() figures {
	f := figures{runs: 1}
	words := []string{"sh", "-c", c.line}
	if c.times > 0 {
		words = strings.Fields(c.line)
	}
	for range max(c.times, 1) {
		p := exec.Command(words[0], words[1:]...)
		before := time.Now()
		if err := p.Run(); err != nil {
			log.Fatalf("%s: %v", c.line, err)
		}
		f.wall += time.Since(before)
		f.cpu += p.ProcessState.UserTime() + p.ProcessState.SystemTime()
		f.peak = max(f.peak, peakOf(p))
	}
	return f
}

// peakOf returns the peak of a process that has ended, in bytes. The system counts what a process
// had before it became another program, too: a peak that is no more than ours is unknown, 0.
func peakOf(p *exec.Cmd) int64 {
	var own syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &own))
	usage, ok := p.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok || usage.Maxrss <= own.Maxrss {
		return 0
	}
	return usage.Maxrss << 10
}

// take takes the least of the figures so far and of one more run; of the peak, the largest.
func (f *figures) take(run figures) {
	if f.runs == 0 {
		*f = run
		return
	}
	f.runs++
	f.cpu, f.wall, f.peak = min(f.cpu, run.cpu), min(f.wall, run.wall), max(f.peak, run.peak)
}

// print writes the figures as a table.
func (g *group) print(w io.Writer) {
	fmt.Fprintf(w, "\n%s\n\n| command | CPU s | × | wall s | × | peak MB |\n"+
		"| --- | --- | --- | --- | --- | --- |\n", g.title)
	var base *figures
	for i := range g.figures {
		f := &g.figures[i]
		if f.runs == 0 {
			continue
		}
		if base == nil {
			base = f
		}
		peak := "–"
		if f.peak > 0 {
			peak = fmt.Sprint(f.peak / 1e6)
		}
		fmt.Fprintf(w, "| %s | %.3f | %.2f | %.3f | %.2f | %s |\n",
			strings.ReplaceAll(g.commands[i].name, "|", `\|`), f.cpu.Seconds(),
			f.cpu.Seconds()/base.cpu.Seconds(), f.wall.Seconds(),
			f.wall.Seconds()/base.wall.Seconds(), peak)
	}
}
