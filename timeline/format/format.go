// Package format writes a timeline in many notations, and reports on timelines in some.
//
//	f, ok := format.Find("json")
//	if !ok {
//		return errors.New("no such format")
//	}
//	return f.Write(os.Stdout, t, format.Options{})
//
// Each format is a row of [Formats] and a file of this package. The reports, of changes, counts and
// how a feed was read, are the rows of [ChangeReports], [StatsReports] and [ExplainReports]. The
// same timeline and options give the same bytes: nothing here depends on the clock, the locale or
// the environment.
//
// A feed can say anything. Formats for people (table, list, markdown) clean its words, so that they
// cannot move a cursor or turn into markup. Formats for programs keep its words and escape them.
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
	Name string // as -f names it
	// of its files, without the first dot: "timesketch.jsonl"; the usual one first; may be empty
	Extensions []string
	Title      string // a few words for lists and help
	Target     string // who or what reads it
	Example    string // a command line
	// those of lang, title, images, columns, delimiter, bom and csv-safe that mean something to it
	Flags  []string
	Binary bool // a terminal cannot show it
	Paged  bool // it is for eyes: on a terminal it goes through a pager
	// in columns, if neither a terminal nor the user sets it; 0: lines are not wrapped
	Width int

	// Write writes the whole timeline to w. It returns the first error of w.
	Write func(w io.Writer, t *timeline.Timeline, o Options) error

	// Add adds the entries that are new to the file path, which need not exist: all of them or, if
	// there is an error, none. It is nil for notations to which nothing can be added.
	Add func(path string, t *timeline.Timeline, o Options) error
}

// Options say how to write. The zero Options are the default of every notation.
type Options struct {
	// the title of the timeline; "": that of its feed, if it has only one, else the time that it
	// covers
	Title string
	Width int  // of the terminal, in columns; 0: do not wrap
	Color bool // use colours (SGR sequences)
	// of the days and clocks that are printed, where the instant is known; nil: that of each feed
	Zone *time.Location
	// of headings and of the page's own words: a tag for which IsLanguage holds; "": that of the
	// feeds, if they share one, else English
	Language string
	// of tables, of that for the terminal too: which ones, in this order, of ColumnNames, or
	// AllColumns alone; nil: those that people read
	Columns   []string
	Delimiter byte // of CSV: separates fields; 0: a comma
	// of CSV and TSV: begin with a byte order mark, by which Excel knows UTF-8
	BOM bool
	// of the page: it loads the pictures of the entries from where they are; false: they are links
	Images bool
	// of CSV and TSV: put an apostrophe before what a spreadsheet would run as a formula
	Safe bool

	// Warn, unless it is nil, is called with what a format cannot express, or what is dangerous in
	// it. Its arguments are the name of the source, its line from 1 (0: the source as a whole), and
	// a message.
	Warn func(source string, line int, message string)
}

// warn calls Warn, if there is one, about an entry.
func (o *Options) warn(e *timeline.Entry, message string) {
	if o.Warn != nil {
		o.Warn(e.Source.Name, int(e.Line), message)
	}
}

// Formats are the notations, the most used first.
var Formats = [...]Format{
	{
		Name: "table", Extensions: []string{"txt"}, Title: "a table for the terminal",
		Target:  "people, at a terminal of any width",
		Example: "timeline parse feed.txt",
		Flags:   []string{"lang", "columns"},
		Paged:   true,
		Width:   80,
		Write:   writeTable,
	},
	{
		Name: "list", Title: "a plain list of entries",
		Target:  "people, in narrow terminals and pipes: grep",
		Example: "timeline parse -f list feed.txt | grep -i harbour",
		Flags:   []string{"lang"},
		Paged:   true,
		Write:   writeList,
	},
	{
		Name: "json", Extensions: []string{"json"},
		Title:   "one JSON document: sources, entries, diagnostics",
		Target:  "programs: jq, Python, JavaScript",
		Example: "timeline parse -f json feed.txt | jq -r '.entries[].text'",
		Write:   writeJSON,
	},
	{
		Name: "jsonl", Extensions: []string{"jsonl", "ndjson"},
		Title:   "one JSON object per line for each entry",
		Target:  "programs that read streams: jq, DuckDB, pandas",
		Example: "timeline parse -f jsonl feed.txt | jq -r .text",
		Write:   writeJSONLines,
	},
	{
		Name: "csv", Extensions: []string{"csv"}, Title: "comma-separated values (RFC 4180)",
		Target:  "spreadsheets: LibreOffice, Excel, Google Sheets",
		Example: "timeline parse -o timeline.csv feed.txt",
		Flags:   []string{"columns", "delimiter", "bom", "csv-safe"},
		Write:   writeCSV,
	},
	{
		Name: "tsv", Extensions: []string{"tsv", "tab"},
		Title:   "tab-separated values, one line per entry",
		Target:  "the shell: cut, awk, sort, join",
		Example: "timeline parse -f tsv feed.txt | cut -f 1,4",
		Flags:   []string{"columns", "bom", "csv-safe"},
		Write:   writeTSV,
	},
	{
		Name: "xlsx", Extensions: []string{"xlsx"},
		Title:   "a workbook with real dates and filters (Office Open XML)",
		Target:  "spreadsheets: Excel, LibreOffice, Numbers, Google Sheets",
		Example: "timeline parse -o timeline.xlsx feed.txt",
		Flags:   []string{"lang", "title", "columns"},
		Binary:  true,
		Write:   writeXLSX,
	},
	{
		Name: "sqlite", Extensions: []string{"db", "sqlite", "sqlite3"},
		Title:   "a database with full-text search, which grows with every feed",
		Target:  "SQL: sqlite3, Datasette, DuckDB, Python",
		Example: "timeline parse -o news.db feed.txt; sqlite3 news.db \"SELECT date, text FROM timeline\"",
		Binary:  true,
		Write:   writeSQLite,
		Add:     addSQLite,
	},
	{
		Name: "markdown", Extensions: []string{"md", "markdown"},
		Title:   "Markdown, a heading for each day",
		Target:  "GitHub, Obsidian, static sites, pandoc",
		Example: "timeline parse -o timeline.md feed.txt",
		Flags:   []string{"lang", "title"},
		Write:   writeMarkdown,
	},
	{
		Name: "html", Extensions: []string{"html", "htm"},
		Title:   "a self-contained web page with search, filters and a histogram",
		Target:  "readers, in any browser; newsrooms; print",
		Example: "timeline parse -o timeline.html feed.txt",
		Flags:   []string{"lang", "title", "images"},
		Write:   writeHTML,
	},
	{
		Name: "jsonld", Extensions: []string{"jsonld"},
		Title:   "JSON-LD: a LiveBlogPosting of schema.org",
		Target:  "search engines; knowledge graphs",
		Example: "timeline parse -o timeline.jsonld feed.txt",
		Flags:   []string{"lang", "title"},
		Write:   writeJSONLD,
	},
	{
		Name: "atom", Extensions: []string{"atom"}, Title: "an Atom feed (RFC 4287)",
		Target:  "feed readers: Thunderbird, FreshRSS, NetNewsWire",
		Example: "timeline parse -o timeline.atom feed.txt",
		Flags:   []string{"lang", "title"},
		Write:   writeAtom,
	},
	{
		Name: "jsonfeed", Extensions: []string{"jsonfeed"}, Title: "a JSON Feed (1.1)",
		Target:  "feed readers and static sites that take JSON",
		Example: "timeline parse -f jsonfeed -o feed.json feed.txt",
		Flags:   []string{"lang", "title"},
		Write:   writeJSONFeed,
	},
	{
		Name: "timelinejs", Extensions: []string{"timelinejs.json"},
		Title:   "slides of TimelineJS as JSON",
		Target:  "TimelineJS: new TL.Timeline(element, data)",
		Example: "timeline parse -o story.timelinejs.json feed.txt",
		Flags:   []string{"lang", "title"},
		Write:   writeTimelineJS,
	},
	{
		Name: "timelinejs-csv", Extensions: []string{"timelinejs.csv"},
		Title:   "slides of TimelineJS as a spreadsheet",
		Target:  "journalists who edit in Google Sheets",
		Example: "timeline parse -o story.timelinejs.csv feed.txt",
		Flags:   []string{"lang", "title"},
		Write:   writeTimelineJSCSV,
	},
	{
		Name: "timesketch", Extensions: []string{"timesketch.jsonl"}, Title: "events of Timesketch",
		Target:  "investigators, next to other sources",
		Example: "timeline parse -o incident.timesketch.jsonl feed.txt",
		Write:   writeTimesketch,
	},
	{
		Name: "ics", Extensions: []string{"ics", "ical"}, Title: "a calendar (iCalendar, RFC 5545)",
		Target:  "calendars: Google, Apple, Outlook, Thunderbird",
		Example: "timeline parse -o news.ics feed.txt",
		Flags:   []string{"lang", "title"},
		Write:   writeICS,
	},
	{
		Name: "markwhen", Extensions: []string{"mw", "markwhen"},
		Title:   "dated lines of text (markwhen.com)",
		Target:  "Markwhen, Obsidian with the Markwhen plug-in",
		Example: "timeline parse -o news.mw feed.txt",
		Flags:   []string{"lang", "title"},
		Write:   writeMarkwhen,
	},
	{
		Name: "mermaid", Extensions: []string{"mmd", "mermaid"},
		Title:   "a diagram of dates with titles or first words",
		Target:  "Mermaid in GitHub, GitLab, Obsidian",
		Example: "timeline parse -f mermaid -n 12 feed.txt",
		Flags:   []string{"lang", "title"},
		Write:   writeMermaid,
	},
}

// Find returns the notation with that name.
func Find(name string) (Format, bool) {
	i := slices.IndexFunc(Formats[:], func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return Formats[i], true
}

// ByExtension returns the notation that the extension of a file name asks for; capitals make no
// difference. The longest extension counts: "a.timesketch.jsonl" is not mere JSONL.
func ByExtension(path string) (Format, bool) {
	name := strings.ToLower(filepath.Base(path))
	var found Format
	longest := ""
	for _, f := range Formats {
		for _, ext := range f.Extensions {
			if len(ext) > len(longest) && strings.HasSuffix(name, "."+ext) {
				found, longest = f, ext
			}
		}
	}
	return found, longest != ""
}
