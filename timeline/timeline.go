// Package timeline puts the entries of one or several parsed feeds into chronological order.
//
//	docs := []*parser.Document{p.Parse(a), p.Parse(b)}
//	t := timeline.New(docs...)
//	for _, e := range t.Entries {
//		fmt.Printf("%s %s\n", e.Date, e.AppendText(nil))
//	}
//
// An entry keeps its source and its place in it; nothing is copied. Package format writes a Timeline in many notations.
package timeline

import (
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"github.com/cespare/xxhash/v2"

	"newstimeline/parser"
	"newstimeline/parser/parallel"
)

// A Timeline is the entries of some sources in chronological order.
type Timeline struct {
	Sources []*Source // in the order in which they were given
	Entries []Entry   // the earliest first, unless Reverse was called
}

// A Source is one feed of a timeline.
type Source struct {
	*parser.Document
	Index int // its place in Timeline.Sources, from 0
}

// An Entry is one report of a timeline.
type Entry struct {
	*parser.Entry
	Source *Source
	Seq    int // its place in the whole timeline, from 1; a filter does not change it
	ID     ID

	links *links // nil: none
}

// AppendText appends the entry's text, without its title, to dst; a blank line stands between paragraphs.
func (e *Entry) AppendText(dst []byte) []byte { return e.Entry.AppendText(dst, e.Source.Text) }

// TitleText returns the entry's headline, "" if it has none.
func (e *Entry) TitleText() string {
	title := e.Title.Of(e.Source.Text)
	if strings.IndexByte(title, '\n') < 0 {
		return title
	}
	return string(e.Title.AppendFolded(nil, e.Source.Text)) // it was wrapped by hand
}

// AuthorText returns who wrote the entry, "" if that is not told.
func (e *Entry) AuthorText() string { return e.Author.Of(e.Source.Text) }

// An ID names an entry by what it says: the hash of its date, clock, title and text. It does not depend on the entry's place or its
// file's name, so that a second import finds the same entries.
type ID struct {
	Hash uint64
	Nth  int // of several entries that say the same, counted from 1, the earliest first
}

// String returns the hash in sixteen hexadecimal digits; "-2", "-3" follow for further entries that say the same.
func (id ID) String() string { return string(id.Append(nil)) }

// Append appends what String returns to dst.
func (id ID) Append(dst []byte) []byte {
	const digits = "0123456789abcdef"
	for shift := 60; shift >= 0; shift -= 4 {
		dst = append(dst, digits[id.Hash>>shift&15])
	}
	if id.Nth > 1 {
		dst = append(dst, '-')
		dst = strconv.AppendInt(dst, int64(id.Nth), 10)
	}
	return dst
}

// New merges documents into one timeline. Entries are ordered by instant, or by day where a feed tells no clock; equal times keep the
// order in which they happened, and documents the order in which they were given. An entry of a day without a clock stands behind the
// timed entry that precedes it in its own source that day, else at the day's start. Undated entries keep their neighbours; in a merge
// they come last.
func New(docs ...*parser.Document) *Timeline {
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

// arrange makes one timeline of feeds, each in the order in which its entries happened.
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

// entries returns the entries of a source in the order in which they happened. Their hashes are taken in the order of the text, for processors
// fetch memory ahead as it is read forwards.
func (s *Source) entries() []Entry {
	const piece = 1024
	all := make([]Entry, len(s.Document.Entries))
	parallel.Do((len(all)+piece-1)/piece, func() (func(int), func()) {
		var h hasher
		return func(n int) {
			for i := n * piece; i < min((n+1)*piece, len(all)); i++ {
				all[i] = Entry{Entry: &s.Document.Entries[i], Source: s}
				all[i].ID.Hash = h.hash(&all[i])
			}
		}, nil
	})
	if s.NewestFirst() {
		slices.Reverse(all)
	}
	return all
}

// last is the key of what comes behind everything that is dated.
const last = 1<<63 - 1

// appendKeys appends the moment by which each entry of one source is ordered, in seconds since 1970-01-01 UTC.
func appendKeys(keys []int64, entries []Entry, merging bool) []int64 {
	key := int64(-1 << 63) // of the entry before
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

// sort orders the entries by their keys; equal keys keep their order.
func (t *Timeline) sort(keys []int64) {
	if slices.IsSorted(keys) {
		return
	}
	order := make([]int, len(keys))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case keys[a] < keys[b]:
			return -1
		case keys[a] > keys[b]:
			return 1
		}
		return 0
	})
	sorted := make([]Entry, len(order))
	for to, from := range order {
		sorted[to] = t.Entries[from]
	}
	t.Entries = sorted
}

// number gives every entry of a timeline its place, and numbers those that say the same. There are few: only those are counted whose hashes
// a filter takes for seen before.
func number(entries []Entry) {
	seen, again := newFilter(len(entries)), newFilter(len(entries))
	few := 0
	for i := range entries {
		entries[i].Seq, entries[i].ID.Nth = i+1, 1
		if h := entries[i].ID.Hash; seen.add(h) && !again.add(h) {
			few++
		}
	}
	if few == 0 {
		return
	}
	count := make(map[uint64]int, 2*few)
	for i := range entries {
		if id := &entries[i].ID; again.has(id.Hash) {
			id.Nth = count[id.Hash] + 1
			count[id.Hash] = id.Nth
		}
	}
}

// A filter is a set of hashes that may take one for another.
type filter []uint64

// newFilter returns a filter that takes few of n hashes for each other.
func newFilter(n int) filter { return make(filter, 1<<bits.Len(uint(n)/2)) } // 32 to 64 bits a hash

// bit returns the place of a hash in the filter.
func (f filter) bit(h uint64) (word *uint64, bit uint64) {
	return &f[h>>6&uint64(len(f)-1)], 1 << (h & 63)
}

// has reports whether a hash was added, or another that is taken for it.
func (f filter) has(h uint64) bool {
	word, bit := f.bit(h)
	return *word&bit != 0
}

// add adds a hash and reports whether it was there.
func (f filter) add(h uint64) bool {
	word, bit := f.bit(h)
	was := *word&bit != 0
	*word |= bit
	return was
}

// A hasher takes the hashes of IDs. It keeps the room for that.
type hasher struct {
	xxhash.Digest
	buf []byte
}

// hash returns the hash of what an entry says: date, clock, title and text, a NUL between them. The text is not copied: it may be all of a
// large file.
func (h *hasher) hash(e *Entry) uint64 {
	b := h.buf[:0]
	if !e.Date.IsZero() {
		b = e.Date.Append(b)
	}
	b = append(b, 0)
	if e.Clock.Known {
		b = e.Clock.Append(b)
	}
	b = append(b, 0)
	b = append(b, e.TitleText()...)
	b = append(b, 0)
	h.Reset()
	h.Write(b)
	for i, p := range e.Paragraphs {
		if i > 0 {
			h.WriteString("\n\n")
		}
		if text := p.Of(e.Source.Text); strings.IndexByte(text, '\n') < 0 {
			h.WriteString(text)
		} else {
			b = p.AppendFolded(b[:0], e.Source.Text)
			h.Write(b)
		}
	}
	h.buf = b
	return h.Sum64()
}

// Reverse turns the timeline round: the latest entry first.
func (t *Timeline) Reverse() { slices.Reverse(t.Entries) }
