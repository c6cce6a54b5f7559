package format

import (
	"iter"
	"strings"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// Links: those that markup has, and the addresses that stand in the words of a text. Only addresses
// that a browser opens as a page, and those of mail, ever become a link.

// A piece is a part of a text, and where it leads.
type piece struct {
	feed.Span
	url string // "": nowhere
}

// isLinkAddress reports whether an address may become a link.
func isLinkAddress(url string) bool {
	return isAddress(url) || strings.HasPrefix(url, "mailto:") && strings.IndexByte(url, '@') > 0 &&
		!strings.ContainsAny(url, "<> \"") && Clean(url) == url
}

// pieces yields a title or paragraph of an entry in parts: links, and what stands between them.
func pieces(e *timeline.Entry, s feed.Span) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		if e.Attached != nil {
			for _, l := range e.Attached.Links {
				if l.Start < s.Start || l.End > s.End || !isLinkAddress(l.URL) {
					continue
				}
				if !barePieces(e.Source.Text, feed.Span{Start: s.Start, End: l.Start}, yield) ||
					!yield(piece{l.Span, l.URL}) {
					return
				}
				s.Start = l.End
			}
		}
		barePieces(e.Source.Text, s, yield)
	}
}

// barePieces yields the parts of a text without links of markup: the addresses in it, and what
// stands between them. It reports whether to go on.
func barePieces(text string, s feed.Span, yield func(piece) bool) bool {
	for s.Len() > 0 {
		at, end := nextAddress(s.Of(text))
		if at < 0 {
			return yield(piece{Span: s})
		}
		link := feed.Span{Start: s.Start + at, End: s.Start + end}
		if at > 0 && !yield(piece{Span: feed.Span{Start: s.Start, End: link.Start}}) ||
			!yield(piece{link, link.Of(text)}) {
			return false
		}
		s.Start = link.End
	}
	return true
}

// nextAddress returns where the first address of the web stands in a text; -1: there is none. What
// ends a sentence or closes a bracket before it is no part of it.
func nextAddress(s string) (at, end int) {
	for from := 0; ; {
		i := strings.Index(s[from:], "://")
		if i < 0 {
			return -1, -1
		}
		i += from
		from = i + len("://")
		at = i - len("http")
		if i >= len("https") && s[i-len("https"):i] == "https" {
			at--
		} else if at < 0 || s[at:i] != "http" {
			continue
		}
		end = from + run(s[from:], '!', '~')
		if k := strings.IndexAny(s[from:end], "<>\"`\\^{|}"); k >= 0 {
			end = from + k
		}
		end = withoutStop(s[:end], from)
		host, _, _ := strings.Cut(s[from:end], "/")
		if (at == 0 || !wordBefore(s, at)) && strings.IndexByte(host, '.') > 0 &&
			isAddress(s[at:end]) {
			return at, end
		}
	}
}

// withoutStop returns where an address ends that begins before byte from and goes on to the end of
// s at most.
func withoutStop(s string, from int) int {
	for end := len(s); end > from; end-- {
		switch c := s[end-1]; {
		case strings.IndexByte(".,;:!?'*_~", c) >= 0:
		case c == ')' && strings.Count(s[from:end], "(") < strings.Count(s[from:end], ")"):
		case c == ']' && strings.Count(s[from:end], "[") < strings.Count(s[from:end], "]"):
		default:
			return end
		}
	}
	return from
}

// appendLinks appends the links in the words of an entry as JSON.
func appendLinks(dst []byte, e *timeline.Entry) []byte {
	dst = append(dst, '[')
	n := 0
	add := func(s feed.Span) {
		for p := range pieces(e, s) {
			if p.url == "" {
				continue
			}
			if n++; n > 1 {
				dst = append(dst, ',')
			}
			dst = append(dst, `{"text":"`...)
			dst = append(appendParagraph(dst, e.Source, p.Span), '"')
			dst = appendString(dst, `,"url":`, p.url)
			dst = appendNumber(dst, `,"start_byte":`, p.Start)
			dst = append(appendNumber(dst, `,"end_byte":`, p.End), '}')
		}
	}
	if !e.Title.IsZero() {
		add(e.Title)
	}
	for _, s := range e.Paragraphs {
		add(s)
	}
	return append(dst, ']')
}

// media returns the pictures of an entry whose addresses a browser opens.
func media(e *timeline.Entry) iter.Seq[*feed.Media] {
	return func(yield func(*feed.Media) bool) {
		if e.Attached == nil {
			return
		}
		for i := range e.Attached.Media {
			if m := &e.Attached.Media[i]; isAddress(m.URL) && !yield(m) {
				return
			}
		}
	}
}

// appendMedia appends the pictures of an entry as JSON.
func appendMedia(dst []byte, e *timeline.Entry) []byte {
	dst = append(dst, '[')
	n := 0
	for m := range media(e) {
		if n++; n > 1 {
			dst = append(dst, ',')
		}
		dst = appendString(dst, `{"url":`, m.URL)
		dst = appendString(dst, `,"alt":`, m.Alt)
		dst = appendString(dst, `,"caption":`, m.CaptionText(e.Source.Text))
		dst = append(appendString(dst, `,"credit":`, m.Credit), '}')
	}
	return append(dst, ']')
}

// appendParts appends the lists and quotations in the text of an entry as JSON. It gives the kind
// of each part, and which paragraphs are in it.
func appendParts(dst []byte, e *timeline.Entry) []byte {
	dst = append(dst, '[')
	n := 0
	for k := 0; e.Attached != nil && k < len(e.Attached.Parts); k++ {
		part := &e.Attached.Parts[k]
		first, last := e.ParagraphsIn(part.Span)
		if first == last {
			continue
		}
		if n++; n > 1 {
			dst = append(dst, ',')
		}
		kind := `{"kind":"item"`
		if part.Quoted {
			kind = `{"kind":"quote"`
		}
		dst = appendString(append(dst, kind...), `,"number":`, part.Number)
		dst = appendNumber(dst, `,"first":`, first+1)
		dst = append(appendNumber(dst, `,"last":`, last), '}')
	}
	return append(dst, ']')
}

// isPlainAddress reports whether GitHub and Obsidian make a link of all of an address where it
// stands without a mark.
func isPlainAddress(url string) bool {
	_, rest, ok := strings.Cut(url, "://")
	host, path, _ := strings.Cut(rest, "/")
	top := host[strings.LastIndexByte(host, '.')+1:]
	return ok && len(host) > len(top)+1 && top != "" && run(top, 'a', 'z') == len(top) &&
		strings.Trim(host,
			"-.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == "" &&
		strings.Trim(path,
			"-.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%+/=?#,") == ""
}
