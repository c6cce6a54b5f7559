package casetest

import (
	"fmt"
	"strings"

	"newstimeline/parser/feed"
)

// PrintEntries prints the entries of a document as the cases of pages have them, one a line. A line
// is "date clock zone title | author | paragraphs | address".
func PrintEntries(d *feed.Document) string {
	var b strings.Builder
	for i := range d.Entries {
		e := &d.Entries[i]
		paragraphs := make([]string, len(e.Paragraphs))
		for k, p := range e.Paragraphs {
			paragraphs[k] = p.Of(d.Text)
		}
		fmt.Fprintf(&b, "%s %s %s %s | %s | %s | %s\n", e.Date, e.Clock, e.Zone, e.Title.Of(d.Text),
			e.Author.Of(d.Text), strings.Join(paragraphs, " / "), e.URL)
	}
	return b.String()
}
