package decode

import (
	"bytes"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"newstimeline/parser/feed"
)

// Tables drawn with lines, as this program writes them:
//
//	───────┬─ Friday, 15 August 2025 ─────
//	       │
//	 10:05 │ A title
//	       │ and its text, of which a line
//	       │ ends where no more words fit.
//	       │
//	       │ A further paragraph.
//
// Lines were broken where the next word did not fit. A line that it would have fitted into ends a
// title.

// A drawnReader reads a table.
type drawnReader struct {
	itemFeed
	crossings int // vertical lines: one, or two if the names of sources are between them
	width     int // columns of the texts
	day       ownDay
	pending   string   // the heading of the day, as far as it was read; "": it is in day
	rows      []string // texts of the entry at hand
	when      []string // its clock and zone
	sources   map[string]bool
}

// readDrawn makes a Source of a table.
func readDrawn(src *feed.Source, text []byte, _ Keys) error {
	var r drawnReader
	if !r.read(string(text)) {
		return notFeed(src.Meta.Format, errors.New("not a table as timeline writes it"))
	}
	if n := len(r.sources); n > 1 {
		src.Remarks = append(src.Remarks, sourcesRemark(n))
	}
	keep(&r.Meta, src.Meta)
	r.write(src)
	src.RecordOrder = ownOrder(src.Records)
	return nil
}

// isDrawn reports whether a text is a table, all of it.
func isDrawn(text []byte) bool {
	if !bytes.HasPrefix(text, []byte("─")) || !utf8.Valid(text) {
		return false
	}
	var r drawnReader
	return r.read(string(text))
}

// read reads all lines and reports whether they are a table.
func (r *drawnReader) read(text string) bool {
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \r\n")
		ok := false
		if strings.HasPrefix(line, "─") {
			r.flush()
			ok = r.heading(line)
		} else {
			ok = r.crossings > 0 && r.row(line)
		}
		if !ok {
			return false
		}
	}
	r.flush()
	return len(r.items) > 0
}

// heading reads the line of a day, whose heading may go on below it.
func (r *drawnReader) heading(line string) bool {
	parts := strings.FieldsFunc(line, func(c rune) bool { return c == '┬' || c == '┼' })
	last := parts[len(parts)-1]
	if len(parts) < 2 || len(parts) > 3 || r.crossings > 0 && r.crossings != len(parts)-1 {
		return false
	}
	r.crossings, r.width = len(parts)-1, max(r.width, width(last)-1)
	r.pending = strings.Trim(last, "─ ")
	return r.pending != ""
}

// endHeading reads what was gathered of a heading and reports whether it is one.
func (r *drawnReader) endHeading() (ok bool) {
	if r.pending == "" {
		return true
	}
	r.day, ok = readOwnDay(r.pending)
	r.pending = ""
	return ok
}

// row reads a line of an entry, or a blank one.
func (r *drawnReader) row(line string) bool {
	cells := strings.SplitN(line, "│", r.crossings+1)
	if len(cells) <= r.crossings {
		return false
	}
	when, text := strings.TrimSpace(cells[0]), strings.TrimPrefix(cells[r.crossings], " ")
	if r.pending != "" && when == "" && text != "" {
		if !strings.HasSuffix(r.pending, "/") { // within the name of a zone
			r.pending += " "
		}
		r.pending += strings.TrimSpace(text)
		return true
	}
	if !r.endHeading() {
		return false
	}
	clock, rest := cutOwnClock(when)
	switch {
	case when == "•", clock.Known && (rest == "" || rest[0] == ' '):
		r.flush()
		r.when = []string{when}
		if r.crossings == 2 {
			r.sources = noteSource(r.sources, strings.TrimSpace(cells[1]))
		}
	case when != "" && len(r.when) == len(r.rows) && r.when != nil: // the zone did not fit
		r.when = append(r.when, when)
	case when != "", r.when == nil && text != "":
		return false
	case r.when == nil:
		return true
	}
	r.rows = append(r.rows, text)
	return true
}

// flush makes an item of the rows of an entry, if there are any.
func (r *drawnReader) flush() {
	if r.when == nil {
		return
	}
	clock, zone := cutOwnClock(strings.Join(r.when, " "))
	if !clock.Known {
		zone = ""
	}
	it := item{told: r.day.told(clock, strings.TrimSpace(zone))}
	if clock.Known {
		it.printed = strings.Join(r.when, " ")
	}
	it.title, it.body = r.words()
	r.items = append(r.items, it)
	r.rows, r.when = nil, nil
}

// words returns the title and the text of the rows.
func (r *drawnReader) words() (title, body string) {
	var paragraphs []string
	begun := false
	for i, row := range r.rows {
		switch {
		case row == "":
			begun = false
			continue
		case !begun:
			paragraphs = append(paragraphs, row)
		case len(paragraphs) == 1 && title == "" && r.hasRoom(r.rows[i-1], row):
			title, paragraphs[0] = paragraphs[0], row
		default:
			paragraphs[len(paragraphs)-1] += rowGap(r.rows[i-1], row, r.width) + row
		}
		begun = true
	}
	return title, strings.Join(paragraphs, "\n\n")
}

// hasRoom reports whether the first word of a row would have fitted into the row above.
func (r *drawnReader) hasRoom(above, row string) bool {
	word, _, _ := strings.Cut(row, " ")
	spare := r.width - width(above)
	if c, _ := utf8.DecodeRuneInString(word); isUnspaced(c) {
		return spare > 6 // marks must not start a line: some letters belong to them
	}
	return width(word) < spare
}

// rowGap returns what was between two rows of a paragraph: a space, unless a word was broken there.
func rowGap(above, row string, most int) string {
	last, _ := utf8.DecodeLastRuneInString(above)
	first, _ := utf8.DecodeRuneInString(row)
	before, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(above, string(last)))
	word := above[strings.LastIndexByte(above, ' ')+1:]
	switch {
	case isUnspaced(last) && isUnspaced(first):
		return ""
	case (last == '-' || last == '/') && !unicode.IsSpace(before) && (unicode.IsLetter(first) ||
		unicode.IsDigit(first)):
		return ""
	case width(above) >= most && strings.Contains(word, "://"):
		return ""
	}
	return " "
}

// isUnspaced reports whether a character is of a script that has no blanks between words.
func isUnspaced(c rune) bool {
	return c >= 0x2E80 && c < 0xAC00 || c >= 0xFE30 && c < 0xFFE0 || c >= 0x20000
}
