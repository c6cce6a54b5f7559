package format

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"empty", "", ""},
		{"plain", "plain, “typeset” – текст, 北京 👨‍👩‍👧 e\u0301", "plain, “typeset” – текст, 北京 👨‍👩‍👧 e\u0301"},
		{"line ends", "a\nb\r\nc\td", "a b c d"},
		{"line ends beside blanks", "a \n  b", "a b"},
		{"line end first", "\na", "a"},
		{"unicode line ends", "a\u2028b\u2029c\u0085d", "a b c d"},
		{"colour", "\x1b[1;31mred\x1b[0m", "red"},
		{"cursor", "a\x1b[2J\x1b[10;10Hb", "ab"},
		{"title by bell", "\x1b]0;title\ab", "b"},
		{"link by ST", "\x1b]8;;https://example.org\x1b\\text\x1b]8;;\x1b\\", "text"},
		{"device control", "a\x1bPq#0;2\x1b\\b", "ab"},
		{"character set", "a\x1b(0b", "ab"},
		{"reset", "a\x1bcb", "ab"},
		{"lost end", "a\x1b]0;title and text", "a0;title and text"},
		{"lost end before a line end", "a\x1b]0;b\nc\a", "a0;b c"},
		{"incomplete colour", "a\x1b[31", "a31"},
		{"escape at the end", "a\x1b", "a"},
		{"escape before a letter of another script", "\x1bя", "я"},
		{"two escapes", "\x1b\x1b[31mя", "я"},
		{"C1 colour", "a\u009b31mb", "ab"},
		{"C1 title", "a\u009d0;title\u009cb", "ab"},
		{"other controls", "a\x00b\bc\ad\x7fe\u0081f", "abcdef"},
		{"bidirectional controls", "\u202egpj.exe\u202c \u2066a\u2069\u200e\u200f\u061c", "gpj.exe a"},
		{"invisible", "a\u00adb\u200bc\u2060d\ufeffe", "abcde"},
		{"joiners stay", "نمی\u200cخواهم \u200d", "نمی\u200cخواهم \u200d"},
		{"flag of Scotland stays", "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"},
		{"tags that spell no flag", "a\U000E0041\U000E0020\U000E007Fb\U000E0001 🏴\U000E0067\U000E0062 c", "ab 🏴 c"},
		{"a sentence in tags behind a flag", "🏴\U000E0069\U000E0067\U000E006E\U000E006F\U000E0072\U000E0065\U000E0020\U000E007F", "🏴"},
		{"a flag and more tags", "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F\U000E0067\U000E007F", "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"},
		{"broken UTF-8", "a\xff\xc3(\x9b31m", "a\ufffd\ufffd(\ufffd31m"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Clean(tt.in); got != tt.want {
				t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

// TestCleanHostileLength holds that no feed can make Clean slow: it is run on what would be quadratic.
func TestCleanHostileLength(t *testing.T) {
	for _, s := range []string{"\x1b]", "\u009d", "\x1b[", "\x1bP0", "\x1b", "\x1b]\u009d", " \n", "\x1b("} {
		Clean(strings.Repeat(s, 1<<20))
	}
}

// escapes finds the sequences that Clean takes away as a whole, and more.
var escapes = regexp.MustCompile("(?s)(\x1b|[\u0080-\u009f]).*")

func FuzzClean(f *testing.F) {
	for _, s := range []string{"plain", "a\nb", "\x1b[31mred\x1b[0m", "\x1b]0;t\ab", "\u202eb\u2066", "\xff\x9b", "\u009b31m", "a\u200bb", "\x1bP\x1b\\", "é\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		if !utf8.ValidString(got) {
			t.Fatalf("%q: %q is not UTF-8", s, got)
		}
		for _, r := range got {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == 0x2028 || r == 0x2029 || isTagCharacter(r) && !strings.ContainsRune(got, blackFlag) {
				t.Fatalf("%q: %q holds %U", s, got, r)
			}
		}
		if again := Clean(got); again != got {
			t.Fatalf("%q: %q becomes %q", s, got, again)
		}
		if before := escapes.ReplaceAllString(s, ""); !strings.HasPrefix(visible(got), visible(before)) {
			t.Fatalf("%q: %q lost a letter of %q", s, got, before)
		}
	})
}

// visible returns the letters, marks, digits, signs and punctuation of s.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r == utf8.RuneError || !unicode.IsGraphic(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// TestIsCleanAnywhere holds that a character which Clean changes is found at any place of a text.
func TestIsCleanAnywhere(t *testing.T) {
	const text = "a text of several words of eight bytes ~ and a rest"
	for i := range len(text) {
		if !isClean(text[:i] + " ~é" + text[i:]) {
			t.Errorf("%d: not clean", i)
		}
		for _, c := range []string{"\x00", "\x1f", "\n", "\x7f", "\u0080", "\u202e", "\xff"} {
			if s := text[:i] + c + text[i:]; isClean(s) {
				t.Errorf("%q: clean", s)
			}
		}
	}
}
