package parser

import (
	"strings"
	"unicode/utf8"
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

// lines are the starts of the lines of a text, with the length of the text behind them. A line ends with LF; the CR of a CRLF
// is not part of its text.
type lines []int32

// split finds the lines of text. The last line need not end with LF; an empty text has no lines.
func split(text string) lines {
	starts := make(lines, 0, strings.Count(text, "\n")+2)
	for at := 0; at < len(text); {
		starts = append(starts, int32(at))
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			break
		}
		at += n + 1
	}
	return append(starts, int32(len(text)))
}

// count returns the number of lines.
func (l lines) count() int { return len(l) - 1 }

// span returns line i, from 0, without its line ending and the white space at both ends.
func (l lines) span(text string, i int) Span {
	return trim(text, Span{int(l[i]), int(l[i+1])})
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
