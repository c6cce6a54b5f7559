package timeline

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"newstimeline/parser"
)

// A Link leads from an entry to another that tells the same report.
type Link struct {
	*Entry        // the other; its Seq counts in its own source if it was folded
	Likeness int  // of the two texts, in percent
	Folded   bool // the other is no entry of the timeline any more
}

// links are what Dedupe found beside an entry.
type links struct{ revisions, related []Link }

// Revisions returns the earlier texts of the entry, the earliest first: those that other snapshots of its feed have.
func (e *Entry) Revisions() []Link {
	if e.links == nil {
		return nil
	}
	return e.links.revisions
}

// Related returns where else the report is: copies in other snapshots of its feed, which are Folded into the entry, and reports of other
// feeds, which are entries of their own.
func (e *Entry) Related() []Link {
	if e.links == nil {
		return nil
	}
	return e.links.related
}

func (e *Entry) linked() *links {
	if e.links == nil {
		e.links = &links{}
	}
	return e.links
}

// Folded tells what Dedupe did.
type Folded struct {
	Feeds  [][]*Source // feeds of which there are several snapshots: their sources, the earliest first
	Copies int         // entries that were folded because another snapshot has them too
	Edits  int         // entries that were folded because another snapshot has a later text
	Links  int         // pairs of entries of different feeds that tell the same report
}

// Dedupe folds snapshots of the same feed into one and links reports that several feeds have in nearly the same words. Of an entry that
// several snapshots have, the latest text stays, and the others are among its Revisions; what only an earlier snapshot has stays where it
// stood. Nothing is lost: Revisions and Related lead to all that was folded. It begins with the whole sources, so filters come after it.
//
// Which sources are snapshots of one feed, sameFeed says; which of them is the later, later does. Reports of different feeds are the same
// if they are at most a day apart and resemble each other by 50 percent or more (see shingled).
func (t *Timeline) Dedupe() Folded {
	var done Folded
	feeds := t.feeds()
	merged := make([][]Entry, len(feeds))
	for i, sources := range feeds {
		merged[i] = sources[0].numbered()
		for _, s := range sources[1:] {
			merged[i] = done.fold(merged[i], s.numbered())
		}
		if len(sources) > 1 {
			done.Feeds = append(done.Feeds, sources)
		}
	}
	t.arrange(merged)
	if len(feeds) > 1 {
		done.Links = t.link(feeds)
	}
	return done
}

// numbered returns the entries of a source in the order in which they happened, with the places and IDs that they have in it.
func (s *Source) numbered() []Entry {
	entries := s.entries()
	number(entries)
	return entries
}

// fold merges a later snapshot into what earlier ones have.
func (done *Folded) fold(old, new []Entry) []Entry {
	matches := collate(old, new)
	for _, m := range matches {
		o, n := &old[m.old], &new[m.new]
		if m.same && o.tellsMore(n) {
			*o, *n = *n, *o
		}
		l := n.linked()
		l.revisions = slices.Concat(o.Revisions(), l.revisions)
		l.related = slices.Concat(o.Related(), l.related)
		link := Link{Entry: o.bare(), Likeness: m.likeness, Folded: true}
		if m.same {
			done.Copies++
			l.related = append(l.related, link)
		} else {
			done.Edits++
			l.revisions = append(l.revisions, link)
		}
	}
	merged := make([]Entry, 0, len(old)+len(new)-len(matches))
	for _, p := range weave(len(old), len(new), matches) {
		if p.b == nowhere {
			merged = append(merged, old[p.a])
		} else {
			merged = append(merged, new[p.b])
		}
	}
	return merged
}

// tellsMore reports whether e says of which day it is and o, in the same words, does not.
func (e *Entry) tellsMore(o *Entry) bool {
	return e.tellsDay() && !o.tellsDay() || !e.Date.IsZero() && o.Date.IsZero()
}

// bare returns the entry without links.
func (e *Entry) bare() *Entry {
	b := *e
	b.links = nil
	return &b
}

// link links the reports that different feeds have, and returns how many pairs there are.
func (t *Timeline) link(feeds [][]*Source) (pairs int) {
	feed := make([]int, len(t.Sources))
	for i, sources := range feeds {
		for _, s := range sources {
			feed[s.Index] = i
		}
	}
	var book sketchbook
	for i := range t.Entries {
		e := &t.Entries[i]
		set := e.shingles()
		if len(set) < telling {
			set = nil
		}
		s := sign(set)
		for _, n := range book.alike(set, &s) {
			o := &t.Entries[n]
			if feed[o.Source.Index] == feed[e.Source.Index] || !near(o, e) {
				continue
			}
			if likeness := set.resemblance(book.sets[n]); likeness >= sameReport {
				o.linked().related = append(o.linked().related, Link{Entry: e.bare(), Likeness: likeness})
				e.linked().related = append(e.linked().related, Link{Entry: o.bare(), Likeness: likeness})
				pairs++
			}
		}
		book.add(set, &s)
	}
	return pairs
}

// sameReport is how much the texts of two feeds resemble each other, in percent, if they tell the same report.
const sameReport = 50

// feeds groups the sources by the feed that they are snapshots of: those of one feed the earliest first, the feeds in the order in which
// they were first given.
func (t *Timeline) feeds() [][]*Source {
	texts := make([]wording, len(t.Sources))
	for i, s := range t.Sources {
		texts[i] = s.wording()
	}
	group := newGroups(len(t.Sources))
	for _, p := range t.overlaps(texts) {
		if group.of(p.a) != group.of(p.b) && (sameAddress(t.Sources[p.a], t.Sources[p.b]) || sameFeed(texts[p.a], texts[p.b])) {
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

// A wording is the titles and paragraphs that stand once in a source and are not too short to tell it from others, in the order of time as far
// as the feed's order tells it. How they are grouped into entries makes no difference.
type wording struct {
	hashes []uint64
	days   []parser.Date // that the feed tells of them; zero: none
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
		day := parser.Date{}
		if e.tellsDay() {
			day = e.Date
		}
		w.days = append(w.days, day)
	})
	if s.NewestFirst() {
		slices.Reverse(w.hashes)
		slices.Reverse(w.days)
	}
	return w
}

// shortest is how many bytes a paragraph has that a feed may be known by: "Read more" stands in many.
const shortest = 24

// overlaps returns the pairs of sources that have a paragraph in common, or the same address: those are worth a closer look.
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
	return slices.SortedFunc(maps.Keys(found), func(p, q pair) int { return cmp.Or(cmp.Compare(p.b, q.b), cmp.Compare(p.a, q.a)) })
}

// sameAddress reports whether two sources say that they are the same page.
func sameAddress(s, t *Source) bool { return s.URL != "" && s.URL == t.URL }

// sameFeed reports whether two sources are snapshots of one feed: half or more of the stretch that both of them cover stands in both. Two
// feeds that only print the same agency reports have others between them.
func sameFeed(a, b wording) bool {
	shared := slices.DeleteFunc(align(a.hashes, b.hashes), func(p pair) bool { return !nearDays(a.days[p.a], b.days[p.b]) })
	if len(shared) == 0 {
		return false
	}
	first, last := shared[0], shared[len(shared)-1]
	around := min(first.a, first.b) + min(len(a.hashes)-1-last.a, len(b.hashes)-1-last.b)
	stretch := max(last.a-first.a, last.b-first.b) + 1 + around
	return 2*len(shared) >= stretch
}

// byCapture orders snapshots of one feed by the time of their capture: as it was told, else by when the page says that it was
// updated, else by their newest entries, else as they were given. A measure that some of them lack says nothing.
func byCapture(sources []*Source) {
	for _, measure := range [...]func(*Source) (time.Time, bool){newestEntry, updated, captured} { // the strongest comes last: sorting is stable
		times := map[*Source]time.Time{}
		for _, s := range sources {
			if at, known := measure(s); known {
				times[s] = at
			}
		}
		if len(times) == len(sources) {
			slices.SortStableFunc(sources, func(s, t *Source) int { return times[s].Compare(times[t]) })
		}
	}
}

// captured returns when a source was captured, if that was told.
func captured(s *Source) (time.Time, bool) {
	as := s.AsOf()
	zone := as.Zone
	if zone == nil {
		zone = s.Zone()
	}
	return as.Date.In(zone).Add(time.Duration(as.Clock.Seconds()) * time.Second), !as.Date.IsZero()
}

// updated returns when a source says that it was updated.
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

// of returns the number that stands for the set of i.
func (g groups) of(i int) int {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

// join makes one set of two.
func (g groups) join(i, k int) { g[max(g.of(i), g.of(k))] = min(g.of(i), g.of(k)) }

// Repeats returns how many entries of the timeline another source has too, word for word and with the same stamp. Then Dedupe has
// something to do.
func (t *Timeline) Repeats() int {
	if len(t.Sources) < 2 {
		return 0
	}
	first := map[uint64]*Source{}
	for i := range t.Entries {
		if e := &t.Entries[i]; e.ID.Nth > 1 {
			first[e.ID.Hash] = nil
		}
	}
	n := 0
	for i := range t.Entries {
		e := &t.Entries[i]
		s, double := first[e.ID.Hash]
		switch {
		case !double:
		case s == nil:
			first[e.ID.Hash] = e.Source
		case s != e.Source:
			n++
		}
	}
	return n
}
