package timeline_test

import (
	"fmt"

	"newstimeline/parser"
	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// Two feeds become one timeline.
func ExampleNew() {
	var p parser.Parser
	harbour := p.Parse(feed.Source{Name: "harbour.txt", Text: "16 August 2025\n21:05 GMT: The first ferry has left.\n20:40 GMT: The fire is out.\n"})
	city := p.Parse(feed.Source{Name: "city.txt", Text: "16 August 2025\n20:50 GMT: The bridge is open again.\n19:30 GMT: The bridge is closed.\n"})
	t := timeline.New(harbour, city)
	for i := range t.Entries {
		e := &t.Entries[i]
		fmt.Printf("%s %s %s\n", e.Clock, e.Source.Name, e.AppendText(nil))
	}
	// Output:
	// 19:30 city.txt The bridge is closed.
	// 20:40 harbour.txt The fire is out.
	// 20:50 city.txt The bridge is open again.
	// 21:05 harbour.txt The first ferry has left.
}

// What changed between two snapshots of a feed.
func ExampleDiff() {
	var p parser.Parser
	const earlier = "16 August 2025\n20:40 GMT: The fire at the pier is out.\n19:30 GMT: The bridge is closed.\n"
	const later = "16 August 2025\n21:05 GMT: The first ferry has left.\n20:40 GMT: The fire at the old pier is out.\n19:30 GMT: The bridge is closed.\n"
	old, new := timeline.New(p.Parse(feed.Source{Text: earlier})), timeline.New(p.Parse(feed.Source{Text: later}))
	for _, c := range timeline.Diff(old, new).List {
		e := c.New
		if e == nil {
			e = c.Old
		}
		fmt.Printf("%s: %s\n", c.Kind, e.AppendText(nil))
	}
	// Output:
	// edited: The fire at the old pier is out.
	// added: The first ferry has left.
}
