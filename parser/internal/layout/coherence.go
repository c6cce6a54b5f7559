package layout

import (
	"newstimeline/parser/internal/text"
	"strings"
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
		for _, stem := range stems {
			if strings.Contains(s, stem) {
				n++
			}
		}
		n = min(few, n)
		l.common[key] = n
	}
	return n
}

// lower returns the first bytes of some lines in small letters. Runs of many lengths begin at the
// same line.
func (l *lineNotes) lower(r lineRun) string {
	from := int(l.d.Lines[r.from].At)
	whole := l.d.Text[from:min(len(l.d.Text), from+wordsFrom)]
	n := min(int(l.d.Lines[r.to+1].At)-from, len(whole))
	low, known := l.lowers[r.from]
	if !known {
		low = strings.ToLower(whole)
		l.lowers[r.from] = low
	}
	if len(low) != len(whole) { // small letters of other sizes
		return strings.ToLower(whole[:n])
	}
	return low[:n]
}
