package parser

import (
	"newstimeline/parser/fault"
	"newstimeline/parser/feed"
	"newstimeline/parser/parallel"
	"slices"
)

// scan finds the marks of every line, looks at each, and finds the lines that are blank.
func (d *document) scan() []mark {
	const part = 8192 // lines that are scanned in one go
	n := d.Lines.Count()
	d.looks, d.kinds = make([]look, n), make([]textKind, n)
	var marks []mark
	scanned := 0
	parallel.InOrder((n+part-1)/part, func() func([]mark, int) []mark {
		s := scanner{d: d}
		return func(dst []mark, i int) []mark { return s.appendMarks(dst, i*part, min((i+1)*part, n)) }
	}, func(found []mark) error {
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
	x lexer
	r reader
}

// appendMarks appends the marks of lines [from, to) to dst.
func (s *scanner) appendMarks(dst []mark, from, to int) []mark {
	fault.At("scan", s.d.Name)
	for i := from; i < to; i++ {
		at := s.d.Lines.Span(s.d.Text, i)
		if at.Len() == 0 || s.d.isMuted(i) {
			s.d.Roles[i] = feed.Blank
			continue
		}
		line, before := at.Of(s.d.Text), len(dst)
		dst = scanLine(dst, line, int32(i), at.Start, &s.x, &s.r)
		for k := range dst[before:] {
			dst[before+k].f.settleYear(s.d.AsOf.Date)
		}
		s.d.looks[i], s.d.kinds[i] = lookAt(line, len(dst) > before, &s.x), kindOf(line)
	}
	return dst
}
