package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/dating"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"slices"
)

// The judge decides which candidates are timestamps in this document. A timestamp is known by the
// company it keeps. Those of one style recur, run one way in time, and have text beside them; dates
// in prose do none of this. The style is judged as a whole, never a line.

// Options are what is known of a document beforehand.
type Options struct {
	AsOf     feed.AsOf
	DayFirst feed.Tri
	Order    feed.Order
	Reading  int // which of the document's readings to take, the best first, from 1; 0: the best
}

// A Layout is what the judge decided of a document.
type Layout struct {
	text.Flow
	Candidates []stamp.Candidate // as the document lets read them
	Labels     []stamp.Label     // by mark
	Stamps     []int32           // the candidates that date the entries
	Style      stamp.Style       // of the first of them
	Down, Up   int               // of them, the neighbours that fall, and that rise, in time
	Headers    []int32           // the candidates that are day headers
	Order      feed.Order        // as the stamps run, or as was told
	Place      feed.Place
	// the stamps are day headers: under each stand the entries of a day
	Daily     bool
	Below     bool               // the day headers stand below what they date
	Byline    bool               // a by-line or rubric shares the stamps' lines
	Contained bool               // markup has an element for each entry
	Titled    bool               // markup marks the headlines
	DayFirst  bool               // 3/4 is 3 April
	Numbers   dating.NumberOrder // of dates in digits
	// the line, from 1, of the first clock of twelve hours; 0: there are none
	Halves int
	// the hours as printed of clocks that were moved behind noon, by candidate; nil: none was
	Printed  map[int32]int8
	HalfTold bool        // others say which half of the day they mean
	Texts    []int32     // texts[i]: how many lines before line i are text
	Summary  feed.Layout // the same in short, and the evidence
	Entries  []Segment   // what the stamps date, in the order of the text
	// days whose paragraphs are to be grouped, in the order of the text
	Days []Segment
}

// MayBeArticle reports whether the text is of a saved page that is more than entries, and of which
// one timestamp or two have text. So are most articles, which say when they were published.
func (l *Layout) MayBeArticle() bool {
	if len(l.D.Hints) == 0 {
		return false
	}
	held, dated := 0, len(l.Entries)
	for k := range l.Entries {
		held += l.textIn(&l.Entries[k])
	}
	for k := range l.Days {
		if l.textIn(&l.Days[k]) > 0 {
			dated++
		}
	}
	return dated < few && !isNearlyAll(held, int(l.Texts[len(l.Texts)-1]))
}

// textIn returns how many lines of text are in a segment.
func (l *Layout) textIn(s *Segment) int { return int(l.Texts[s.To] - l.Texts[s.From]) }

// A judge weighs the candidates of one document.
type judge struct {
	Layout
	o          Options
	series     []*series // the patterns of candidates, joined ones too, the best first
	weighed    []*series // the patterns that explain tells of, the best first
	lexer      *words.Lexer
	counts     []int       // room for what is counted within a function
	bodies     []int32     // how many of them are running text
	dates      []int32     // dates[i]: how many whole-line dates stand before line i
	year       int         // for dates that tell none, where only their order matters
	main       *series     // the stamps of the entries, nil if there are none
	heads      int         // how many lines above a stamp are of its entry
	keeps      bool        // no stamp is of an index or of a list behind the feed
	formed     int         // how sure the nearest of these have one form at all stamps
	containers []container // of the entries, where markup has them
	container  string      // what they are
	// the lines in elements of mostly links, which lead to other pages; false: it is all of one
	cards map[int]bool

	marked   bool // markup marks the headlines above timestamps
	inBlocks bool // entries with lines above their timestamps are blocks without a break

	sampled bool    // the lines are the first of a longer document: the end is none
	fences  []int32 // the lines that open and close code, in turn
	// the lines that head a list of what is below: "Most read"
	listHeads []int32
	noise     noise         // what of the document is left out
	choice    *choice       // the readings that this one was chosen from
	reading   int           // which of them it is, from 1
	styles    []stamp.Style // of the candidates; nil: they are not known
	lines     *lineNotes    // of all readings of a view
	borrows   bool          // the candidates are those of another judge as well
	desk      *desk
	dayFound  dayFound
}

// Judge decides what the candidates mean, where the stamps of the entries stand, and which lines
// each dates. The candidates are its own from then on.
func Judge(d *text.Document, candidates []stamp.Candidate, o Options) *Layout {
	on := desks.Get().(*desk)
	j := judgeOn(on, d, candidates, o)
	l := j.choosing().handOn()
	if !j.isLong() { // a batch of small documents is not to keep the memory of a large one
		on.tidy()
		desks.Put(on)
	}
	return l
}

// handOn returns what was decided, as a value of its own.
func (j *judge) handOn() *Layout {
	l := &j.Layout
	j.dayByUpdates()
	if j.main != nil {
		l.Stamps, l.Style, l.Down, l.Up = j.main.stamps, j.main.style, j.main.down, j.main.up
		if l.Down == 0 && l.Up == 0 {
			l.Down, l.Up = j.runOfSeconds()
		}
	}
	l.doubtRecurring()
	l.Contained, l.Titled = j.containers != nil, j.titlesMarked()
	l.Summary = j.summarise()
	out := *l
	if !j.isLong() { // these are of a reading, and on the desk
		out.Labels, out.Classes = slices.Clone(l.Labels), slices.Clone(l.Classes)
		out.Stamps = slices.Clone(l.Stamps)
		out.Entries, out.Days = slices.Clone(l.Entries), slices.Clone(l.Days)
	}
	return &out
}

// newJudge returns a judge that has decided nothing so far.
func newJudge(d *text.Document, candidates []stamp.Candidate, o Options) *judge {
	return judgeOn(new(desk), d, candidates, o)
}

// judgeOn is newJudge on a desk that is there.
func judgeOn(on *desk, d *text.Document, candidates []stamp.Candidate, o Options) *judge {
	j := on.judges.one()
	j.Layout = Layout{Flow: text.Flow{D: d}, Candidates: candidates, Order: o.Order}
	j.o, j.lexer, j.desk = o, new(words.Lexer), on
	return j
}

// prepare learns what the choice of a layout is made from: the lines, and what the candidates mean.
func (j *judge) prepare() {
	j.Labels = make([]stamp.Label, len(j.Candidates))
	j.cards = j.cardLines()
	j.findFences()
	j.count()
	rare := j.rareForms()
	if rare.wide {
		j.joinSpacings()
	}
	j.explainAway()
	j.readShortForms(rare)
	j.pair()
	j.markCounters()
	j.settleYear()
	j.Numbers = dating.SettleNumbers(j.Candidates, j.o.AsOf, j.o.DayFirst)
	j.dayFound = dayFound{} // what the candidates mean was not settled before
}

// finish finds what every layout needs.
func (j *judge) finish() {
	if j.lines != nil {
		j.Width = j.lines.wrapWidth(j.Classes)
	} else {
		j.Width = text.WrapWidth(j.D, j.Classes)
	}
	j.markCredits()
	j.markWriters()
}

// settleYear finds a year for dates that tell none: the one that most dates have, else the year of
// capture.
func (j *judge) settleYear() {
	counts := map[int16]int{}
	best := 0
	for i := range j.Candidates {
		if y := j.Candidates[i].Fields.Year; y != 0 {
			if counts[y]++; counts[y] > best {
				best, j.year = counts[y], int(y)
			}
		}
	}
	switch {
	case !j.o.AsOf.Date.IsZero():
		j.year = int(j.o.AsOf.Date.Year)
	case j.year == 0:
		j.year = 2000
	}
}

// summarise says what the judge decided.
func (j *judge) summarise() feed.Layout {
	l := feed.Layout{Container: j.container, Headers: len(j.Headers), Below: j.Below,
		Readings: j.choice.tell(), Reading: j.reading}
	if j.o.DayFirst != feed.Auto || j.Numbers.IsSettled() {
		l.DayFirst = feed.No
		if j.Numbers.DayFirst {
			l.DayFirst = feed.Yes
		}
	}
	if j.main == nil {
		l.Evidence = j.evidence()
		return l
	}
	l.Place = j.Place
	switch {
	case j.Daily:
		l.Kind, l.Place, l.Headers = feed.DayHeaders, feed.NoPlace, len(j.main.stamps)
	default:
		l.Kind = kindOf[j.main.style.Family]
	}
	l.Evidence = j.evidence()
	return l
}

// kindOf is what the timestamps of each family are called.
var kindOf = [...]feed.Kind{
	stamp.ClockFamily: feed.Clocks, stamp.StampFamily: feed.DateTimes,
	stamp.DateFamily: feed.Dates, stamp.CoarseFamily: feed.Dates, stamp.AgeFamily: feed.Ages,
	stamp.MatchFamily: feed.Minutes, stamp.ElapsedFamily: feed.Elapsed,
}

// toldPatterns is how many patterns are told of.
const toldPatterns = 5

// evidence says what patterns there are, the best first.
func (j *judge) evidence() []feed.Evidence {
	var all []feed.Evidence
	patterns := j.weighed
	if patterns == nil && j.main != nil {
		patterns = []*series{j.main}
	}
	for _, s := range patterns[:min(toldPatterns, len(patterns))] {
		n := len(s.stamps)
		all = append(all, feed.Evidence{
			Style: s.style.String(), Line: int(j.Candidates[s.stamps[0]].Line) + 1, Marks: n,
			InOrder: percent(s.ordered()), Content: s.content * 100 / n, Body: s.body * 100 / n,
			Coverage: j.coverage(s), Score: int(s.score), Accepted: j.takes(s),
		})
	}
	return all
}

// takes reports whether candidates of a pattern are timestamps of entries.
func (j *judge) takes(s *series) bool {
	return slices.ContainsFunc(s.stamps,
		func(i int32) bool { return j.Labels[i] == stamp.EntryLabel })
}

func percent(share float64) int { return int(share*100 + 0.5) }
