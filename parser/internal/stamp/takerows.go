package stamp

import (
	"unicode/utf8"

	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Rows recur: the same fields stand before the timestamps of a document, which run one way in time.

// leastRows is how many rows of one kind a document has, if they are its entries.
const leastRows = 3

// A rowKind is what rows of one kind have in common.
type rowKind struct {
	shape  uint32 // of the fields before the timestamp
	form   DateForm
	named  bool // the month is a word
	timed  bool // there is a clock
	spoken bool // a preposition begins a sentence
}

// Settle returns the candidates that the document as a whole lets stand: rows whose fields recur, days below their months, and elapsed times.
func Settle(d *text.Document, marks []Candidate) []Candidate {
	return TakeElapsed(d, TakeDays(d, TakeRows(d, marks)))
}

// TakeRows makes timestamps that open their lines of those behind fields that recur, and removes all other candidates of rows.
func TakeRows(d *text.Document, marks []Candidate) []Candidate {
	rows := rowsByKind(d, marks)
	if rows == nil {
		return marks
	}
	for _, row := range rows {
		alike := haveOneLead(d, marks, row)
		if areRows(d, marks, row, alike) {
			for _, i := range row {
				marks[i].open(d, alike)
			}
		}
	}
	out := marks[:0]
	for i := range marks {
		m := &marks[i]
		opened := i+1 < len(marks) && marks[i+1].Line == m.Line && marks[i+1].Place <= Opens || i > 0 && len(out) > 0 && out[len(out)-1].Line == m.Line && out[len(out)-1].Place <= Opens
		if m.Place == Row || m.Place == Inside && opened {
			continue
		}
		out = append(out, *m)
	}
	return out
}

// rowsByKind returns the candidates that are of rows, or stand inside a line, by kind; nil if no row is among them.
func rowsByKind(d *text.Document, marks []Candidate) [][]int {
	var rows [][]int
	var at map[rowKind]int
	for i := range marks {
		m := &marks[i]
		if m.Place != Row {
			continue
		}
		if at == nil {
			at = map[rowKind]int{}
		}
		k := m.rowKind(d)
		n, known := at[k]
		if !known {
			n = len(rows)
			at[k] = n
			rows = append(rows, nil)
		}
		rows[n] = append(rows[n], i)
	}
	return rows
}

// rowKind returns the kind of a row.
func (m *Candidate) rowKind(d *text.Document) rowKind {
	f := &m.Fields
	lead := d.Text[d.Lines.Span(d.Text, int(m.Line)).Start:m.Start]
	return rowKind{shape: shapeOf(lead), form: f.DateForm, named: f.Has&NamedDate != 0, timed: f.HasClock(), spoken: f.Has&LeadingPrep != 0}
}

// shapeOf returns a hash of the marks that part fields. "web_1  | " and "api-2 | " have one shape.
func shapeOf(lead string) uint32 {
	h := uint32(words.HashSeed)
	field := false
	for i := 0; i < len(lead); i++ {
		c := lead[i]
		switch {
		case words.IsPlain(c) || c >= utf8.RuneSelf:
			if !field {
				h = (h ^ 't') * 16777619
			}
			field = true
		case c == ' ' || c == '\t':
		case field && i+1 < len(lead) && words.IsPlain(lead[i+1]) && (c == '-' || c == '.' || c == '_' || c == ':' || c == '/'):
		default:
			h = (h ^ uint32(c)) * 16777619
			field = false
		}
	}
	return h
}

// areRows reports whether candidates of one kind are the entries' timestamps: they recur, run one way in time, and are most of the lines
// among them, or have running text behind them. alike: their fields are the same words, so that two are enough.
func areRows(d *text.Document, marks []Candidate, row []int, alike bool) bool {
	if len(row) < leastRows && !(alike && len(row) == 2) || !runOneWay(marks, row) {
		return false
	}
	from, to := int(marks[row[0]].Line), int(marks[row[len(row)-1]].Line)
	lines, running := 0, 0
	for i := from; i <= to; i++ {
		if look := d.Look(i); !look.Has(text.LookBlank | text.LookDivider) {
			lines++
			if look.Has(text.LookRunning) {
				running++
			}
		}
	}
	if marks[row[0]].Fields.Has&LeadingPrep != 0 {
		return 10*len(row) >= 6*max(running, lines/2)
	}
	if 10*len(row) >= 7*lines || len(row) < leastRows {
		return len(row) >= leastRows || len(row) == lines
	}
	told, coded := 0, 0
	for _, i := range row {
		m := &marks[i]
		s := d.Lines.Span(d.Text, int(m.Line))
		if rest := d.Text[m.Rest:s.End]; m.Sep == StrongSep && (text.EndsSentence(rest) || text.IsBody(rest)) {
			told++
		}
		if isCoded(d.Text[s.Start:m.Start]) {
			coded++
		}
	}
	return 10*told >= 7*len(row) || coded == len(row)
}

// haveOneLead reports whether the same words stand before all candidates of a row: they name no entry.
func haveOneLead(d *text.Document, marks []Candidate, row []int) bool {
	lead := func(m *Candidate) string {
		return d.Text[d.Lines.Span(d.Text, int(m.Line)).Start:m.Start]
	}
	for _, i := range row[1:] {
		if lead(&marks[i]) != lead(&marks[row[0]]) {
			return false
		}
	}
	return len(row) > 1
}

// isCoded reports whether the fields before a timestamp are one, with a figure, and a blank: a release, a hash.
func isCoded(lead string) bool {
	lead = lead[skipBullet(lead):]
	end := len(lead)
	for end > 0 && lead[end-1] == ' ' {
		end--
	}
	figure := false
	for i := range end {
		figure = figure || words.IsDigit(lead[i])
		if !words.IsPlain(lead[i]) && lead[i] != '.' && lead[i] != '-' && lead[i] != '_' {
			return false
		}
	}
	return figure && end < len(lead)
}

// runOneWay reports whether the days and clocks of candidates rise or fall, but for one in five.
func runOneWay(marks []Candidate, row []int) bool {
	up, down := 0, 0
	for k := 1; k < len(row); k++ {
		switch a, b := marks[row[k-1]].Fields.moment(), marks[row[k]].Fields.moment(); {
		case a < b:
			up++
		case a > b:
			down++
		}
	}
	return up+down > 0 && 5*max(up, down) >= 4*(up+down)
}

// OpensSentence reports whether a candidate is a date at the head of a sentence: "On 12 January 2019, …".
func (m *Candidate) OpensSentence() bool {
	return m.Place == Row && m.Fields.Has&LeadingPrep != 0
}

// moment returns a number that rises with the date and the clock.
func (f *Fields) moment() int64 {
	day := ((int64(f.Year)*12+int64(f.Month))*31 + int64(f.Day)) * 86400
	if f.HasClock() {
		day += int64(f.Hour)*3600 + int64(f.Minute)*60 + int64(max(f.Second, 0))
	}
	return day
}

// open makes a row's timestamp one that opens its line, with a title before it where its fields name the entry: where
// they are not alike.
func (m *Candidate) open(d *text.Document, alike bool) {
	m.Place = Opens
	if alike {
		m.Fields.TitleStart, m.Fields.TitleEnd = 0, 0
	}
	m.Fields.Has &^= LeadingPrep
	if s := d.Lines.Span(d.Text, int(m.Line)); int(m.Rest) >= s.End {
		m.Place, m.Sep, m.Rest = Whole, NoSep, int32(s.End)
	}
}
