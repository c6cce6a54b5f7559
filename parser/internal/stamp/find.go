package stamp

import (
	"strings"
	"sync"

	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Find returns the candidates for timestamps in one line, in the order of their first bytes. Each
// is read whole: nothing of it is left in the text beside it. Offsets are bytes of the line, from
// 0. A line without timestamps gives nil.
//
// In "8.30am ET (12.30pm GMT): Polls open" it finds one candidate, which opens the line. Its fields
// have the hour 8, the minute 30 and the zone ET, and its text begins at byte 25. A candidate with
// the position [Row] counts only where others of its kind recur: see [Settle].
func Find(line string) []Candidate {
	f := finders.Get().(*Finder)
	defer finders.Put(f)
	return f.Append(nil, line, 0, 0)
}

// finders are those that no call needs at the moment: one is larger than most lines.
var finders = sync.Pool{New: func() any { return new(Finder) }}

// A Finder finds candidates line by line. The zero Finder is ready; it reuses its memory, so that a
// line without candidates allocates nothing. Only one goroutine may use it.
type Finder struct {
	x words.Lexer
	r Reader
	m Candidate // the one that is being read

	byline Candidate // the one of a byline
}

// Append appends the candidates of a line to dst, as [Find] finds them. The line has the number n,
// from 0, and begins at byte at of a text. Offsets are bytes of that text.
func (f *Finder) Append(dst []Candidate, line string, n int32, at int) []Candidate {
	first := len(dst)
	dst = f.find(dst, line)
	for i := first; i < len(dst); i++ {
		dst[i].Shift(n, at)
	}
	return dst
}

// find appends the candidates of a line, with offsets in the line. Each reader writes its candidate
// in place and reports whether there is one: most lines have none.
func (f *Finder) find(dst []Candidate, line string) []Candidate {
	if line == "" {
		return dst
	}
	x, r, m := &f.x, &f.r, &f.m
	opens := mayOpen(line)
	found := opens && atHead(m, line, x, r)
	if found && m.Place == Whole {
		return append(dst, *m)
	}
	if !(found && m.isClock()) && inByline(&f.byline, m.first(found, line), line, x, r) {
		return append(dst, f.byline)
	}
	if opens && (!found || m.isNamedClock()) && wordedRow(m, line, x, r) {
		found = true
	}
	if found = found || opens && afterFields(m, line, x, r); found {
		dst = append(dst, *m)
	}
	opened := found && m.Place != Row
	if opened && m.mayBeFigure() && inRow(m, line, x, r) {
		dst = append(dst, *m)
	}
	if inTag(m, line, x, r) || beforeControls(m, line, x, r) {
		return append(dst, *m)
	}
	if beforeCount(m, line, x, r) {
		return append(dst, *m)
	}
	if mayClose(line, x) && closing(m, line, x, r) {
		m.leaveButton(line, x)
		return append(dst, *m)
	}
	if len(line) <= 2*text.RubricSize && !opened && within(m, line, x, r) {
		dst = append(dst, *m)
	}
	return dst
}

// isClock reports whether a clock alone opens the line. No byline begins so.
func (m *Candidate) isClock() bool {
	f := &m.Fields
	return m.Place == Opens && f.TitleEnd == 0 && f.HasClock() && !f.HasDay() &&
		f.Has&(Updated|Published) == 0
}

// first returns the candidate that was found at the head of a line, if a byline that begins there
// begins with the same. It was read with no word before it and no remark left out behind it.
func (m *Candidate) first(found bool, line string) *Candidate {
	if found && m.Place == Opens && m.Start == 0 && m.Fields.Has&Approximate == 0 &&
		!strings.HasSuffix(line, "]") {
		return m
	}
	return nil
}

// isNamedClock reports whether a word for a clock opens the candidate's line: "Noon report".
func (m *Candidate) isNamedClock() bool {
	return m.Fields.Notation == WordClock
}

// mayBeFigure reports whether a clock with a dot opens the candidate's line: "4.00 4 0 Oct. 1, 2000
// text" begins with the number of a release.
func (m *Candidate) mayBeFigure() bool {
	return m.Fields.Notation == DotClock
}

// afterFields reads the timestamp after the fields of a row that open a line.
func afterFields(m *Candidate, line string, x *words.Lexer, r *Reader) bool {
	return epochRow(m, line) || levelRow(m, line) || sixFigureRow(m, line) ||
		packedRow(m, line) || dayRow(m, line) || spacedRow(m, line) || inRow(m, line, x, r)
}
