package format

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"newstimeline/timeline"
)

// Reports: what is written about timelines rather than of them.

// A Report is one notation of a report about a T: a comparison, counts, an explanation.
type Report[T any] struct {
	Name  string // as -f names it
	Title string // a few words for help
	Paged bool   // it is for eyes: on a terminal it goes through a pager
	// Write writes the report to w. It returns the first error of w.
	Write func(w io.Writer, about T, o Options) error
}

// Reports are the notations that a report can be written in; the first is the default.
type Reports[T any] []Report[T]

// ChangeReports are the notations of comparisons.
var ChangeReports = Reports[*timeline.Changes]{
	{"text", "text, edits word by word", true, writeChanges},
	{"json", "one JSON document: both sources, counts, changes", false, writeChangesJSON},
	{"jsonl", "one JSON object per line for each change", false, writeChangesJSONLines},
	{"html", "a self-contained web page", false, writeChangesHTML},
	{"markdown", "Markdown, a heading for each change", false, writeChangesMarkdown},
}

// StatsReports are the notations of counts.
var StatsReports = Reports[*timeline.Stats]{
	{"text", "text with bar charts", true, writeStats},
	{"json", "one JSON document with all counts", false, writeStatsJSON},
	{"csv", "the bars of the chart: unit, from, entries", false, writeStatsCSV},
	{"svg", "the chart as a picture", false, writeStatsSVG},
}

// ExplainReports are the notations of what became of every line of a timeline's sources.
var ExplainReports = Reports[*timeline.Timeline]{
	{"text", "text: the layout and its evidence, the lines, the numbered rules", true,
		writeExplained},
	{"json", "one JSON document: lines, sources, layouts, diagnostics", false, writeExplainedJSON},
}

// Find returns the notation with that name.
func (r Reports[T]) Find(name string) (Report[T], bool) {
	i := slices.IndexFunc(r, func(one Report[T]) bool { return one.Name == name })
	if i < 0 {
		return Report[T]{}, false
	}
	return r[i], true
}

// Names returns the names of the notations, in their order.
func (r Reports[T]) Names() []string {
	var names []string
	for _, one := range r {
		names = append(names, one.Name)
	}
	return names
}

// counted returns a number and a noun, in the plural unless the number is 1: "2,000 entries".
func counted(n int, word string) string {
	if n != 1 {
		if stem, ok := strings.CutSuffix(word, "y"); ok {
			word = stem + "ies"
		} else {
			word += "s"
		}
	}
	return thousands(n) + " " + word
}

// thousands returns a number with commas between thousands.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
