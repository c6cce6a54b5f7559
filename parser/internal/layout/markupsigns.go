package layout

import "newstimeline/parser/feed"

// Signs of markup: what the elements of a page say for and against a reading of it. Plain text has
// none, so the fit of the features, which learns from texts, cannot weigh them. Their weights were
// set on saved pages, and are next to them.

// A markupSign is one of them.
type markupSign struct {
	name   string
	about  string
	weight int                  // in tenths, for 1000
	count  func(m *measure) int // in thousandths
}

var markupSigns = [...]markupSign{
	{"contained", "entries that are each one element of the page", 45,
		func(m *measure) int { return flag01(m.j.containers != nil) }},
	{"heeded", "omitted lines that the page marks as something else", 8,
		func(m *measure) int { return int(m.j.noise) * 500 }},
	{"muted-stamps", "timestamps in omitted lines", -10,
		func(m *measure) int { return m.j.mutedStamps }},
	{"asides", "text in entries that the page marks as something else", -30,
		func(m *measure) int { return m.asides() }},
	{"other-elements", "timestamps of the same notation outside such elements", -30,
		func(m *measure) int {
			if m.j.containers == nil {
				return 0
			}
			return share(m.cutOff, m.cutOff+m.stamps)
		}},
	// Set on a case of ours: no labelled page changes with it.
	{"titled", "entries that begin with a headline of the page", 40, func(m *measure) int { return m.titled() }},
	{"undated-elements", "elements like those of entries, but without a time", -20,
		func(m *measure) int { return m.j.undated }},
}

// asides returns the share of the text in entries that markup says is noise, but for noise that
// holds timestamps: that may be the feed.
func (m *measure) asides() int {
	n := 0
	for k := range m.units {
		if u := &m.units[k]; u.texts > 0 && m.j.stampless != nil {
			for i := u.firstText; i <= u.lastText; i++ {
				if m.isText(i) && m.j.stampless[i] {
					n++
				}
			}
		}
	}
	return share(n, m.held)
}

// titled returns the share of the entries that begin with what markup says is a headline, less the share that end with one.
func (m *measure) titled() int {
	heads := m.j.headings()
	return m.shareOf(func(u *segmentUnit) bool { return heads[u.firstText] }) -
		m.shareOf(func(u *segmentUnit) bool { return u.texts > 1 && heads[u.lastText] })
}

// headings returns the lines that markup says are headlines.
func (j *judge) headings() map[int]bool {
	lines := map[int]bool{}
	for _, h := range j.D.Hints {
		if h.Kind == feed.HintTitle {
			lines[j.D.LineOf(h.Start)] = true
		}
	}
	return lines
}

// signs returns the values of the signs of markup.
func (m *measure) signs() (v [len(markupSigns)]int32) {
	if len(m.j.D.Hints) == 0 {
		return v
	}
	for i := range markupSigns {
		v[i] = int32(markupSigns[i].count(m))
	}
	return v
}

// scoreOfSigns returns what the signs of markup add to the score of a reading.
func scoreOfSigns(v *[len(markupSigns)]int32) int {
	sum := 0
	for i, value := range v {
		sum += int(value) * markupSigns[i].weight
	}
	return sum / 1000
}
