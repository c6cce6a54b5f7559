package parser

// The judge decides which marks are stamps in this document. A stamp is known by the company it keeps: marks of one style recur,
// run one way in time, and have text beside them; dates in prose do none of this. The style is judged as a whole, never a line.

// Layout is what the judge decided, and from what evidence.
type Layout struct {
	Kind      Kind       // what dates the entries
	Place     Place      // where an entry's stamp stands
	Container string     // the elements of markup that hold an entry each: "article.post"; "": there are none
	Headers   int        // how many day headers there are
	Below     bool       // the day headers stand below the entries that they date
	DayFirst  Tri        // Yes or No where a 3/4 was settled, Auto where there was none
	Evidence  []Evidence // the styles that were weighed, the best first
}

// Kind is what dates the entries of a document.
type Kind uint8

const (
	NoStamps   Kind = iota // nothing does
	DayHeaders             // date headers alone: under each stands a day of entries
	Clocks                 // each entry has a clock, and its day from a header or from elsewhere
	DateTimes              // each entry has its date and clock
	Dates                  // each entry has its date
	Ages                   // each entry says how long ago it was
	Minutes                // each entry has the minute of a match
	Elapsed                // each entry has the time since a beginning, as the chapters of a film have
)

// String returns the kind in words.
func (k Kind) String() string {
	return [...]string{"no stamps", "day headers", "clocks", "dates and clocks", "dates", "ages", "minutes of a match", "elapsed times"}[k]
}

// Place is where an entry's stamp stands.
type Place uint8

const (
	NoPlace   Place = iota
	Above           // on a line of its own above the entry
	Inline          // at the start of the entry's first line
	Between         // on a line of its own between headline and text
	BelowText       // on a line of its own below the entry
	AtEnd           // at the end of the entry's last line
	Trailing        // at the end of a line that opens the entry
)

// String returns the place in words.
func (p Place) String() string {
	return [...]string{"nowhere", "above the entry", "in the entry's first line", "between headline and text", "below the entry", "at the end of the entry", "at the end of the headline"}[p]
}

// Evidence is what speaks for and against one style of stamps.
type Evidence struct {
	Style    string // in words: "clock alone on its line"
	Line     int    // of its first mark, from 1
	Marks    int
	InOrder  int // percent of neighbours that run the document's way
	Content  int // percent of marks with text beside them
	Body     int // percent of marks with running text
	Coverage int // percent of the document's running text that stands among them
	Score    int // thousandths
	Accepted bool
}

// A verdict is what the judge decided of one mark.
type verdict uint8

const (
	undecided   verdict = iota
	entryMark           // dates an entry
	headerMark          // dates the entries around it
	pageMark            // dates the page
	indexMark           // repeats an entry's stamp in an index
	doubleMark          // repeats the stamp beside it
	ignoredMark         // means nothing here
)

// A judge weighs the marks of one document.
type judge struct {
	d            *Document
	p            *Parser
	marks        []mark
	verdicts     []verdict
	series       []*series
	lexer        lexer
	classes      []lineClass
	counts       []int   // room for what is counted within a function
	texts        []int32 // texts[i]: how many lines before line i are text
	bodies       []int32 // how many of them are running text
	dates        []int32 // dates[i]: how many whole-line dates stand before line i
	year         int     // for dates that tell none, where only their order matters
	dayFirst     bool    // 3/4 is 3 April
	dayFirstBy   dayFirstReason
	dayFirstLine int     // the line, from 1, that settled it; 0: none
	order        Order   // as the parser was told
	main         *series // the stamps of the entries, nil if there are none
	headers      []int32 // the marks that are day headers
	place        Place
	byline       bool        // a by-line or rubric shares the stamps' lines
	separated    bool        // separators part the entries
	heads        int         // how many lines above a stamp are of its entry
	wrapped      bool        // paragraphs were wrapped by hand
	daily        bool        // the main series are day headers: under each stand the entries of a day
	below        bool        // the day headers stand below what they date
	halves       int         // the line, from 1, of the first clock of twelve hours; 0: there are none
	containers   []container // of the entries, where markup has them
	container    string      // what they are
	marked       uint8       // whether markup marks headlines: marked, unmarked
	sample       []Span      // the paragraphs whose language was told last
	lang         language    // and that
}

// judge decides what the marks mean and where the stamps of the entries stand.
func (d *Document) judge(p *Parser, marks []mark) *judge {
	j := &judge{d: d, p: p, marks: marks, order: p.Order}
	j.verdicts = make([]verdict, len(j.marks))
	j.count()
	j.explainAway()
	j.readFigures()
	j.readShortDays()
	j.readShortHours()
	j.pair()
	j.settleYear()
	j.settleDayFirst()
	if j.contain() {
		j.markWriters()
		return j
	}
	j.gather()
	j.merge()
	j.choose()
	j.cutAround()
	if j.chooseAgain() {
		j.cutAround()
	}
	if j.main != nil {
		j.findHeaders()
		j.findHeads()
		j.daily = j.heads == 0 && j.isDaily()
		if j.daily {
			j.below = j.dailyBelow()
		} else {
			j.findPlace()
			j.dropEmpty()
			j.tellHalves()
		}
	}
	j.wrapped = j.isWrapped()
	j.markCredits()
	j.markWriters()
	return j
}

// settleYear finds a year for dates that tell none: the one that most dates have, else the year of capture.
func (j *judge) settleYear() {
	counts := map[int16]int{}
	best := 0
	for i := range j.marks {
		if y := j.marks[i].f.year; y != 0 {
			if counts[y]++; counts[y] > best {
				best, j.year = counts[y], int(y)
			}
		}
	}
	switch {
	case !j.p.AsOf.Date.IsZero():
		j.year = int(j.p.AsOf.Date.Year)
	case j.year == 0:
		j.year = 2000
	}
}
