package stamp

import (
	"strings"

	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Clocks with a slash behind a word for hours, as in Persian: ساعت ۱۸/۳۰. Texts that were written
// from right to left, but kept in the order of the eye, have the minute first: ساعت ۳۰/۱۸.

// takeMinutesFirst turns the clocks with a slash of a document round, if some can only have the
// minute first and none the hour.
func takeMinutesFirst(d *text.Document, candidates []Candidate) {
	turned := 0
	var either []*Fields
	for i := range candidates {
		m := &candidates[i]
		first, ok := m.beforeSlash(d)
		if !ok {
			continue
		}
		switch f := &m.Fields; {
		case first > 23:
			turned++
		case f.Minute > 23:
			return
		default:
			either = append(either, f)
		}
	}
	if turned == 0 {
		return
	}
	for _, f := range either {
		f.Hour, f.Minute = f.Minute, f.Hour
	}
}

// beforeSlash returns the first number of a clock with a slash; ok: the candidate is one.
func (m *Candidate) beforeSlash(d *text.Document) (first int, ok bool) {
	s := d.Text[m.Start:m.End]
	slash := strings.IndexByte(s, '/')
	if m.Fields.Notation != DotClock || m.Fields.HasDate() || slash < 0 {
		return 0, false
	}
	isDigit := func(r rune) bool { return words.DigitValue(r) >= 0 }
	return words.Number(s, len(strings.TrimRightFunc(s[:slash], isDigit))).Value, true
}
