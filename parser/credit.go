package parser

import (
	"newstimeline/parser/feed"
	"strings"
	"unicode/utf8"
)

// Credits: lines of an entry that name who wrote it, or whose its picture is. They are no part of what it reports.

// Sizes of credits, in bytes.
const (
	creditSize = 100 // a credit behind a colon is no longer
	bylineMost = 60  // nor is a bare by-line
)

// isCredit reports whether a line names a writer or the source of a picture, and nothing else.
func (x *lexer) isCredit(line string) bool {
	if len(line) > creditSize {
		return false
	}
	_, ok := x.writers(line)
	return ok || x.isPictureCredit(line)
}

// writers returns the names of a by-line: "By Ann Smith and Joe Wu", "Autor: Ann Smith".
func (x *lexer) writers(line string) (names feed.Span, ok bool) {
	roles, stop := x.opensWith(line)
	if roles&roleByline == 0 || len(line) > bylineMost {
		return feed.Span{}, false
	}
	names = feed.Span{Start: stop, End: len(line)}.Trim(line)
	if names.Len() > 0 && line[names.Start] == ':' {
		names = feed.Span{Start: names.Start + 1, End: len(line)}.Trim(line)
	}
	return names, areNames(names.Of(line))
}

// areNames reports whether text is the names of people: two capitalised words or more, and the little words that join them.
func areNames(s string) bool {
	capitals, words := 0, 0
	for word := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(word)
		switch {
		case isCapital(r):
			capitals++
		case len(word) > 3 || !isSmall(r) && word != "&":
			return false
		}
		words++
		if capitals == 0 || words == 1 && strings.HasSuffix(word, ",") {
			return false
		}
	}
	return capitals >= 2 && words <= 8 && !endsSentence(s)
}

// isPictureCredit reports whether a line is a word for a picture or source, a colon, and a few words: "Photo: Ann Smith/Example".
func (x *lexer) isPictureCredit(line string) bool {
	roles, stop := x.opensWith(line)
	if roles&(roleCredit|roleByline) == 0 {
		return false
	}
	rest := strings.TrimLeft(line[stop:], " \t\u00a0")
	colon, width := utf8.DecodeRuneInString(rest)
	if colon != ':' && colon != '：' {
		return false
	}
	rest = strings.TrimSpace(rest[width:])
	return rest != "" && !hasSentenceBreak(rest) && (!isSentence(rest) || !endsSentence(rest))
}
