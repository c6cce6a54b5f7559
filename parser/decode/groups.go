package decode

import (
	"cmp"
	"slices"
	"strconv"
)

// Which groups of containers are passed on.

// groups returns the groups of containers with the most text: those of elements that are no noise,
// and those of all elements. What is said to be noise may be the feed. found: the updates that the
// JSON-LD has times for.
func (p *page) groups(found []located) []group {
	times := p.countTimes(p.updateNodes(found))
	all := p.largest(p.alike(times, false), p.sections(times, false))
	if p.hasTimedNoise(times) {
		all = append(all, p.largest(p.alike(times, true), p.sections(times, true))...)
		all = withoutEqual(all)
	}
	nameApart(all)
	return all
}

// hasTimedNoise reports whether something like a time is in noise.
func (p *page) hasTimedNoise(times []int32) bool {
	for i := range p.nodes {
		if !p.isKept(int32(i)) && times[i+1] > times[i] {
			return true
		}
	}
	return false
}

// largest returns the groups with the most text of those whose members have times.
func (p *page) largest(alike, sections []group) []group {
	all := slices.DeleteFunc(append(alike, sections...),
		func(g group) bool {
			return len(g.members) < 2 || g.timed*2 < len(g.members) || g.timed < 2
		})
	slices.SortStableFunc(all, func(a, b group) int {
		return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(b.timed, a.timed),
			cmp.Compare(a.members[0].from, b.members[0].from), cmp.Compare(a.rank, b.rank),
			cmp.Compare(a.name, b.name))
	})
	all = slices.CompactFunc(all, isEqual)
	return all[:min(len(all), mostGroups)]
}

// isEqual reports whether two groups have the same members.
func isEqual(a, b group) bool {
	return a.size == b.size && len(a.members) == len(b.members) &&
		a.members[0].Span == b.members[0].Span
}

// withoutEqual returns the groups without those that equal one before them.
func withoutEqual(all []group) []group {
	kept := all[:0:0]
	for _, g := range all {
		if !slices.ContainsFunc(kept, func(o group) bool { return isEqual(o, g) }) {
			kept = append(kept, g)
		}
	}
	return kept
}

// nameApart gives groups of the same name numbers: "div", "div (2)".
func nameApart(all []group) {
	known := map[string]int{}
	for i := range all {
		g := &all[i]
		if known[g.name]++; known[g.name] > 1 {
			g.name += " (" + strconv.Itoa(known[g.name]) + ")"
		}
	}
}
