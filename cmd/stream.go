package cmd

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"newstimeline/parser/decode"
	"newstimeline/timeline"
)

// The streaming mode of export: documents come in as lines of JSON, and the entries of each go out as soon as it is read. Only one document is in
// memory. It is for engines that put programs into pipes: Spark, Hadoop Streaming, DuckDB.

// A badLine is written in place of the entries of a line that holds no document, under --on-error record.
type badLine struct {
	Source string `json:"source"` // the input
	Line   int    `json:"line"`   // of it, from 1
	Error  string `json:"error"`
}

// An onError is what a stream does at a line that holds no document.
type onError uint8

const (
	skipOnError   onError = iota // report it and go on
	stopOnError                  // report it and end
	recordOnError                // write it to the output as a badLine and go on
)

var onErrorWords = [...]meaning[onError]{{"stop", stopOnError}, {"skip", skipOnError}, {"record", recordOnError}}

// stream writes the entries of all documents of all inputs to stdout.
func (e *export) stream(a *app, c *cobra.Command, args []string) error {
	places, err := a.places(c, &e.in, args)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(a.stdout, 64<<10)
	for _, place := range places {
		if err := e.streamPlace(a, place, out); err != nil {
			return err
		}
	}
	return out.Flush()
}

// streamPlace writes the entries of the documents of one input. It returns the first error of out, or errReported if --on-error stop ends it.
func (e *export) streamPlace(a *app, place string, out *bufio.Writer) error {
	name := placeName(place)
	in, err := a.open(place)
	if err != nil {
		a.fail(name, err)
		return nil
	}
	defer in.Close()
	for rec, err := range decode.Documents(name, in, e.in.decoding) {
		if err == nil {
			err = e.streamDocument(a, &rec, out)
		} else {
			err = e.badRecord(a, name, err, out)
		}
		if err == nil {
			err = out.Flush()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// streamDocument writes the entries of one document.
func (e *export) streamDocument(a *app, rec *decode.Record, out io.Writer) error {
	d := e.in.captured(e.parser, rec).Parse(rec.Source)
	worst := a.worst
	a.remark(d)
	if e.onError == recordOnError {
		a.worst = worst // a document without a date is no failure of the run
	}
	return e.format.Write(out, timeline.New(d), e.options)
}

// badRecord does what --on-error says about a line that holds no document. Any other error is reported: it has ended the input.
func (e *export) badRecord(a *app, name string, err error, out *bufio.Writer) error {
	var bad *decode.RecordError
	if !errors.As(err, &bad) {
		a.fail(name, err)
		return nil
	}
	if e.onError == recordOnError {
		line, err := json.Marshal(badLine{bad.Name, bad.Line, bad.Err.Error()})
		if err != nil {
			return err
		}
		_, err = out.Write(append(line, '\n'))
		return err
	}
	a.refuse(name, bad)
	if e.onError == stopOnError {
		out.Flush()
		return errReported
	}
	return nil
}
