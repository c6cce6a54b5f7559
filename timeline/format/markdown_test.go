package format

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/util"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

func TestAppendProse(t *testing.T) {
	for _, tt := range []struct {
		in      string
		opening bool
		want    string
	}{
		{"Plain prose: “typeset” – with 5% of AT&T, $5 (or so), C# & snake_case; it's 3.5 > 2!", true, ""},
		{"he want[s] it [sic]", true, ""},
		{"*a* _b_ `c` ~~d~~", false, `\*a\* \_b\_ \` + "`c\\`" + ` \~\~d\~\~`},
		{"[a](b) [a][b] ![a](b) [[a]] [^1] [a]: b", false, `\[a](b) \[a][b] !\[a](b) \[\[a]] \[\^1] \[a]: b`},
		{"<b> &amp; &#8217; & so on;", false, `\<b> \&amp; \&\#8217; & so on;`},
		{"https://example.org www.example.org a@example.org", false, `https\://example.org www\.example.org a\@example.org`},
		{"$a$ ==b== %%c%% #d ^e", false, `\$a\$ \=\=b\=\= \%\%c\%\% \#d \^e`},
		{"a | b", false, `a \| b`},
		{"# a", true, `\# a`},
		{"- a", true, `\- a`},
		{"- a", false, ""},
		{"-5 degrees", true, ""},
		{"--- a", true, `\--- a`},
		{"+ a", true, `\+ a`},
		{"> a", true, `\> a`},
		{"1. a", true, `1\. a`},
		{"12) a", true, `12\) a`},
		{"1.5 million", true, ""},
		{"1969.", true, `1969\.`},
		{"1969", true, ""},
		{`a \* b`, false, `a \\\* b`},
	} {
		want := tt.want
		if want == "" {
			want = tt.in
		}
		if diff := cmp.Diff(want, string(appendProse(nil, tt.in, tt.opening))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.in, diff)
		}
	}
}

// FuzzMarkdown gives a title and a text to an entry and has the page read by an independent reader: it must see the headings, the item
// and the bold words that we wrote and nothing but text besides, letter by letter.
func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{
		"plain", "# a", "*a* _b_ `c` ~~d~~", "[a](b) <b> &amp;", "- a", "1. a", "> a", "---", "| a | b |", "https://example.org www.example.org a@b.example", `see (https://example.org/a_(b)), [https://a.example/c_d*e*f]! <https://b.example/%zz?q="1&2">`,
		"[^1]: a", "[a]: b", "***", "=== a", "```", "~~~", "\\", "**", "_", "<!--", "&#65;", "[ ] a", "[x] a", "a_b_ _c", "!", "![a]", "\u00a0a\u00a0", "+", "2)",
	} {
		f.Add(s, "", true)
		f.Add("A title", s, false)
		f.Add(s, s, true)
	}
	reader := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))
	f.Fuzz(func(t *testing.T, title, body string, clock bool) {
		title, body = strings.TrimSpace(Clean(title)), strings.TrimSpace(Clean(body))
		if title == "" && body == "" {
			return
		}
		page := write(t, oneEntry(title, body, clock), "markdown")
		var html bytes.Buffer
		if err := reader.Convert(page, &html); err != nil {
			t.Fatal(err)
		}
		got := strings.NewReplacer("<p>", "", "</p>", "", "\n", "").Replace(html.String())
		want := "<h1>Timeline, 16 August 2025</h1>Source: feed.txt<h2>Saturday, 16 August 2025</h2><ul><li>" + plainItem(title, body, clock) + "</li></ul>"
		if got != want {
			t.Errorf("got  %s\nwant %s\n%s", got, want, page)
		}
	})
}

// plainItem returns an item of the list as HTML.
func plainItem(title, body string, clock bool) string {
	escape := func(s string) string { return string(util.EscapeHTML([]byte(s))) }
	var head []string
	if clock {
		head = append(head, "09:05")
	}
	if title != "" {
		head = append(head, escape(title))
	}
	if len(head) == 0 {
		return linkedBody(body)
	}
	item := "<strong>" + strings.Join(head, " ") + "</strong>"
	if title == "" {
		item += " "
	}
	return item + linkedBody(body)
}

// linkedBody returns a text as HTML, the addresses in it as links.
func linkedBody(body string) string {
	html := ""
	barePieces(body, feed.Span{End: len(body)}, func(p piece) bool {
		words := string(util.EscapeHTML([]byte(p.Of(body))))
		if p.url != "" {
			words = `<a href="` + string(util.EscapeHTML(util.URLEscape([]byte(linkEscaper.Replace(p.url)), false))) + `">` + words + "</a>"
		}
		html += words
		return true
	})
	return html
}

// oneEntry returns a timeline of one entry.
func oneEntry(title, body string, clock bool) *timeline.Timeline {
	e := feed.Entry{Line: 1, EndLine: 1, Stamp: feed.Stamp{Date: feed.Date{Year: 2025, Month: 8, Day: 16}, Precision: feed.ToDay}}
	if clock {
		e.Clock = feed.Clock{Hour: 9, Minute: 5, Second: -1, Known: true}
	}
	if title != "" {
		e.Title = feed.Span{Start: 0, End: len(title)}
	}
	if body != "" {
		e.Paragraphs = []feed.Span{{Start: len(title), End: len(title) + len(body)}}
	}
	return timeline.New(&feed.Document{Source: feed.Source{Name: "feed.txt", Text: title + body}, Entries: []feed.Entry{e}})
}
