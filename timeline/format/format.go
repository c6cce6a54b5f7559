// Package format writes a timeline in many notations.
//
//	f, ok := format.Find("json")
//	…
//	err := f.Write(os.Stdout, t, format.Options{})
//
// Each notation is a row of Formats and a file of this package. Same timeline and options, same bytes: nothing here asks the clock, the
// locale or the environment. The notations for eyes (table, list, markdown) clean what a feed says, so that it cannot move a cursor or
// turn into markup; those for programs keep its words and escape them.
package format

import (
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"newstimeline/timeline"
)

// A Format is one notation.
type Format struct {
	Name       string   // as -f names it
	Extensions []string // without dot; the first is the usual one; may be empty
	Title      string   // a few words for lists and help
	Target     string   // who reads it
	Example    string   // a command line
	// Write writes the whole timeline to w. It returns the first error of w.
	Write func(w io.Writer, t *timeline.Timeline, o Options) error
}

// Options say how to write. The zero Options are the default of every notation.
type Options struct {
	Width int            // columns of the terminal; 0: do not wrap
	Color bool           // SGR colours may be used
	Zone  *time.Location // print days and clocks in this zone, where the instant is known; nil: as each feed tells them
}

// Formats are the notations, the most used first.
var Formats = [...]Format{
	{
		Name: "table", Extensions: []string{"txt"}, Title: "a table for the terminal",
		Target:  "people, at a terminal of any width",
		Example: "timeline parse feed.txt",
		Write:   writeTable,
	},
	{
		Name: "list", Title: "one entry after the other",
		Target:  "people, in narrow terminals and through pipes: grep, less",
		Example: "timeline parse -f list feed.txt | less",
		Write:   writeList,
	},
	{
		Name: "json", Extensions: []string{"json"}, Title: "one JSON document: sources, entries, diagnostics",
		Target:  "programs: jq, Python, JavaScript",
		Example: "timeline parse -f json feed.txt | jq -r '.entries[].text'",
		Write:   writeJSON,
	},
	{
		Name: "jsonl", Extensions: []string{"jsonl", "ndjson"}, Title: "one JSON object a line for each entry",
		Target:  "programs that read streams: jq, DuckDB, pandas",
		Example: "timeline parse -f jsonl feed.txt | jq -r .text",
		Write:   writeJSONLines,
	},
	{
		Name: "csv", Extensions: []string{"csv"}, Title: "comma-separated values (RFC 4180)",
		Target:  "spreadsheets: LibreOffice, Excel, Google Sheets",
		Example: "timeline parse -o timeline.csv feed.txt",
		Write:   writeCSV,
	},
	{
		Name: "tsv", Extensions: []string{"tsv", "tab"}, Title: "tab-separated values, one line an entry",
		Target:  "the shell: cut, awk, sort, join",
		Example: "timeline parse -f tsv feed.txt | cut -f 1,6",
		Write:   writeTSV,
	},
	{
		Name: "markdown", Extensions: []string{"md", "markdown"}, Title: "Markdown, a heading for each day",
		Target:  "GitHub, Obsidian, static sites, pandoc",
		Example: "timeline parse -o timeline.md feed.txt",
		Write:   writeMarkdown,
	},
}

// Find returns the notation of that name.
func Find(name string) (Format, bool) {
	i := slices.IndexFunc(Formats[:], func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return Formats[i], true
}

// ByExtension returns the notation that a file's name asks for by its extension, in capitals or not.
func ByExtension(path string) (Format, bool) {
	ext := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	i := slices.IndexFunc(Formats[:], func(f Format) bool { return slices.Contains(f.Extensions, ext) })
	if i < 0 {
		return Format{}, false
	}
	return Formats[i], true
}
