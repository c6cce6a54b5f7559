package text

import (
	"newstimeline/parser/feed"
)

// A Document is a source as lines, with the features of each line by itself.
type Document struct {
	feed.Source
	Lines feed.Lines
	Looks []Look     // by line
	Kinds []TextKind // by line
	// by line: why it is noise whatever its words, by markup or because it recurs on every page;
	// nil: no line is
	Muted  []feed.Rule
	aside  []bool  // by line: markup marks it as noise; nil: none
	scopes []scope // see noteScopes
	scoped []int32 // by line: the smallest scope that it is in, -1 if none; nil: there are none
	labels []bool  // the same as a label
	// by line: markup says that no paragraph goes on here; nil: it says so of none
	parted []bool
}

// NewDocument returns a source as lines. Its features are left to the scan, which knows the
// candidates.
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
