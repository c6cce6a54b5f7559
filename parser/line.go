package parser

import (
	"strings"
	"unicode/utf8"

	"newstimeline/parser/parallel"
)

// A Span is a half-open range of bytes [Start, End) of a text, counted from 0.
type Span struct{ Start, End int }

// Len returns the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// IsZero reports whether the span is the zero Span, which stands for "none".
func (s Span) IsZero() bool { return s == Span{} }

// Of returns the part of text that the span covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// AppendFolded appends the part of text that the span covers to dst, with each line ending in it, and the white space around that, made
// one blank: a paragraph that was wrapped by hand.
func (s Span) AppendFolded(dst []byte, text string) []byte {
	part := s.Of(text)
	for {
		n := strings.IndexByte(part, '\n')
		if n < 0 {
			return append(dst, part...)
		}
		dst = append(append(dst, part[:trim(part, Span{0, n}).End]...), ' ')
		part = part[trim(part, Span{n, len(part)}).Start:]
	}
}

// lines are the lines of a text, with one that begins where the text ends behind them. A line ends with LF; the CR of a CRLF is not
// part of its text.
type lines []lineStart

// A lineStart is where a line begins, and how many bytes of white space it begins and ends with, its line ending among them. Every pass
// asks for the lines' text: to find its ends anew would be to fetch the whole text from memory each time.
type lineStart struct {
	at            int32
	before, after uint16 // wideSpace: so many or more
}

const wideSpace = 1<<16 - 1

// split finds the lines of text. The last line need not end with LF; an empty text has no lines.
func split(text string) lines {
	parts := cutAtLines(text)
	l := make(lines, 0, expectedLines(text))
	parallel.InOrder(len(parts), func() func([]lineStart, int) []lineStart {
		return func(dst []lineStart, i int) []lineStart { return appendLines(dst, text, parts[i]) }
	}, func(found []lineStart) error {
		l = append(l, found...)
		return nil
	})
	return append(l, lineStart{at: int32(len(text))})
}

// partSize is how many bytes of a text are split in one go.
const partSize = 256 << 10

// cutAtLines cuts text into parts of whole lines that are split on their own.
func cutAtLines(text string) (parts []Span) {
	for at := 0; at < len(text); {
		end := min(at+partSize, len(text))
		if n := strings.IndexByte(text[end:], '\n'); n >= 0 {
			end += n + 1
		} else {
			end = len(text)
		}
		parts = append(parts, Span{at, end})
		at = end
	}
	return parts
}

// expectedLines returns how many lines the first part of a text lets expect in all of it, and some more; of a text of one part, how many it has.
func expectedLines(text string) int {
	head := text[:min(len(text), partSize)]
	n := strings.Count(head, "\n") + 2
	if len(head) == len(text) {
		return n
	}
	return int(float64(n) * float64(len(text)) / float64(len(head)) * 17 / 16)
}

// appendLines appends the lines of a part of text to dst.
func appendLines(dst []lineStart, text string, part Span) []lineStart {
	for at := part.Start; at < part.End; {
		end := part.End
		if n := strings.IndexByte(text[at:end], '\n'); n >= 0 {
			end = at + n + 1
		}
		s := trim(text, Span{at, end})
		dst = append(dst, lineStart{int32(at), uint16(min(s.Start-at, wideSpace)), uint16(min(end-s.End, wideSpace))})
		at = end
	}
	return dst
}

// count returns the number of lines.
func (l lines) count() int { return len(l) - 1 }

// span returns line i, from 0, without its line ending and the white space at both ends.
func (l lines) span(text string, i int) Span {
	s, next := l[i], l[i+1].at
	if s.before == wideSpace || s.after == wideSpace {
		return trim(text, Span{int(s.at), int(next)})
	}
	return Span{int(s.at) + int(s.before), int(next) - int(s.after)}
}

// trim shortens s by the white space and invisible characters at both of its ends.
func trim(text string, s Span) Span {
	for s.Start < s.End {
		if c := text[s.Start]; c > ' ' && c < utf8.RuneSelf {
			break
		}
		_, next := skipSpace(text[:s.End], s.Start)
		if next == s.Start {
			break
		}
		s.Start = next
	}
	for s.Start < s.End {
		c := text[s.End-1]
		if c == ' ' || '\t' <= c && c <= '\r' {
			s.End--
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, size := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if spaceWidth(r) < 0 {
			break
		}
		s.End -= size
	}
	return s
}
