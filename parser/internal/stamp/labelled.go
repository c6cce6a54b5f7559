package stamp

import (
	"slices"
	"strings"

	"newstimeline/parser/internal/text"
)

// Labelled clocks: the same words are before all clocks that end a line, "Watch at the pier 21.50".

// TakeLabelled makes clocks that end their lines all of these, if the same words are before nearly
// all. No other clock of the document is then alone or opens a line. It removes clocks with a dot
// behind other words.
func TakeLabelled(d *text.Document, candidates []Candidate) []Candidate {
	if label := labelOfClocks(d, candidates); label != "" {
		for i := range candidates {
			if m := &candidates[i]; m.isLastClock() && m.labelOf(d) == label {
				m.Place, m.Sep, m.Rest = Whole, NoSep, int32(d.Lines.Span(d.Text, int(m.Line)).End)
			}
		}
	}
	return slices.DeleteFunc(candidates, func(m Candidate) bool { return m.IsLabelled() })
}

// labelOfClocks returns the words that are before nearly all clocks of a document; "": none are, or
// they are the name of who writes.
func labelOfClocks(d *text.Document, candidates []Candidate) (label string) {
	var counts map[string]int
	clocks := 0
	for i := range candidates {
		m := &candidates[i]
		if m.Place <= Opens && m.Fields.HasClock() {
			return ""
		}
		if !m.isLastClock() {
			continue
		}
		if counts == nil {
			counts = map[string]int{}
		}
		words := m.labelOf(d)
		counts[words]++
		if clocks++; counts[words] > counts[label] {
			label = words
		}
	}
	if !areNearlyAll(counts[label], clocks) || text.AreNames(label) {
		return ""
	}
	return label
}

// isLastClock reports whether a clock without a day ends a line, with only a blank before it.
func (m *Candidate) isLastClock() bool {
	return m.Place == Closes && m.Sep == BlankSep && m.Fields.Family() == ClockFamily ||
		m.IsLabelled()
}

// labelOf returns what is before the candidate in its line.
func (m *Candidate) labelOf(d *text.Document) string {
	return strings.TrimRight(d.Text[d.Lines.Span(d.Text, int(m.Line)).Start:m.Start], spaces)
}
