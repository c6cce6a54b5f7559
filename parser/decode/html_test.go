package decode

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/net/html"

	"newstimeline/parser"
	"newstimeline/parser/feed"
)

// livePage returns a page of a live blog of n posts, with the ballast that pages have.
func livePage(n int) []byte {
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE html><html lang=en><head><title>Fog</title><style>" + strings.Repeat(".a{color:red}", 200) + "</style></head><body><nav><ul>")
	for i := range 60 {
		fmt.Fprintf(&b, `<li class="nav__item"><a class="nav__link" href="/section/%d">Section %d</a></li>`, i, i)
	}
	b.WriteString(`</ul></nav><main><div class="live">`)
	at := time.Date(2025, 8, 16, 20, 0, 0, 0, time.UTC)
	for i := range n {
		t := at.Add(-time.Duration(i) * 7 * time.Minute)
		fmt.Fprintf(&b, `<article class="post post--live" id="post-%d" data-id="%d"><header class="post__head"><time class="post__time" datetime="%s">%s</time></header>`+
			`<h2 class="post__title">Headline number %d of the fog</h2><div class="post__body"><p>The harbour was <a href="/x/%d">closed</a> at pier %d, the &ldquo;harbour master&rdquo; said, and no ferry left for the isles.</p>`+
			`<p>Nobody was hurt, but <b>forty</b> people waited in the hall until the morning came.</p></div><footer class="post__foot"><ul class="share"><li><a href="#">Share</a></li></ul></footer></article>`+
			`<script>window.x=%q;</script>`, i, i, t.Format(time.RFC3339), t.Format("15:04"), i, i, i, strings.Repeat("data,", 60))
	}
	b.WriteString("</div></main></body></html>")
	return b.Bytes()
}

func parsePage(t testing.TB, page []byte) *feed.Document {
	src, err := Source("page", page, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return new(parser.Parser).Parse(src)
}

// BenchmarkPage reads a page of 1.3 MB; BenchmarkTokens only takes it apart into tokens. The first may take three times as long.
func BenchmarkPage(b *testing.B) {
	page := livePage(1200)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if d := parsePage(b, page); len(d.Entries) != 1200 {
			b.Fatalf("%d entries", len(d.Entries))
		}
	}
}

func BenchmarkTokens(b *testing.B) {
	page := livePage(1200)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		z := html.NewTokenizer(bytes.NewReader(page))
		for z.Next() != html.ErrorToken {
			z.Token()
		}
	}
}

// TestStrength reads pages that are made to do harm: what they take must not grow faster than they do. They are so long that a reading whose steps
// grow with the square of their length would not end before the tests are stopped.
func TestStrength(t *testing.T) {
	const n = 100_000
	for name, page := range map[string]string{
		"deep":            strings.Repeat("<div>", n) + "deep" + strings.Repeat("</div>", n),
		"deep inline":     strings.Repeat("<b><i>", n) + "deep",
		"deep unknown":    strings.Repeat("<x-a class=a>", n) + "deep",
		"ends":            "<div>deep" + strings.Repeat("</p></b></x>", n),
		"paragraphs":      "<div>deep" + strings.Repeat("<p>", n),
		"lists":           "<ul>deep" + strings.Repeat("<li><ul>", n),
		"tables":          "<table><tr><td>deep" + strings.Repeat("<table><tr><td>", n),
		"attributes":      "<div " + strings.Repeat("a=b ", n) + ">deep</div>",
		"classes":         "<div class='" + strings.Repeat("a-b ", n) + "'>deep</div>",
		"comments":        "<div>deep</div>" + strings.Repeat("<!-- ", n),
		"entities":        "<div>deep</div><p>" + strings.Repeat("&amp;&lt", n),
		"times":           "<div>deep</div>" + strings.Repeat("<time datetime=2025-08-16T20:00Z>1</time>", n/10),
		"nested times":    "<div>deep" + strings.Repeat("<div class=a><time datetime=2025-08-16T20:00Z>1</time>", n/10),
		"nested headings": "<div>deep" + strings.Repeat("<section><h2>20:15 a</h2>", n/10),
		"siblings":        "<div>deep</div>" + strings.Repeat("<div class=a><h2>20:15</h2><a href='#'>b</a></div>", n/10),
	} {
		d := parsePage(t, []byte("<!doctype html>"+page))
		if !strings.Contains(d.Text, "deep") {
			t.Errorf("%s: the text is lost", name)
		}
	}
}

// visible returns the letters and digits of a page's text, as a reader of tokens alone finds them; what scripts, styles and titles hold, is
// not shown.
func visible(page string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	hidden := ""
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if hidden == "" {
				b.WriteString(solidText(string(z.Text())))
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			if hidden == "" && isHiddenName(string(name)) {
				hidden = string(name)
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == hidden {
				hidden = ""
			}
		}
	}
}

func isHiddenName(name string) bool {
	switch name {
	case "script", "style", "title", "noscript", "iframe", "noembed", "noframes":
		return true
	}
	return false
}

func solidText(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) && r < 0x80 || r == 0 || r == 0xAD || r == 0xFFFD {
			return -1
		}
		return r
	}, s)
}

// FuzzPage holds that no visible text of a page is lost or moved, that hints lie in the text, and that what the parser makes of it accounts
// for every line.
func FuzzPage(f *testing.F) {
	f.Add("<nav><ul><li class=nav__item><a href=/>Home</a></ul></nav><article class=post id=p-1><time datetime=2025-08-16T20:00:00Z>20:00</time><h2>A</h2><p>b</article>")
	for _, s := range []string{"<p>a<b>b</p>c</b>", "<ul><li>a<li>b</ul>", "<table><tr><td>20:15<td>a", "<pre> a\n b</pre>", "a<br>b", "<div class=share><time datetime=2025-08-16>x</time>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		if strings.Contains(page, "svg") || strings.Contains(page, "template") || strings.Contains(strings.ToLower(page), "<plaintext") || strings.Contains(page, "ld+json") {
			return // what they hold is not shown, and may not end
		}
		page = strings.ToValidUTF8(page, "\uFFFD") // as decoding leaves it
		src := feed.Source{Name: "page"}
		readHTML(&src, []byte(page))
		if got, want := solidText(src.Text), visible(page); got != want {
			t.Errorf("%q: text %q, want %q", page, got, want)
		}
		for _, h := range src.Hints {
			if h.Start < 0 || h.End < h.Start || h.End > len(src.Text) {
				t.Errorf("%q: hint %+v lies outside the text of %d bytes", page, h, len(src.Text))
			}
		}
		d := new(parser.Parser).Parse(src)
		if len(d.Roles) != d.NumLines() {
			t.Errorf("%q: %d roles for %d lines", page, len(d.Roles), d.NumLines())
		}
	})
}

// TestPageOfNoUTF8 holds that bytes of a page that are no character do not become one where a tag between them is read over.
func TestPageOfNoUTF8(t *testing.T) {
	src, err := Source("page", []byte("<p>a\xc8<b>\xad0</b></p>"), Options{Format: HTML, Encoding: "utf-8"})
	if err != nil || strings.TrimSpace(src.Text) != "a\uFFFD\uFFFD0" {
		t.Errorf("%q, %v", src.Text, err)
	}
	if len(src.Remarks) == 0 || src.Remarks[0].Code != "invalid-utf8" {
		t.Errorf("remarks %v", src.Remarks)
	}
}
