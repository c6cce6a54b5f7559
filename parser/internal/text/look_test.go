package text

import (
	"newstimeline/parser/internal/words"
	"strings"
	"testing"
)

// TestLook holds that a look tells of a line what the functions that it stands for tell.
func TestLook(t *testing.T) {
	var x words.Lexer
	lines := []string{
		"The harbour has reopened.", "The harbour has reopened, officials said on Saturday, and the ships wait outside of it", "Harbour reopens", "harbour reopens",
		"# Harbour", "## 1.2.0", "* * *", "___", "</li>", "{% endupdate %}", "Share", "By Ann Smith", "Photo: Ann Smith", "— Ann (@ann) May 15, 2023", "20:15 GMT", "...",
		"“We wait.”", "Who waits?", "See https://example.com", "Ships:", "港口重新开放。", "港口负责人在北码头附近确认大桥仍然关闭，直到水位下降为止，船只在外面等待",
		"Мост закрыт", strings.Repeat("The ships wait outside ", 20), "Fog near the pier has lifted. Ships leave the harbour again, one after the other, it is said", "1", "-",
	}
	for _, line := range lines {
		for what, want := range map[Look]bool{
			LookWords: hasLetter(line), LookLong: IsSentence(line), LookRunning: IsBody(line), LookEnded: EndsSentence(line), LookHeading: IsHeading(line),
			LookMarkdown: IsMarkdownHeading(line), LookSigned: isPostSignature(line), LookDivider: isSeparator(line) || isEndTag(line),
		} {
			if LookAt(line, false, &x).Has(what) != want {
				t.Errorf("%q: bit %b is %v, want %v", line, what, !want, want)
			}
		}
		if got := LookAt(line, true, &x); got.Has(LookDivider | LookControl | LookCredit) {
			t.Errorf("%q with a mark in it: %b", line, got)
		}
	}
	for _, c := range []struct {
		line string
		want Look
	}{{"Share", LookControl}, {"By Ann Smith", LookCredit}, {"Photo: Ann Smith", LookCredit}, {"Harbour reopens", 0},
		{"Photo: " + strings.Repeat("Ann Smith, ", 10) + "Jo", LookCredit}, {"Photo: " + strings.Repeat("Ann Smith, ", 11) + "Jo", 0}} {
		if got := LookAt(c.line, false, &x) & (LookControl | LookCredit); got != c.want {
			t.Errorf("%q: %b, want %b", c.line, got, c.want)
		}
	}
	for _, c := range []struct {
		line string
		want bool
	}{{"Harbour reopens", true}, {"Harbour" + strings.Repeat(" reopens", 16), true}, {"Harbour" + strings.Repeat(" reopens", 17), false}} {
		if got := LookAt(c.line, false, &x).Has(LookHeading); got != c.want {
			t.Errorf("%q may be a heading: %v", c.line, got)
		}
	}
}
