package format

import (
	"bytes"
	"strings"
	"testing"

	"newstimeline/parser/feed"
)

// TestDateRows holds that every language has all patterns and names, and that each pattern is written out in full.
func TestDateRows(t *testing.T) {
	day, last := feed.Date{Year: 2025, Month: 7, Day: 30}, feed.Date{Year: 2025, Month: 8, Day: 16}
	for _, code := range Languages() {
		l, ok := tongueOf(code)
		if !ok || l.code != code {
			t.Fatalf("%s is not found", code)
		}
		if len(l.dated) != 12 || len(l.alone) != 12 || len(l.weekdays) != 7 {
			t.Errorf("%s: %d, %d months, %d weekdays", code, len(l.dated), len(l.alone), len(l.weekdays))
		}
		for _, pattern := range []string{l.full, l.long, l.month, l.bare, l.inMonth, l.inYear} {
			if got := l.date(pattern, l.dated, day, last); strings.ContainsAny(got, "{}|") {
				t.Errorf("%s: %q makes %q", code, pattern, got)
			}
		}
		for _, part := range []string{"{W}", "{d}", "{M}", "{y}"} {
			if !strings.Contains(l.full, part) {
				t.Errorf("%s: no %s in %q", code, part, l.full)
			}
		}
	}
}

// TestPhrases holds that every phrase is one of English, and has the places for numbers and words that the English one has.
func TestPhrases(t *testing.T) {
	places := func(words string) (number, word bool) {
		return strings.Contains(words, "#"), strings.Contains(words, "$")
	}
	english := map[string]string{}
	addPhrases(english, "en")
	for row := range strings.Lines(phraseRows) {
		if row[0] == '#' {
			continue
		}
		cells := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if len(cells) != 3 || cells[2] == "" || strings.ContainsAny(cells[2], "<>&") {
			t.Errorf("%q", row)
			continue
		}
		number, word := places(cells[2])
		wantNumber, wantWord := places(english[cells[1]])
		if english[cells[1]] == "" || number != wantNumber || word != wantWord {
			t.Errorf("%q does not fit %q", row, english[cells[1]])
		}
	}
}

func TestTongueOf(t *testing.T) {
	for tag, want := range map[string]string{
		"de": "de", "de-AT": "de", "PT-br": "pt", "no": "nb", "no-NO": "nb", "zh-TW": "zh-Hant", "zh-Hant-HK": "zh-Hant", "zh-CN": "zh", "en-US": "en",
		"": "", "x": "", "xx": "", "de_AT": "", "german": "", "-": "",
	} {
		got := ""
		if l, ok := tongueOf(tag); ok {
			got = l.code
		}
		if got != want || IsLanguage(tag) != (want != "") {
			t.Errorf("%q: %q, want %q", tag, got, want)
		}
	}
}

// TestMachinesReadEnglish holds that notations for programs are the same in all languages.
func TestMachinesReadEnglish(t *testing.T) {
	tl := sample(t)
	for _, name := range []string{"json", "jsonl", "csv", "tsv", "timesketch", "sqlite"} {
		if !bytes.Equal(write(t, tl, name), write(t, tl, name+" lang=de")) {
			t.Errorf("%s differs", name)
		}
	}
	if bytes.Equal(write(t, tl, "markdown"), write(t, tl, "markdown lang=de")) {
		t.Error("markdown is in no other language")
	}
}

func TestHeadingCapitals(t *testing.T) {
	for code, want := range map[string]string{"fr": "Samedi 16 août 2025", "tr": "16 Ağustos 2025 Cumartesi", "de": "Samstag, 16. August 2025", "ja": "2025年8月16日土曜日"} {
		l, _ := tongueOf(code)
		if got := (period{date: feed.Date{Year: 2025, Month: 8, Day: 16}}).in(l); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
	az, _ := tongueOf("az")
	if got := az.heading("iyul 2025"); got != "İyul 2025" {
		t.Errorf("az: %q", got)
	}
}
