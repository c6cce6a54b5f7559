package parser

import (
	"newstimeline/parser/fault"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"newstimeline/parser/parallel"
	"slices"
)

// scan finds the marks of every line, looks at each, and finds the lines that are blank.
func (d *document) scan() []stamp.Candidate {
	const part = 8192 // lines that are scanned in one go
	n := d.Lines.Count()
	d.looks, d.kinds = make([]text.Look, n), make([]text.TextKind, n)
	var marks []stamp.Candidate
	scanned := 0
	parallel.InOrder((n+part-1)/part, func() func([]stamp.Candidate, int) []stamp.Candidate {
		s := scanner{d: d}
		return func(dst []stamp.Candidate, i int) []stamp.Candidate {
			return s.appendMarks(dst, i*part, min((i+1)*part, n))
		}
	}, func(found []stamp.Candidate) error {
		marks, scanned = append(marks, found...), scanned+part
		if free := cap(marks) - len(marks); scanned > n/8 && scanned < n && free < part {
			marks = slices.Grow(marks, int(float64(len(marks))*float64(n-scanned)/float64(scanned))) // as many as the lines so far let expect
		}
		return nil
	})
	if len(d.Hints) > 0 {
		marks = d.markHints(marks)
	}
	return marks
}

// A scanner scans lines of a document.
type scanner struct {
	d *document
	x words.Lexer
	r stamp.Reader
}

// appendMarks appends the marks of lines [from, to) to dst.
func (s *scanner) appendMarks(dst []stamp.Candidate, from, to int) []stamp.Candidate {
	fault.At("scan", s.d.Name)
	for i := from; i < to; i++ {
		at := s.d.Lines.Span(s.d.Text, i)
		if at.Len() == 0 || s.d.isMuted(i) {
			s.d.Roles[i] = feed.Blank
			continue
		}
		line, before := at.Of(s.d.Text), len(dst)
		dst = stamp.ScanLine(dst, line, int32(i), at.Start, &s.x, &s.r)
		for k := range dst[before:] {
			dst[before+k].Fields.SettleYear(s.d.AsOf.Date)
		}
		s.d.looks[i], s.d.kinds[i] = text.LookAt(line, len(dst) > before, &s.x), text.KindOf(line)
	}
	return dst
}
