package layout

import (
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"slices"
)

// The template of a reading is the lines that recur at the same place of every entry. They are no
// text of the entry's own: a name above the timestamp, a rubric below it.

// A template has for each place a line of the form that recurs there, -1 if none does. The places
// above the timestamp come first, the nearest first, then those below it.
type template [2 * headLines]int

// noTemplate is the template of a reading in which nothing recurs.
func noTemplate() (t template) {
	for p := range t {
		t[p] = -1
	}
	return t
}

// template returns what recurs in the units of a reading: what half of the neighbours have alike.
func (m *measure) template() template {
	t, n := noTemplate(), len(m.units)
	if n < 2 {
		return t
	}
	var like, a, b [2 * headLines]int
	every, pairs := max(1, (n-1)/sampled), 0
	for k := 1; k < n; k += every {
		if a = b; k == 1 || every > 1 {
			m.linesAround(&m.units[k-1], &a)
		}
		m.linesAround(&m.units[k], &b)
		pairs++
		for p := range like {
			if a[p] >= 0 && b[p] >= 0 && m.j.areAlike(a[p], b[p]) {
				like[p]++
				t[p] = a[p]
			}
		}
	}
	for p := range t {
		if 2*like[p] < pairs {
			t[p] = -1
		}
	}
	return t
}

// linesAround fills in the lines of text of a unit around its timestamp: first those above, the
// nearest first, then those below. -1: there is none.
func (m *measure) linesAround(u *segmentUnit, lines *[2 * headLines]int) {
	for p := range lines {
		lines[p] = -1
	}
	at := u.stamp
	if at < 0 {
		return
	}
	for i, p := at-1, 0; i >= u.top && p < headLines; i-- {
		if m.isTemplateLine(i) {
			lines[p] = i
			p++
		}
	}
	for i, p := at+1, headLines; i <= u.bottom && p < 2*headLines; i++ {
		if m.isTemplateLine(i) {
			lines[p] = i
			p++
		}
	}
}

// isTemplateLine reports whether line i has words, whatever they were taken for.
func (m *measure) isTemplateLine(i int) bool { return m.base[i] == text.TextLine }

// ownTexts counts the lines of text of a unit that are not of the template.
func (m *measure) ownTexts(u *segmentUnit) int {
	var lines [2 * headLines]int
	m.linesAround(u, &lines)
	n := u.texts
	for _, i := range lines {
		if i >= 0 && m.isText(i) && m.isOfTemplate(&lines, i) {
			n--
		}
	}
	return n
}

// findOwn finds the template, and the first and last line of each unit's own text.
func (m *measure) findOwn() {
	m.form = m.template()
	bylines := m.haveBylines()
	var lines [2 * headLines]int
	for k := range m.units {
		u := &m.units[k]
		u.firstOwn, u.lastOwn = u.firstText, u.lastText
		if m.form == noTemplate() && !bylines || u.firstText < 0 {
			continue
		}
		m.linesAround(u, &lines)
		first, last := -1, -1
		for i := u.firstText; i <= u.lastText; i++ {
			if m.isText(i) && !m.isOfTemplate(&lines, i) && !(bylines && i == u.stamp) {
				if first < 0 {
					first = i
				}
				last = i
			}
		}
		if first >= 0 {
			u.firstOwn, u.lastOwn = first, last
		}
	}
}

// haveBylines reports whether bylines share the lines of the timestamps.
func (m *measure) haveBylines() bool {
	s := m.j.main
	return s != nil && s.style.Place != stamp.Whole && m.j.isByline(s)
}

// isOfTemplate reports whether line i is of the template, given the lines around the timestamp of
// its entry.
func (m *measure) isOfTemplate(lines *[2 * headLines]int, i int) bool {
	p := slices.Index(lines[:], i)
	return p >= 0 && m.form[p] >= 0 && m.j.areAlike(m.form[p], i)
}

// lacksText reports whether unit k has no text of its own although most units have.
func (m *measure) lacksText(k int) bool {
	n := len(m.units)
	if n < 2 {
		return false
	}
	if m.ownTexts(&m.units[k]) > 0 {
		return false
	}
	have, tried := 0, 0
	for i := 0; i < n && tried < sampled; i++ {
		if i != k {
			tried++
			if m.ownTexts(&m.units[i]) > 0 {
				have++
			}
		}
	}
	return 2*have > tried
}

// isShifted reports whether the entry at one end has no text of its own, and there is text beyond
// the timestamp at the other end.
func (m *measure) isShifted() bool {
	switch n := len(m.units); {
	case n < 2:
		return false
	case m.side() < 0:
		return m.behind.texts > 0 && (m.before.texts == 0 || m.lacksText(0))
	default:
		return m.before.texts > 0 && (m.lastEmpty() || m.lacksText(n-1))
	}
}
