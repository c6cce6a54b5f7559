package parser

import (
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"newstimeline/parser/casetest"
	"newstimeline/parser/decode"
	"newstimeline/parser/feed"
)

// Our own feeds as the fit of the readings' weights sees them: the cases of testdata, pages among them, and generated ones.

const (
	ownWeight       = 40 // of a case of testdata: it was written for something rare
	generatedWeight = 9  // of a generated feed: there are many, and they are alike
	generatedFeeds  = 600
)

// readOwnCases reads the cases of testdata that say which entries they have.
func readOwnCases(t *testing.T) (all []*fitCase) {
	files, _ := filepath.Glob("../testdata/feeds/*.txtar")
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p, err := parserOf(string(a.Comment))
		if err != nil {
			t.Fatal(err)
		}
		want := sectionLines(a, "entries")
		if len(want) == 0 || p.Reading != 0 {
			continue
		}
		c := newFitCase("own", "own-"+strings.TrimSuffix(filepath.Base(file), ".txtar"), ownWeight)
		c.outlet, c.own = c.name, true
		c.rows = rowsOf(p, feed.Source{Text: string(a.Files[0].Data)}, func(d *feed.Document) (float64, float64, []bool) {
			return scoreLines(want, strings.Split(strings.TrimSpace(printEntries(d)), "\n"))
		})
		all = append(all, c)
	}
	return all
}

// readOwnPages reads the pages of testdata of decode, with the entries that they have.
func readOwnPages(t *testing.T) (all []*fitCase) {
	files, _ := filepath.Glob("decode/testdata/pages/*.txtar")
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want := sectionLines(a, "entries")
		src, err := decode.Source("page", a.Files[0].Data, decode.Options{})
		if err != nil {
			t.Fatal(file, err)
		}
		c := newFitCase("ownpages", "page-"+strings.TrimSuffix(filepath.Base(file), ".txtar"), ownWeight)
		c.outlet, c.own = c.name, true
		c.rows = rowsOf(&Parser{}, src, func(d *feed.Document) (float64, float64, []bool) {
			return scoreLines(want, strings.Split(strings.TrimSpace(casetest.PrintEntries(d)), "\n"))
		})
		all = append(all, c)
	}
	return all
}

// sectionLines returns the lines of a section of a case.
func sectionLines(a *txtar.Archive, name string) []string {
	for _, f := range a.Files {
		if f.Name == name {
			return strings.Split(strings.TrimSpace(string(f.Data)), "\n")
		}
	}
	return nil
}

// scoreLines scores printed entries against those that are wanted.
func scoreLines(want, got []string) (start, entry float64, rights []bool) {
	wanted := map[string]int{}
	for _, line := range want {
		wanted[line]++
	}
	right := 0
	for _, line := range got {
		ok := wanted[line] > 0
		if ok {
			wanted[line]--
			right++
		}
		rights = append(rights, ok)
	}
	f1 := 2 * float64(right) / float64(len(want)+len(got))
	return f1, f1, rights
}

// generateCases returns generated feeds: what is read back of them is known.
func generateCases() (all []*fitCase) {
	r := rand.New(rand.NewPCG(5, 3))
	for len(all) < generatedFeeds {
		p := draw(r)
		if !p.possible() {
			continue
		}
		q, text, entries := p.parserAndText()
		c := newFitCase("generated", "generated", generatedWeight)
		c.own = true
		c.rows = rowsOf(q, feed.Source{Text: text}, func(d *feed.Document) (float64, float64, []bool) {
			exact := p.exact(entries, d, text)
			rights := make([]bool, len(d.Entries))
			share := 2 * float64(exact) / float64(len(entries)+max(1, len(d.Entries)))
			for i := range rights {
				rights[i] = exact == len(entries)
			}
			return share, share, rights
		})
		all = append(all, c)
	}
	return all
}
