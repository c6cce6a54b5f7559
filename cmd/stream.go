package cmd

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/spf13/cobra"

	"newstimeline/parser/decode"
	"newstimeline/parser/fault"
	"newstimeline/timeline"
)

// The streaming mode of export: documents come in as lines of JSON, and the entries of each are
// written as soon as it is read. Only one document is in memory. It is for engines that put
// programs into pipes: Spark, Hadoop Streaming, DuckDB.

// A badLine is written in place of the entries of a line that holds no document, under --on-error
// record.
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

var onErrorWords = [...]meaning[onError]{{"stop", stopOnError}, {"skip", skipOnError},
	{"record", recordOnError}}

// stream writes the entries of all documents of all inputs to stdout.
func (e *export) stream(a *app, c *cobra.Command, args []string) error {
	places, err := a.places(c, &e.in, args)
	if err != nil {
		return err
	}
	for _, place := range places {
		err := fault.Guard(func() error { return e.streamPlace(a, place) })
		switch {
		case isFault(err):
			a.fail(placeName(place), err)
		case err != nil:
			return err
		}
	}
	return nil
}

// streamPlace writes the entries of the documents of one input. It returns the first error of
// stdout, or errReported if --on-error stop ends it.
func (e *export) streamPlace(a *app, place string) error {
	name := placeName(place)
	in, err := a.open(place)
	if err != nil {
		a.fail(name, err)
		return nil
	}
	defer in.Close()
	var lines bytes.Buffer // of one document: a panic must not leave half of them
	for rec, err := range decode.Documents(name, in, e.in.decoding) {
		lines.Reset()
		if err == nil {
			err = e.streamDocument(a, name, &rec, &lines)
		}
		if err != nil {
			lines.Reset()
			err = e.badRecord(a, name, err, &lines)
		}
		if _, full := lines.WriteTo(a.stdout); full != nil {
			return full
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// streamDocument writes the entries of one document. A panic is a *decode.RecordError.
func (e *export) streamDocument(a *app, name string, rec *decode.Record,
	lines *bytes.Buffer) error {
	d, err := e.in.parse(e.parser, name, rec)
	if err != nil {
		return err
	}
	worst := a.worst
	a.remark(d)
	if e.onError == recordOnError {
		a.worst = worst // a document without a date is no failure of the run
	}
	err = fault.Guard(func() error { return e.format.Write(lines, timeline.New(d), e.options) })
	if isFault(err) {
		err = &decode.RecordError{Name: name, Line: rec.Line, Err: err}
	}
	return err
}

// badRecord follows --on-error for a line without a document. Any other error is reported: it has
// ended the input. A panic is always reported too: the line may be fine.
func (e *export) badRecord(a *app, name string, err error, lines *bytes.Buffer) error {
	var bad *decode.RecordError
	if !errors.As(err, &bad) {
		a.fail(name, err)
		return nil
	}
	if e.onError != recordOnError || isFault(err) {
		a.refuse(name, bad)
	}
	switch e.onError {
	case recordOnError:
		line, err := json.Marshal(badLine{bad.Name, bad.Line, bad.Err.Error()})
		if err != nil {
			return err
		}
		lines.Write(append(line, '\n'))
	case stopOnError:
		return errReported
	}
	return nil
}
