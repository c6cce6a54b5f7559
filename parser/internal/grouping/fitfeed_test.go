package grouping

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Labelled feeds as the fit of the cues sees them.

// A fitFeed is a labelled feed as the grouper reads it.
type fitFeed struct {
	name, outlet, folder string
	g                    *grouper
	days                 []int
	gold, free           []bool    // by paragraph: it begins an entry; it may or may not
	rows                 [][]int16 // by decision: the cues that hold, if all before was decided rightly
	starts               []bool    // by decision
	habits               habits
	known                map[place][]uint8 // the cues that hold, once they were asked
	scores               []int16
	isList, derived      bool // it is a list of headlines; it lost its timestamps
}

// readFitFeeds reads the labelled feeds of some folders that are of use. Those with stamps lose
// them: those of all folders but seed and untimed, or what begins so.
func readFitFeeds(t *testing.T, dirs ...string) (feeds []*fitFeed) {
	for _, dir := range dirs {
		files, _ := filepath.Glob(dir + "/*.gold.json")
		for _, file := range files {
			l, content := readLabel(t, file)
			name := filepath.Base(dir)
			derived := !strings.HasPrefix(name, "untimed") && name != "seed"
			if derived {
				if l, content = derive(l, content); !isWorthGrouping(l) {
					continue
				}
			}
			f := newFitFeed(l, content)
			f.derived, f.isList = derived, f.habits.share(f.habits.unstopped) >= 60
			f.name, f.folder = strings.TrimSuffix(filepath.Base(file), ".gold.json"), filepath.Base(dir)
			f.outlet = outletOf(f.name)
			f.findRows(func(i int) bool { return f.gold[i] })
			feeds = append(feeds, f)
		}
	}
	return feeds
}

// outletOf returns the outlet of a feed: the first word of its name.
func outletOf(name string) string {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "clip-"), "tl-")
	return name[:strings.IndexAny(name+"-", "_-")]
}

// newFitFeed reads a labelled feed.
func newFitFeed(l *label, content string) *fitFeed {
	f := &fitFeed{g: &grouper{text: content}}
	d := text.NewDocument(feed.Source{Text: content})
	var runs []text.Paragraph
	var sample []feed.Span
	day := ""
	for _, e := range l.Entries {
		first := true
		for n := max(1, e.First); n <= e.Last; n++ {
			s := d.Lines.Span(content, n-1)
			if s.Len() == 0 || slices.Contains(l.Ignore, n) {
				continue
			}
			if first && e.Date != day || len(runs) == 0 {
				f.days, day = append(f.days, len(runs)), e.Date
			}
			runs = append(runs, text.Paragraph{Start: int32(s.Start), End: int32(s.End), First: int32(n - 1), Last: int32(n - 1)})
			sample = append(sample, s)
			f.gold, f.free = append(f.gold, first), append(f.free, slices.Contains(l.Free, n))
			first = false
		}
	}
	f.days = append(f.days, len(runs))
	f.g.lang = LanguageOf(content, sample)
	f.g.even = areEven(f.days)
	f.g.load(runs)
	f.g.headed = f.g.areHeaded(f.days)
	f.habits = f.g.habits(f.g.cohesion)
	f.sign(d, runs)
	return f
}

// sign finds the signs of the feed, as GroupDays does.
func (f *fitFeed) sign(d *text.Document, runs []text.Paragraph) {
	g := Groups{Flow: text.Flow{D: d, Classes: make([]text.Class, d.Lines.Count())}}
	for i := range g.Classes {
		if d.Line(i) != "" {
			g.Classes[i] = text.StampLine // a header, or what belongs to no entry
		}
	}
	for _, run := range runs {
		g.Classes[run.First] = text.TextLine
	}
	for k, from := range f.days[:len(f.days)-1] {
		if from < len(runs) && runs[from].First > 0 && f.days[k+1] > from {
			g.Headers = append(g.Headers, runs[from].First-1)
		}
	}
	f.g.signs, _ = g.signs(runs, f.days)
}

// findRows finds the cues of every decision, if entries began where begins says.
func (f *fitFeed) findRows(begins func(i int) bool) {
	o := &f.g.open
	*o = open{g: f.g, round: o.round} // words remember the entries that they were in
	f.rows, f.starts = f.rows[:0], f.starts[:0]
	for d, from := range f.days[:len(f.days)-1] {
		day := f.g.paragraphs[from:f.days[d+1]]
		for i := range day {
			p := &day[i]
			if i > 0 {
				o.compare(p, nextOf(day, i))
				if !f.free[from+i] && (f.g.signs == nil || f.g.signs[from+i] == noBoundary) {
					f.rows, f.starts = append(f.rows, f.cuesOf(p, o)), append(f.starts, f.gold[from+i])
				}
			}
			if i == 0 || begins(from+i) {
				o.begin(p)
			} else {
				o.add(p)
			}
		}
	}
}

func nextOf(day []paragraph, i int) *paragraph {
	if i+1 < len(day) {
		return &day[i+1]
	}
	return nil
}

// cuesOf returns the cues and the habits that hold.
func (f *fitFeed) cuesOf(p *paragraph, o *open) (row []int16) {
	for k := range cues {
		if cues[k].holds(p, o) {
			row = append(row, int16(k))
		}
	}
	for k := range habitRows {
		if habitRows[k].test(&f.habits) {
			row = append(row, int16(len(cues)+k))
		}
	}
	return row
}

// A tally is what a grouping of a feed is worth.
type tally struct{ gold, found, hits, whole int }

func (c tally) start() float64 { return 200 * float64(c.hits) / float64(max(1, c.gold+c.found)) }
func (c tally) entry() float64 { return 200 * float64(c.whole) / float64(max(1, c.gold+c.found)) }

// measure groups a feed by the weights of the moment, and tells seen of the decisions.
func (f *fitFeed) measure(seen func(score int, signed, begins bool)) tally {
	scores := make([]int16, len(f.gold))
	f.g.rate = f.habits.rate()
	f.g.group(f.days, scores)
	return f.count(scores, seen)
}

// count counts what scores are worth. seen, if it is not nil, is told of every decision the score,
// whether a sign made it, and whether an entry begins there.
func (f *fitFeed) count(scores []int16, seen func(score int, signed, begins bool)) (c tally) {
	for d, from := range f.days[:len(f.days)-1] {
		to := f.days[d+1]
		matched := false
		for i := from; i < to; i++ {
			if f.free[i] {
				continue
			}
			if seen != nil && i > from {
				seen(int(scores[i]), f.g.signs != nil && f.g.signs[i] != noBoundary, f.gold[i])
			}
			matched = c.count(f.gold[i], scores[i] > 0, matched)
		}
		c.count(true, true, matched)
		c.gold, c.found, c.hits = c.gold-1, c.found-1, c.hits-1
	}
	return c
}

// count counts a paragraph: whether an entry begins there, and whether the grouping says so.
// matched says that the entry before it was found to begin where it does.
func (c *tally) count(is, says, matched bool) bool {
	if !is && !says {
		return matched
	}
	if is {
		c.gold++
	}
	if says {
		c.found++
	}
	if is && says {
		c.hits++
		if matched {
			c.whole++
		}
	}
	return is && says
}
