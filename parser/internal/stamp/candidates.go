package stamp

import (
	"newstimeline/parser/fault"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/parallel"
	"slices"
)

// Scan returns a source as lines, each looked at, and the candidates in them. asOf is the day of
// capture, zero if it is unknown.
func Scan(src feed.Source, asOf feed.Date) (*text.Document, []Candidate) {
	d := Lines(src)
	return d, scan(d, asOf)
}

// Lines returns a source as lines. Those that markup excludes or that recur on every page are
// muted.
func Lines(src feed.Source) *text.Document {
	d := text.NewDocument(src)
	mutePages(d)
	return d
}

// scan finds the marks of every line, looks at each, and finds the lines that are blank.
func scan(d *text.Document, asOf feed.Date) []Candidate {
	const part = 8192 // lines that are scanned in one go
	n := d.Lines.Count()
	d.Looks, d.Kinds = make([]text.Look, n), make([]text.TextKind, n)
	var marks []Candidate
	scanned := 0
	parallel.InOrder((n+part-1)/part, func() func([]Candidate, int) []Candidate {
		s := scanner{d: d, asOf: asOf}
		return func(dst []Candidate, i int) []Candidate {
			return s.appendMarks(dst, i*part, min((i+1)*part, n))
		}
	}, func(found []Candidate) error {
		marks, scanned = append(marks, found...), scanned+part
		if free := cap(marks) - len(marks); scanned > n/8 && scanned < n && free < part {
			// as many as the lines so far let expect
			marks = slices.Grow(marks, int(float64(len(marks))*float64(n-scanned)/float64(scanned)))
		}
		return nil
	})
	if len(d.Hints) > 0 {
		marks = markHints(d, marks)
	}
	return marks
}

// A scanner scans lines of a document.
type scanner struct {
	d      *text.Document
	asOf   feed.Date
	finder Finder
}

// appendMarks appends the marks of lines [from, to) to dst.
func (s *scanner) appendMarks(dst []Candidate, from, to int) []Candidate {
	fault.At("scan", s.d.Name)
	for i := from; i < to; i++ {
		at := s.d.Lines.Span(s.d.Text, i)
		if at.Len() == 0 || s.d.IsMuted(i) {
			s.d.Looks[i] = text.LookBlank
			continue
		}
		line, before := at.Of(s.d.Text), len(dst)
		dst = s.finder.Append(dst, line, int32(i), at.Start)
		s.d.Looks[i], s.d.Kinds[i] = text.LookAt(line, markedLine(dst[before:]), &s.finder.x),
			text.KindOf(line)
	}
	return dst
}
