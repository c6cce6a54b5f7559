package timeline

import (
	"slices"
)

// A Link leads from an entry to another one with the same report.
type Link struct {
	*Entry        // the other one; if it was folded, its Seq counts in its own source
	Likeness int  // how alike the two texts are, in percent
	Folded   bool // the other one is no longer an entry of the timeline
}

// links are the Links of one entry.
type links struct{ revisions, related []Link }

// Revisions returns the earlier versions of the entry, the earliest first: those that other
// snapshots of its feed have. It is empty before Dedupe.
func (e *Entry) Revisions() []Link {
	if e.links == nil {
		return nil
	}
	return e.links.revisions
}

// Related returns the other places of the report. Copies in other snapshots of its feed are Folded
// into the entry; reports of other feeds are entries of their own. It is empty before Dedupe.
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

// Folded counts what Dedupe did.
type Folded struct {
	// feeds of which there are several snapshots: their sources, the earliest first
	Feeds  [][]*Source
	Copies int // entries that were folded because another snapshot has them too
	Edits  int // entries that were folded because another snapshot has a later text
	Links  int // pairs of entries of different feeds with the same report
}

// Dedupe folds snapshots of one feed into one, and links reports that several feeds have in nearly
// the same words. Of an entry in several snapshots, the latest version stays, and the earlier ones
// are its Revisions. An entry that only an earlier snapshot has stays where it was. Nothing is
// lost: Revisions and Related lead to all that was folded. Dedupe starts again from the whole
// sources, so filter afterwards.
//
// Sources are snapshots of one feed if they have the same URL, or share half the paragraphs in the
// time that both cover. They are ordered by their capture, else by when they were updated, else by
// their newest entries, else as given. Reports of different feeds are the same if they are at most
// a day apart and share half of their pairs of neighbouring words.
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

// numbered returns the entries of a source in the order in which they happened, with the places and
// IDs that they have in it.
func (s *Source) numbered() []Entry {
	entries := s.entries()
	number(entries)
	return entries
}

// fold merges the entries of a later snapshot, new, into those of earlier ones.
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

// tellsMore reports whether e has a known day and o, which has the same words, does not.
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
				o.linked().related = append(o.linked().related,
					Link{Entry: e.bare(), Likeness: likeness})
				e.linked().related = append(e.linked().related,
					Link{Entry: o.bare(), Likeness: likeness})
				pairs++
			}
		}
		book.add(set, &s)
	}
	return pairs
}

// sameReport is the least resemblance, in percent, of entries of two feeds with the same report.
const sameReport = 50

// Repeats returns how many entries of the timeline repeat one of another source, word for word and
// with the same stamp. If it is not 0, Dedupe has something to do.
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
