package decode

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"newstimeline/parser/feed"
)

// Containers: parts of the page that look alike, with something like a time in each, may be the
// entries of its feed. Here they are found by their structure; which of the groups really are the
// entries is for the parser to say, which reads stamps. A group is either the elements of one name
// and class, or the sections between headings of one kind.

// A group is a number of parts of the page that look alike.
type group struct {
	name    string // for explain: "article.post"
	members []member
	nested  bool // members may be in each other
	size    int  // bytes of text in all members
	timed   int  // how many members hold something like a time
	rank    int  // of two groups with the same parts, the one with the lower rank is kept
}

// A member is one part of the page: nodes[from:to], and the span of their text.
type member struct {
	from, to int32
	feed.Span
}

// Limits of groups.
const (
	memberSize = 20  // the least bytes of text in a container
	markSize   = 220 // the most bytes of text in a heading between sections
	mostGroups = 8   // how many groups are passed on, the largest first
	// how many kinds of headings may part the children of one parent, the most frequent first
	mostKinds = 16
)

// countTimes returns for each node how many nodes before it look like a time, so that
// times[to]-times[from] of them are in nodes[from:to]. known: nodes that have one elsewhere.
func (p *page) countTimes(known map[int32]bool) []int32 {
	times := make([]int32, len(p.nodes)+1)
	for i := range p.nodes {
		n := &p.nodes[i]
		times[i+1] = times[i]
		if !n.element {
			if n.size > 0 && n.size <= 40 && hasDigit(p.text[n.from:n.to], 40) || n.size > 0 &&
				hasDigit(trimSpace(p.text[n.from:n.to]), 6) {
				times[i+1]++
			}
		} else if _, ok := p.stamp(n); ok || known[int32(i)] {
			times[i+1]++
		}
	}
	return times
}

func trimSpace(text []byte) []byte {
	for len(text) > 0 && isSpace(text[0]) {
		text = text[1:]
	}
	return text
}

// A likeness is what elements of a group have in common.
type likeness struct {
	tag    atom.Atom
	class  string
	parent int32 // of elements without a class; of sections
}

// alike groups elements by name and class, those without a class by name and parent. everywhere:
// those in noise as well.
func (p *page) alike(times []int32, everywhere bool) []group {
	at := map[likeness]int{}
	var all, nested []group
	add := func(k likeness, i int32) {
		g, known := at[k]
		if !known {
			g = len(all)
			at[k] = g
			all, nested = append(all, group{name: k.String()}), append(nested, group{nested: true})
		}
		p.join(&all[g], i, p.nodes[i].end, p.span(i), times)
		p.joinNested(&nested[g], i)
	}
	for i := range p.nodes {
		n := &p.nodes[i]
		if !n.element || n.size < memberSize || !mayContain(n) || !everywhere &&
			!p.isKept(int32(i)) || p.from[i] == p.to[i] {
			continue
		}
		if p.find(n, "itemprop") == "liveBlogUpdate" || strings.HasSuffix(p.find(n, "itemtype"),
			"BlogPosting") {
			add(likeness{tag: n.tag, class: "liveBlogUpdate"}, int32(i))
		}
		class := p.find(n, "class")
		if class == "" {
			add(likeness{tag: n.tag, parent: n.parent}, int32(i))
		}
		for token := range strings.FieldsSeq(class) {
			add(likeness{tag: n.tag, class: token}, int32(i))
		}
		if stem := idStem(p.find(n, "id")); stem != "" {
			add(likeness{tag: n.tag, class: "#" + stem}, int32(i))
		}
	}
	for g := range nested {
		if len(nested[g].members) > len(all[g].members) {
			nested[g].name = all[g].name + ", also in each other"
			p.count(&nested[g], times)
			all = append(all, nested[g])
		}
	}
	return all
}

// joinNested adds an element to a group whose members may be in each other, as answers do in
// what they answer. Its span is what is before the next.
func (p *page) joinNested(g *group, i int32) {
	if n := len(g.members); n > 0 && i < g.members[n-1].to {
		last := &g.members[n-1]
		last.to = i
		last.Span = p.trim(last.Start, int(p.from[i]))
	}
	g.members = append(g.members, member{i, p.nodes[i].end, p.span(i)})
}

// count adds up the text and the times of a group, and drops the members that have no text.
func (p *page) count(g *group, times []int32) {
	g.members = slices.DeleteFunc(g.members, func(m member) bool { return m.Len() == 0 })
	for _, m := range g.members {
		g.size += m.Len()
		if times[m.to] > times[m.from] {
			g.timed++
		}
	}
}

// idStem returns the letters before the number of an id: "post-" of post-1234.
func idStem(id string) string {
	i := strings.IndexAny(id, "0123456789")
	if i < 3 {
		return ""
	}
	return id[:i]
}

// String names a likeness in the way of style sheets.
func (k likeness) String() string {
	name := k.tag.String()
	if k.tag == 0 {
		name = "element"
	}
	if k.class == "" {
		return name
	}
	return name + "." + k.class
}

// join adds nodes[from:to], whose text is s, to a group, unless they are in its last member.
func (p *page) join(g *group, from, to int32, s feed.Span, times []int32) {
	if n := len(g.members); n > 0 && from < g.members[n-1].to {
		return
	}
	g.members = append(g.members, member{from, to, s})
	g.size += s.Len()
	if times[to] > times[from] {
		g.timed++
	}
}

// mayContain reports whether an element may be the container of an entry.
func mayContain(n *node) bool {
	switch n.tag {
	case atom.Article, atom.Section, atom.Div, atom.Li, atom.Tr, atom.Details, atom.Blockquote,
		atom.Tbody, atom.Ul, atom.Table, 0:
		return true
	}
	return false
}

// sections groups what is between headings of one kind among the children of one parent.
func (p *page) sections(times []int32, everywhere bool) []group {
	var all []group
	at := map[likeness]int{}
	for i := range p.nodes {
		if n := &p.nodes[i]; !n.element || n.size < 2*memberSize || !everywhere &&
			!p.isKept(int32(i)) {
			continue
		}
		clear(at)
		first := len(all)
		for k := int32(i) + 1; k < p.nodes[i].end; k = p.nodes[k].end {
			like, ok := p.parting(k, times, everywhere)
			if !ok {
				continue
			}
			g, known := at[like]
			if !known {
				g = len(all)
				at[like] = g
				all = append(all, group{name: "from " + like.String() + " to the next", rank: 1})
			}
			all[g].members = append(all[g].members, member{from: k})
		}
		all = append(all[:first], mostFrequent(all[first:])...)
		for g := first; g < len(all); g++ {
			p.beforeFirstRule(&all[g], times)
			p.close(&all[g], p.nodes[i].end, int(p.to[i]), times)
		}
	}
	return all
}

// beforeFirstRule puts what is above the first of some rules before the sections that they begin.
// It begins with an element with a time, as what follows the rules does.
func (p *page) beforeFirstRule(g *group, times []int32) {
	first := g.members[0].from
	if p.nodes[first].tag != atom.Hr || p.nextIn(first) < 0 {
		return
	}
	like := p.nextIn(first)
	isTimed := func(k int32) bool {
		return p.kind(k) == p.kind(like) && p.nodes[k].size <= markSize &&
			times[p.nodes[k].end] > times[k]
	}
	for k, n := p.previousIn(first), 0; isTimed(like) && k >= 0 && n < headNodes; n++ {
		if isTimed(k) {
			g.members = slices.Insert(g.members, 0, member{from: k})
			return
		}
		k = p.previousIn(k)
	}
}

// mostFrequent returns the groups of one parent that are worth a look. Each of them may run over
// all children. So a page in which every element has a class of its own must not make a group of
// each. A heading that does not recur separates nothing.
func mostFrequent(groups []group) []group {
	groups = slices.DeleteFunc(groups, func(g group) bool { return len(g.members) < 2 })
	if len(groups) > mostKinds {
		slices.SortStableFunc(groups, func(a, b group) int {
			return cmp.Compare(len(b.members), len(a.members))
		})
	}
	return groups[:min(len(groups), mostKinds)]
}

// parting returns what kind of heading separates the children of a parent at node k.
func (p *page) parting(k int32, times []int32, everywhere bool) (likeness, bool) {
	n := &p.nodes[k]
	if !n.element || n.size > markSize || n.size == 0 && n.tag != atom.Hr || !everywhere &&
		!p.isKept(k) {
		return likeness{}, false
	}
	class, _, _ := strings.Cut(p.find(n, "class"), " ")
	switch {
	case isHeading(n.tag), n.tag == atom.Hr, n.tag == atom.Time, n.tag == atom.Dt:
		return likeness{tag: n.tag}, true
	case class != "" && times[n.end] > times[k] && n.tag != atom.A:
		return likeness{tag: n.tag, class: class}, true
	}
	return likeness{}, false
}

// close ends each section of a group at the next one, or at a heading of a higher rank. The last
// one ends before what only follows the sections.
func (p *page) close(g *group, end int32, to int, times []int32) {
	members := g.members
	g.members = nil
	known := map[likeness]bool{}
	for i, m := range members {
		m.to, m.End = end, to
		if i+1 < len(members) {
			m.to, m.End = members[i+1].from, int(p.from[members[i+1].from])
		}
		m.to = p.outline(m)
		if i+1 < len(members) {
			p.noteKinds(m, known)
		} else if i > 1 {
			m.to = p.withoutStrangers(m, known)
		}
		if last := p.lastIn(m); last >= 0 {
			m.End = int(p.to[last])
		}
		if s := p.trim(int(p.from[m.from]), m.End); s.Len() > 0 {
			p.join(g, m.from, m.to, s, times)
		}
	}
}

// outline returns where a section ends at the latest: at the next sibling that is a heading of a
// higher rank.
func (p *page) outline(m member) int32 {
	rank := p.nodes[m.from].tag.String()
	if !isHeading(p.nodes[m.from].tag) {
		return m.to
	}
	for k := p.nodes[m.from].end; k < m.to; k = p.nodes[k].end {
		if isHeading(p.nodes[k].tag) && p.nodes[k].tag.String() < rank {
			return k
		}
	}
	return m.to
}

// kind returns what an element has in common with others.
func (p *page) kind(k int32) likeness {
	class, _, _ := strings.Cut(p.find(&p.nodes[k], "class"), " ")
	return likeness{tag: p.nodes[k].tag, class: class}
}

// noteKinds notes what elements are in a section.
func (p *page) noteKinds(m member, known map[likeness]bool) {
	for k := m.from; k < m.to; k = p.nodes[k].end {
		if p.nodes[k].element {
			known[p.kind(k)] = true
		}
	}
}

// withoutStrangers returns where the last section ends if the containers after it, such as no
// other section has, are none of it. Where the other sections are one element each, nothing else
// is.
func (p *page) withoutStrangers(m member, known map[likeness]bool) int32 {
	end := m.to
	for k := m.to; k > m.from; {
		k = p.before(m, k)
		n := &p.nodes[k]
		switch {
		case n.size == 0:
		case n.element && (mayContain(n) || len(known) == 1) && !known[p.kind(k)]:
			end = k
		default:
			return end
		}
	}
	return end
}

// before returns the child before child k of a section's parent; k may be the end of the section.
func (p *page) before(m member, k int32) int32 {
	parent := p.nodes[m.from].parent
	for k--; k > m.from && p.nodes[k].parent != parent; {
		k = p.nodes[k].parent
	}
	return max(k, m.from)
}

// lastIn returns the last element or text of a section that was written; -1: none.
func (p *page) lastIn(m member) int32 {
	last := int32(-1)
	for k := m.from; k < m.to; k = p.nodes[k].end {
		if p.nodes[k].element && p.to[k] > p.from[k] {
			last = k
		} else if !p.nodes[k].element && p.nodes[k].size > 0 {
			last = -1
		}
	}
	return last
}

// contain adds the hints of the containers, and the addresses of what they contain.
func (p *page) contain(groups []group) {
	linked := map[int]bool{}
	for _, g := range groups {
		for _, m := range g.members {
			s := m.Span
			if g.nested {
				s = p.span(m.from) // with what is in it, which tells what answers what
			}
			p.hint(s, feed.HintBlock, g.name)
			if linked[m.Start] {
				continue
			}
			if url := p.permalink(m); url != "" {
				linked[m.Start] = true
				p.hint(feed.Span{Start: m.Start, End: m.Start}, feed.HintLink, url)
			}
		}
	}
}

// addScopes adds the hints of the elements that hold several times: lists, and what is around them.
func (p *page) addScopes() {
	for i := range p.nodes {
		if n := &p.nodes[i]; n.element && isBlock(n.tag) && p.times[n.end]-p.times[i] > 1 &&
			n.size < p.nodes[n.parent].size {
			p.hint(p.span(int32(i)), feed.HintScope, "")
		}
	}
}

// permalink returns the address of what a container has. It is that of a link which says so, or
// which is on its time, else its id on the page.
func (p *page) permalink(m member) string {
	id := p.find(&p.nodes[m.from], "id")
	for k := m.from; k < m.to; k++ {
		n := &p.nodes[k]
		if n.tag != atom.A {
			continue
		}
		href := p.find(n, "href")
		if p.find(n, "rel") == "bookmark" || id != "" && strings.HasSuffix(href, "#"+id) ||
			p.isAroundTime(k) {
			if u := p.resolve(href); u != "" {
				return u
			}
		}
	}
	if id == "" || p.url == "" {
		return ""
	}
	page, _, _ := strings.Cut(p.url, "#")
	return page + "#" + id
}

// isAroundTime reports whether element k holds a time element, or is in one.
func (p *page) isAroundTime(k int32) bool {
	if p.nodes[p.nodes[k].parent].tag == atom.Time {
		return true
	}
	for i := k; i < p.nodes[k].end; i++ {
		if p.nodes[i].tag == atom.Time {
			return true
		}
	}
	return false
}
