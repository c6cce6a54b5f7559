package cmd

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"newstimeline/parser/fault"
)

// Paging, as git does it: text that is longer than the terminal goes through a pager, a program
// that the user chooses. What fits on the terminal is printed there.

// defaultPager is the pager of those who have chosen none. less leaves at once if all fits (F),
// passes colours on (R), and leaves the text on the terminal (X).
const defaultPager = "less -FRX"

// pagerEnvironment is what pagers need to know of our output, where the user has not set it.
var pagerEnvironment = [...][2]string{{"LESS", "FRX"}, {"LV", "-c"}, {"LESSCHARSET", "utf-8"}}

// registerPager adds --no-pager.
func (out *output) registerPager(c *cobra.Command) {
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.BoolVar(&out.noPager, "no-pager", false,
			"do not use a pager ($TIMELINE_PAGER, $PAGER or less)")
	})
}

// paged calls write with stdout, or with what pages it if stdout is a terminal.
func (a *app) paged(write func(io.Writer) error) error {
	f, ok := a.stdout.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return write(a.stdout)
	}
	command := pagerCommand()
	if command == "" || command == "cat" || os.Getenv("TERM") == "dumb" {
		return write(a.stdout)
	}
	p := &pager{a: a, command: command, lines: rows(int(f.Fd())) - 1}
	err := fault.Guard(func() error { return write(p) }) // whatever happens, the pager is to end
	if ended := p.end(); err == nil {
		err = ended
	}
	if p.left {
		return nil // the user has seen enough
	}
	return err
}

// pagerCommand returns the command line of the user's pager; "": none is wanted.
func pagerCommand() string {
	for _, name := range [...]string{"TIMELINE_PAGER", "PAGER"} {
		if command, set := os.LookupEnv(name); set {
			return strings.TrimSpace(command)
		}
	}
	return defaultPager
}

// rows returns the height in lines of the terminal with a file descriptor, or 24 if it is unknown.
func rows(terminal int) int {
	if _, n, err := term.GetSize(terminal); err == nil && n > 0 {
		return n
	}
	return 24
}

// A pager is a writer to a terminal. It holds back what is written until there is more than fits.
// Then it starts the program that pages, and passes everything on to it.
type pager struct {
	a       *app
	command string
	lines   int // that still fit
	held    []byte
	program *exec.Cmd
	pipe    io.WriteCloser // to the program; nil: it is not running
	direct  bool           // no program could be started
	left    bool           // the program takes no more
}

func (p *pager) Write(b []byte) (int, error) {
	switch {
	case p.direct:
		return p.a.stdout.Write(b)
	case p.pipe != nil:
		return p.pass(b)
	}
	p.held = append(p.held, b...)
	p.lines -= bytes.Count(b, []byte{'\n'})
	if p.lines < 0 {
		return len(b), p.start()
	}
	return len(b), nil
}

// start starts the program. If that fails, the text goes to the terminal.
func (p *pager) start() error {
	program, err := pagerProgram(p.command)
	var pipe io.WriteCloser
	if err == nil {
		program.Stdout, program.Stderr = p.a.stdout, p.a.stderr
		pipe, err = program.StdinPipe()
	}
	if err == nil {
		p.a.unfinished.watched()
		p.a.paging.Store(true) // from here on an interrupt is for the pager
		err = program.Start()
	}
	if err != nil {
		p.a.paging.Store(false)
		p.direct = true
		if p.command != defaultPager {
			p.a.warn("timeline", 0, "cannot start the pager "+p.command+": "+reason(err))
		}
		return p.print()
	}
	p.program, p.pipe = program, pipe
	_, err = p.pass(p.held)
	p.held = nil
	return err
}

// pass passes text on to the program. That fails if the user leaves the program before the end.
func (p *pager) pass(b []byte) (int, error) {
	n, err := p.pipe.Write(b)
	p.left = p.left || err != nil
	return n, err
}

// print prints what was held back.
func (p *pager) print() error {
	_, err := p.a.stdout.Write(p.held)
	p.held = nil
	return err
}

// end prints what was held back, or waits until the user leaves the program.
func (p *pager) end() error {
	if p.pipe == nil {
		return p.print()
	}
	p.pipe.Close()
	p.program.Wait() // its exit code is unrelated to our output
	p.a.paging.Store(false)
	return nil
}

// pagerProgram returns the program of a command line. A command line with more than plain words is
// run by the shell.
func pagerProgram(command string) (*exec.Cmd, error) {
	words := strings.Fields(command)
	if runtime.GOOS != "windows" && strings.ContainsAny(command, "|&;<>()$`\\\"'*?[#~=%{") {
		words = []string{"sh", "-c", command}
	}
	path, err := exec.LookPath(words[0])
	if err != nil {
		var missing *exec.Error
		if errors.As(err, &missing) {
			err = missing.Err
		}
		return nil, err
	}
	program := exec.Command(path, words[1:]...)
	program.Env = os.Environ()
	for _, v := range pagerEnvironment {
		if _, set := os.LookupEnv(v[0]); !set {
			program.Env = append(program.Env, v[0]+"="+v[1])
		}
	}
	return program, nil
}
