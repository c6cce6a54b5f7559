package layout

import (
	"encoding/binary"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"strings"
	"unicode/utf8"
)

// Coherence: whether headings are about the text that a reading gives them.

// coherence compares how many words the first lines have in common with the rest of their own
// entries and with the entry before.
func (m *measure) coherence() int {
	own, other := 0, 0
	tried := 0
	for k := range m.units {
		u := &m.units[k]
		if u.firstOwn == u.lastOwn || tried == sampled {
			continue
		}
		if !m.look(u.firstOwn).Has(text.LookHeading) && !m.look(u.lastOwn).Has(text.LookHeading) {
			continue
		}
		tried++
		if m.look(u.firstOwn).Has(text.LookHeading) {
			own += m.lines.commonWords(u.firstOwn, behind(u))
			if k > 0 && m.units[k-1].texts > 0 {
				other += m.lines.commonWords(u.firstOwn, m.upToHeading(&m.units[k-1]))
			}
		}
		if u.lastOwn > u.firstOwn && m.look(u.lastOwn).Has(text.LookHeading) {
			own += m.lines.commonWords(u.lastOwn, m.upToHeading(u))
			if k+1 < len(m.units) && m.units[k+1].texts > 0 {
				other += m.lines.commonWords(u.lastOwn, all(&m.units[k+1]))
			}
		}
	}
	return share(own-other, own+other+2)
}

// A lineRun is some lines, the last one included. There is none if it is before the first.
type lineRun struct{ from, to int }

func behind(u *segmentUnit) lineRun { return lineRun{u.firstOwn + 1, u.lastOwn} }
func all(u *segmentUnit) lineRun    { return lineRun{u.firstOwn, u.lastOwn} }

// upToHeading returns the lines of a unit without a heading that ends it.
func (m *measure) upToHeading(u *segmentUnit) lineRun {
	to := u.lastOwn
	if m.look(to).Has(text.LookHeading) && to > u.firstOwn {
		to--
	}
	return lineRun{u.firstOwn, to}
}

// shared is a line and other lines, whose words are compared.
type shared struct {
	line int
	with lineRun
}

// commonWords counts the words of a short line, three at most, that begin like words of other
// lines.
func (l *lineNotes) commonWords(line int, with lineRun) int {
	if with.to < with.from {
		return 0
	}
	stems := l.stems(line)
	if len(stems) == 0 {
		return 0
	}
	key := shared{line, with}
	n, known := l.common[key]
	if !known {
		s := l.lower(with)
		for k := 0; k < len(stems) && n < few; k++ {
			if strings.Contains(s, stems[k]) {
				n++
			}
		}
		l.common[key] = n
	}
	return n
}

// lower returns the first bytes of some lines in small letters.
func (l *lineNotes) lower(r lineRun) string {
	s := feed.Span{Start: int(l.d.Lines[r.from].At), End: int(l.d.Lines[r.to+1].At)}
	for s.End = min(s.End, s.Start+wordsFrom, len(l.d.Text)); s.End < len(l.d.Text) &&
		!utf8.RuneStart(l.d.Text[s.End]); {
		s.End--
	}
	return l.small(s)
}

// small returns a part of the text in small letters. Many readings ask for the same parts, so all
// of the text is written in small letters at once.
func (l *lineNotes) small(s feed.Span) string {
	if l.isSmall == notAsked {
		l.smalls, l.isSmall = inSmall(l.d.Text)
	}
	if l.isSmall == isNone {
		return strings.ToLower(s.Of(l.d.Text))
	}
	return s.Of(l.smalls)
}

// inSmall returns a text in small letters, if each has the size of its capital: then all is at the
// same place. In Turkish some have not.
func inSmall(s string) (string, answer) {
	b := []byte(s)
	for i := 0; i < len(b); {
		if i+8 <= len(b) {
			if w := binary.LittleEndian.Uint64(b[i:]); w&words.HighBits == 0 {
				binary.LittleEndian.PutUint64(b[i:], words.Lowered(w))
				i += 8
				continue
			}
		}
		if c := b[i]; c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				b[i] += 'a' - 'A'
			}
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if low := words.ToSmall(r); low != r {
			if utf8.RuneLen(low) != n {
				return "", isNone
			}
			utf8.EncodeRune(b[i:], low)
		}
		i += n
	}
	return string(b), isOne
}
