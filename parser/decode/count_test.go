package decode

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"html"
	"strings"
	"testing"

	"newstimeline/parser"
	"newstimeline/parser/casetest"
)

// A madeRecord is a record that the tests write in all formats: words that look like the marks of a feed, with a time, without one, or with one that
// does not exist.
type madeRecord struct{ time, text string }

var madeRecords = []madeRecord{
	{"2025-08-16T10:05:00Z", "The gates open."},
	{"", "16 August 2025"},
	{"2025-02-30T10:00:00Z", "10:10 The gates are open."},
	{"2025-08-16T10:15:00Z", "* * *"},
	{"", "Share"},
	{"2025-08-16T10:20:00Z", "This live feed has ended."},
	{"2025-08-17T00:05:00Z", "Updated 12 August 2025, 09:00"},
	{"never", "Key events"},
	{"2025-08-17T00:06:00Z", "- 9:00 one - 9:10 two"},
	{"2025-08-15T09:00:00Z", "Photo: Ann Berg"},
	{"", "\"quoted\" at its start"},
}

// formats write the records.
var madeFormats = map[string]func(all []madeRecord) string{
	"rss": func(all []madeRecord) string {
		return "<rss><channel>" + each(all, func(r madeRecord) string {
			return "<item><description>" + html.EscapeString(r.text) + "</description>" + element("pubDate", r.time) + "</item>"
		}) + "</channel></rss>"
	},
	"atom": func(all []madeRecord) string {
		return `<feed xmlns="http://www.w3.org/2005/Atom">` + each(all, func(r madeRecord) string {
			return "<entry><title/><content>" + html.EscapeString(r.text) + "</content>" + element("published", r.time) + "</entry>"
		}) + "</feed>"
	},
	"jsonfeed": func(all []madeRecord) string {
		return `{"version":"https://jsonfeed.org/version/1.1","items":[` + listed(all, "content_text", "date_published") + "]}"
	},
	"json":  func(all []madeRecord) string { return "[" + listed(all, "text", "created_at") + "]" },
	"lines": func(all []madeRecord) string { return strings.ReplaceAll(listed(all, "msg", "ts"), "},\n", "}\n") },
	"csv": func(all []madeRecord) string {
		var b strings.Builder
		w := csv.NewWriter(&b)
		_ = w.Write([]string{"created_at", "text"})
		for _, r := range all {
			_ = w.Write([]string{r.time, r.text})
		}
		w.Flush()
		return b.String()
	},
	"tsv": func(all []madeRecord) string {
		return "created_at\ttext\n" + each(all, func(r madeRecord) string { return r.time + "\t" + r.text + "\n" })
	},
	"mbox": func(all []madeRecord) string {
		return each(all, func(r madeRecord) string {
			date := ""
			if r.time != "" {
				date = "Date: " + r.time + "\n"
			}
			return "From ann@example.org  Sat Aug 16 10:00:00 2025\nFrom: Ann <ann@example.org>\n" + date + "\n" + r.text + "\n\n"
		})
	},
}

func each(all []madeRecord, write func(madeRecord) string) string {
	var b strings.Builder
	for _, r := range all {
		b.WriteString(write(r))
	}
	return b.String()
}

func element(name, text string) string {
	if text == "" {
		return ""
	}
	return "<" + name + ">" + text + "</" + name + ">"
}

// listed returns the records as objects of JSON, one a line.
func listed(all []madeRecord, text, time string) string {
	lines := make([]string, len(all))
	for i, r := range all {
		object := map[string]string{text: r.text}
		if r.time != "" {
			object[time] = r.time
		}
		b, _ := json.Marshal(object)
		lines[i] = string(b)
	}
	return strings.Join(lines, ",\n")
}

// TestRecordsCount holds that as many records as there are become entries, each with its own words and its own time, whatever stands beside it.
func TestRecordsCount(t *testing.T) {
	for name, write := range madeFormats {
		for first := range madeRecords { // each record once at the start, where formats are told; the first has a time
			all := append([]madeRecord{madeRecords[0]}, madeRecords[first:]...)
			src, err := Source(name, []byte(write(all)), Options{})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			d := new(parser.Parser).Parse(src)
			if len(d.Entries) != len(all) {
				t.Errorf("%s, read as %s: %d records are %d entries:\n%s", name, src.Format, len(all), len(d.Entries), casetest.PrintEntries(d))
				continue
			}
			for i := range all {
				checkMade(t, name, all[i], fmt.Sprint(d.Entries[i].Date), string(d.Entries[i].AppendText(nil, d.Text)))
			}
		}
	}
}

func checkMade(t *testing.T, name string, want madeRecord, date, text string) {
	t.Helper()
	day := "0000-00-00"
	if strings.HasPrefix(want.time, "2025-08") {
		day = want.time[:len(day)]
	}
	if date != day || text != want.text {
		t.Errorf("%s: %q of %q is %q of %s", name, want.text, want.time, text, date)
	}
}
