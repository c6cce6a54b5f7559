package grouping

import (
	"newstimeline/parser/internal/logit"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What the leads of a feed look like. One feed opens every entry with a headline, another with a
// long paragraph and closes it with a quotation. The cues know nothing of that, but they find most
// entries. So they are asked twice. Paragraphs of a kind that mostly began entries the first time
// score more the second time, and those of other kinds less. It needs no words of a language.

// An ending is what a paragraph ends with.
type ending uint8

const (
	endsOther ending = iota
	endsWithStop
	endsWithQuestion
	endsWithColon
	endsWithQuote
	endsWithBracket
	endsWithLetter
	endsWithDigit
	endings // how many there are
)

// endingOf returns what a paragraph ends with.
func endingOf(s string) ending {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " "))
	switch last {
	case '.', '!', '…', '。', '।', '！':
		return endsWithStop
	case '?', '？', '؟':
		return endsWithQuestion
	case ':', '：':
		return endsWithColon
	case '"', '“', '”', '\'', '’', '«', '»', '」', '』':
		return endsWithQuote
	case ')', ']', '）', '】':
		return endsWithBracket
	}
	switch {
	case unicode.IsLetter(last) || unicode.IsMark(last):
		return endsWithLetter
	case unicode.IsDigit(last):
		return endsWithDigit
	}
	return endsOther
}

// An opening is what a paragraph begins with. Quotations, pronouns and the like are not told from
// the rest: the cues speak of them.
type opening uint8

const (
	opensOther opening = iota
	opensWithNumber
	opensWithBullet
	opensWithArticle
	opensWithFullName
	opensWithName
	openings // how many there are
)

// cuedOpenings are the forms of openings that cues speak of.
const cuedOpenings = startsQuote | startsPronoun | startsConnective | startsAnaphor

// opening returns what the paragraph begins with.
func (p *paragraph) opening() opening {
	n := p.leadName()
	switch {
	case p.is(cuedOpenings):
		return opensOther
	case p.is(startsNumber):
		return opensWithNumber
	case p.is(startsBullet):
		return opensWithBullet
	case p.is(startsArticle):
		return opensWithArticle
	case n == nil || n.at > 0:
		return opensOther
	case n.full:
		return opensWithFullName
	}
	return opensWithName
}

// A kind counts paragraphs that are alike, and the probability, in percent, that each begins an
// entry.
type kind struct {
	count, begin int
	differs      int // see there
}

// leadKinds are the kinds of the paragraphs of some days, by four views.
type leadKinds struct {
	all     kind
	ends    [2 * endings]kind // by their ending, the shorter half before the longer
	lengths [3]kind           // by their length: the shortest third comes first
	quotes  [2]kind           // by whether they quote
	opens   [openings]kind    // by what they begin with
	sorted  []int32           // the lengths of all
}

// fewestLeads is how many decisions teach what leads look like, at least.
const fewestLeads = 8

// learnLeads sets by how much the score of each paragraph changes, given what the first pass made
// of all. Day k has paragraphs [days[k], days[k+1]); the scores are those of the first pass.
func (g *grouper) learnLeads(days []int, scores []int16) {
	k := &g.kinds
	*k = leadKinds{sorted: resized(k.sorted, len(g.paragraphs))}
	for i := range g.paragraphs {
		k.sorted[i] = int32(g.paragraphs[i].runes)
	}
	slices.Sort(k.sorted)
	g.decisions(days, func(i int) {
		begin := logit.Percent(int(scores[i]))
		end, length, quote, opens := k.of(&g.paragraphs[i])
		for _, c := range []*kind{&k.all, end, length, quote, opens} {
			c.count, c.begin = c.count+1, c.begin+begin
		}
	})
	if g.lean = 0; k.all.count < fewestLeads {
		return
	}
	g.lean = int(tenths(logOdds(k.all.begin * 10 / k.all.count)))
	k.learn()
	g.decisions(days, func(i int) {
		p := &g.paragraphs[i]
		end, length, quote, opens := k.of(p)
		p.lead = tenths(end.differs + length.differs + (quote.differs+opens.differs)/2)
	})
}

// learn sets what the odds of the kinds differ by.
func (k *leadKinds) learn() {
	for _, kinds := range [][]kind{k.ends[:], k.lengths[:], k.quotes[:], k.opens[:]} {
		for i := range kinds {
			kinds[i].differs = k.differs(&kinds[i])
		}
	}
}

// decisions calls f for every paragraph that is not the first one of its day.
func (g *grouper) decisions(days []int, f func(i int)) {
	for k := range len(days) - 1 {
		for i := days[k] + 1; i < days[k+1]; i++ {
			f(i)
		}
	}
}

// of returns the kinds of a paragraph.
func (k *leadKinds) of(p *paragraph) (end, length, quote, opens *kind) {
	n := len(k.sorted)
	at, third, quotes := int(p.ending), 0, 0
	if int32(p.runes) > k.sorted[n/2] {
		at += int(endings)
	}
	if int32(p.runes) > k.sorted[n/3] {
		third++
	}
	if int32(p.runes) > k.sorted[2*n/3] {
		third++
	}
	if p.is(hasQuote) {
		quotes = 1
	}
	return &k.ends[at], &k.lengths[third], &k.quotes[quotes], &k.opens[p.opening()]
}

// Limits of what the kind of a paragraph may say.
const (
	kindDoubt = 4  // a kind counts as if so many more were as all paragraphs are
	kindMost  = 35 // sixteenths of a bit by which it changes a score, at most
)

// differs returns by how much, in sixteenths of a bit, the odds that paragraphs of a kind begin
// entries are higher than those of all.
func (k *leadKinds) differs(c *kind) int {
	all := min(max(k.all.begin*10/k.all.count, 50), 950)
	here := (c.begin*10 + kindDoubt*all) / (c.count + kindDoubt)
	return min(max(logOdds(here)-logOdds(all), -kindMost), kindMost)
}

// logOdds returns the logarithm of the odds of a probability, in sixteenths of a bit. The
// probability is in thousandths.
func logOdds(thousandths int) int {
	p := min(max(thousandths, 1), 999)
	return log2(p) - log2(1000-p)
}

// tenths returns the tenths of a logit nearest to some sixteenths of a bit: 0.433 for each.
func tenths(sixteenths int) int16 {
	if sixteenths < 0 {
		return -tenths(-sixteenths)
	}
	return int16((433*sixteenths + 500) / 1000)
}
