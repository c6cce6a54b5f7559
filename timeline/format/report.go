package format

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"newstimeline/timeline"
)

// Reports: what is written about timelines, beside the timelines themselves.

// A Report is a notation of a report on a T.
type Report[T any] struct {
	Name  string // as -f names it
	Title string // a few words for help
	// Write writes the report to w. It returns the first error of w.
	Write func(w io.Writer, about T, o Options) error
}

// ChangeReports are the notations of comparisons.
var ChangeReports = [...]Report[*timeline.Changes]{
	{"text", "for eyes, edits word by word", writeChanges},
	{"json", "one JSON document: both sources, counts, changes", writeChangesJSON},
	{"jsonl", "one JSON object a line for each change", writeChangesJSONLines},
}

// StatsReports are the notations of counts.
var StatsReports = [...]Report[*timeline.Stats]{
	{"text", "for eyes, with bar charts", writeStats},
	{"json", "one JSON document with all counts", writeStatsJSON},
	{"csv", "the bars of the chart: unit, from, entries", writeStatsCSV},
	{"svg", "the chart as a picture", writeStatsSVG},
}

// FindReport returns the notation of that name.
func FindReport[T any](reports []Report[T], name string) (Report[T], bool) {
	i := slices.IndexFunc(reports, func(r Report[T]) bool { return r.Name == name })
	if i < 0 {
		return Report[T]{}, false
	}
	return reports[i], true
}

// ReportNames returns the names of notations.
func ReportNames[T any](reports []Report[T]) []string {
	var names []string
	for _, r := range reports {
		names = append(names, r.Name)
	}
	return names
}

// counted returns a number with the word for what is counted, in the plural where need be.
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
