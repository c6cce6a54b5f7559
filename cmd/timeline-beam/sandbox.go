package main

import (
	"bufio"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"
)

// A sandbox parses documents in a process of its own: this program, started again. What no code in
// a process can stop, that process does not survive: a document on which the parser would loop, use
// up the stack or the memory. Then the process is ended, the document is a fault, and the next one
// gets a new process. A process that ends for another reason is replaced once for each task.
type sandbox struct {
	settings settings
	child    *child
}

// A task is the work on one document, or on all of one key.
type task struct {
	Documents []document
	KeyOnly   bool // tell the key of the one document, and do not parse it
}

// A result is what became of a task.
type result struct {
	Names    []string // of the documents, as far as they could be read
	Key      string
	Lines    []byte // the entries, as JSON lines
	Notes    []note // of the entries, with settings.Dedupe
	Entries  int
	Undated  int
	Warnings int
	Faults   []failure // documents that are not in Lines
}

// A failure tells why a document of a task gave nothing.
type failure struct {
	Number int // of the document in the task, from 0
	Reason string
}

// An answer is what the process says of a task: that it begins with a document, or the result.
type answer struct {
	Begins int // the number of a document; one behind the last: merging
	Result *result
}

// do has a task done. An error concerns the sandbox, not the documents: no process can be started.
func (s *sandbox) do(t task) (*result, error) {
	var faults []failure
	numbers := make([]int, len(t.Documents)) // those of the documents that are left
	for i := range numbers {
		numbers[i] = i
	}
	died := false
	for {
		left := task{KeyOnly: t.KeyOnly}
		for _, n := range numbers {
			left.Documents = append(left.Documents, t.Documents[n])
		}
		res, at, reason, err := s.try(left)
		switch {
		case err != nil:
			return nil, err
		case reason == nil:
			return res.with(faults, numbers), nil
		case !errors.Is(reason, errSlow) && !died:
			died = true // what ended the process need not be the document: once more
			continue
		}
		died = false
		if at >= len(numbers) { // it ended while it merged
			for _, n := range numbers {
				faults = append(faults, failure{n, reason.Error()})
			}
			return &result{Faults: faults}, nil
		}
		faults = append(faults, failure{numbers[at], reason.Error()})
		numbers = append(numbers[:at], numbers[at+1:]...)
		if len(numbers) == 0 {
			return &result{Faults: faults}, nil
		}
	}
}

// with adds the faults of earlier tries to a result, whose own count the documents that were left.
func (res *result) with(faults []failure, numbers []int) *result {
	for i := range res.Faults {
		res.Faults[i].Number = numbers[res.Faults[i].Number]
	}
	res.Faults = append(res.Faults, faults...)
	return res
}

// errSlow is the reason why a process was ended.
var errSlow = errors.New("took longer than --time-limit")

// try has the process do a task. If the process ends meanwhile, or is ended, reason tells why and at
// which document that was.
func (s *sandbox) try(t task) (res *result, at int, reason, err error) {
	if s.child == nil {
		if s.child, err = start(&s.settings); err != nil {
			return nil, 0, nil, err
		}
	}
	defer func() {
		if reason != nil {
			s.close()
		}
	}()
	s.child.tasks <- t
	limit := time.NewTimer(s.settings.TimeLimit)
	defer limit.Stop()
	for {
		select {
		case a, ok := <-s.child.answers:
			switch {
			case !ok:
				return nil, at, s.child.reason(), nil
			case a.Result != nil:
				return a.Result, 0, nil, nil
			}
			at = a.Begins
			limit.Reset(s.settings.TimeLimit)
		case <-limit.C:
			return nil, at, errSlow, nil
		}
	}
}

// close ends the process.
func (s *sandbox) close() {
	if s.child != nil {
		s.child.end()
		s.child = nil
	}
}

// A child is a process that does tasks.
type child struct {
	*exec.Cmd
	tasks   chan<- task
	answers <-chan answer // closed when the process has ended
	words   tail
	ended   error // how; valid once answers is closed
}

// childVariable is set in the environment of the process that a sandbox starts.
const childVariable = "TIMELINE_BEAM_PARSES"

// start starts a process.
func start(s *settings) (*child, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	c := &child{Cmd: exec.Command(self)}
	c.Env = append(os.Environ(), childVariable+"=1")
	c.Stderr = &c.words
	in, err := c.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := c.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := c.Start(); err != nil {
		return nil, fmt.Errorf("cannot start the process that parses: %w", err)
	}
	tasks, answers := make(chan task, 1), make(chan answer)
	c.tasks, c.answers = tasks, answers
	go func() {
		send(in, s, tasks)
		in.Close()
	}()
	go func() {
		receive(out, answers)
		c.ended = c.Wait()
		close(answers)
	}()
	return c, nil
}

// send writes the settings and then tasks. When the process has ended, tasks go nowhere.
func send(w io.Writer, s *settings, tasks <-chan task) {
	out := bufio.NewWriterSize(w, 64<<10)
	enc := gob.NewEncoder(out)
	enc.Encode(s)
	for t := range tasks {
		enc.Encode(&t)
		out.Flush()
	}
}

// receive reads answers to the end of the stream.
func receive(r io.Reader, answers chan<- answer) {
	dec := gob.NewDecoder(bufio.NewReaderSize(r, 64<<10))
	for {
		var a answer
		if dec.Decode(&a) != nil {
			return
		}
		answers <- a
	}
}

// end kills the process, unless it has ended, and waits for that.
func (c *child) end() {
	c.Process.Kill()
	close(c.tasks)
	for range c.answers {
	}
}

// reason tells how the process ended: as the runtime of Go says it, or as the system does.
func (c *child) reason() error {
	for line := range strings.Lines(c.words.String()) {
		for _, sign := range [...]string{"fatal error: ", "panic: ", "runtime: out of memory"} {
			if strings.HasPrefix(line, sign) {
				return errors.New("the parser ended: " + strings.TrimSpace(line))
			}
		}
	}
	if c.ended == nil {
		return errors.New("the parser ended")
	}
	return fmt.Errorf("the parser ended: %w", c.ended)
}

// A tail keeps the first bytes that are written to it.
type tail struct {
	sync.Mutex
	b []byte
}

func (t *tail) Write(p []byte) (int, error) {
	const most = 4096
	t.Lock()
	defer t.Unlock()
	t.b = append(t.b, p[:min(len(p), most-len(t.b))]...)
	return len(p), nil
}

func (t *tail) String() string {
	t.Lock()
	defer t.Unlock()
	return string(t.b)
}
