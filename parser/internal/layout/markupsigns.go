package layout

import (
	"newstimeline/parser/internal/text"
	"sort"
	"strings"
)

// Signs of markup: what the elements of a page say for and against a reading of it. Plain text has
// none, so the fit of the features, which learns from texts, cannot weigh them. Their weights were
// scanned on saved pages and on labelled texts wrapped as pages, each with the others as they are.
// The range at which neither loses a point is next to each.

// A markupSign is one of them.
type markupSign struct {
	name   string
	about  string
	weight int                  // in tenths, for 1000
	count  func(m *measure) int // in thousandths
}

var markupSigns = [...]markupSign{
	// 30 to 55.
	{"contained", "entries that are each one element of the page", 45,
		func(m *measure) int { return flag01(m.j.containers != nil) }},
	// 0 to 45. Cards are articles too.
	{"articles", "entries that are each an article by the name of their element", 25,
		func(m *measure) int { return flag01(isArticle(m.j.container)) }},
	// -50 to -120.
	{"other-elements", "timestamps of the same notation outside such elements", -70,
		func(m *measure) int {
			if m.j.containers == nil {
				return 0
			}
			return share(m.cutOff, m.cutOff+m.stamps)
		}},
	// -50 to -90. With less, cards below a short feed win.
	{"cards", "entries that are links to other pages", -70,
		func(m *measure) int { return m.inCards() }},
	// -60 to -160. With less, the last lines of posts are the titles of the next ones.
	{"misplaced", "text of entries in the element of another entry's timestamp", -80,
		func(m *measure) int { return m.misplaced() }},
	// -20 to -200.
	{"outside", "text between entries that is in none", -60,
		func(m *measure) int { return m.outside() }},
	// -2 to -8. With more, a list in an element that is said to be noise is lost.
	{"noise", "text in entries that markup says is noise", -4,
		func(m *measure) int { return m.noiseInEntries() }},
	// -60 to -120. With less, fewer comments below articles are read.
	{"few-dates", "signs that no more than two timestamps of the page have text, as in articles", -80,
		func(m *measure) int { return flag01(len(m.j.D.Hints) > 0 && m.dating() < few) }},
	// -60 to -120.
	{"headings-last", "headings that end entries", -80,
		func(m *measure) int { return m.headingsLast() }},
}

// isArticle reports whether the elements of a kind are articles: what is complete in itself.
func isArticle(kind string) bool {
	return strings.HasPrefix(kind, "article") || strings.Contains(kind, "liveBlogUpdate")
}

// inCards returns the share of the entries with all text in cards, which are elements of mostly
// links. They lead to other pages. On a page of nothing but such, it is low.
func (m *measure) inCards() int {
	cards, all := m.j.cards, 0
	for i := range cards {
		if m.base[i] == text.TextLine {
			all++
		}
	}
	inCard := m.shareOf(func(u *segmentUnit) bool {
		for i := u.firstText; i <= u.lastText; i++ {
			if _, ok := cards[i]; m.isText(i) && !ok {
				return false
			}
		}
		return true
	})
	return inCard - min(inCard, share(all, m.text))
}

// outside returns the share of the text from the first entry to the last that is in no entry. Cards
// do not count, unless the entries are cards too.
func (m *measure) outside() int {
	if m.j.containers == nil {
		return 0
	}
	all, alike := 0, m.inCards() > 0
	for i := m.first; i >= 0 && i <= m.last; i++ {
		if _, onCard := m.j.cards[i]; m.isText(i) && (alike || !onCard) {
			all++
		}
	}
	return max(0, share(all-m.held, all))
}

// misplaced returns the share of the text of entries that is in an element with the timestamp of
// another entry. Most timestamps are in an element of a kind each. Of several kinds, that with most
// such text counts.
func (m *measure) misplaced() (most int) {
	for _, r := range m.lines.rows {
		most = max(most, m.misplacedIn(r))
	}
	return most
}

func (m *measure) misplacedIn(r *row) int {
	stamps := make([]int, len(r.all)) // of entries, in each container
	own := make([]int, len(m.units))  // the container of each timestamp; -1: it is in none
	for k := range m.units {
		if own[k] = r.at(m.units[k].stamp); own[k] >= 0 {
			stamps[own[k]]++
		}
	}
	alone := 0
	for _, n := range stamps {
		if n == 1 {
			alone++
		}
	}
	if !isMost(alone, len(m.units)) {
		return 0
	}
	misplaced := 0
	for k := range m.units {
		u := &m.units[k]
		for i := u.firstText; i >= 0 && i <= u.lastText; i++ {
			if at := r.at(i); m.isText(i) && at >= 0 && at != own[k] && stamps[at] > 0 {
				misplaced++
			}
		}
	}
	return share(misplaced, m.held)
}

// at returns which container of a row holds a line; -1: none does.
func (r *row) at(line int) int {
	k := sort.Search(len(r.all), func(k int) bool { return r.all[k].to > line })
	if k == len(r.all) || r.all[k].from > line {
		return -1
	}
	return k
}

// noiseInEntries returns the share of the text of entries that is in noise.
func (m *measure) noiseInEntries() int {
	noisy := 0
	m.eachTextOfUnits(func(_ *segmentUnit, i int) {
		if m.j.D.IsAside(i) {
			noisy++
		}
	})
	return share(noisy, m.held)
}

// headingsLast returns the share of the headings in entries that are the last of several lines: a
// heading heads what follows. It is 0 where few entries have one.
func (m *measure) headingsLast() int {
	headings, last := 0, 0
	m.eachTextOfUnits(func(u *segmentUnit, i int) {
		if u.texts > 1 && m.j.D.Titled(m.j.D.Lines.Span(m.j.D.Text, i)) {
			headings++
			if i == u.lastText {
				last++
			}
		}
	})
	if headings*titledOf < len(m.units) {
		return 0
	}
	return share(last, headings)
}

// eachTextOfUnits calls do with every line of text in an entry.
func (m *measure) eachTextOfUnits(do func(u *segmentUnit, i int)) {
	for k := range m.units {
		u := &m.units[k]
		for i := u.firstText; i >= 0 && i <= u.lastText; i++ {
			if m.isText(i) {
				do(u, i)
			}
		}
	}
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
