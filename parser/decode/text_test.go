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
		{strings.Repeat("x", checked-1) + "\x00", ErrBinary},
		{"1\x006\x00 \x00A\x00u\x00g\x00", ErrUTF16},
		{"\xFF\xFE\x00\x001\x00\x00\x00", ErrUTF32},
		{`{"text":"16 August 2025"}`, ErrDocuments},
	} {
		if _, err := Source("name", []byte(c.bytes), Options{}); !errors.Is(err, c.want) {
			t.Errorf("%.20q: %v, want %v", c.bytes, err, c.want)
		}
	}
}

// FuzzText holds that decoding plain text drops nothing but a byte order mark and changes nothing but CRs.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "\uFEFFa\rb", "a\r\nb\xFF", "\r\r\n\r"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		src, err := Source("", []byte(s), Options{Format: PlainText, Encoding: "utf-8"})
		if err != nil || strings.HasPrefix(s, "\xFF\xFE") || strings.HasPrefix(s, "\xFE\xFF") || strings.HasPrefix(s, string(gzipMagic)) || strings.HasPrefix(s, string(zstdMagic)) {
			return
		}
		text, want := src.Text, strings.TrimPrefix(s, "\uFEFF")
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
