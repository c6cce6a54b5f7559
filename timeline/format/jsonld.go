package format

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"newstimeline/timeline"
)

// JSON-LD: a LiveBlogPosting of schema.org, as search engines read it, by itself or in a page.
// Times are as exact as the feed's: a day is written as a date, a clock without a zone without an
// offset. What is the same for all updates is stated once, in isBasedOn: the sources, with the lead
// of each feed. The output is safe within a script element of HTML.

func writeJSONLD(w io.Writer, t *timeline.Timeline, o Options) error {
	out := newBuffer(w)
	out.liveBlog(t, &o, o.heading(t))
	return out.flush()
}

// liveBlog writes the posting of a timeline with some heading, and a line end.
func (b *buffer) liveBlog(t *timeline.Timeline, o *Options, heading string) {
	from := len(b.b)
	b.b = append(b.b, `{"@context":"https://schema.org","@type":"LiveBlogPosting",`+"\n"+
		`"headline":`...)
	b.b = appendQuoted(b.b, heading)
	b.b = appendStanding(b.b, t)
	b.b = appendCoverage(b.b, t, o)
	b.b = appendKnown(b.b, `,"inLanguage":`, language(t.Sources))
	b.b = append(b.b, `,`+"\n"+`"isBasedOn":[`...)
	for i, name := range publicNames(t) {
		b.b = appendItem(b.b, i)
		b.b = appendWork(b.b, t.Sources[i], name, heading)
	}
	b.b = append(b.b, `],`+"\n"+`"liveBlogUpdate":[`...)
	b.b = escapeMarkup(b.b, from)
	n := 0
	for i := range t.Entries {
		e := &t.Entries[i]
		if title := headline(e); title != "" { // an update without text is an error to its readers
			from := len(b.b)
			b.b = appendItem(b.b, n)
			b.b = appendUpdate(b.b, e, title, o, len(t.Sources) > 1)
			b.b = escapeMarkup(b.b, from)
			n++
		}
		if !b.spill() {
			return
		}
	}
	b.b = append(b.b, "]}\n"...)
}

// appendStanding appends where the posting is, its picture, who wrote it and who publishes it: what
// all sources have in common.
func appendStanding(dst []byte, t *timeline.Timeline) []byte {
	var url, image, publisher, site string
	for i, s := range t.Sources {
		own := [...]string{s.URL, s.Image, s.Publisher, siteOf(s.URL)}
		for k, field := range [...]*string{&url, &image, &publisher, &site} {
			if i == 0 {
				*field = own[k]
			} else if *field != own[k] {
				*field = ""
			}
		}
	}
	if isAddress(url) {
		dst = appendKnown(dst, `,"url":`, url)
	}
	if isAddress(image) {
		dst = appendKnown(dst, `,"image":`, image)
	}
	for i, name := range authors(t) {
		dst = append(dst, [...]string{`,"author":[`, `,`}[min(i, 1)]...)
		dst = append(appendString(dst, `{"@type":"Person","name":`, name), '}')
	}
	if len(authors(t)) > 0 {
		dst = append(dst, ']')
	}
	_, host, _ := strings.Cut(site, "://")
	if name := cmp.Or(publisher, strings.TrimPrefix(host, "www.")); name != "" {
		dst = appendString(dst, `,"publisher":{"@type":"Organization","name":`, name)
		dst = append(appendKnown(dst, `,"url":`, site), '}')
	}
	return dst
}

// siteOf returns the address of the site that a page is on; "" if that is not known.
func siteOf(page string) string {
	if !isAddress(page) {
		return ""
	}
	scheme, rest, _ := strings.Cut(page, "://")
	if end := strings.IndexAny(rest, "/?#"); end >= 0 {
		rest = rest[:end]
	}
	return scheme + "://" + rest
}

// authors returns who wrote the entries, each once, in the order of the timeline; a few dozen at
// most.
func authors(t *timeline.Timeline) (names []string) {
	const most = 24
	for i := range t.Entries {
		name := t.Entries[i].AuthorText()
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
		if len(names) == most {
			break
		}
	}
	return names
}

// appendCoverage appends when the posting was made and what time it covers; the end only of what
// has ended.
func appendCoverage(dst []byte, t *timeline.Timeline, o *Options) []byte {
	published, updated := "", ""
	if len(t.Sources) == 1 {
		published, updated = t.Sources[0].Published, t.Sources[0].Updated
	}
	first, last := firstAndLast(t)
	if first == nil {
		dst = appendKnown(dst, `,"datePublished":`, published)
		return appendKnown(dst, `,"dateModified":`, updated)
	}
	from, to := string(o.appendISO(nil, first, true)), string(o.appendISO(nil, last, true))
	if published == "" {
		published = from
	}
	if updated == "" {
		updated = to
	}
	dst = appendKnown(dst, `,"datePublished":`, published)
	dst = appendKnown(dst, `,"dateModified":`, updated)
	dst = appendKnown(dst, `,"coverageStartTime":`, from)
	if allEnded(t) {
		dst = appendKnown(dst, `,"coverageEndTime":`, to)
	}
	return dst
}

// appendWork appends a source: its name, its URL, its lead and its notices. heading is that of the
// timeline.
func appendWork(dst []byte, s *timeline.Source, name, heading string) []byte {
	dst = append(dst, `{"@type":"CreativeWork","@id":"#source-`...)
	dst = strconv.AppendInt(dst, int64(s.Index+1), 10)
	dst = append(dst, `","name":`...)
	dst = appendQuoted(dst, name)
	dst = appendKnown(dst, `,"headline":`, titleOf(s))
	if isAddress(s.URL) {
		dst = appendKnown(dst, `,"url":`, s.URL)
	}
	dst = appendKnown(dst, `,"inLanguage":`, languageTag(s.Language))
	dst = appendKnown(dst, `,"datePublished":`, s.Published)
	dst = appendKnown(dst, `,"dateModified":`, s.Updated)
	dst = appendKnown(dst, `,"abstract":`, strings.Join(leadOf(s, heading), "\n\n"))
	if len(s.Notices) > 0 {
		dst = append(dst, `,"creativeWorkStatus":[`...)
		for i, n := range s.Notices {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = appendQuoted(dst, n.Text.Of(s.Text))
		}
		dst = append(dst, ']')
	}
	return append(dst, '}')
}

// appendUpdate appends an entry with its headline. If the timeline is merged of several sources,
// the entry names its own.
func appendUpdate(dst []byte, e *timeline.Entry, title string, o *Options, merged bool) []byte {
	dst = append(dst, `{"@type":"BlogPosting","@id":"#`...)
	dst = e.ID.Append(dst)
	dst = appendNumber(dst, `","position":`, e.Seq)
	dst = append(dst, `,"headline":`...)
	dst = appendQuoted(dst, title)
	if !e.Date.IsZero() {
		dst = append(dst, `,"datePublished":"`...)
		dst = o.appendISO(dst, e, true)
		dst = append(dst, '"')
	}
	if len(e.Paragraphs) > 0 {
		dst = append(dst, `,"articleBody":"`...)
		dst = appendText(dst, e)
		dst = append(dst, '"')
	}
	if author := e.AuthorText(); author != "" {
		dst = append(dst, `,"author":{"@type":"Person","name":`...)
		dst = appendQuoted(dst, author)
		dst = append(dst, '}')
	}
	if isAddress(e.URL) {
		dst = appendKnown(dst, `,"url":`, e.URL)
	}
	if merged {
		dst = appendNumber(dst, `,"isBasedOn":{"@id":"#source-`, e.Source.Index+1)
		dst = append(dst, `"}`...)
	}
	return append(dst, '}')
}

// appendKnown appends a key and a string; nothing at all if that is empty.
func appendKnown(dst []byte, key, s string) []byte {
	if s == "" {
		return dst
	}
	return appendString(dst, key, s)
}
