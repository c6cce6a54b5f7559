package parser

import (
	"bytes"
	"crypto/sha1"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"newstimeline/parser/decode"
	"newstimeline/parser/feed"
)

// Saved pages as the fit of the readings' weights sees them: their labels give the paragraphs of each post, as hashes of other people's words.

// A goldPost is what the labels say of one post of a saved page.
type goldPost struct {
	Title      *string
	Paragraphs []string
	Date       *string
	Time       *string // RFC 3339
	TZ         string
}

// edited is a paragraph that says only when a post was changed.
var edited = regexp.MustCompile(`(?i)^(Last )?(Updated|Published|Modified)\b[^.]{0,80}$`)

// keyOf returns what a paragraph is compared by.
func keyOf(s string) string {
	s = strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), " ")
	if s == "" || strings.HasPrefix(s, "sha1:") {
		return s
	}
	sum := sha1.Sum([]byte(s))
	return "sha1:" + hex.EncodeToString(sum[:])
}

// texts returns the keys of a post's paragraphs.
func (p *goldPost) texts() (keys []string) {
	for _, s := range p.Paragraphs {
		if k := keyOf(s); k != "" && !edited.MatchString(strings.TrimSpace(s)) {
			keys = append(keys, k)
		}
	}
	return keys
}

// holds reports whether an entry has the date and the clock of a post.
func (p *goldPost) holds(e *feed.Entry) bool {
	return (p.Date == nil || !e.Date.IsZero() && e.Date.String() == *p.Date) &&
		(p.Time == nil || e.Clock.Known && e.Clock.String()[:5] == (*p.Time)[11:16])
}

// scorePage is score.py's start F1 and entry F1 of a saved page.
func scorePage(posts []goldPost, d *feed.Document) (start, entry float64, rights []bool) {
	first, bare := map[string]*goldPost{}, map[string]bool{}
	wanted, given, starts, right := 0, 0, 0, 0
	for i := range posts {
		p := &posts[i]
		if keys := p.texts(); len(keys) > 0 {
			wanted++
			if first[keys[0]] == nil {
				first[keys[0]] = p
			}
		} else if p.Title != nil {
			bare[keyOf(*p.Title)] = true
		}
	}
	for i := range d.Entries {
		e := &d.Entries[i]
		rights = append(rights, false)
		var keys []string
		for _, p := range strings.Split(string(e.AppendText(nil, d.Text)), "\n\n") {
			if k := keyOf(p); k != "" {
				keys = append(keys, k)
			}
		}
		if len(keys) == 0 || bare[keys[0]] || bare[keyOf(e.Title.Of(d.Text))] {
			continue
		}
		given++
		p := first[keys[0]]
		if p == nil {
			continue
		}
		delete(first, keys[0])
		starts++
		if rights[i] = p.holds(e); rights[i] && slices.Equal(keys, p.texts()) {
			right++
		}
	}
	all := float64(max(1, wanted+given))
	return 2 * float64(starts) / all, 2 * float64(right) / all, rights
}

// readFitPages reads the labelled pages of a folder.
func readFitPages(t *testing.T, dir string) (all []*fitCase) {
	files, _ := filepath.Glob(dir + "/*.posts.jsonl")
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var posts []goldPost
		for line := range bytes.Lines(raw) {
			var p goldPost
			if err := json.Unmarshal(line, &p); err != nil {
				t.Fatal(file, err)
			}
			posts = append(posts, p)
		}
		page, err := os.ReadFile(strings.TrimSuffix(file, ".posts.jsonl") + ".html")
		if err != nil || len(posts) == 0 {
			t.Fatal(file, err)
		}
		src, err := decode.Source(file, page, decode.Options{})
		if err != nil {
			t.Fatal(file, err)
		}
		var l goldFeed
		l.Options.TZ = posts[0].TZ
		c := newFitCase(dir, strings.TrimSuffix(filepath.Base(file), ".posts.jsonl"), 2*realWeight) // there are few
		c.rows = rowsOf(caseParser(&l), src, func(d *feed.Document) (float64, float64, []bool) { return scorePage(posts, d) })
		all = append(all, c)
	}
	return all
}
