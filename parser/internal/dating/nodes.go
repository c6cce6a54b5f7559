package dating

import "math/bits"

// A node is a run of segments that are of one day in every assignment worth considering. They agree
// on it, and their clocks run on. A date header is a node of its own.
type node struct {
	first, last int32 // segments [first, last), from 0; of a header both are 0
	head        int32 // the header that this node is, or that dates it; -1: none
	isHead      bool
	// a full date that lies far from those around it: it is as it is told, and its neighbours are
	// not counted from it
	isIsland  bool
	isWidened bool   // the last sweep has added candidates
	known     int    // how many there were before it
	stamp     *Stamp // what its segments say about the day
	from, to  int16  // the clocks of its first and last segment, in minutes; -1: none
	length    Day    // how many days its date spans less one: 30 of a month, 364 of a year

	days   []Day   // the candidates, each once
	ahead  []int64 // for each: the least cost of everything before it, its own included
	behind []int64 // for each: the least cost of everything after it
	own    []int64 // for each: what it costs alone
}

// free reports whether the node says too little about its day to have candidates without its
// neighbours.
func (n *node) free() bool {
	return !n.stamp.IsFixed && n.stamp.Month == 0 && n.stamp.Year == 0 && !n.stamp.IsLost
}

// tellsDay reports whether the node says anything about its day.
func (n *node) tellsDay() bool { return !n.free() || n.stamp.Weekday != 0 || n.stamp.Day != 0 }

// isSole reports whether the node is one segment alone.
func (n *node) isSole() bool { return n.last-n.first == 1 }

// nodes cuts the problem into nodes, a header beside the segments that it dates.
func (p *Problem) nodes(way Way) []node {
	out := make([]node, 0, 16+len(p.Heads))
	head := int32(-1)
	for i := 0; i < len(p.Segments); {
		s := &p.Segments[i]
		end := i + 1
		for end < len(p.Segments) && p.Segments[end].Head == s.Head {
			end++
		}
		if s.Head >= 0 && !p.Below && s.Head != head {
			out = append(out, p.header(s.Head))
		}
		out = p.appendRun(out, i, end, way)
		if s.Head >= 0 && p.Below {
			out = append(out, p.header(s.Head))
		}
		i, head = end, s.Head
	}
	return out
}

// header returns the node of a header.
func (p *Problem) header(n int32) node {
	return node{head: n, isHead: true, stamp: &p.Heads[n], from: -1, to: -1,
		length: p.Heads[n].length()}
}

// appendRun appends the nodes of segments [i, end), which have one header.
func (p *Problem) appendRun(out []node, i, end int, way Way) []node {
	for k := i; k < end; k++ {
		s := &p.Segments[k]
		if k > i {
			if n := &out[len(out)-1]; n.goesOn(&s.Stamp, way) {
				n.last, n.to = int32(k+1), s.Minute
				continue
			}
		}
		out = append(out, node{first: int32(k), last: int32(k + 1), head: s.Head, stamp: &s.Stamp,
			from: s.Minute, to: s.Minute, length: s.length()})
	}
	return out
}

// goesOn reports whether a segment belongs to the node before it. It says the same about the day,
// and its clock runs on unless day and month are stated.
func (n *node) goesOn(s *Stamp, way Way) bool {
	a := *n.stamp
	a.Minute = s.Minute
	if a != *s || (n.to < 0) != (s.Minute < 0) {
		return false
	}
	return s.Month != 0 || s.IsFixed || int(s.Minute-n.to)*int(way) >= 0
}

// length returns how many days a date spans less one.
func (s *Stamp) length() Day {
	switch {
	case s.Day != 0 || s.Year == 0 && s.Month == 0 || s.IsFixed:
		return 0
	case s.Month != 0:
		return 27
	}
	return 364
}

// pace returns the median of the minutes between neighbouring clocks; 1 if there are too few to
// tell.
func (p *Problem) pace() int64 {
	var tally [16]int
	all := 0
	for k := 1; k < len(p.Segments); k++ {
		a, b := p.Segments[k-1].Minute, p.Segments[k].Minute
		if a >= 0 && b >= 0 {
			tally[bits.Len16(uint16(max(a-b, b-a)))]++
			all++
		}
	}
	for n, before := 0, 0; n < len(tally) && all > 3; n++ {
		if before += tally[n]; before > all/2 {
			return 3 << n >> 2 // the middle of those of n bits
		}
	}
	return 1
}
