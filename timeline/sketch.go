package timeline

import (
	"time"

	"newstimeline/parser/feed"
)

// A Sketch is what decides whether another entry has the same report. It is small and plain data,
// so that entries can be compared which are not in one memory; Dedupe compares the same way.
type Sketch struct {
	Words []uint64  // hashes of its pairs of neighbouring words, in order; nil: too few to decide
	Date  feed.Date // zero: undated
	At    time.Time // its instant; zero: not known
}

// Sketch returns the sketch of an entry.
func (e *Entry) Sketch() Sketch {
	s := Sketch{Words: e.shingles(), Date: e.Date}
	if len(s.Words) < telling {
		s.Words = nil
	}
	if at, known := e.Instant(); known {
		s.At = at
	}
	return s
}

// Bands returns hashes, one of which at least is also among those of nearly every sketch that is
// like s: those are worth a comparison. A sketch without words has none.
func (s *Sketch) Bands() []uint64 {
	if len(s.Words) == 0 {
		return nil
	}
	all := sign(s.Words)
	return all[:]
}

// Crowd is how many sketches may share a band before it has no meaning any more.
const Crowd = crowd

// SameReport returns the similarity of the words of two sketches, in percent, if they are of one
// report. These are at most a day apart and share half or more of their pairs of words. Otherwise
// it returns 0.
func (s *Sketch) SameReport(t *Sketch) int {
	if !s.near(t) {
		return 0
	}
	likeness := shingled(s.Words).resemblance(t.Words)
	if likeness < sameReport {
		return 0
	}
	return likeness
}

// near reports whether two sketches are at most a day apart, or one of them is undated.
func (s *Sketch) near(t *Sketch) bool {
	if !s.At.IsZero() && !t.At.IsZero() {
		return s.At.Sub(t.At).Abs() <= day
	}
	return nearDays(s.Date, t.Date)
}
