package format

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// IsOwn reports whether a text seems to be written by this package, by its head of some thousand
// bytes. It knows the formats whose extensions inputs have too. It errs seldom, and is for warnings
// alone.
func IsOwn(head []byte) bool {
	head = bytes.TrimPrefix(head, []byte("\uFEFF"))
	for _, mark := range [...]string{`"schema":1,`, `{"seq":`, `"seq":1,`, `{"kind":"`,
		"urn:newstimeline", "default-src 'none'; style-src 'sha256-", "\nlayout    "} {
		if bytes.Contains(head, []byte(mark)) {
			return true
		}
	}
	text := string(head)
	return isDrawn(text) || isOwnTable(text) || isOwnMarkdown(text) ||
		strings.HasPrefix(text, "--- ") && strings.Contains(text, "\n+++ ")
}

// isDrawn reports whether a text has the lines of tables or the bars of charts.
func isDrawn(head string) bool {
	return strings.ContainsFunc(head, func(r rune) bool {
		return '─' <= r && r <= '▟' && r != utf8.RuneError
	})
}

// isOwnTable reports whether the first line of a text names columns of our tables, or those of the
// counts that stats writes.
func isOwnTable(head string) bool {
	first, _, _ := strings.Cut(head, "\n")
	first = strings.TrimSuffix(first, "\r")
	if first == "unit,from,entries" {
		return true
	}
	names := strings.FieldsFunc(first, func(r rune) bool {
		return r != '_' && (r < 'a' || r > 'z')
	})
	known := ColumnNames()
	return len(names) > 1 && strings.Trim(first, "abcdefghijklmnopqrstuvwxyz_,;|\t") == "" &&
		!slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(known, name) })
}

// isOwnMarkdown reports whether a text begins as our Markdown does and holds a heading of a day.
func isOwnMarkdown(head string) bool {
	return strings.HasPrefix(head, "# Changes\n") && strings.Contains(head, " → ") ||
		strings.HasPrefix(head, "# ") && strings.Contains(head, "\n## ") && namesSources(head)
}

// namesSources reports whether a line begins as that of our Markdown which names the sources, in
// any language.
func namesSources(head string) bool {
	for row := range strings.Lines(phraseRows) {
		_, phrase, _ := strings.Cut(strings.TrimSuffix(row, "\n"), "\t")
		key, words, _ := strings.Cut(phrase, "\t")
		if (key == "source" || key == "sources") && strings.Contains(head, "\n"+words+":") {
			return true
		}
	}
	return false
}
