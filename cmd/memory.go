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

// GOGC while a large input is parsed, which makes little garbage, and while its timeline is
// written, when the data of parsing is garbage itself. See runtime/debug.SetGCPercent.
const (
	gcWhileParsing = 10
	gcWhileWriting = 30
)

// setGC sets how much garbage may pile up before it is collected, in percent of the memory in use.
// GOGC in the environment has the last word.
func setGC(percent int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

// freeDecoded frees what decoding a large input left, before parsing takes memory as well. For a
// page that is a tree, for compressed input the buffers of the text.
func freeDecoded(size int, src *feed.Source) {
	const manyTags = 4 << 20
	switch {
	case size < largeInput && len(src.Text) >= largeInput:
		saveMemory()
	case size >= manyTags && src.Format != decode.PlainText.String():
		runtime.GC()
	}
}

// saveMemory is called when a large input has been read. It frees what reading left and makes
// garbage collection start early, before garbage takes as much memory as the text.
func saveMemory() {
	setGC(gcWhileParsing)
	runtime.GC()
}
