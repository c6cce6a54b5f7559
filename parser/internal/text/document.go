package text

import (
	"newstimeline/parser/feed"
)

// A Document is a source as lines, and what can be told of each of them before anything is known of the others.
type Document struct {
	feed.Source
	Lines feed.Lines
	Looks []Look      // by line
	Kinds []TextKind  // by line
	Muted []feed.Rule // by line: why it is noise whatever it says, by markup or because it stands on every page; nil: no line is
	aside []bool      // by line: markup says that it is noise; nil: it says so of none
}

// NewDocument returns a source as lines. Its looks are left to the scan, which knows where candidates stand.
func NewDocument(src feed.Source) *Document {
	d := &Document{Source: src, Lines: Split(src.Text)}
	d.takeHints()
	return d
}

// IsBlank reports whether line i, from 0, has no text, or is muted.
func (d *Document) IsBlank(i int) bool { return d.Looks[i].Has(LookBlank) }

// Look returns the look of line i, from 0.
func (d *Document) Look(i int) Look { return d.Looks[i] }

// Line returns the text of line i, from 0, without white space at its ends.
func (d *Document) Line(i int) string { return d.Lines.Span(d.Text, i).Of(d.Text) }
