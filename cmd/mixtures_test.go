package cmd

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"newstimeline/parser"
	"newstimeline/parser/decode"
	"newstimeline/parser/fault"
	"newstimeline/parser/feed"
	"newstimeline/timeline"
	"newstimeline/timeline/format"
)

// Mixtures: inputs of all formats that are made by chance of what feeds are made of, true, false and hostile, go through the whole program. Bytes
// drawn by chance get no further than the first reader.

// FuzzMixtures makes a mixture of each number.
func FuzzMixtures(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(guardedMixture)
}

// guardedMixture is checkMixture, and names the seed of a panic.
func guardedMixture(t *testing.T, seed uint64) {
	if err := fault.Guard(func() error { checkMixture(t, seed); return nil }); err != nil {
		t.Errorf("seed %d: %v", seed, err)
	}
}

// TestMixtures checks mixtures by the hundred.
func TestMixtures(t *testing.T) {
	n := uint64(1000)
	if testing.Short() {
		n = 100
	}
	for seed := range n {
		guardedMixture(t, seed)
	}
}

// checkMixture has two mixtures read, merged, compared and written in every notation. It is enough that nothing panics or fails.
func checkMixture(t *testing.T, seed uint64) {
	r := rand.New(rand.NewPCG(seed, 0))
	var docs []*feed.Document
	for _, name := range []string{"a", "b"} {
		text := mixtures[r.IntN(len(mixtures))](r)
		src, err := decode.Source(name, []byte(text), decode.Options{})
		if err != nil {
			continue // refused, as JSON lines are here
		}
		var p parser.Parser
		if r.IntN(2) == 0 {
			p.AsOf.Date = feed.Date{Year: 2025, Month: 8, Day: 17}
		}
		docs = append(docs, p.Parse(src))
	}
	tl := timeline.New(docs...)
	write := func(name string, err error) {
		if err != nil {
			t.Errorf("seed %d: %s: %v", seed, name, err)
		}
	}
	if len(docs) == 2 {
		changes := timeline.Diff(timeline.New(docs[0]), timeline.New(docs[1]))
		for _, report := range format.ChangeReports {
			write("diff as "+report.Name, report.Write(io.Discard, changes, format.Options{}))
		}
		tl.Dedupe()
	}
	for _, report := range format.StatsReports {
		write("stats as "+report.Name, report.Write(io.Discard, tl.Stats(nil, timeline.ByAny), format.Options{}))
	}
	for _, f := range format.Formats {
		if f.Name != "sqlite" || seed%50 == 0 { // to make a database takes longer than all else
			write(f.Name, f.Write(io.Discard, tl, format.Options{Width: r.IntN(120)}))
		}
	}
	for _, d := range docs {
		for _, report := range format.ExplainReports {
			write("explain as "+report.Name, report.Write(io.Discard, timeline.New(d), format.Options{}))
		}
	}
}

// mixtures make inputs of each format.
var mixtures = [...]func(*rand.Rand) string{mixedPage, mixedRecords, mixedTable, mixedFeed, mixedMail, mixedText}

// mixed are the words of mixtures.
var mixed = []string{
	"", " ", "10:00", "09:40", "08:50", "9.40am", "16 August 2025", "15 August 2025", "2025-08-14", "2025-02-30", "August 2025", "Yesterday", "16 August 2025 10:00",
	"2025-08-16T09:30:00Z", "2025-08-16T25:61:00Z", "1755334800", "1755334800000", "-1", "1e400", "2 hours ago", "5m", "45'", "T+5", "10:00 The harbour is open again, officials said.", "08:50: A short one",
	"Bridge is open 09:20", "Updated 16 August 2025 10:30", "Ferry leaves pier", "Bridge is open", "Harbour", "Monitoring",
	"The storm over the harbour has passed, and all ferries to the islands run again since this morning.", "It is over.", "…", "港は再開した。",
	"Anna Berg", "By Anna Berg", "@harbour", "Share", "Comments 12", "Read more", "***", "·", "4.5", "- ferry", "# Storm", "| a | b |", "https://example.org/a", "=1+1",
	"The caf\xe9 at the pier is open again\xff, and some more words follow, which go on and on until they are cut off.", "a\nb", "\x00", "\x1b[31m", "\u202e", "\xff",
}

// word draws one of them.
func word(r *rand.Rand) string { return mixed[r.IntN(len(mixed))] }

func mixedPage(r *rand.Rand) string {
	tags := []string{"div", "article", "section", "p", "h2", "h3", "li", "ul", "time", "span", "a", "br", "table", "tr", "td", "figure", "header", "footer", "blockquote", "aside", "main", "pre", "dl", "dt", "dd"}
	classes := []string{"", "post", "entry", "time", "byline", "meta", "x1", "x2"}
	pattern := make([]string, 1+r.IntN(6))
	one := func() string {
		tag := tags[r.IntN(len(tags))]
		attrs := ""
		if c := classes[r.IntN(len(classes))]; c != "" {
			attrs += " class=\"" + c + "\""
		}
		if tag == "time" && r.IntN(3) > 0 {
			attrs += " datetime=\"" + word(r) + "\""
		}
		switch r.IntN(4) {
		case 0:
			return "<" + tag + attrs + ">"
		case 1:
			return "</" + tag + ">"
		}
		return "<" + tag + attrs + ">%s</" + tag + ">"
	}
	for i := range pattern {
		pattern[i] = one()
	}
	var b strings.Builder
	b.WriteString("<html><head><title>" + word(r) + "</title></head><body>")
	for range r.IntN(3) {
		b.WriteString(strings.ReplaceAll(one(), "%s", word(r)))
	}
	for range 1 + r.IntN(8) {
		if r.IntN(3) > 0 {
			b.WriteString("<article class=\"post\">")
		}
		for _, p := range pattern {
			if r.IntN(12) > 0 {
				b.WriteString(strings.ReplaceAll(p, "%s", word(r)))
			}
		}
		b.WriteString("</article>")
	}
	return b.String()
}

func mixedRecords(r *rand.Rand) string {
	keys := []string{"text", "date", "time", "message", "timestamp", "title", "author", "url", "id", "content", "created_at", "body", "msg", "@timestamp", "zone"}
	value := func() any {
		switch r.IntN(8) {
		case 0:
			return nil
		case 1:
			return r.IntN(2_000_000_000)
		case 2:
			return r.Float64() * 1e13
		case 3:
			return []any{word(r), word(r)}
		case 4:
			return map[string]any{"name": word(r), "text": word(r)}
		}
		return word(r)
	}
	var all []map[string]any
	for range 1 + r.IntN(6) {
		m := map[string]any{}
		for range r.IntN(6) {
			m[keys[r.IntN(len(keys))]] = value()
		}
		all = append(all, m)
	}
	switch r.IntN(3) {
	case 0:
		b, _ := json.Marshal(map[string]any{keys[r.IntN(len(keys))]: word(r), "messages": all})
		return string(b)
	case 1:
		b, _ := json.Marshal(map[string]any{"version": "https://jsonfeed.org/version/1.1", "items": all})
		return string(b)
	}
	b, _ := json.Marshal(all)
	return string(b)
}

func mixedTable(r *rand.Rand) string {
	names := []string{"date", "time", "text", "title", "zone", "author", "url", "clock", "message", "x"}
	sep := []string{",", ";", "\t", "|"}[r.IntN(4)]
	n := 2 + r.IntN(4)
	var b strings.Builder
	for i := range n {
		b.WriteString(names[(r.IntN(3)+i)%len(names)] + sep)
	}
	b.WriteString("\n")
	for range r.IntN(7) {
		for range n - r.IntN(2) {
			cell := word(r)
			switch r.IntN(4) {
			case 0:
				cell = strconv.Quote(cell)
			case 1:
				cell = "\"" + strings.ReplaceAll(cell, "\"", "\"\"") + "\""
			}
			b.WriteString(cell + sep)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func mixedFeed(r *rand.Rand) string {
	var b strings.Builder
	if r.IntN(2) == 0 {
		b.WriteString(`<?xml version="1.0"?><rss version="2.0"><channel><title>` + "a" + `</title>`)
		for range 1 + r.IntN(5) {
			b.WriteString("<item>")
			for range r.IntN(6) {
				tag := []string{"title", "pubDate", "description", "link", "guid", "author", "dc:date", "content:encoded"}[r.IntN(8)]
				fmt.Fprintf(&b, "<%s><![CDATA[%s]]></%[1]s>", tag, trimHostile(word(r)))
			}
			b.WriteString("</item>")
		}
		return b.String() + "</channel></rss>"
	}
	b.WriteString(`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">`)
	for range 1 + r.IntN(5) {
		b.WriteString("<entry>")
		for range r.IntN(6) {
			tag := []string{"title", "updated", "published", "content", "summary", "id", "author", "link"}[r.IntN(8)]
			fmt.Fprintf(&b, "<%s type=\"%s\">%s</%[1]s>", tag, []string{"html", "text", "xhtml"}[r.IntN(3)], trimHostile(word(r)))
		}
		b.WriteString("</entry>")
	}
	return b.String() + "</feed>"
}

func mixedMail(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(4) {
		b.WriteString("From a@b Sat Aug 16 10:00:00 2025\n")
		for range r.IntN(6) {
			h := []string{"Date", "Subject", "From", "Content-Type", "Content-Transfer-Encoding", "X"}[r.IntN(6)]
			v := word(r)
			switch {
			case h == "Content-Type" && r.IntN(2) == 0:
				v = []string{"multipart/mixed; boundary=x", "text/html", "text/plain; charset=latin1", "multipart/alternative"}[r.IntN(4)]
			case h == "Content-Transfer-Encoding":
				v = []string{"base64", "quoted-printable", "8bit"}[r.IntN(3)]
			}
			b.WriteString(h + ": " + strings.ReplaceAll(v, "\n", " ") + "\n")
		}
		b.WriteString("\n")
		for range r.IntN(5) {
			b.WriteString([]string{"--x\n", "--x--\n", "=3D=\n", ">From x\n", word(r) + "\n"}[r.IntN(5)])
		}
	}
	return b.String()
}

func mixedText(r *rand.Rand) string {
	var b strings.Builder
	pattern := make([]string, 1+r.IntN(5))
	for i := range pattern {
		pattern[i] = word(r)
	}
	for range 1 + r.IntN(7) {
		for _, p := range pattern {
			if r.IntN(3) == 0 {
				p = word(r)
			}
			b.WriteString(p + "\n")
		}
	}
	return b.String()
}

// trimHostile takes from both ends of a text what no XML can hold.
func trimHostile(s string) string {
	return strings.TrimFunc(s, func(c rune) bool { return c == 0 || c == 0x1b || c == utf8.RuneError })
}
