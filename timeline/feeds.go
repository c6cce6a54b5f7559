package timeline

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"newstimeline/parser/feed"
)

// Which of several sources are snapshots of one feed, and in which order they were taken.

// feeds groups the sources that are snapshots of one feed. Those of one feed are ordered by time,
// the feeds by their first source.
func (t *Timeline) feeds() [][]*Source {
	texts := make([]wording, len(t.Sources))
	for i, s := range t.Sources {
		texts[i] = s.wording()
	}
	group := newGroups(len(t.Sources))
	for _, p := range t.overlaps(texts) {
		if group.of(p.a) != group.of(p.b) && (sameAddress(t.Sources[p.a], t.Sources[p.b]) ||
			sameFeed(texts[p.a], texts[p.b])) {
			group.join(p.a, p.b)
		}
	}
	var feeds [][]*Source
	place := map[int]int{}
	for i, s := range t.Sources {
		g := group.of(i)
		if _, known := place[g]; !known {
			place[g] = len(feeds)
			feeds = append(feeds, nil)
		}
		feeds[place[g]] = append(feeds[place[g]], s)
	}
	for _, sources := range feeds {
		byCapture(sources)
	}
	return feeds
}

// A wording is what a source can be recognised by: its titles and paragraphs, without short and
// repeated ones. The earliest come first, as far as the order of the feed is known. How they are
// grouped into entries makes no difference.
type wording struct {
	hashes []uint64
	days   []feed.Date // the day of each, if known; else zero
}

func (s *Source) wording() (w wording) {
	count := map[uint64]int{}
	each := func(do func(e *Entry, hash uint64)) {
		for i := range s.Document.Entries {
			e := Entry{Entry: &s.Document.Entries[i], Source: s}
			for h, size := range e.paragraphs() {
				if size >= shortest {
					do(&e, h)
				}
			}
		}
	}
	each(func(_ *Entry, h uint64) { count[h]++ })
	each(func(e *Entry, h uint64) {
		if count[h] > 1 {
			return
		}
		w.hashes = append(w.hashes, h)
		day := feed.Date{}
		if e.tellsDay() {
			day = e.Date
		}
		w.days = append(w.days, day)
	})
	if s.NewestFirst {
		slices.Reverse(w.hashes)
		slices.Reverse(w.days)
	}
	return w
}

// shortest is the least size in bytes of a paragraph that identifies a feed: "Read more" is in many
// feeds.
const shortest = 24

// overlaps returns the pairs of sources that have a paragraph in common, or the same address: those
// are worth a closer look.
func (t *Timeline) overlaps(texts []wording) []pair {
	holders := map[uint64][]int{} // by paragraph
	addresses := map[string][]int{}
	found := map[pair]bool{}
	meet := func(others []int, i int) []int {
		n := len(others)
		if n > 0 && others[n-1] == i {
			return others
		}
		for _, other := range others {
			found[pair{other, i}] = true
		}
		if n == crowd {
			return others
		}
		return append(others, i)
	}
	for i, s := range t.Sources {
		for _, h := range texts[i].hashes {
			holders[h] = meet(holders[h], i)
		}
		if s.URL != "" {
			addresses[s.URL] = meet(addresses[s.URL], i)
		}
	}
	return slices.SortedFunc(maps.Keys(found),
		func(p, q pair) int { return cmp.Or(cmp.Compare(p.b, q.b), cmp.Compare(p.a, q.a)) })
}

// sameAddress reports whether two sources name the same page.
func sameAddress(s, t *Source) bool { return s.URL != "" && s.URL == t.URL }

// sameFeed reports whether two sources are snapshots of one feed: they share half or more of the
// time that both cover. Two feeds that only print the same agency reports have others between them.
func sameFeed(a, b wording) bool {
	shared := slices.DeleteFunc(align(a.hashes, b.hashes),
		func(p pair) bool { return !nearDays(a.days[p.a], b.days[p.b]) })
	if len(shared) == 0 {
		return false
	}
	first, last := shared[0], shared[len(shared)-1]
	around := min(first.a, first.b) + min(len(a.hashes)-1-last.a, len(b.hashes)-1-last.b)
	stretch := max(last.a-first.a, last.b-first.b) + 1 + around
	return 2*len(shared) >= stretch
}

// byCapture orders snapshots of one feed by their capture, if known, else by when the page was
// updated. Their newest entries come next, then the order given. A measure that one of them lacks
// is of no use.
func byCapture(sources []*Source) {
	// sorting is stable, so the last one decides
	for _, measure := range [...]func(*Source) (time.Time, bool){newestEntry, updated, captured} {
		times := map[*Source]time.Time{}
		for _, s := range sources {
			if at, known := measure(s); known {
				times[s] = at
			}
		}
		if len(times) == len(sources) {
			slices.SortStableFunc(sources,
				func(s, t *Source) int { return times[s].Compare(times[t]) })
		}
	}
}

// captured returns when a source was captured, if known.
func captured(s *Source) (time.Time, bool) {
	as := s.AsOf
	zone := as.Zone
	if zone == nil {
		zone = s.Zone()
	}
	return as.Date.In(zone).Add(time.Duration(as.Clock.Seconds()) * time.Second), !as.Date.IsZero()
}

// updated returns when a source was updated, by its own account.
func updated(s *Source) (time.Time, bool) {
	at, err := time.Parse(time.RFC3339, s.Updated)
	return at, err == nil
}

// newestEntry returns the moment of the latest entry of a source.
func newestEntry(s *Source) (latest time.Time, known bool) {
	for i := range s.Document.Entries {
		e := &s.Document.Entries[i]
		at, exact := e.Instant()
		if !exact {
			at = e.Date.In(s.Zone())
		}
		if !e.Date.IsZero() && (!known || at.After(latest)) {
			latest, known = at, true
		}
	}
	return latest, known
}

// groups are sets of numbers that grow together (union-find).
type groups []int

func newGroups(n int) groups {
	g := make(groups, n)
	for i := range g {
		g[i] = i
	}
	return g
}

// of returns the number of the set of i.
func (g groups) of(i int) int {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

// join makes one set of two.
func (g groups) join(i, k int) { g[max(g.of(i), g.of(k))] = min(g.of(i), g.of(k)) }
