package text

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/words"
	"strings"
	"unicode/utf8"
)

// Credits: lines of an entry that name who wrote it, or whose its picture is. They are no part of
// what it reports.

// IsCredit reports whether a line names a writer or the source of a picture, and nothing else.
func IsCredit(x *words.Lexer, line string) bool {
	if len(line) > CreditSize {
		return false
	}
	roles, stop := x.OpensWith(line)
	if roles&(words.RoleCredit|words.RoleByline) == 0 {
		return false
	}
	_, ok := writers(line, roles, stop)
	return ok || isPictureCredit(line, stop)
}

// Writers returns the names of a byline: "By Ann Smith and Joe Wu", "Autor: Ann Smith".
func Writers(x *words.Lexer, line string) (names feed.Span, ok bool) {
	roles, stop := x.OpensWith(line)
	return writers(line, roles, stop)
}

// writers returns the names of a byline whose first form has some roles and an end.
func writers(line string, roles words.Roles, stop int) (names feed.Span, ok bool) {
	if roles&words.RoleByline == 0 || IsSentence(line) {
		return feed.Span{}, false
	}
	names = feed.Span{Start: stop, End: len(line)}.Trim(line)
	if names.Len() > 0 && line[names.Start] == ':' {
		names = feed.Span{Start: names.Start + 1, End: len(line)}.Trim(line)
	}
	return names, AreNames(names.Of(line))
}

// Speaker returns who is said to have written what is below a line: "kim writes:", "Ann a dit :".
func Speaker(x *words.Lexer, line string) (name feed.Span, ok bool) {
	end := len(strings.TrimRight(line, ":： \u00a0"))
	if IsSentence(line) || end == len(line) {
		return feed.Span{}, false
	}
	for i := range line[:end] {
		if i == 0 || line[i-1] != ' ' {
			continue
		}
		if w, stop := x.FormAt(line, i); w != nil && stop == end && w.Has(words.RoleWrote) {
			name = feed.Span{End: i}.Trim(line)
			ok = name.Len() > 0 && strings.Count(name.Of(line), " ") < RubricWords
			break
		}
	}
	if !ok {
		return feed.Span{}, false
	}
	return name, true
}

// AreNames reports whether text is the names of people: two capitalised words or more, and the
// little words that join them.
func AreNames(s string) bool {
	capitals, list := 0, 0
	for word := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(word)
		switch {
		case words.IsCapital(r):
			capitals++
		case len(word) > 3 || !words.IsSmall(r) && word != "&":
			return false
		}
		list++
		if capitals == 0 || list == 1 && strings.HasSuffix(word, ",") {
			return false
		}
	}
	return capitals >= 2 && list <= 8 && !EndsSentence(s)
}

// isPictureCredit reports whether a line goes on with a colon and a few words, after a word for a
// picture or source: "Photo: Ann Smith/Example".
func isPictureCredit(line string, stop int) bool {
	rest := strings.TrimLeft(line[stop:], " \t\u00a0")
	colon, width := utf8.DecodeRuneInString(rest)
	if colon != ':' && colon != '：' {
		return false
	}
	rest = strings.TrimSpace(rest[width:])
	return rest != "" && !hasSentenceBreak(rest) && (!IsSentence(rest) || !EndsSentence(rest))
}
