package format_test

import (
	"fmt"
	"os"

	"newstimeline/parser"
	"newstimeline/parser/feed"
	"newstimeline/timeline"
	"newstimeline/timeline/format"
)

func Example() {
	var p parser.Parser
	feed := feed.Source{Name: "harbour.txt", Text: `16 August 2025

21:05 BST
The first ferry has left the harbour, and two more will follow before midnight.

20:40 BST
The fire is out, the brigade says.
`}
	t := timeline.New(p.Parse(feed))
	f, _ := format.Find("list")
	if err := f.Write(os.Stdout, t, format.Options{Width: 50}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Saturday, 16 August 2025 · BST
	// 20:40  The fire is out, the brigade says.
	//
	// 21:05  The first ferry has left the harbour, and
	//        two more will follow before midnight.
}
