package parser

// Farewells tell the order of a feed whose stamps do not: how it greets and takes its leave.
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

// order returns the order that they tell, Unknown if they tell none.
func (f *farewells) order() Order {
	switch {
	case f.oldest > f.newest:
		return OldestFirst
	case f.newest > f.oldest:
		return NewestFirst
	}
	return Unknown
}
