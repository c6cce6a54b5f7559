package parser

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/words"
)

// The judge decides which marks are stamps in this document. A stamp is known by the company it keeps: marks of one style recur,
// run one way in time, and have text beside them; dates in prose do none of this. The style is judged as a whole, never a line.

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
	d            *document
	p            *Parser
	marks        []stamp.Candidate
	verdicts     []verdict
	series       []*series
	lexer        words.Lexer
	classes      []lineClass
	counts       []int   // room for what is counted within a function
	texts        []int32 // texts[i]: how many lines before line i are text
	bodies       []int32 // how many of them are running text
	dates        []int32 // dates[i]: how many whole-line dates stand before line i
	year         int     // for dates that tell none, where only their order matters
	dayFirst     bool    // 3/4 is 3 April
	dayFirstBy   dayFirstReason
	dayFirstLine int        // the line, from 1, that settled it; 0: none
	order        feed.Order // as the parser was told
	main         *series    // the stamps of the entries, nil if there are none
	headers      []int32    // the marks that are day headers
	place        feed.Place
	byline       bool           // a by-line or rubric shares the stamps' lines
	separated    bool           // separators part the entries
	heads        int            // how many lines above a stamp are of its entry
	wrapped      bool           // paragraphs were wrapped by hand
	daily        bool           // the main series are day headers: under each stand the entries of a day
	below        bool           // the day headers stand below what they date
	halves       int            // the line, from 1, of the first clock of twelve hours; 0: there are none
	containers   []container    // of the entries, where markup has them
	container    string         // what they are
	marked       uint8          // whether markup marks headlines: marked, unmarked
	sample       []feed.Span    // the paragraphs whose language was told last
	lang         words.Language // and that
}

// judge decides what the marks mean and where the stamps of the entries stand.
func (d *document) judge(p *Parser, marks []stamp.Candidate) *judge {
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
		if y := j.marks[i].Fields.Year; y != 0 {
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
