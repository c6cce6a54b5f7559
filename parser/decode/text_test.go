package decode

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
	"testing"

	"newstimeline/parser"
)

func TestText(t *testing.T) {
	for _, c := range []struct {
		bytes, text string
		remark      string // code and line of the only one
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
		src := Text("name", []byte(c.bytes))
		if src.Text != c.text || src.Name != "name" || src.Encoding != "utf-8" || src.Format != "text" {
			t.Errorf("%q: %+v, want text %q", c.bytes, src, c.text)
		}
		remark := ""
		for _, d := range src.Remarks {
			remark += d.Code + " " + string(rune('0'+d.Line))
		}
		if remark != c.remark {
			t.Errorf("%q: remark %q, want %q", c.bytes, remark, c.remark)
		}
		sum := sha256.Sum256([]byte(c.bytes))
		if want := hex.EncodeToString(sum[:]); c.bytes != c.text && src.SHA256 != want {
			t.Errorf("%q: SHA-256 %s, want %s", c.bytes, src.SHA256, want)
		}
	}
}

func TestRemarksAreDiagnostics(t *testing.T) {
	d := new(parser.Parser).Parse(Text("name", []byte("Fog\xFF closed the harbour\n")))
	if len(d.Diagnostics) == 0 || d.Diagnostics[0].Code != "invalid-utf8" {
		t.Errorf("diagnostics: %v", d.Diagnostics)
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		bytes string
		want  error
	}{
		{"", nil},
		{"text", nil},
		{"\x7FELF\x00", ErrBinary},
		{strings.Repeat("x", head) + "\x00", nil},
		{strings.Repeat("x", head-1) + "\x00", ErrBinary},
		{"\xFF\xFE1\x006\x00", ErrUTF16},
		{"\xFE\xFF\x001\x006", ErrUTF16},
	} {
		if got := Check([]byte(c.bytes)); !errors.Is(got, c.want) {
			t.Errorf("%.20q: %v, want %v", c.bytes, got, c.want)
		}
	}
}

// FuzzText holds that decoding drops nothing but a byte order mark and changes nothing but CRs.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "\uFEFFa\rb", "a\r\nb\xFF", "\r\r\n\r"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := Text("", []byte(s)).Text
		want := strings.TrimPrefix(s, "\uFEFF")
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
