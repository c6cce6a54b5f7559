package decode

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"newstimeline/parser/feed"
)

// Lists, as this program writes them where lines are not wrapped:
//
//	Friday, 15 August 2025 · CET
//	10:05  A text of one paragraph
//	       or of two
//	10:20  A title
//	         and its text, which is indented more
//	•      An entry without a clock
//
// A text of which one line has another form is no list: it may be anybody's.

// A listReader reads a list.
type listReader struct {
	day     ownDay
	margin  int  // the column at which texts of the day begin; 0: no entry was read
	ended   bool // a blank line ends the day: a heading comes next
	titled  bool // the text of the entry is indented more: its first line is a title
	records []feed.Record
	sources map[string]bool // the names in brackets, each once
}

// readList makes a Source of a list.
func readList(src *feed.Source, text []byte, _ Keys) error {
	if err := readText(src, text); err != nil {
		return err
	}
	l := listReader{ended: true}
	if !l.read(src.Text) {
		return notFeed(src.Meta.Format, errors.New("not a list as timeline writes it"))
	}
	l.takeSources(src.Text)
	l.takeAuthors(src.Text)
	src.Records, src.RecordOrder = ownNumber(l.records), l.order()
	if n := len(l.sources); n > 1 {
		src.Remarks = append(src.Remarks, sourcesRemark(n))
	}
	return nil
}

// isList reports whether a text is a list, all of it.
func isList(text []byte) bool {
	first, rest, _ := bytes.Cut(text, []byte("\n"))
	if len(first) > 200 || !mayBeEntry(rest) {
		return false
	}
	if _, below, _ := bytes.Cut(rest, []byte("\n")); !mayFollowEntry(below) {
		return false
	}
	if _, ok := readOwnDay(strings.TrimRight(string(first), "\r")); !ok || len(rest) == 0 ||
		!utf8.Valid(text) {
		return false
	}
	l := listReader{ended: true}
	return l.read(string(text))
}

// mayBeEntry reports whether a text begins as the first line of an entry does.
func mayBeEntry(text []byte) bool {
	when := text[:min(len(text), len("15:04"))]
	return bytes.HasPrefix(text, []byte("•  ")) || len(when) == len("15:04") && when[2] == ':' &&
		isDigit(when[0]) && isDigit(when[4])
}

// mayFollowEntry reports whether a text begins as what is below the first line of an entry does.
// That is more of the entry, another one or a blank line. Feeds with a clock above each entry have
// words there, and to try their date header in every language would take long.
func mayFollowEntry(text []byte) bool {
	return len(text) == 0 || strings.IndexByte("\r\n ", text[0]) >= 0 || isDigit(text[0]) ||
		bytes.HasPrefix(text, []byte("•"))
}

// read reads the lines of a text and reports whether it is a list.
func (l *listReader) read(text string) bool {
	for _, line := range ownLines(text) {
		ok := true
		switch {
		case l.ended:
			ok = l.heading(&line)
		case line.text == "":
			ok, l.ended = l.margin > 0, true
		case line.text[0] == ' ':
			ok = l.goOn(&line)
		default:
			ok = l.entry(&line)
		}
		if !ok {
			return false
		}
	}
	return len(l.records) > 0 && l.margin > 0
}

// heading reads the heading of a day.
func (l *listReader) heading(line *ownLine) (ok bool) {
	l.day, ok = readOwnDay(line.text)
	l.day.heading = line.span(0)
	l.margin, l.ended = 0, false
	return ok
}

// entry reads the first line of an entry.
func (l *listReader) entry(line *ownLine) bool {
	when, rest, parted := strings.Cut(line.text, "  ")
	clock, zone := cutOwnClock(when)
	switch {
	case when == "•":
		zone = ""
	case !clock.Known, zone != "" && zone[0] != ' ':
		return false
	}
	at := len(line.text)
	if parted {
		at = len(when) + 2 + blanks(rest)
		margin := width(when) + at - len(when)
		if l.margin != 0 && l.margin != margin {
			return false
		}
		l.margin = margin
	}
	rec := feed.Record{Span: line.span(0), Header: l.day.heading,
		Told: l.day.told(clock, strings.TrimSpace(zone))}
	if rec.When = rec.Header; clock.Known {
		rec.When = feed.Span{Start: line.at, End: line.at + len(when)}
	}
	rec.Body = line.span(at)
	l.titled = false
	l.records = append(l.records, rec)
	return true
}

// takeSources moves the names of sources, which are in brackets before the texts, out of the
// records. Of several sources, each entry names its own.
func (l *listReader) takeSources(text string) {
	names := make([]string, len(l.records))
	for i := range l.records {
		rec := &l.records[i]
		first := firstOf(rec.Title.Of(text), rec.Body.Of(text))
		end := strings.Index(first, "]  ")
		if end < 0 || first[0] != '[' || strings.Contains(first[:end], "\n") {
			return
		}
		names[i] = first[1:end]
	}
	for i, name := range names {
		rec := &l.records[i]
		skip := len("[" + name + "]  ")
		if rec.Title.IsZero() {
			rec.Body.Start += skip
		} else {
			rec.Title.Start += skip
		}
		l.sources = noteSource(l.sources, name)
	}
}

// takeAuthors moves the names of authors, which precede the texts with a colon, out of the records.
// They are written if there are several.
func (l *listReader) takeAuthors(text string) {
	first := ""
	several := false
	lengths := make([]int, len(l.records))
	for i := range l.records {
		rec := &l.records[i]
		name, _, ok := strings.Cut(firstOf(rec.Title.Of(text), rec.Body.Of(text)), ":  ")
		if !ok || name == "" || len(name) > mostAuthor || strings.Contains(name, "\n") {
			continue
		}
		lengths[i] = len(name)
		several = several || first != "" && first != name
		first = firstOf(first, name)
	}
	for i, n := range lengths {
		if several && n > 0 {
			rec := &l.records[i]
			words := &rec.Body
			if !rec.Title.IsZero() {
				words = &rec.Title
			}
			rec.Author = feed.Span{Start: words.Start, End: words.Start + n}
			words.Start += n + len(":  ")
		}
	}
}

// mostAuthor is the most bytes that the name of an author has.
const mostAuthor = 120

// goOn reads a further line of an entry.
func (l *listReader) goOn(line *ownLine) bool {
	if l.margin == 0 || len(l.records) == 0 {
		return false
	}
	rec := &l.records[len(l.records)-1]
	n, first := blanks(line.text), rec.Title.IsZero() && rec.End == rec.Body.End
	switch {
	case n == len(line.text):
		return false
	case first && n == l.margin+len(belowTitle):
		rec.Title, rec.Body, l.titled = rec.Body, line.span(n), true
	case l.titled && n != l.margin+len(belowTitle), !l.titled && n != l.margin:
		return false
	}
	rec.Body.End, rec.End = line.at+len(line.text), line.at+len(line.text)
	return true
}

// belowTitle indents text below a title.
const belowTitle = "  "

// order returns the order of the days of a list: chronological, unless it was reversed.
func (l *listReader) order() feed.Order { return ownOrder(l.records) }

// ownOrder returns the order of entries that we have written, by their days and clocks. Those of
// one time ran with it.
func ownOrder(records []feed.Record) feed.Order {
	up, down := 0, 0
	var last *feed.Told
	for i := range records {
		t := records[i].Told
		if t.Date.IsZero() {
			continue
		}
		if last != nil {
			switch days := t.Date.Days() - last.Date.Days(); {
			case days > 0:
				up++
			case days < 0:
				down++
			case t.Clock.Known && last.Clock.Known && t.Zone == last.Zone &&
				t.Clock.Seconds() > last.Clock.Seconds():
				up++
			case t.Clock.Known && last.Clock.Known && t.Zone == last.Zone &&
				t.Clock.Seconds() < last.Clock.Seconds():
				down++
			}
		}
		last = t
	}
	if down > up {
		return feed.NewestFirst
	}
	return feed.OldestFirst
}
