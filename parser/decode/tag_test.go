package decode

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// soup is what pages are made of that are to be read as golang.org/x/net/html reads them.
var soup = []string{"<p ", "<p", "<a href=", "<title>", "</title>", "<textarea>", "</textarea>", "<script>", "</script>",
	"<xmp>", "</xmp>", "<plaintext>", "<noscript>", "</noscript>", "<style ", "<img src", "/>", ">", "</p>", "<!--", "-->", "<",
	"=", " = ", "\"", "'", "/", " / ", " ", "\n", "\r", "\r\n", "\t", "\x00", "class", "CLASS", "id", "Data-Time", "é", "x1",
	"&", "&amp;", "&amp", "&ampx", "&notit;", "&not", "&not=", "&nosuch;", "&nbsp;", "&semi;", "&nvlt;", "&NotEqualTilde;", "&lt",
	"&#", "&#x", "&#233;", "&#233", "&#xE9;", "&#x80;", "&#129;", "&#0;", "&#xD800;", "&#1114112;", "&#99999999999;", "&#1", ";", "a=b"}

// TestTokens compares texts and attributes with those of golang.org/x/net/html.
func TestTokens(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 60_000 {
		var b strings.Builder
		for range 1 + r.IntN(14) {
			b.WriteString(soup[r.IntN(len(soup))])
		}
		compareTokens(t, b.String())
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range soup {
		f.Add("<p " + s + " title='" + s + "'>" + s + "<b " + s + "=1>")
	}
	f.Fuzz(func(t *testing.T, page string) { compareTokens(t, page) })
}

func compareTokens(t *testing.T, page string) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(page))
	var reader tagReader
	kind := plainText
	for {
		token, written := z.Next(), kind
		raw := bytes.Clone(z.Raw())
		kind = plainText
		switch token {
		case html.ErrorToken:
			return
		case html.TextToken:
			got := appendMeant([]byte("x"), raw, written)[1:]
			if want := z.Text(); !bytes.Equal(got, want) {
				t.Fatalf("%q: the text %q is %q, want %q", page, raw, got, want)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			kind = kindWithin(atom.Lookup(name))
			got, want := "", ""
			for more {
				var key, value []byte
				key, value, more = z.TagAttr()
				want += fmt.Sprintf("%q=%q ", key, value)
			}
			reader.begin(raw)
			for key, value, ok := reader.next(); ok; key, value, ok = reader.next() {
				got += fmt.Sprintf("%q=%q ", key, value)
			}
			if got != want {
				t.Fatalf("%q: the tag %q has %s, want %s", page, raw, got, want)
			}
		}
	}
}
