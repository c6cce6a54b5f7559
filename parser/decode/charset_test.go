package decode

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"newstimeline/parser"
	"newstimeline/parser/parallel"
)

func TestEncodings(t *testing.T) {
	russian := "16 августа 2025\nГавань закрыта из-за густого тумана, сообщил начальник порта. Паром вечером не вышел в море.\n"
	encoded := func(e *charmap.Charmap, s string) string {
		b, err := e.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	wide := func(order unicode.Endianness, s string) string {
		b, err := unicode.UTF16(order, unicode.UseBOM).NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	page := `<html><head><meta charset="windows-1251"></head><body><p>16 августа 2025</p></body></html>`
	titled := `<html><head><title>Новости гавани</title><meta CHARSET="windows-1251"></head><body><p>16 августа 2025</p></body></html>`
	rss := `<?xml version="1.0" encoding="koi8-r"?><rss><channel><item><title>Туман</title></item></channel></rss>`
	for _, c := range []struct{ bytes, asked, text, encoding, remarks string }{
		{wide(unicode.LittleEndian, russian), "", russian, "utf-16le", ""},
		{wide(unicode.BigEndian, russian), "", russian, "utf-16be", ""},
		{wide(unicode.LittleEndian, page), "", "16 августа 2025\n", "utf-16le", ""},
		{encoded(charmap.Windows1251, russian), "windows-1251", russian, "windows-1251", ""},
		{encoded(charmap.Windows1251, russian), "cp1251", russian, "windows-1251", ""},
		{encoded(charmap.Windows1251, russian), "auto", russian, "windows-1251", "encoding-guessed 0"},
		{encoded(charmap.Windows1251, page), "", "16 августа 2025\n", "windows-1251", ""},
		{encoded(charmap.Windows1251, titled), "", "16 августа 2025\n", "windows-1251", ""}, // its title is no UTF-8
		{encoded(charmap.KOI8R, rss), "", "Туман\n", "koi8-r", ""},
		{page, "", "16 августа 2025\n", "utf-8", ""}, // it declares what it is not
		{russian, "auto", russian, "utf-8", ""},
		{"a\n\x98b\n", "windows-1251", "a\n\uFFFDb\n", "windows-1251", "undecodable 2"},
	} {
		src, err := Source("name", []byte(c.bytes), Options{Encoding: c.asked})
		if err != nil || src.Text != c.text || src.Encoding != c.encoding || remarks(src) != c.remarks {
			t.Errorf("%.40q as %q: %q in %s, remarks %q (%v); want %q in %s, remarks %q", c.bytes, c.asked, src.Text, src.Encoding, remarks(src), err, c.text, c.encoding, c.remarks)
		}
	}
}

func zipped(s string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.Bytes()
}

func zstandard(t *testing.T, s string) []byte {
	z, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return z.EncodeAll([]byte(s), nil)
}

func TestCompression(t *testing.T) {
	text := "16 August 2025\nFog closed the harbour.\n" + strings.Repeat("x", 100_000)
	for name, b := range map[string][]byte{"gzip": zipped(text), "zstd": zstandard(t, text)} {
		src, err := Source("name", b, Options{})
		if err != nil || src.Text != text {
			t.Errorf("%s: %d bytes (%v), want %d", name, len(src.Text), err, len(text))
		}
		var large *SizeError
		if _, err := Source("name", b, Options{Max: 50_000}); !errors.As(err, &large) || large.Max != 50_000 {
			t.Errorf("%s: a bomb: %v, want a SizeError", name, err)
		}
		bomb := strings.Repeat(text[:40], leastMax/40+1)
		for name, b := range map[string][]byte{"gzip": zipped(bomb), "zstd": zstandard(t, bomb)} {
			if _, err := Source(name, b, Options{}); !errors.As(err, &large) || large.Max != leastMax {
				t.Errorf("%s: %v of %d bytes that become %d, want a SizeError", name, err, len(b), len(bomb))
			}
			if src, err := Source(name, b, Options{Max: 2 * leastMax}); err != nil || len(src.Text) != len(bomb) {
				t.Errorf("%s: %v, %d bytes, want %d", name, err, len(src.Text), len(bomb))
			}
		}
		if _, err := Source("name", b[:len(b)/2], Options{}); err == nil || !strings.Contains(err.Error(), "broken "+name) {
			t.Errorf("%s: cut off: %v, want broken data", name, err)
		}
	}
}

func TestDocuments(t *testing.T) {
	input := "\uFEFF" + `{"id":"a","text":"16 August 2025\nFog."}` + "\n\n" + `{"id":7,"text":"<p>Rain</p>","url":"https://example.org/7","date":"2025-08-16"}` + "\nno\n" + `{"id":"c"}` + "\n" + `{"text":"Sun"}`
	var got []string
	for rec, err := range Documents("in", bytes.NewReader(zipped(input)), Options{}) {
		var bad *RecordError
		switch {
		case errors.As(err, &bad):
			got = append(got, bad.Error())
		case err != nil:
			t.Fatal(err)
		default:
			got = append(got, strings.Join([]string{rec.Name, rec.Format, rec.Text, rec.URL, rec.Date}, "|"))
		}
	}
	want := []string{
		"a|text|16 August 2025\nFog.||", "7|html|Rain\n|https://example.org/7|2025-08-16", "in:4: invalid character 'o' in literal null (expecting 'u')",
		`in:5: no text under "text"; use --text-key`, "in:6|text|Sun||",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestSniff(t *testing.T) {
	for _, c := range []struct {
		bytes string
		want  Format
	}{
		{"", PlainText}, {"16 August 2025", PlainText}, {"<3 fog", PlainText}, {"<fog>", PlainText}, {"{ fog", PlainText}, {`{"a":1}`, PlainText}, {"a <p>b</p>", PlainText},
		{"<!DOCTYPE HTML PUBLIC>", HTML}, {"\n<!-- x -->\n<div>", HTML}, {"<?xml version='1.0'?><html>", HTML}, {"<!doctype html>", HTML},
		{"<img src='lamp.png'>\n\n## 2025-08-16\n- Fog.\n- <kbd>L</kbd> lights the lamp.", PlainText}, {"<p align='center'>\n<img src='lamp.png'>\n</p>\n\n08:15 Fog.\n\n09:30 Sun.\n\n10:15 Rain.\n\n11:00 Hail.", PlainText},
		{"<details>\n<summary>Days</summary>\n\n# 2025-08-16\nFog.\n\nSun.\n\nRain.\n</details>", PlainText}, {"<h1>Fog</h1>\n<br>\nFog is\nhere <https://example.org/>\nto stay\n", PlainText}, {"<script>\nlet a = 1;\n\nlet b = 2;\n</script>\n<p>Fog</p>", HTML},
		{"<h1>Fog</h1>\n08:15 Fog.<br>\n09:30 Sun.<br>\n", HTML}, {"<div>\nFog\n\nSun\n\n-Rain\n</div>\n", HTML}, {"<p>Fog\nis here\n<p>Sun\n", HTML}, {"<title>Fog</title>\n\n# 2025-08-16\n- Fog.\n- Sun.", HTML},
		{"<rss version='2.0'>", RSS}, {"<?xml version='1.0'?><!-- a --><rdf:RDF>", RSS}, {"<feed xmlns='x'>", Atom},
		{"<!DOCTYPE rss [\n<!-- it's > all -->\n<!ENTITY a \"]>\">\n<!ENTITY b '<c'> ] >\n<rss>", RSS}, {"<!DOCTYPE rss [<!ENTITY a 'b'>", PlainText}, {"<!-- it's --><feed>", Atom}, {"<atom:feed>", Atom},
		{`{"version":"https://jsonfeed.org/version/1.1"}`, JSONFeed}, {`{"text":"a"}` + "\n" + `{"text":"b"}`, JSONL},
		{`[{"date":"2025-08-16","title":"Fog"}]`, JSON}, {`{"a":{"posts":[{"ts":1,"text":"Fog"`, JSON}, {`[{"a":1}]`, PlainText}, {"[16.08.2025, 14:35] Mira: Fog", PlainText},
		{"date,text\n2025-08-16,Fog\n", CSV}, {"date,text\n", PlainText}, {"From ann  Sun Aug 16 20:15:00 2025\nFrom: ann\n", Mbox}, {"From 16:00 on the fog lifted.\nAll ferries wait: no", PlainText}, {"date,place\n2025-08-16,Hull\n", PlainText},
	} {
		if got, reason := sniff([]byte(c.bytes), Keys{}); got != c.want || reason == "" {
			t.Errorf("%q: %v (%s), want %v", c.bytes, got, reason, c.want)
		}
	}
}

// TestTimes reads times as feeds have them. Those in words are none to attributes, which are for machines.
func TestTimes(t *testing.T) {
	for in, want := range map[string]string{
		"2025-08-16T20:15:00+02:00": "2025-08-16T20:15:00+02:00", "2025-08-16T20:15Z": "2025-08-16T20:15:00Z", "2025-08-16 20:15:00 +0200": "2025-08-16T20:15:00+02:00",
		"2025-08-16T20:15:00.123Z": "2025-08-16T20:15:00Z", "2025-08-16T20:15": "2025-08-16T20:15:00", "2025-08-16": "2025-08-16", "1755375300": "2025-08-16T20:15:00Z",
		"1755375300123": "2025-08-16T20:15:00Z", "20:15": "", "0001-01-01T00:00:00Z": "", "2025-13-01": "", "12345": "",
		"Sat, 16 Aug 2025 20:15:00 GMT": "2025-08-16T20:15:00Z", "16 Aug 2025 20:15 EDT": "2025-08-16T20:15:00-04:00", "Sat, 16 Aug 2025": "2025-08-16",
	} {
		if got := mailTime(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
		if strings.Contains(in, "Aug") {
			want = ""
		}
		if got := machineTime(in); got != want {
			t.Errorf("%q in an attribute: %q, want %q", in, got, want)
		}
	}
}

// FuzzSource holds that any bytes become a Source or an error, and that a Source's text is valid for the parser: hints lie in it.
func FuzzSource(f *testing.F) {
	for _, s := range []string{"16 August 2025\nFog", "\xFF\xFEa\x00", "<rss><channel><item><pubDate>Sat, 16 Aug 2025 20:15 GMT</pubDate></item></channel></rss>",
		"<feed><entry><title type=html>&lt;b&gt;a</title></entry></feed>", `{"version":"https://jsonfeed.org/version/1","items":[{"content_html":"<p>a"}]}`, string(zipped("a")), "From a  Sun Aug 16 20:15:00 2025\nSubject: =?latin1?q?=e4?=\nContent-Transfer-Encoding: quoted-printable\n\n=ff", "date,text\n2025-08-16,\"Fog\n", `[{"date":"2025-08-16","text":["Fog",{"text":"<b>"}]}]`,
		"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=\"Europe/Rome\":20250816T201500\nSUMMARY:Fog\\, a\n lot\nEND:VEVENT\nEND:VCALENDAR",
		`{"events":[{"start_date":{"year":"2025","month":8},"text":{"headline":"<b>Fog","text":"<p>— a</p>"}}]}`, "Year,Month,Headline,Text\n2025,8,Fog,<p>a"} {
		f.Add(s, "auto")
	}
	f.Fuzz(func(t *testing.T, s, encoding string) {
		src, err := Source("name", []byte(s), Options{Encoding: encoding, Max: 1 << 20})
		if err != nil {
			return
		}
		for _, h := range src.Hints {
			if h.Start < 0 || h.End < h.Start || h.End > len(src.Text) {
				t.Errorf("%q: hint %+v lies outside the text", s, h)
			}
		}
		new(parser.Parser).Parse(src)
	})
}

// TestChunks reads records a byte at a time: how a pipe cuts its data changes nothing.
func TestChunks(t *testing.T) {
	input := strings.Repeat(`{"id":"a","text":"<p>16 August 2025</p><p>Fog</p>"}`+"\n", 3) + "no\n"
	read := func(r io.Reader) string {
		var b strings.Builder
		for rec, err := range Documents("in", r, Options{}) {
			fmt.Fprintf(&b, "%s %d %q %v %v\n", rec.Name, rec.Line, rec.Text, rec.Hints, err)
		}
		return b.String()
	}
	want := read(strings.NewReader(input))
	for name, data := range map[string][]byte{"plain": []byte(input), "gzip": zipped(input), "zstd": zstandard(t, input)} {
		if got := read(iotest.OneByteReader(bytes.NewReader(data))); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
}

// TestLargeUTF8 holds that cutting a large text into pieces does not change whether it is UTF-8, wherever in it a fault stands.
func TestLargeUTF8(t *testing.T) {
	for _, char := range []string{"a", "é", "汉", "🌫"} {
		for shift := range len(char) {
			b := append(bytes.Repeat([]byte("x"), shift), bytes.Repeat([]byte(char), parallel.Large/len(char)+100)...)
			if !isUTF8(b) {
				t.Errorf("%q, shifted by %d: not UTF-8", char, shift)
			}
			for _, at := range []int{0, 1<<20 - 2, 1<<20 - 1, 1 << 20, 3<<20 + 1, len(b) - 1} {
				old := b[at]
				b[at] = 0xFF
				if isUTF8(b) {
					t.Errorf("%q, shifted by %d: UTF-8 with 0xFF at %d", char, shift, at)
				}
				b[at] = old
			}
			if len(char) > 1 && isUTF8(b[:len(b)-1]) {
				t.Errorf("%q, shifted by %d: UTF-8 without its last byte", char, shift)
			}
		}
	}
	if isUTF8(bytes.Repeat([]byte{0x80}, 2*parallel.Large)) {
		t.Error("0x80 alone is UTF-8")
	}
}

// TestClean holds that whatever a text is read without is found, wherever in a text of any size it
// stands, and nothing else.
func TestClean(t *testing.T) {
	for _, size := range []int{100, parallel.Large + 100} {
		for what, want := range map[string]bool{"\n": true, "é": true, "\u00AE": true, "한": true, "\x00": false, "\r": false, "\r\n": false, "\u00AD": false, "\u1112": false} {
			for _, at := range []int{0, size / 2, 256<<10 - 1, 256<<10 - 2, size - len(what)} {
				b := bytes.Repeat([]byte("x"), size)
				if at+len(what) > size {
					continue
				}
				copy(b[at:], what)
				if valid, clean := inspect(b); !valid || clean != want {
					t.Errorf("%q at %d of %d: valid %v, clean %v", what, at, size, valid, clean)
				}
			}
		}
	}
	if valid, clean := inspect([]byte("x\xFF")); valid || clean {
		t.Error("0xFF is UTF-8")
	}
}
