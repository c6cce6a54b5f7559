package format

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"newstimeline/parser"
	"newstimeline/parser/casetest"
	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// TestCases runs testdata/*.txtar: feeds and what every notation makes of them. testdata/README.md describes the files.
func TestCases(t *testing.T) {
	casetest.Run(t, "testdata/*.txtar", func(t *testing.T, a *txtar.Archive) casetest.Reader {
		tl := buildCase(t, a)
		return func(section *txtar.File) (string, bool) {
			if strings.HasPrefix(section.Name, "in ") {
				return "", false
			}
			return string(conceal(abridge(write(t, tl, section.Name)))), true
		}
	})
}

// buildCase parses the feeds of a case.
func buildCase(t *testing.T, archive *txtar.Archive) *timeline.Timeline {
	var p parser.Parser
	if m := regexp.MustCompile(`(?m)^as-of: (.*)$`).FindSubmatch(archive.Comment); m != nil {
		p.AsOf.Date = dateOf(t, string(m[1]))
	}
	var docs []*feed.Document
	for _, section := range archive.Files {
		if name, ok := strings.CutPrefix(section.Name, "in "); ok {
			docs = append(docs, p.Parse(feed.Source{Name: name, Text: reveal(string(section.Data))}))
		}
	}
	return timeline.New(docs...)
}

func dateOf(t *testing.T, s string) feed.Date {
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return feed.DateOf(day)
}

// write writes a timeline as a section's name says: a notation, then its options: "table 80 color zone=Europe/Berlin".
func write(t *testing.T, tl *timeline.Timeline, how string) []byte {
	t.Helper()
	words := strings.Fields(how)
	f, ok := Find(words[0])
	if !ok {
		t.Fatalf("no notation %q", words[0])
	}
	o := optionsOf(t, words[1:])
	var out bytes.Buffer
	if err := f.Write(&out, tl, o); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// optionsOf returns the options that words name.
func optionsOf(t *testing.T, words []string) (o Options) {
	t.Helper()
	for _, word := range words {
		if zone, ok := strings.CutPrefix(word, "zone="); ok {
			loc, err := time.LoadLocation(zone)
			if err != nil {
				t.Fatal(err)
			}
			o.Zone = loc
		} else if names, ok := strings.CutPrefix(word, "columns="); ok {
			o.Columns = strings.Split(names, ",")
		} else if tag, ok := strings.CutPrefix(word, "lang="); ok {
			o.Language = tag
		} else if word == "color" {
			o.Color = true
		} else if n, err := strconv.Atoi(word); err == nil {
			o.Width = n
		} else {
			t.Fatalf("unknown option %q", word)
		}
	}
	return o
}

// reveal turns what a case file spells as ‹1B› or ‹202E› into the byte or the character: two digits are a byte, more a code point.
func reveal(s string) string {
	return regexp.MustCompile(`‹[0-9A-F]+›`).ReplaceAllStringFunc(s, func(spelt string) string {
		digits := strings.Trim(spelt, "‹›")
		n, _ := strconv.ParseUint(digits, 16, 32)
		if len(digits) == 2 {
			return string([]byte{byte(n)})
		}
		return string(rune(n))
	})
}

// abridge leaves out of a page what is the same in every page.
func abridge(b []byte) []byte {
	for _, same := range []string{pageStyle, pageScript, changesStyle, integrity(pageStyle), integrity(pageScript), integrity(changesStyle)} {
		b = bytes.ReplaceAll(b, []byte(same), []byte("…"))
	}
	return b
}

// conceal is the other way round, for whatever a reader of a case file would not see.
func conceal(b []byte) []byte {
	var out []byte
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		trailing := (r == ' ' || r == '\t') && (size == len(b) || b[size] == '\n')
		switch {
		case r == utf8.RuneError && size == 1, r < ' ' && r != '\n', r == 0x7F, trailing:
			out = fmt.Appendf(out, "‹%02X›", b[0])
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) && r != '\n':
			out = fmt.Appendf(out, "‹%04X›", r)
		default:
			out = append(out, b[:size]...)
		}
		b = b[size:]
	}
	return out
}

// TestFeed compares what every notation makes of the sample feed with testdata/feed.NAME.
func TestFeed(t *testing.T) {
	tl := sample(t)
	for _, f := range Formats {
		if f.Binary { // its readers compare it with JSON
			continue
		}
		how := f.Name
		if f.Name == "table" || f.Name == "list" {
			how += " 80"
		}
		got := abridge(write(t, tl, how))
		file := "testdata/feed." + f.Name
		if *casetest.Update {
			if err := os.WriteFile(file, got, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
			t.Errorf("%s differs (-want +got), -update accepts it:\n%s", file, diff)
		}
	}
}

// sample returns the timeline of the sample feed.
func sample(t testing.TB) *timeline.Timeline {
	text, err := os.ReadFile("../../testdata/feed.txt")
	if err != nil {
		t.Fatal(err)
	}
	return parse(feed.Source{Name: "feed.txt", Text: string(text)})
}

// parse returns the timeline of some feeds.
func parse(sources ...feed.Source) *timeline.Timeline {
	var p parser.Parser
	var docs []*feed.Document
	for _, s := range sources {
		docs = append(docs, p.Parse(s))
	}
	return timeline.New(docs...)
}
