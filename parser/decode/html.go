package decode

import (
	"cmp"
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"newstimeline/parser/feed"
)

// readHTML makes a Source of a page.
func readHTML(src *feed.Source, text []byte) {
	t := parseTree(text)
	meta := readMeta(t)
	posting := readPosting(t.ld)
	meta.fill(&src.Meta, posting)
	p := newPage(t)
	p.url = src.URL
	if base, err := url.Parse(p.url); err == nil && t.base != "" {
		if u, err := base.Parse(t.base); err == nil {
			p.base = absolute(u.String())
		}
	}
	found := p.locate(posting)
	p.contain(p.groups(found))
	p.addLinkDays()
	p.addScopes()
	p.witness(found)
	if len(found) == 0 && len(posting.updates) > 0 {
		// The text of the page is not the feed, which scripts would have fetched.
		f := itemFeed{Meta: src.Meta, items: posting.items()}
		f.write(src)
		src.Remarks = append(src.Remarks, feed.Diagnostic{Severity: feed.Info, Code: "json-ld",
			Message: "the page text has no updates; its JSON-LD was read instead"})
		return
	}
	p.attach()
	src.Text = string(p.out)
	src.Hints = p.sortedHints()
	if strings.TrimSpace(src.Text) == "" {
		src.Remarks = append(src.Remarks, feed.Diagnostic{Severity: feed.Warning, Code: "empty",
			Message: "the page has no text; if scripts draw it, save it from a browser that has drawn it"})
	}
}

// A pageHead is what the head of a page says about it.
type pageHead struct {
	title, lang, url, published, updated, publisher, image string
}

// readMeta reads the meta and link elements of a page.
func readMeta(t *tree) pageHead {
	h := pageHead{title: t.title, lang: t.lang}
	for i := range t.nodes {
		n := &t.nodes[i]
		switch n.tag {
		case atom.Link:
			if t.find(n, "rel") == "canonical" {
				h.url = t.find(n, "href")
			}
		case atom.Meta:
			h.take(t, n)
		}
	}
	return h
}

// take reads one meta element. og:title, which is for sites that quote the page, wins over the
// title element: it has no name of the site in it.
func (h *pageHead) take(t *tree, n *node) {
	content := strings.TrimSpace(t.find(n, "content"))
	name := cmp.Or(t.find(n, "property"), t.find(n, "name"), t.find(n, "itemprop"))
	if content == "" {
		return
	}
	switch strings.ToLower(name) {
	case "og:title":
		h.title = fold(content)
	case "og:site_name":
		h.publisher = fold(content)
	case "og:image", "og:image:url":
		h.image = cmp.Or(h.image, absolute(content))
	case "og:url":
		if h.url == "" {
			h.url = content
		}
	case "article:published_time", "datepublished", "date", "dc.date", "pubdate":
		if v := machineTime(content); v != "" && h.published == "" {
			h.published = v
		}
	case "article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod":
		if v := machineTime(content); v != "" && h.updated == "" {
			h.updated = v
		}
	}
}

// fill fills in the data of a source from the head of its page and from the JSON-LD.
func (h *pageHead) fill(m *feed.Meta, p posting) {
	m.Title = cmp.Or(h.title, p.headline)
	m.Language = cmp.Or(language(h.lang), language(p.language))
	m.URL = absolute(cmp.Or(h.url, p.url))
	m.Published = cmp.Or(h.published, p.published)
	m.Updated = cmp.Or(h.updated, p.updated)
	m.Publisher = cmp.Or(h.publisher, p.publisher)
	m.Image = cmp.Or(h.image, absolute(p.image))
}

// language returns the primary subtag of a language: "en" of en-GB.
func language(tag string) string {
	tag, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
	tag, _, _ = strings.Cut(tag, "_")
	if len(tag) < 2 || len(tag) > 3 {
		return ""
	}
	return tag
}

// absolute returns s if it is an absolute address of the web, else "".
func absolute(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

// resolve returns the URL that a link of the page leads to. It is "" if the page's own is unknown
// or the link does not lead to the web.
func (p *page) resolve(href string) string {
	from := cmp.Or(p.base, p.url)
	if u := absolute(href); u != "" || from == "" || strings.TrimSpace(href) == "" {
		return u
	}
	base, err := url.Parse(from)
	if err != nil {
		return ""
	}
	u, err := base.Parse(strings.TrimSpace(href))
	if err != nil {
		return ""
	}
	return absolute(u.String())
}
