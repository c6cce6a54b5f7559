package grouping

import "newstimeline/parser/feed"

// Farewells give the order of a feed whose timestamps do not: how it greets and takes its leave.
type farewells struct {
	oldest, newest int // paragraphs that speak for the oldest entry on top, and for the newest
}

// count looks at the paragraphs of a grouper, of which the first is number from of all.
func (f *farewells) count(g *grouper, from, all int) {
	for i := range g.paragraphs {
		p := &g.paragraphs[i]
		top, bottom := (from+i)*4 < all, (from+i)*4 >= 3*all
		switch {
		case p.is(opensFeed) && top, p.is(closesFeed) && bottom:
			f.oldest++
		case p.is(opensFeed) && bottom, p.is(closesFeed) && top:
			f.newest++
		}
	}
}

// orderOf returns the order by the paragraphs of all segments, Unknown if they give none.
func orderOf(ends []farewells) feed.Order {
	var all farewells
	for _, f := range ends {
		all.oldest += f.oldest
		all.newest += f.newest
	}
	switch {
	case all.oldest > all.newest:
		return feed.OldestFirst
	case all.newest > all.oldest:
		return feed.NewestFirst
	}
	return feed.Unknown
}
