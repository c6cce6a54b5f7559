package decode_test

import (
	"fmt"
	"log"

	"newstimeline/parser"
	"newstimeline/parser/decode"
)

func Example() {
	page := []byte(`<!DOCTYPE html><title>Harbour</title>
<article><time datetime="2025-08-16T20:05:00Z">21:05</time><p>The first ferry has left the harbour.</p></article>
<article><time datetime="2025-08-16T19:40:00Z">20:40</time><p>The fire is out, the brigade says.</p></article>`)
	src, err := decode.Source("harbour.html", page, decode.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(src.Format, src.Title)
	d := new(parser.Parser).Parse(src)
	for i := range d.Entries {
		e := &d.Entries[i]
		fmt.Printf("%s %s %s\n", e.Date, e.Clock, e.AppendText(nil, d.Text))
	}
	// Output:
	// html Harbour
	// 2025-08-16 21:05 The first ferry has left the harbour.
	// 2025-08-16 20:40 The fire is out, the brigade says.
}
