package decode

import (
	"bytes"

	"newstimeline/parser/feed"
)

// What mail programs and typesetting put into a text, and no reader takes for a part of it.

// quotedShare is how many of the lines with text, in hundredths, begin with a quotation mark in a
// text that was quoted as a whole. The rest is of whoever quotes it: "On Monday Ann wrote:".
const quotedShare = 90

// fewestQuoted is how many lines with text a quoted feed has at least.
const fewestQuoted = 3

// mostQuotes is how often a text may have been quoted.
const mostQuotes = 8

// withoutQuotes returns a text without the "> " before its lines, where nearly all lines have it,
// and remarks on it.
func withoutQuotes(src *feed.Source, text []byte) []byte {
	levels := 0
	for levels < mostQuotes && isQuoted(text) {
		text = unquote(text)
		levels++
	}
	if levels > 0 {
		src.Remarks = append(src.Remarks, feed.Diagnostic{Line: 1, Severity: feed.Info,
			Code: "quoted", Message: `nearly every line begins with ">": read without it, as a quoted text`})
	}
	return text
}

// isQuoted reports whether nearly all lines with text begin with ">".
func isQuoted(text []byte) bool {
	lines, quoted := 0, 0
	for line := range bytes.Lines(text) {
		switch line = bytes.TrimSpace(line); {
		case len(line) == 0:
			continue
		case line[0] == '>':
			quoted++
		}
		// most texts are told from their first lines
		if lines++; lines-quoted > fewestQuoted && quoted*2 < lines {
			return false
		}
	}
	return quoted >= fewestQuoted && quoted*100 >= lines*quotedShare
}

// unquote takes one ">" and the blank behind it from each line that begins with it.
func unquote(text []byte) []byte {
	out := make([]byte, 0, len(text)) // the bytes as they came are still to be hashed
	for line := range bytes.Lines(text) {
		if rest, quoted := bytes.CutPrefix(bytes.TrimLeft(line, " \t"), []byte(">")); quoted {
			line = bytes.TrimPrefix(rest, []byte(" "))
		}
		out = append(out, line...)
	}
	return out
}

// softHyphen is where a word may be broken. It is not seen, and parts words that are one.
var softHyphen = []byte("\u00AD")

// withoutSoftHyphens returns a text without soft hyphens, and remarks on them.
func withoutSoftHyphens(src *feed.Source, text []byte) []byte {
	n := bytes.Count(text, softHyphen)
	if n == 0 {
		return text
	}
	src.Remarks = append(src.Remarks, feed.Diagnostic{Severity: feed.Info, Code: "soft-hyphens",
		Message: counted(n, "soft hyphen is", "soft hyphens are") +
			" left out: they are not seen, and part words"})
	return bytes.ReplaceAll(text, softHyphen, nil)
}
