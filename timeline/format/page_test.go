package format

import (
	"strings"
	"testing"

	"newstimeline/parser/feed"
)

// TestBrowserReads has Chromium open the pages: .tools/readers/page.mjs says what must hold. It is left out where there is no Chromium.
func TestBrowserReads(t *testing.T) {
	skipShort(t)
	all := timelines(t)
	args := []string{reader(t, "chromium")}
	for _, name := range []string{"feed", "many", "scripts", "sources", "versions", "web", "web-coarse", "web-empty", "web-hostile", "web-undated"} {
		args = append(args, save(t, all[name], "json", "html"))
	}
	for _, language := range []string{"ar", "lt"} {
		args = append(args, save(t, all["web"], "json", "html lang="+language))
	}
	runScript(t, "page.mjs", args...)
}

// TestPageEmbeds holds that the style and the script cannot end the elements that they stand in.
func TestPageEmbeds(t *testing.T) {
	for name, s := range map[string]string{"page.css": pageStyle, "page.js": pageScript} {
		if strings.Contains(s, "</") || strings.Contains(s, "<!--") || strings.Contains(s, "http:") || strings.Contains(s, "https:") {
			t.Errorf("%s holds what would end it or ask a host", name)
		}
	}
}

// TestPythonReadsFeeds has Python read Atom, JSON Feed and JSON-LD.
func TestPythonReadsFeeds(t *testing.T) {
	runPython(t, "web.py", saveAll(t, "json", "atom", "jsonfeed", "jsonld")...)
}

// TestPageRevisions holds that a page has the earlier texts of an entry and leads to like reports.
func TestPageRevisions(t *testing.T) {
	got := string(write(t, versions(), "html"))
	for _, want := range []string{"Edited: 1 earlier version<", ">Also in other.txt</a>", "old.txt, line 4</p>"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q", want)
		}
	}
}

// TestHistogramCaption holds that a caption ends with one full stop, also behind a date that ends with one.
func TestHistogramCaption(t *testing.T) {
	tl := parse(feed.Source{Name: "a.txt", Text: "18.08.2025 | Rain.\n17.08.2025 | Fog.\n17.08.2025 | Wind.\n16.08.2025 | Snow.\n"})
	for tag, want := range map[string]string{"ru": "Больше всего, 2: Воскресенье, 17 августа 2025 г.<", "en": "Peak: 2, Sunday, 17 August 2025.<"} {
		if got := string(write(t, tl, "html lang="+tag)); !strings.Contains(got, want) {
			t.Errorf("%s: no %q", tag, want)
		}
	}
}
