package text

import (
	"strings"

	"newstimeline/parser/feed"
	"newstimeline/parser/parallel"
)

// Split finds the lines of text. The last line need not end with LF; an empty text has no lines.
func Split(text string) feed.Lines {
	parts := cutAtLines(text)
	l := make(feed.Lines, 0, expectedLines(text))
	if len(parts) == 1 { // most texts: their lines need not be copied
		l = appendLines(l, text, parts[0])
		return append(l, feed.LineStart{At: int32(len(text))})
	}
	parallel.InOrder(len(parts), func() func([]feed.LineStart, int) []feed.LineStart {
		return func(dst []feed.LineStart, i int) []feed.LineStart {
			return appendLines(dst, text, parts[i])
		}
	}, func(found []feed.LineStart) error {
		l = append(l, found...)
		return nil
	})
	return append(l, feed.LineStart{At: int32(len(text))})
}

// partSize is how many bytes of a text are split in one go.
const partSize = 256 << 10

// cutAtLines cuts text into pieces of whole lines, which are split separately.
func cutAtLines(text string) (parts []feed.Span) {
	for at := 0; at < len(text); {
		end := min(at+partSize, len(text))
		if n := strings.IndexByte(text[end:], '\n'); n >= 0 {
			end += n + 1
		} else {
			end = len(text)
		}
		parts = append(parts, feed.Span{Start: at, End: end})
		at = end
	}
	return parts
}

// expectedLines estimates the number of lines of the whole text from its first piece, and adds
// some. For a text of one piece the number is exact.
func expectedLines(text string) int {
	head := text[:min(len(text), partSize)]
	n := strings.Count(head, "\n") + 2
	if len(head) == len(text) {
		return n
	}
	return int(float64(n) * float64(len(text)) / float64(len(head)) * 17 / 16)
}

// appendLines appends the lines of a part of text to dst.
func appendLines(dst []feed.LineStart, text string, part feed.Span) []feed.LineStart {
	for at := part.Start; at < part.End; {
		end := part.End
		if n := strings.IndexByte(text[at:end], '\n'); n >= 0 {
			end = at + n + 1
		}
		s := feed.Span{Start: at, End: end}.Trim(text)
		dst = append(dst, feed.LineStart{At: int32(at),
			Before: uint16(min(s.Start-at, feed.WideSpace)),
			After:  uint16(min(end-s.End, feed.WideSpace))})
		at = end
	}
	return dst
}
