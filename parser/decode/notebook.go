package decode

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"newstimeline/parser/feed"
	"newstimeline/parser/tongue"
)

// Markdown, as timeline writes it: a title, the source or sources, and for each day a heading with
// the entries as list items.
//
//	# Title
//
//	Source: feed.txt
//
//	## Friday, 15 August 2025
//
//	- **10:05 A title** text
//
//	  A further paragraph.
//
//	  *— Who wrote it*
//
//	  <https://example.org/1>
//
// Marks without a backslash are the program's own. Those in the words of feeds have one, if they
// could be mistaken. A text of which one line has another form is anybody's Markdown, and read as a
// text.

// A notebookReader reads Markdown and writes its lines without backslashes.
type notebookReader struct {
	out        strings.Builder
	title, url string
	hints      []feed.Hint
	sources    map[string]bool // their names, if there are several
	sourced    bool            // the top names its source or sources
	none       bool            // it states that there are no entries
	day        ownDay
	records    []feed.Record
	inItem     bool // the paragraph before is an item of a list in an entry
}

// readNotebook makes a Source of Markdown as this program writes it.
func readNotebook(src *feed.Source, text []byte, _ Keys) error {
	var r notebookReader
	if !r.read(string(text)) {
		return notFeed(src.Meta.Format, errors.New("not Markdown as timeline writes it"))
	}
	src.Text, src.Hints = r.out.String(), r.hints
	src.Records, src.RecordOrder = ownNumber(r.records), ownOrder(r.records)
	src.Title, src.URL = r.title, r.url
	// the feed has none
	if word, _, _ := strings.Cut(r.title, ","); tongue.IsPhrase("timeline", word) {
		src.Title = ""
	}
	if n := len(r.sources); n > 1 {
		src.Remarks = append(src.Remarks, sourcesRemark(n))
	}
	return nil
}

// isNotebook reports whether a text is Markdown as this program writes it, all of it. Its first
// bytes decide whether it may be.
func isNotebook(text []byte) bool {
	head := text[:min(len(text), sniffed)]
	if !bytes.HasPrefix(head, []byte("# ")) || !bytes.Contains(head, []byte("\n## ")) &&
		len(text) > len(head) || !utf8.Valid(text) {
		return false
	}
	var r notebookReader
	return r.read(string(text))
}

// read reads all lines and reports whether they have the form that we write.
func (r *notebookReader) read(text string) bool {
	read := r.top
	blank := true
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			blank = true
			r.out.WriteByte('\n')
			continue
		}
		if heading, ok := strings.CutPrefix(line, "## "); ok && blank && r.sourced &&
			r.heading(heading) {
			read, blank = r.body, false
			continue
		}
		if !read(line, blank) {
			return false
		}
		r.out.WriteByte('\n')
		blank = false
	}
	return len(r.records) > 0 || r.none
}

// raw writes marks of ours.
func (r *notebookReader) raw(s string) { r.out.WriteString(s) }

// words writes words of a feed without their backslashes and returns their span.
func (r *notebookReader) words(s string) feed.Span {
	at := r.out.Len()
	r.out.WriteString(unescapeProse(s))
	return feed.Span{Start: at, End: r.out.Len()}
}

// unescapeProse drops the backslash before each mark.
func unescapeProse(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && isPunctuation(s[i+1]) {
			i++
		}
		b = append(b, s[i])
	}
	return string(b)
}

// isPunctuation reports whether c is a mark that Markdown may escape with a backslash.
func isPunctuation(c byte) bool {
	return c > ' ' && c < 0x7F && !isDigit(c) && (c|0x20 < 'a' || c|0x20 > 'z')
}

// top reads a line above the first day. Our own words there are not text of the feed.
func (r *notebookReader) top(line string, _ bool) bool {
	at, ours := r.out.Len(), true
	title, isTitle := strings.CutPrefix(line, "# ")
	label, source, isSource := strings.Cut(line, ":")
	name, isName := strings.CutPrefix(line, "- ")
	switch {
	case at == 0 && isTitle:
		r.title = unescapeProse(title)
	case at == 0:
		return false
	case isSource && source != "" && tongue.IsPhrase("source", label):
		_, r.url, _ = strings.Cut(strings.TrimSuffix(source, ">"), ", <")
		r.sourced = true
	case isSource && source == "" && tongue.IsPhrase("sources", label):
		r.sourced = true
	case r.sourced && isName:
		name, _, _ = strings.Cut(name, ", <")
		r.sources = noteSource(r.sources, unescapeProse(name))
	case r.sourced && tongue.IsPhrase("none", line):
		r.none = true
	default:
		ours = false
	}
	s := r.words(line)
	if ours {
		r.hints = append(r.hints, feed.Hint{Span: s, Kind: feed.HintNoise})
	}
	return true
}

// heading reads the heading of a day and reports whether it is one.
func (r *notebookReader) heading(heading string) bool {
	day, ok := readOwnDay(unescapeProse(heading))
	if !ok {
		return false
	}
	r.raw("## ")
	r.day = day
	r.day.heading = r.words(heading)
	r.raw("\n")
	return true
}

// body reads a line of an entry.
func (r *notebookReader) body(line string, blank bool) bool {
	if item, ok := strings.CutPrefix(line, "- "); ok && blank {
		return r.item(item)
	}
	text, ok := strings.CutPrefix(line, "  ")
	if !ok || !blank || len(r.records) == 0 || text == "" {
		return false
	}
	set, text := cutSetting(text)
	if text == "" || text[0] == ' ' || set.goesOn && !r.inItem {
		return false
	}
	r.inItem = set.item || set.goesOn
	if set == (setting{}) {
		r.paragraph(text)
	} else {
		r.part(set, text)
	}
	return true
}

// item reads the first line of an entry, after its mark.
func (r *notebookReader) item(s string) bool {
	rec := feed.Record{Header: r.day.heading, When: r.day.heading}
	rec.Start = r.out.Len()
	r.raw("- ")
	var clock feed.Clock
	zone := ""
	if bold, rest, ok := cutBold(s); ok {
		r.raw("**")
		clock, zone = r.bold(&rec, bold)
		r.raw("**")
		s = rest
	}
	rec.Told = r.day.told(clock, zone)
	r.opening(rec, s)
	return true
}

// opening reads what follows the bold words of an entry: its source, and its first paragraph.
func (r *notebookReader) opening(rec feed.Record, s string) {
	isBare := r.out.Len() == rec.Start+len("- ")
	rest := r.source(s)
	text := strings.TrimLeft(rest, " ")
	set := setting{}
	if isBare && text == s {
		set, text = cutSetting(text)
	} else {
		r.raw(rest[:len(rest)-len(text)])
	}
	r.records = append(r.records, rec)
	if r.inItem = set.item; set != (setting{}) {
		r.part(set, text)
	} else if text != "" {
		r.text(text)
	}
	r.records[len(r.records)-1].End = r.out.Len()
}

// cutBold cuts the bold words at the start of a line.
func cutBold(s string) (bold, rest string, ok bool) {
	if !strings.HasPrefix(s, "**") {
		return "", s, false
	}
	for i := 2; i+1 < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == '*' && s[i+1] == '*':
			return s[2:i], s[i+2:], true
		}
	}
	return "", s, false
}

// bold reads bold words: a clock, its zone after a no-break space, and a title.
func (r *notebookReader) bold(rec *feed.Record, s string) (clock feed.Clock, zone string) {
	clock, rest := cutOwnClock(s)
	if clock.Known && (rest == "" || rest[0] == ' ' || strings.HasPrefix(rest, noBreak)) {
		when := s[:len(s)-len(rest)]
		if strings.HasPrefix(rest, noBreak) {
			zone, _, _ = strings.Cut(rest, " ")
			when, rest = when+zone, rest[len(zone):]
			zone = strings.TrimSpace(strings.ReplaceAll(unescapeProse(zone), noBreak, " "))
		}
		rec.When = r.words(when)
		s = strings.TrimPrefix(rest, " ")
		if s != "" {
			r.raw(" ")
		}
	} else {
		clock = feed.Clock{}
	}
	if s != "" {
		rec.Title = r.words(s)
	}
	return clock, zone
}

// noBreak is a blank at which no line may end.
const noBreak = "\u00a0"

// source writes the name of the source that a line goes on with, and returns the rest.
func (r *notebookReader) source(s string) string {
	open := strings.TrimLeft(s, " ")
	if len(r.sources) < 2 || !strings.HasPrefix(open, "(") {
		return s
	}
	for i := 1; i < len(open); i++ {
		switch {
		case open[i] == '\\':
			i++
		case open[i] == ')' && r.sources[unescapeProse(open[1:i])]:
			r.raw(s[:len(s)-len(open)])
			r.words(open[:i+1])
			return open[i+1:]
		}
	}
	return s
}

// paragraph reads a further paragraph of an entry: text, who wrote it, or an address.
func (r *notebookReader) paragraph(s string) {
	rec := &r.records[len(r.records)-1]
	r.raw("  ")
	author, isAuthor := strings.CutPrefix(s, "*— ")
	switch {
	case isAuthor && strings.HasSuffix(author, "*"):
		r.raw("*— ")
		rec.Author = r.words(strings.TrimSuffix(author, "*"))
		r.raw("*")
	case strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">"):
		rec.URL = s[1 : len(s)-1]
		r.raw(s)
	case strings.HasPrefix(s, pictureMark+"["):
		r.picture(s)
	default:
		r.text(s)
	}
	rec.End = r.out.Len()
}

// text reads a paragraph of the text of an entry and returns where it is.
func (r *notebookReader) text(s string) feed.Span {
	rec := &r.records[len(r.records)-1]
	text := r.linked(s)
	if rec.Body.IsZero() {
		rec.Body = text
	}
	rec.Body.End, rec.End = text.End, text.End
	return text
}

// linked writes words of a feed without their backslashes, and of links only the words, and returns
// where they are.
func (r *notebookReader) linked(s string) feed.Span {
	at := r.out.Len()
	for from := 0; from < len(s); {
		words, url, size := cutLink(s[from:])
		switch {
		case size > 0:
			r.words(s[:from])
			r.hints = append(r.hints, feed.Hint{Span: r.words(words), Kind: feed.HintAnchor,
				Value: url})
			s, from = s[from+size:], 0
		case s[from] == '\\':
			from += 2
		default:
			from++
		}
	}
	r.words(s)
	return feed.Span{Start: at, End: r.out.Len()}
}

// cutLink returns the words and the URL of the link at the start of a text, and how many bytes it
// has. 0 means that there is none.
func cutLink(s string) (words, url string, size int) {
	if s == "" || s[0] != '[' {
		return "", "", 0
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '[':
			return "", "", 0
		case ']':
			rest, ok := strings.CutPrefix(s[i:], "](")
			end := strings.IndexByte(rest, ')')
			if !ok || end < 0 {
				return "", "", 0
			}
			if url = absolute(rest[:end]); url == "" && isMailto(rest[:end]) {
				url = rest[:end]
			}
			if url == "" || i == 1 {
				return "", "", 0
			}
			return s[1:i], url, i + len("](") + end + 1
		}
	}
	return "", "", 0
}

// picture reads the paragraph of a picture, which is no text of the feed.
func (r *notebookReader) picture(s string) {
	words, url, size := cutLink(s[len(pictureMark):])
	if size == 0 {
		r.raw(s)
		return
	}
	r.raw(pictureMark)
	alt := r.words(words)
	caption := feed.Span{Start: alt.End, End: alt.End}
	if rest := strings.TrimPrefix(s[len(pictureMark)+size:], " "); rest != "" {
		r.raw(" ")
		caption = r.words(rest)
	}
	r.hints = append(r.hints, feed.Hint{Span: caption, Kind: feed.HintImage, Value: url,
		Image: &feed.Image{Alt: unescapeProse(words)}})
}

// pictureMark begins the paragraph of a picture.
const pictureMark = "🖼 "
