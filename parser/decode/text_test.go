package decode

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
	"testing"

	"newstimeline/parser"
	"newstimeline/parser/feed"
)

// remarks returns codes and lines of a source's remarks.
func remarks(src feed.Source) string {
	var all []string
	for _, d := range src.Remarks {
		all = append(all, d.Code+" "+string(rune('0'+d.Line)))
	}
	return strings.Join(all, ", ")
}

func TestText(t *testing.T) {
	for _, c := range []struct {
		bytes, text string
		remarks     string
	}{
		{"16 August 2025\nText\n", "16 August 2025\nText\n", ""},
		{"\uFEFF16 August 2025\n", "16 August 2025\n", ""},
		{"a\r\nb\r\n", "a\r\nb\r\n", ""},
		{"a\rb\r\nc\r\rd\r", "a\nb\r\nc\n\nd\n", ""},
		{"", "", "empty 0"},
		{"\uFEFF", "", "empty 0"},
		{"a\nb\xFFc\xFE\n", "a\nb\xFFc\xFE\n", "invalid-utf8 2"},
		{"a\uFFFDb", "a\uFFFDb", ""},
		{"16 August 2025\nThe har\x00bour has reopened, the officials said.\n", "16 August 2025\nThe har\uFFFDbour has reopened, the officials said.\n", "nul 2"},
		{strings.Repeat("x", 30) + strings.Repeat("\x00", 500), strings.Repeat("x", 30) + strings.Repeat("\uFFFD", 500), "nul 1"},
	} {
		src, err := Source("name", []byte(c.bytes), Options{})
		if err != nil || src.Text != c.text || src.Name != "name" || src.Encoding != "utf-8" || src.Format != "text" {
			t.Errorf("%q: %+v (%v), want text %q", c.bytes, src, err, c.text)
		}
		if got := remarks(src); got != c.remarks {
			t.Errorf("%q: remarks %q, want %q", c.bytes, got, c.remarks)
		}
		sum := sha256.Sum256([]byte(c.bytes))
		want := "" // the text is the bytes: whoever needs their hash computes it
		if c.bytes != c.text {
			want = hex.EncodeToString(sum[:])
		}
		if src.SHA256 != want {
			t.Errorf("%q: SHA-256 %s, want %s", c.bytes, src.SHA256, want)
		}
	}
}

func TestRemarksAreDiagnostics(t *testing.T) {
	src, err := Source("name", []byte("Fog\xFF closed the harbour\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := new(parser.Parser).Parse(src)
	if len(d.Diagnostics) == 0 || d.Diagnostics[0].Code != "invalid-utf8" {
		t.Errorf("diagnostics: %v", d.Diagnostics)
	}
}

func TestNoText(t *testing.T) {
	for _, c := range []struct {
		bytes string
		want  error
	}{
		{"\x7FELF\x00", ErrBinary},
		{strings.Repeat("x", checked) + "\x00", nil},
		{strings.Repeat("x", checked-1) + "\x00", nil},
		{strings.Repeat("x", 21) + "\x00\x00\x00", nil},
		{strings.Repeat("x", 18) + "\x00", ErrBinary},
		{strings.Repeat("\x00", 5000), ErrBinary},
		{strings.Repeat("x", tarMagic-2) + "\x00\x00ustar\x00", ErrBinary},
		{"x" + strings.Repeat("\x00", 9) + strings.Repeat("y", 11), ErrBinary},
		{"1\x006\x00 \x00A\x00u\x00g\x00", ErrUTF16},
		{"\xFF\xFE\x00\x001\x00\x00\x00", ErrUTF32},
		{`{"text":"16 August 2025"}`, ErrDocuments},
	} {
		if _, err := Source("name", []byte(c.bytes), Options{}); !errors.Is(err, c.want) {
			t.Errorf("%.20q: %v, want %v", c.bytes, err, c.want)
		}
	}
}

// TestSureText holds that what a user says is text is read, whatever is in it; UTF-16 is another thing.
func TestSureText(t *testing.T) {
	for bytes, want := range map[string]error{"\x7FELF\x00": nil, "a\x00b\n": nil, "1\x006\x00 \x00A\x00u\x00g\x00": ErrUTF16} {
		src, err := Source("name", []byte(bytes), Options{Format: PlainText})
		if !errors.Is(err, want) || want == nil && src.Text != strings.ReplaceAll(bytes, "\x00", "\uFFFD") {
			t.Errorf("%q: %q, %v, want %v", bytes, src.Text, err, want)
		}
	}
}

// FuzzText holds that decoding plain text drops nothing but a byte order mark, soft hyphens and the marks of a
// quoted text, and changes nothing but CRs and NULs.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "\uFEFFa\rb", "a\r\nb\xFF", "\r\r\n\r"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		src, err := Source("", []byte(s), Options{Format: PlainText, Encoding: "utf-8"})
		if err != nil || strings.HasPrefix(s, "\xFF\xFE") || strings.HasPrefix(s, "\xFE\xFF") || strings.HasPrefix(s, string(gzipMagic)) || strings.HasPrefix(s, string(zstdMagic)) || isQuoted([]byte(strings.TrimPrefix(s, "\uFEFF"))) {
			return
		}
		text, want := src.Text, strings.ReplaceAll(strings.TrimPrefix(s, "\uFEFF"), "\x00", "\uFFFD")
		want = strings.ReplaceAll(want, "\u00AD", "")
		if len(text) != len(want) {
			t.Fatalf("%q became %q", s, text)
		}
		for i := range len(text) {
			if text[i] != want[i] && !(want[i] == '\r' && text[i] == '\n') {
				t.Errorf("%q became %q", s, text)
			}
			if text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
				t.Errorf("%q kept a lone CR: %q", s, text)
			}
		}
	})
}
