package text_test

import (
	"strings"
	"testing"

	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// TestSpeaker holds that a line names who says what is below it, and that clauses, words that end
// like one for saying, and long lines do not.
func TestSpeaker(t *testing.T) {
	var x words.Lexer
	for line, want := range map[string]string{
		"kim says:":             "kim",
		"The Old Ferryman says": "",
		"Ann Lee a dit :":       "Ann Lee",
		"says:":                 "",
		"Nobody gainsaid:":      "",
		"A woman who has waited in the hall says:": "",
		strings.Repeat("m", 60) + " says:":         "",
	} {
		name, ok := text.Speaker(&x, line)
		if got := name.Of(line); got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v, want %q", line, got, ok, want)
		}
	}
}
