package format

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	nethtml "golang.org/x/net/html"

	"newstimeline/parser"
	"newstimeline/parser/casetest"
	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// TestReports runs testdata/reports/*.txtar: feeds ("in NAME"), and reports on them: "changes text 60" compares the first two, "stats json" counts
// all of them, "explain text" explains them.
func TestReports(t *testing.T) {
	casetest.Run(t, "testdata/reports/*.txtar", func(t *testing.T, _ *txtar.Archive) casetest.Reader {
		var docs []*feed.Document
		return func(section *txtar.File) (string, bool) {
			if name, text := strings.CutPrefix(section.Name, "in "); text {
				docs = append(docs, new(parser.Parser).Parse(feed.Source{Name: reveal(name), Text: reveal(string(section.Data))}))
				return "", false
			}
			return string(conceal(abridge(report(t, docs, section.Name)))), true
		}
	})
}

// report writes a report as a section's name says, and holds that it is what its notation demands.
func report(t *testing.T, docs []*feed.Document, how string) []byte {
	t.Helper()
	words := strings.Fields(how)
	unit := timeline.ByAny
	if by, ok := strings.CutPrefix(words[len(words)-1], "by="); ok {
		for unit.String() != by {
			unit++
		}
		words = words[:len(words)-1]
	}
	o := optionsOf(t, words[2:])
	var out bytes.Buffer
	var err error
	switch words[0] {
	case "changes":
		r, _ := ChangeReports.Find(words[1])
		err = r.Write(&out, timeline.Diff(timeline.New(docs[0]), timeline.New(docs[1])), o)
	case "stats":
		r, _ := StatsReports.Find(words[1])
		err = r.Write(&out, timeline.New(docs...).Stats(o.Zone, unit), o)
	case "explain":
		r, _ := ExplainReports.Find(words[1])
		err = r.Write(&out, timeline.New(docs...), o)
	default:
		t.Fatalf("unknown section %q", how)
	}
	if err != nil {
		t.Fatal(err)
	}
	check, checked := map[string]func(*testing.T, []byte, Options){
		"json": isJSON, "jsonl": areJSONLines, "csv": isCSV, "svg": isXML, "text": fits, "html": isPlainPage, "markdown": isPlainMarkdown,
	}[words[1]]
	if !checked {
		t.Fatalf("no reader for %s", words[1])
	}
	check(t, out.Bytes(), o)
	return out.Bytes()
}

func isJSON(t *testing.T, b []byte, _ Options) {
	if !json.Valid(b) {
		t.Errorf("no JSON: %s", b)
	}
}

func areJSONLines(t *testing.T, b []byte, _ Options) {
	for line := range bytes.Lines(b) {
		isJSON(t, line, Options{})
	}
}

func isCSV(t *testing.T, b []byte, _ Options) {
	if rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll(); err != nil || len(rows) == 0 {
		t.Errorf("no CSV: %v", err)
	}
}

func isXML(t *testing.T, b []byte, _ Options) {
	for d := xml.NewDecoder(bytes.NewReader(b)); ; {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

// isPlainPage holds that a page has no elements but ours, whatever a feed says.
func isPlainPage(t *testing.T, b []byte, _ Options) {
	hasOnly(t, b, "html head meta link title style body header h1 main article h2 b p strong ins del footer")
}

// isPlainMarkdown holds that Markdown makes no elements but ours, whatever a feed says.
func isPlainMarkdown(t *testing.T, b []byte, _ Options) {
	var page bytes.Buffer
	reader := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := reader.Convert(b, &page); err != nil {
		t.Fatal(err)
	}
	hasOnly(t, page.Bytes(), "h1 h2 p em strong ins del")
}

// hasOnly holds that a page has no elements but those of some names.
func hasOnly(t *testing.T, page []byte, names string) {
	for z := nethtml.NewTokenizer(bytes.NewReader(page)); z.Next() != nethtml.ErrorToken; {
		if token := z.Token(); token.Type == nethtml.StartTagToken && !slices.Contains(strings.Fields(names), token.Data) {
			t.Errorf("an element %s:\n%s", token, page)
		}
	}
}

// fits holds that no line is wider than the terminal and no control character reaches it.
func fits(t *testing.T, b []byte, o Options) {
	if o.Color {
		return
	}
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSuffix(line, "\n")
		if Clean(line) != line {
			t.Errorf("%q is not clean", line)
		}
		if o.Width >= 40 && columns(line) > o.Width {
			t.Errorf("%d columns: %s", columns(line), line)
		}
	}
}

// TestReportWriteFails holds that every report stops at the first failure of its writer and returns it.
func TestReportWriteFails(t *testing.T) {
	old, new := stamped(400), stamped(900)
	changes, stats := timeline.Diff(old, new), new.Stats(nil, timeline.ByAny)
	for _, n := range []int{0, 1, chunk} {
		for _, r := range ChangeReports {
			if err := r.Write(&brokenPipe{left: n, t: t}, changes, Options{}); !errors.Is(err, errPipe) {
				t.Errorf("changes, %s, fails after %d bytes: %v", r.Name, n, err)
			}
		}
		for _, r := range StatsReports {
			if err := r.Write(&brokenPipe{left: min(n, 1), t: t}, stats, Options{}); !errors.Is(err, errPipe) {
				t.Errorf("stats, %s, fails after %d bytes: %v", r.Name, n, err)
			}
		}
		for _, r := range ExplainReports {
			if err := r.Write(&brokenPipe{left: n, t: t}, new, Options{}); !errors.Is(err, errPipe) {
				t.Errorf("explain, %s, fails after %d bytes: %v", r.Name, n, err)
			}
		}
	}
}
