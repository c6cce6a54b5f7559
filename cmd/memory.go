package cmd

import (
	"os"
	"runtime"
	"runtime/debug"

	"newstimeline/parser/decode"
	"newstimeline/parser/feed"
)

// Memory: an input of many megabytes must not take several times its size.

// largeInput is the size in bytes of an input from which on memory counts more than the time spent
// on collecting garbage.
const largeInput = 16 << 20

// GOGC while a large plain text is parsed, which makes little garbage. While a timeline is written,
// the data of parsing is garbage itself: half as much again as is left is what parsing had. See
// runtime/debug.SetGCPercent.
const (
	gcWhileParsing = 10
	gcWhileWriting = 50
)

// setGC sets how much garbage may pile up before it is collected, in percent of the memory in use.
// GOGC in the environment has the last word.
func setGC(percent int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

// freeParsed frees what parsing a large input left, before its entries are put in order and
// written.
func freeParsed(d *feed.Document) {
	if len(d.Text) >= largeInput {
		runtime.GC()
		setGC(gcWhileWriting)
	}
}

// freeDecoded frees what decoding a large input left, before parsing takes memory as well. For a
// page that is a tree, for compressed input the buffers of the text. Plain text is parsed with
// little garbage, so that collecting it early costs nothing. Records and markup make so much of it
// that they would take nearly twice as long.
func freeDecoded(size int, src *feed.Source) {
	const manyTags = 4 << 20
	plain := src.Format == decode.PlainText.String()
	switch {
	case plain && len(src.Text) >= largeInput:
		setGC(gcWhileParsing)
		if size < largeInput {
			runtime.GC()
		}
	case !plain && size >= manyTags:
		runtime.GC()
	}
}
