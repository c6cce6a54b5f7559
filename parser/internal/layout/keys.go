package layout

import (
	"maps"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"strings"

	"github.com/cespare/xxhash/v2"
)

// Keys: a record may have several timestamps, each after a key of its own: "Start-Date: 2021-05-24
// 10:12:01", "End-Date: 2021-05-24 10:12:09". One of them is the entry's.

// takeKeys takes keys that recur for labels of the timestamps behind them, which then are all of
// their lines, if there are several keys. It returns hashes of the keys by candidate; nil: there
// are none. The first lines tell which are keys, in a long document as in its sample.
func (j *judge) takeKeys() []uint64 {
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
		return nil
	}
	keys := make([]uint64, len(j.Candidates))
	for i := range j.Candidates {
		m := &j.Candidates[i]
		if key := j.keyOf(m); counts[key] > 0 {
			keys[i] = key
			m.Place, m.Sep = stamp.Whole, stamp.NoSep
			m.Rest = int32(j.D.Lines.Span(j.D.Text, int(m.Line)).End)
		}
	}
	return keys
}

// returnKeys makes text of the lines whose keys are none of the entries' timestamps.
func (j *judge) returnKeys() {
	own := map[uint64]bool{}
	for _, i := range j.main.stamps {
		own[j.styles[i].Key] = true
	}
	for i, style := range j.styles {
		if style.Key == 0 || own[style.Key] {
			continue
		}
		j.ownCandidates()
		m := &j.Candidates[i]
		m.Place, m.Sep = stamp.Closes, stamp.StrongSep
		m.Rest = int32(j.D.Lines.Span(j.D.Text, int(m.Line)).Start)
		j.Classes[m.Line] = text.TextLine
	}
}

// keyOf returns a hash of the key before a timestamp that ends its line; 0: there is none.
func (j *judge) keyOf(m *stamp.Candidate) uint64 {
	if m.Place != stamp.Closes || m.Sep != stamp.StrongSep {
		return 0
	}
	key := j.rest(m)
	between := strings.TrimLeft(j.D.Text[m.Rest:m.Start], " \t")
	if !isRubric(key) || !strings.HasPrefix(between, ":") {
		return 0
	}
	return xxhash.Sum64String(strings.TrimLeft(key, "-*• \t"))
}
