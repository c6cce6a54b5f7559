package format

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"newstimeline/parser/feed"
)

// Cells of a worksheet.

// A sheetWriter writes a worksheet.
type sheetWriter struct {
	*buffer
	*workbook
	rows int      // so far
	over [][]byte // of the row at hand: cells that further columns hold
}

// top writes what precedes the entries: the frozen header, the widths of the columns, the names.
func (s *sheetWriter) top() {
	s.b = append(s.b, xlsxSheet+"<cols>"...)
	names := make([]string, 0, s.width)
	var further []string
	for i, c := range s.columns {
		names = append(names, c.name)
		for n := 2; n <= s.parts[i]; n++ {
			further = append(further, c.name+" ("+strconv.Itoa(n)+")")
		}
	}
	names = append(names, further...)
	for i := range names {
		width := furtherWidth
		if i < len(s.widths) {
			width = s.widths[i]
		}
		n := strconv.Itoa(i + 1)
		s.b = append(s.b, `<col min="`+n+`" max="`+n+`" width="`+strconv.Itoa(width)+
			`" customWidth="1"/>`...)
	}
	s.b = append(s.b, "</cols><sheetData>"...)
	s.open(1)
	for i, name := range names {
		s.words(i, styleHeader, []byte(name))
	}
	s.b = append(s.b, "</row>"...)
}

// Widths of columns in digits of the normal font.
const (
	filterWidth  = 3  // of the button beside a name
	furtherWidth = 40 // of a column that goes on with another
)

// greatestWidth returns the greatest width of a column: what is longer is wrapped.
func greatestWidth(c *column) int {
	switch {
	case c.name == "text":
		return 150
	case c.name == "title":
		return 32
	case c.kind == ofWhen, c.kind == ofInstant:
		return 22
	}
	return 20
}

// lettersNarrow is the mean width of letters, in percent of the digits that widths are counted in.
// It includes the free space at the ends of lines. They are of a smaller font.
const lettersNarrow = 82

// cellSize returns the width of the longest line of a text, and its height in lines in a column
// that may have the greatest width.
func cellSize(text []byte, most int) (widest, lines int) {
	for line := range bytes.Lines(text) {
		n := 0
		for _, r := range string(line) {
			n++
			if r >= 0x1100 { // East Asian letters are as wide as two
				n++
			}
		}
		widest = max(widest, n)
		lines += max(1, (n*lettersNarrow/100+most-1)/most)
	}
	return widest, lines
}

// Heights of rows in tenths of a point.
const (
	lineHeight = 137  // enough for the fonts that replace the one that is asked for
	mostHeight = 4090 // that a spreadsheet can show
)

// open begins a row that is some lines high.
func (s *sheetWriter) open(lines int) {
	s.rows++
	s.b = append(s.b, `<row r="`...)
	s.b = appendInt(s.b, s.rows)
	if lines > 1 {
		s.b = append(s.b, `" ht="`...)
		height := min(lines*lineHeight, mostHeight)
		s.b = append(appendInt(s.b, height/10), '.', '0'+byte(height%10))
	}
	s.b = append(s.b, `">`...)
}

// row writes an entry that is some lines high.
func (s *sheetWriter) row(r *record, lines int) {
	s.open(lines)
	s.over = s.over[:0]
	for i := range s.columns {
		c := &s.columns[i]
		text, _ := s.fields.read(c, r)
		if c.kind == ofWords {
			s.cells(i, text)
		} else if len(text) > 0 {
			s.value(i, c.kind, r, text)
		}
	}
	for i, cell := range s.over {
		s.words(len(s.columns)+i, styleWords, cell)
	}
	s.b = append(s.b, "</row>"...)
}

// cells writes a field as text; what a cell cannot hold is kept for the columns at the right.
func (s *sheetWriter) cells(i int, text []byte) {
	if s.parts[i] == 1 {
		s.words(i, styleWords, text)
		return
	}
	cells := make([][]byte, s.parts[i]) // the last ones may stay empty
	copy(cells, splitCells(bytes.Clone(text)))
	s.words(i, styleWords, cells[0])
	s.over = append(s.over, cells[1:]...)
}

// value writes a field as a number, where a spreadsheet has one for it.
func (s *sheetWriter) value(i int, k kind, r *record, text []byte) {
	switch k {
	case ofDay, ofClock, ofWhen:
		hasDay, hasClock := k != ofClock && !r.date.IsZero(), k != ofDay && r.clock.Known
		if hasDay && !hasSerial(r.date) || k == ofWhen && !hasDay && !r.Yearless.IsZero() {
			s.cells(i, text)
			return
		}
		s.wall(i, r, hasDay, hasClock)
	case ofLength:
		length, _ := r.since()
		s.cell(i, styleLength)
		s.b = strconv.AppendFloat(s.b, length.Hours()/24, 'f', -1, 64)
	case ofInstant:
		at, _ := r.Instant()
		if !hasSerial(feed.DateOf(at)) {
			s.cells(i, text)
			return
		}
		s.cell(i, styleInstant)
		s.b = strconv.AppendFloat(s.b, float64(at.Unix())/86400+serialEpoch, 'f', -1, 64)
	default:
		s.cell(i, styleNumber)
		s.b = append(s.b, text...)
	}
	s.b = append(s.b, "</v></c>"...)
}

// wall opens a cell with the day of a record, its clock, or both.
func (s *sheetWriter) wall(i int, r *record, hasDay, hasClock bool) {
	style, serial := styleOfDay(r.Precision), 0.0
	if hasDay {
		serial = float64(r.date.Days() + serialEpoch)
	}
	if hasClock {
		style = styleOfClock(r.clock, hasDay)
		serial += float64(r.clock.Seconds()) / 86400
	}
	s.cell(i, style)
	s.b = strconv.AppendFloat(s.b, serial, 'f', -1, 64)
}

// styleOfClock returns the style that shows a clock as precisely as in the feed, with its day
// before it or not.
func styleOfClock(c feed.Clock, hasDay bool) int {
	switch {
	case hasDay && c.Second >= 0:
		return styleDayAndSeconds
	case hasDay:
		return styleDayAndClock
	case c.Second >= 0:
		return styleSeconds
	}
	return styleClock
}

// serialEpoch is 1970-01-01 in the days of a spreadsheet.
const serialEpoch = 25569

// hasSerial reports whether a spreadsheet counts a day as the calendar does: before March 1900 it
// has a day too many, and before 1900 none.
func hasSerial(d feed.Date) bool {
	return d.Year > 1900 || d.Year == 1900 && d.Month >= 3
}

// styleOfDay returns the style that shows a day as precisely as in the feed.
func styleOfDay(p feed.Precision) int {
	switch p {
	case feed.ToYear:
		return styleYear
	case feed.ToMonth:
		return styleMonth
	}
	return styleDay
}

// reference appends the attributes of a cell of the row at hand.
func (s *sheetWriter) reference(i, style int) {
	s.b = append(s.b, `<c r="`...)
	s.b = append(s.b, columnLetters(i)...)
	s.b = appendInt(s.b, s.rows)
	s.b = append(s.b, `" s="`...)
	s.b = appendInt(s.b, style)
}

// cell opens a cell with a number.
func (s *sheetWriter) cell(i, style int) {
	s.reference(i, style)
	s.b = append(s.b, `"><v>`...)
}

// words writes a cell of text, none for an empty one.
func (s *sheetWriter) words(i, style int, text []byte) {
	if len(text) == 0 {
		return
	}
	s.reference(i, style)
	s.b = append(s.b, `" t="inlineStr"><is><t xml:space="preserve">`...)
	s.b = appendCellText(s.b, text)
	s.b = append(s.b, "</t></is></c>"...)
}

// appendCellText appends text, which is UTF-8 without control characters, as the XML of a cell. A
// carriage return, which XML would not keep, is written as _x000D_. A text that resembles such an
// escape has its underscore escaped (ST_Xstring).
func appendCellText(dst, text []byte) []byte {
	done := 0
	for i := 0; i < len(text); i++ {
		escape := ""
		switch c := text[i]; {
		case c == '&':
			escape = "&amp;"
		case c == '<':
			escape = "&lt;"
		case c == '>':
			escape = "&gt;"
		case c == '\r':
			escape = "_x000D_"
		case c == '_' && isCellEscape(text[i:]):
			escape = "_x005F_"
		case c == 0xEF && i+2 < len(text) && text[i+1] == 0xBF &&
			text[i+2] >= 0xBE: // U+FFFE and U+FFFF, which XML refuses
			dst = append(dst, text[done:i]...)
			dst = utf8.AppendRune(dst, utf8.RuneError)
			i += 2
			done = i + 1
			continue
		default:
			continue
		}
		dst = append(dst, text[done:i]...)
		dst = append(dst, escape...)
		done = i + 1
	}
	return append(dst, text[done:]...)
}

// isCellEscape reports whether a text begins with what a reader would read as an escaped character:
// _x0041_.
func isCellEscape(text []byte) bool {
	if len(text) < 7 || text[1] != 'x' || text[6] != '_' {
		return false
	}
	for _, c := range text[2:6] {
		if !strings.ContainsRune("0123456789abcdefABCDEF", rune(c)) {
			return false
		}
	}
	return true
}
