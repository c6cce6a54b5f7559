package feed

import (
	"strings"
	"unicode/utf8"
)

// A Span is a half-open range of bytes [Start, End) of a text, counted from 0.
type Span struct{ Start, End int }

// Len returns the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// IsZero reports whether the span is the zero Span: none.
func (s Span) IsZero() bool { return s == Span{} }

// Of returns the part of text that the span covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// AppendFolded appends the span of text to dst, with each line end and the white space around it
// replaced by one space. So a paragraph that was wrapped by hand becomes one line.
func (s Span) AppendFolded(dst []byte, text string) []byte {
	part := s.Of(text)
	for {
		n := strings.IndexByte(part, '\n')
		if n < 0 {
			return append(dst, part...)
		}
		dst = append(append(dst, part[:Span{0, n}.Trim(part).End]...), ' ')
		part = part[Span{n, len(part)}.Trim(part).Start:]
	}
}

// Trim returns s without the white space and invisible characters at both of its ends in text.
func (s Span) Trim(text string) Span {
	for s.Start < s.End {
		c := text[s.Start]
		if c == ' ' || '\t' <= c && c <= '\r' {
			s.Start++
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, size := utf8.DecodeRuneInString(text[s.Start:s.End])
		if SpaceWidth(r) < 0 {
			break
		}
		s.Start += size
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
		if SpaceWidth(r) < 0 {
			break
		}
		s.End -= size
	}
	return s
}

// SpaceWidth returns how wide a blank r is: 0 for invisible characters, -1 for what is no blank.
func SpaceWidth(r rune) int {
	switch {
	case r == 0xA0 || 0x2004 <= r && r <= 0x200A || r == 0x202F || r == 0x205F:
		return 1
	case r == 0x3000 || 0x2000 <= r && r <= 0x2003:
		return 2
	case 0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x2069,
		r == 0xFEFF, r == 0xAD,
		0xFE00 <= r && r <= 0xFE0F, r == 0x61C:
		return 0
	}
	return -1
}
