// Package timeline merges the entries of parsed feeds into one chronological order.
//
//	t := timeline.New(p.Parse(a), p.Parse(b))
//	for _, e := range t.Entries {
//		fmt.Printf("%s %s\n", e.Date, e.AppendText(nil))
//	}
//
// Texts are not copied: an entry keeps its source and its place in it. A timeline can be filtered
// (Between, Grep, Filter), snapshots of one feed can be folded into one (Dedupe) or compared
// (Diff), and Stats counts. Package format writes a Timeline in many notations.
package timeline

import (
	"cmp"
	"slices"
	"strings"

	"newstimeline/parser/fault"
	"newstimeline/parser/feed"
	"newstimeline/parser/memory"
	"newstimeline/parser/parallel"
)

// A Timeline holds the entries of its sources in chronological order.
type Timeline struct {
	Sources []*Source // in the order in which they were given
	Entries []Entry   // the earliest first, unless Reverse was called
}

// A Source is one feed of a timeline.
type Source struct {
	*feed.Document
	Index int // its place in Timeline.Sources, from 0
}

// An Entry is one report of a timeline.
type Entry struct {
	*feed.Entry
	Source *Source
	Seq    int // its place in the whole timeline, from 1; filters do not change it
	ID     ID

	links *links // what Dedupe found; nil: nothing
}

// AppendText appends the entry's text, without its title, to dst. A blank line separates
// paragraphs.
func (e *Entry) AppendText(dst []byte) []byte { return e.Entry.AppendText(dst, e.Source.Text) }

// TitleText returns the entry's headline, "" if it has none.
func (e *Entry) TitleText() string {
	title := e.Title.Of(e.Source.Text)
	if strings.IndexByte(title, '\n') < 0 {
		return title
	}
	return string(e.Title.AppendFolded(nil, e.Source.Text)) // it was wrapped by hand
}

// AuthorText returns the name of the entry's author, "" if unknown.
func (e *Entry) AuthorText() string { return e.Author.Of(e.Source.Text) }

// New merges documents into one timeline. Entries are ordered by their instant, or by their day if
// the feed has no clock. Entries of the same time keep the order in which they happened; if they
// are of different documents, that in which the documents were given.
//
// An entry with a day but no clock follows the previous timed entry of its document that day, else
// it starts the day. Undated entries stay where they are in a single document, and come last in a
// merge.
func New(docs ...*feed.Document) *Timeline {
	t := &Timeline{}
	feeds := make([][]Entry, len(docs))
	for i, d := range docs {
		s := &Source{Document: d, Index: i}
		t.Sources = append(t.Sources, s)
		feeds[i] = s.entries()
	}
	t.arrange(feeds)
	return t
}

// arrange merges feeds whose entries are in the order in which they happened, and numbers the
// entries.
func (t *Timeline) arrange(feeds [][]Entry) {
	if len(feeds) == 1 {
		t.Entries = feeds[0] // a large feed is not copied
	} else {
		t.Entries = slices.Concat(feeds...)
	}
	keys := make([]int64, 0, len(t.Entries))
	for _, entries := range feeds {
		keys = appendKeys(keys, entries, len(feeds) > 1)
	}
	t.sort(keys)
	number(t.Entries)
}

// entries returns the entries of a source in the order in which they happened. They are hashed in
// the order of the text, because memory that is read forwards is fetched ahead.
func (s *Source) entries() []Entry {
	fault.At("merge", s.Name)
	const piece = 1024
	all := memory.Make[Entry](len(s.Document.Entries))[:len(s.Document.Entries)]
	parallel.Do((len(all)+piece-1)/piece, func() (func(int), func()) {
		var h hasher
		return func(n int) {
			for i := n * piece; i < min((n+1)*piece, len(all)); i++ {
				all[i] = Entry{Entry: &s.Document.Entries[i], Source: s}
				all[i].ID.Hash = h.hash(&all[i])
			}
		}, nil
	})
	if s.NewestFirst {
		slices.Reverse(all)
	}
	return all
}

// last is the key of entries that come after all dated ones.
const last = 1<<63 - 1

// appendKeys appends the key by which each entry of one source is ordered: a moment in seconds
// since 1970-01-01 UTC. merging: there are other sources.
func appendKeys(keys []int64, entries []Entry, merging bool) []int64 {
	key := int64(-1 << 63) // that of the entry before
	var timed *Entry       // the last one with an instant
	for i := range entries {
		e := &entries[i]
		switch at, known := e.Instant(); {
		case known:
			key, timed = at.Unix(), e
		case e.Date.IsZero():
			if merging {
				key = last
			}
		case timed != nil && timed.Date == e.Date:
			at, _ := timed.Instant()
			key = at.Unix()
		default:
			key = e.Date.In(e.Source.Zone()).Unix()
		}
		keys = append(keys, key)
	}
	return keys
}

// sort orders the entries by their keys. It is stable.
func (t *Timeline) sort(keys []int64) {
	if slices.IsSorted(keys) {
		return
	}
	order := make([]int, len(keys))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(keys[a], keys[b]) })
	sorted := make([]Entry, len(order))
	for to, from := range order {
		sorted[to] = t.Entries[from]
	}
	t.Entries = sorted
}

// Reverse reverses the order of the entries: the latest first.
func (t *Timeline) Reverse() { slices.Reverse(t.Entries) }
