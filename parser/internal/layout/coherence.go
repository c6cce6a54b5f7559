package layout

import (
	"newstimeline/parser/internal/text"
	"strings"
)

// Coherence: whether headings are about the text that a reading gives them.

// coherence compares how many words the first lines have in common with the rest of their own
// entries and with the entry before.
func (m *measure) coherence() int {
	const most = 12
	own, other := 0, 0
	tried := 0
	for k := range m.units {
		u := &m.units[k]
		if u.firstOwn == u.lastOwn || tried == most {
			continue
		}
		if !m.look(u.firstOwn).Has(text.LookHeading) && !m.look(u.lastOwn).Has(text.LookHeading) {
			continue
		}
		tried++
		if m.look(u.firstOwn).Has(text.LookHeading) {
			line := m.j.D.Line(u.firstOwn)
			own += min(3, commonWords(line, m.textBehind(u)))
			if k > 0 && m.units[k-1].texts > 0 {
				other += min(3, commonWords(line, m.textUpTo(&m.units[k-1])))
			}
		}
		if u.lastOwn > u.firstOwn && m.look(u.lastOwn).Has(text.LookHeading) {
			line := m.j.D.Line(u.lastOwn)
			own += min(3, commonWords(line, m.textUpTo(u)))
			if k+1 < len(m.units) && m.units[k+1].texts > 0 {
				other += min(3, commonWords(line, m.textFrom(&m.units[k+1])))
			}
		}
	}
	return share(own-other, own+other+2)
}

const wordsFrom = 400 // bytes of a text whose words are compared

func (m *measure) textBehind(u *segmentUnit) string { return m.slice(u.firstOwn+1, u.lastOwn) }
func (m *measure) textFrom(u *segmentUnit) string   { return m.slice(u.firstOwn, u.lastOwn) }
func (m *measure) textUpTo(u *segmentUnit) string {
	to := u.lastOwn
	if m.look(to).Has(text.LookHeading) && to > u.firstOwn {
		to--
	}
	return m.slice(u.firstOwn, to)
}

func (m *measure) slice(from, to int) string {
	if to < from {
		return ""
	}
	s := m.j.D.Text[m.j.D.Lines[from].At:m.j.D.Lines[to+1].At]
	return s[:min(len(s), wordsFrom)]
}

// commonWords counts the words of a short line that begin like words of a text; short words are in
// any text.
func commonWords(line, text string) int {
	const stem = 5
	n := 0
	text = strings.ToLower(text)
	for _, word := range strings.Fields(strings.ToLower(line)) {
		if len(word) >= stem && strings.Contains(text, word[:stem]) {
			n++
		}
	}
	return n
}
