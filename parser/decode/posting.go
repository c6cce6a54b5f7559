package decode

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"newstimeline/parser/feed"
)

// JSON-LD: what a page says to search engines about itself. A LiveBlogPosting in it lists the
// entries; it is evidence among other evidence.

// A posting is what the JSON-LD of a page says.
type posting struct {
	headline, language, url, published, updated, publisher, image string
	updates                                                       []update
}

// An update is one liveBlogUpdate.
type update struct{ headline, body, published, url, author string }

// readPosting reads the JSON-LD scripts of a page. Broken ones are ignored.
func readPosting(scripts []string) posting {
	var p posting
	for _, s := range scripts {
		var v any
		if json.Unmarshal([]byte(s), &v) == nil {
			p.take(v, 0)
		}
	}
	p.doubt()
	return p
}

// take reads a value and what is nested in it.
func (p *posting) take(v any, depth int) {
	if depth > 8 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			p.take(e, depth+1)
		}
	case map[string]any:
		p.takeObject(v, depth)
	}
}

func (p *posting) takeObject(o map[string]any, depth int) {
	if g, ok := o["@graph"]; ok {
		p.take(g, depth+1)
	}
	kind := text(o["@type"])
	live := strings.Contains(kind, "LiveBlogPosting")
	if !live && !strings.Contains(kind, "Article") && !strings.Contains(kind, "WebPage") &&
		!strings.Contains(kind, "BlogPosting") {
		return
	}
	fill := func(field *string, value string) {
		if *field == "" || live && value != "" {
			*field = value
		}
	}
	fill(&p.headline, text(o["headline"]))
	fill(&p.language, text(o["inLanguage"]))
	fill(&p.url, text(o["url"]))
	fill(&p.published, machineTime(text(o["datePublished"])))
	fill(&p.updated, machineTime(text(o["dateModified"])))
	fill(&p.publisher, text(o["publisher"]))
	fill(&p.image, addressIn(o["image"]))
	if list, ok := o["liveBlogUpdate"].([]any); ok && live && len(p.updates) == 0 {
		for _, e := range list {
			if u, ok := e.(map[string]any); ok {
				p.updates = append(p.updates, readUpdate(u))
			}
		}
	}
}

func readUpdate(o map[string]any) update {
	u := update{headline: text(o["headline"]), body: text(o["articleBody"]),
		published: machineTime(text(o["datePublished"])), url: text(o["url"]),
		author: text(o["author"])}
	if u.headline == "" {
		u.headline = text(o["name"])
	}
	if u.body == "" {
		u.body = text(o["text"])
	}
	return u
}

// addressIn returns the address in a value: itself, the first of a list, that of an object.
func addressIn(v any) string {
	switch v := v.(type) {
	case []any:
		if len(v) > 0 {
			return addressIn(v[0])
		}
		return ""
	case map[string]any:
		return cmp.Or(text(v["url"]), text(v["contentUrl"]), text(v["@id"]))
	}
	return text(v)
}

// text returns the text of a value: itself, the first of a list, the name or address of an object.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case []any:
		if len(v) > 0 {
			return text(v[0])
		}
	case map[string]any:
		for _, key := range [...]string{"name", "@value", "@id", "url"} {
			if s := text(v[key]); s != "" {
				return s
			}
		}
	}
	return ""
}

// doubt drops the times of the updates if most of them have the same one: some sites give every
// update the page's own.
func (p *posting) doubt() {
	counts := map[string]int{}
	most := 0
	for _, u := range p.updates {
		counts[u.published]++
		most = max(most, counts[u.published])
	}
	if len(p.updates) > 2 && most*2 > len(p.updates) {
		for i := range p.updates {
			p.updates[i].published = ""
		}
	}
}

// items returns the updates as the items of a feed.
func (p *posting) items() []item {
	var items []item
	for _, u := range p.updates {
		items = append(items, item{title: u.headline, body: u.body, titleMarkup: true,
			markup: strings.ContainsAny(u.body, "<&"), printed: u.published, time: u.published,
			url: u.url, author: u.author})
	}
	return items
}

// A located is an update of the JSON-LD that is on the page.
type located struct {
	at   int // the byte of the page's text at which it begins
	time string
}

// locate searches the lines of the page for the updates of the JSON-LD. An update is at the element
// that the fragment of its URL names, else where a line begins like its title or text. They are in
// the order of the page, each place once.
func (p *page) locate(ld posting) (found []located) {
	if len(ld.updates) == 0 {
		return nil
	}
	lines, ids := p.openings(), p.ids()
	for i := range ld.updates {
		u := &ld.updates[i]
		if at, ok := u.locate(lines, ids); ok {
			found = append(found, located{at, u.published})
		}
	}
	slices.SortStableFunc(found, func(a, b located) int { return cmp.Compare(a.at, b.at) })
	return slices.CompactFunc(found, func(a, b located) bool { return a.at == b.at })
}

// witness adds the times of the updates as hints. Each update becomes a container too, up to the
// next; the page may have other containers, which compete with these.
func (p *page) witness(found []located) {
	if len(found) == 0 {
		return
	}
	end := p.endOfUpdates(found)
	for i, u := range found {
		p.hint(feed.Span{Start: u.at, End: u.at}, feed.HintStamp, u.time)
		to := end
		if i+1 < len(found) {
			to = found[i+1].at
		}
		p.hint(p.trim(u.at, to), feed.HintBlock, "LiveBlogPosting")
	}
}

// endOfUpdates returns where the innermost element ends that holds all updates.
func (p *page) endOfUpdates(found []located) int {
	first, last := found[0].at, found[len(found)-1].at
	end := len(p.out)
	for i := range p.nodes {
		if p.nodes[i].element && int(p.from[i]) <= first && int(p.to[i]) > last {
			end = int(p.to[i])
		}
	}
	return end
}

// locate returns the byte of the page's text at which an update begins, and whether it was found.
func (u *update) locate(lines, ids map[string]int) (at int, ok bool) {
	if _, id, cut := strings.Cut(u.url, "#"); cut {
		if at, ok = lookup(ids, id); ok {
			return at, true
		}
	}
	if at, ok = lookup(lines, opening(u.headline)); ok {
		return at, true
	}
	return lookup(lines, opening(u.body))
}

func lookup(m map[string]int, key string) (int, bool) {
	at, ok := m[key]
	return at, ok && key != ""
}

// openingSize is how many letters and digits two texts must have in common at their start to be the
// same.
const openingSize = 32

// opening returns the first letters and digits of a text, in small letters; "" if it has fewer than
// a few.
func opening(s string) string {
	var b strings.Builder
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
			if n++; n == openingSize {
				break
			}
		}
	}
	if n < openingSize/4 {
		return ""
	}
	return b.String()
}

// openings returns where lines begin, by their openings; of equal ones, the last: an index is
// above the feed.
func (p *page) openings() map[string]int {
	at := map[string]int{}
	for from := 0; from < len(p.out); {
		to := from
		for to < len(p.out) && p.out[to] != '\n' {
			to++
		}
		if s := opening(string(p.out[from:min(to, from+4*openingSize)])); s != "" {
			at[s] = from
		}
		from = to + 1
	}
	return at
}

// ids returns where elements with an id begin.
func (p *page) ids() map[string]int {
	at := map[string]int{}
	for i := range p.nodes {
		if n := &p.nodes[i]; n.element && n.last > n.attr && p.to[i] > p.from[i] {
			if id := p.find(n, "id"); id != "" {
				at[id] = p.span(int32(i)).Start
			}
		}
	}
	return at
}

// updateNodes returns the innermost elements that begin where updates do.
func (p *page) updateNodes(found []located) map[int32]bool {
	begins, nodes := make(map[int]int32, len(found)), make(map[int32]bool, len(found))
	for _, u := range found {
		begins[u.at] = -1
	}
	for i := 1; i < len(p.nodes) && len(found) > 0; i++ {
		if !p.nodes[i].element || p.from[i] == p.to[i] {
			continue
		}
		if at := p.span(int32(i)).Start; begins[at] != 0 {
			begins[at] = int32(i)
		}
	}
	for _, i := range begins {
		nodes[i] = true
	}
	return nodes
}
