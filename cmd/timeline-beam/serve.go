package main

import (
	"bufio"
	"encoding/gob"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"newstimeline/parser/fault"
	"newstimeline/parser/feed"
)

// The other side of a sandbox: the process that parses.

// isChild reports whether this process was started by a sandbox.
func isChild() bool { return os.Getenv(childVariable) != "" }

// maxStack is the largest stack, in bytes, that a document may need.
const maxStack = 64 << 20

// serve does the tasks that come on r, and answers on w. When r ends, so does the process: whoever
// wanted an answer is gone.
func serve(r io.Reader, w io.Writer) int {
	debug.SetMaxStack(maxStack)
	dec := gob.NewDecoder(bufio.NewReaderSize(r, 64<<10))
	var s settings
	if dec.Decode(&s) != nil {
		return 0
	}
	reader, err := newReader(s)
	if err != nil {
		fmt.Fprintln(os.Stderr, "panic:", err) // the flags were checked before
		return 1
	}
	tasks := make(chan task)
	go func() {
		for {
			var t task
			if dec.Decode(&t) != nil {
				os.Exit(0)
			}
			tasks <- t
		}
	}()
	out := bufio.NewWriterSize(w, 64<<10)
	enc := gob.NewEncoder(out)
	for t := range tasks {
		res := reader.do(t, func(n int) {
			if len(t.Documents) > 1 {
				enc.Encode(answer{Begins: n})
				out.Flush()
			}
		})
		enc.Encode(answer{Result: res})
		if out.Flush() != nil {
			return 0
		}
	}
	return 0
}

// do does one task, and calls begins with the number of each document that it begins with.
func (r *reader) do(t task, begins func(n int)) *result {
	res := &result{Names: make([]string, len(t.Documents))}
	var parsed []*feed.Document
	for i := range t.Documents {
		begins(i)
		d := &t.Documents[i]
		err := fault.Guard(func() (err error) {
			if t.KeyOnly {
				res.Key, err = r.key(d)
				return err
			}
			p, err := parse(r, d)
			if err == nil {
				parsed = append(parsed, p)
			}
			return err
		})
		res.Names[i] = d.Name
		if err != nil {
			res.Faults = append(res.Faults, failure{i, err.Error()})
		}
	}
	if len(parsed) == 0 {
		return res
	}
	begins(len(t.Documents))
	return r.merged(res, parsed)
}

// parse is what tests replace to make faults.
var parse = (*reader).parse

// merged adds the timeline of the documents to a result. If that fails, all of them have.
func (r *reader) merged(res *result, parsed []*feed.Document) *result {
	err := fault.Guard(func() error {
		made, err := r.convert(parsed)
		made.Names, made.Faults = res.Names, res.Faults
		if err == nil {
			res = &made
		}
		return err
	})
	if err != nil {
		res.Faults = nil
		for i := range res.Names {
			res.Faults = append(res.Faults, failure{i, err.Error()})
		}
	}
	return res
}
