package layout

import (
	"maps"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"strings"

	"github.com/cespare/xxhash/v2"
)

// Keys: a record may have several timestamps, each after a key of its own: "Start-Date: 2021-05-24
// 10:12:01", "End-Date: 2021-05-24 10:12:09". One of them is the entry's; the other lines are text.

// tellKeys makes timestamps after different keys different patterns, if several keys recur. The
// first lines tell which are keys, in a long document as in its sample.
func (j *judge) tellKeys() {
	counts := map[uint64]int{}
	for i := range j.Candidates {
		m := &j.Candidates[i]
		if m.Line >= sampleLines {
			break
		}
		if key := j.keyOf(m); key != 0 {
			counts[key]++
		}
	}
	maps.DeleteFunc(counts, func(_ uint64, n int) bool { return n < 2 })
	if len(counts) < 2 {
		return
	}
	for i := range j.Candidates {
		if key := j.keyOf(&j.Candidates[i]); counts[key] > 0 {
			s := &j.styles[i]
			s.Place, s.Sep, s.Key = stamp.Whole, stamp.NoSep, key
		}
	}
}

// fillKeyed makes the timestamps of a series that have keys all of their lines.
func (j *judge) fillKeyed(s *series) {
	if j.styleOf(s.stamps[0]).Key == 0 {
		return
	}
	j.ownCandidates()
	for _, i := range s.stamps {
		m := &j.Candidates[i]
		m.Place, m.Sep = stamp.Whole, stamp.NoSep
		m.Rest = int32(j.D.Lines.Span(j.D.Text, int(m.Line)).End)
		j.Classes[m.Line] = text.StampLine
	}
	j.weigh(s)
}

// keyOf returns a hash of the key before a timestamp that ends its line; 0: there is none.
func (j *judge) keyOf(m *stamp.Candidate) uint64 {
	if m.Place != stamp.Closes ||
		!strings.HasPrefix(strings.TrimLeft(j.D.Text[m.Rest:m.Start], " \t"), ":") {
		return 0
	}
	return xxhash.Sum64String(j.rest(m))
}
