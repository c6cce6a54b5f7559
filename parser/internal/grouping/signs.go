package grouping

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"slices"
	"strings"
)

// Signs: what a feed without stamps does to part its entries, where it does something: separators,
// blank lines, bullets, a line that recurs. A sign counts only where the feed uses it consistently;
// then it wins over the cues.

// A boundary is how a paragraph is known to begin an entry, or to go on with one, before any cue is
// asked.
type boundary int8

const (
	noBoundary boundary = iota
	begins              // an entry begins here
	goesOnly            // no entry begins here, whatever the cues
	asked               // an entry begins here, by the Parser's settings
)

// signs returns the sign of every paragraph and which kind of sign it is; nil if the feed has none.
// The Parser's settings are a sign too. Day k has paragraphs [starts[k], starts[k+1]).
func (g *Groups) signs(runs []text.Paragraph, starts []int) ([]boundary, feed.Rule) {
	switch g.O.By {
	case byParagraphs:
		return g.bound(runs, func(int) bool { return true }), feed.RuleParagraph
	case byBlanks:
		return g.bound(runs, func(i int) bool {
			return runs[i].First > 0 && g.Classes[runs[i].First-1] != text.TextLine
		}), feed.RuleBlankLine
	case byStampsAlone:
		return g.bound(runs, func(int) bool { return false }), feed.RuleNone
	}
	g.heads = headsOf(g.D.Text, runs)
	for _, by := range []func([]text.Paragraph, []int) ([]boundary, feed.Rule){
		g.byOpenings, g.bySeparatorLines, g.byNumbers, g.byBlankLines, g.byBullets, g.byPlaces,
		g.byIndents, g.byRecurringLines, g.byControls,
	} {
		if signs, why := by(runs, starts); signs != nil {
			leaveUnsignedDays(signs, starts)
			return signs, why
		}
	}
	return nil, feed.RuleNone
}

// A head is the first two bytes of a paragraph. Most signs are ruled out by it. To look at the text
// of a large feed for each sign would fetch the head of every line from memory each time.
type head [2]byte

func headsOf(all string, runs []text.Paragraph) []head {
	heads := make([]head, len(runs))
	for i := range runs {
		copy(heads[i][:], runs[i].Of(all))
	}
	return heads
}

// isWord reports whether a paragraph opens with a letter or a digit of ASCII.
func (h head) isWord() bool { return words.IsPlain(h[0]) }

// isNumber reports whether a paragraph opens with a digit.
func (h head) isNumber() bool { return words.IsDigit(h[0]) }

// mayBeName reports whether a paragraph may open with a name in capitals.
func (h head) mayBeName() bool { return h[1] < 'a' || 'z' < h[1] }

// leaveUnsignedDays leaves to the cues the days without any sign, if they are much longer than an
// entry of the other days. Part of the feed came from elsewhere, or lost its signs on the way.
func leaveUnsignedDays(signs []boundary, starts []int) {
	var unsigned [][]boundary
	paragraphs, entries := 0, 0
	for k := range len(starts) - 1 {
		day := signs[starts[k]:starts[k+1]]
		if len(day) > 0 && !slices.Contains(day[1:], begins) {
			unsigned = append(unsigned, day)
			continue
		}
		paragraphs += len(day)
		for i, s := range day {
			if i == 0 || s == begins {
				entries++
			}
		}
	}
	for _, day := range unsigned {
		if len(day) >= unsignedDay && len(day)*entries > 3*paragraphs {
			clear(day)
		}
	}
}

// unsignedDay is how many paragraphs a day has at least that is no single entry.
const unsignedDay = 6

// bound lets entries begin where the Parser's settings require, and nowhere else.
func (g *Groups) bound(runs []text.Paragraph, begins func(i int) bool) []boundary {
	signs := make([]boundary, len(runs))
	for i := range runs {
		signs[i] = goesOnly
		if begins(i) {
			signs[i] = asked
		}
	}
	return signs
}

// byOpenings lets each day be one entry if nearly all begin with the same heading of Markdown, as
// the minutes of meetings do. It is the first of some sections.
func (g *Groups) byOpenings(runs []text.Paragraph, starts []int) ([]boundary, feed.Rule) {
	days, most, alike := 0, 0, map[string]int{}
	for k := range len(starts) - 1 {
		if starts[k+1]-starts[k] < 2 {
			continue
		}
		days++
		first := runs[starts[k]].Of(g.D.Text)
		if text.IsMarkdownHeading(first) {
			alike[first]++
			most = max(most, alike[first])
		}
	}
	if most < few || 5*most < 4*days {
		return nil, feed.RuleNone
	}
	return g.bound(runs, func(int) bool { return false }), feed.RuleNone
}

// bySeparatorLines lets entries begin after divider lines, ___ and * * *, and with headings that
// are underlined.
func (g *Groups) bySeparatorLines(runs []text.Paragraph, _ []int) ([]boundary, feed.Rule) {
	signs := make([]boundary, len(runs))
	n := 0
	for i := range runs {
		signs[i] = goesOnly
		if i > 0 && (g.isUnderlined(runs[i]) ||
			g.dividedBetween(int(runs[i-1].Last), int(runs[i].First))) {
			signs[i] = begins
			n++
		}
	}
	if n < 2 || len(runs) > 15*n {
		return nil, feed.RuleNone
	}
	return signs, feed.RuleDivider
}

// isUnderlined reports whether a paragraph is a heading with marks below it.
func (g *Groups) isUnderlined(p text.Paragraph) bool {
	return int(p.Last)+1 < len(g.Classes) && g.Classes[p.Last+1] == text.Underline
}

// dividedBetween reports whether a divider is between two lines.
func (g *Groups) dividedBetween(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if g.Classes[i] == text.Dividing {
			return true
		}
	}
	return false
}

// byBlankLines lets entries begin after blank lines, if some paragraphs have more of them between
// them than others. In even days they part the paragraphs of what is one text a day.
func (g *Groups) byBlankLines(runs []text.Paragraph, starts []int) ([]boundary, feed.Rule) {
	if areEven(starts) {
		return nil, feed.RuleNone
	}
	least := -1
	for i := 1; i < len(runs); i++ {
		if n := g.blanksBetween(runs[i-1], runs[i]); n >= 0 && (least < 0 || n < least) {
			least = n
		}
	}
	signs := make([]boundary, len(runs))
	wide, tight := 0, 0
	for i := 1; i < len(runs); i++ {
		switch n := g.blanksBetween(runs[i-1], runs[i]); {
		case n == least:
			signs[i] = goesOnly
			tight++
		case n > least || g.Classes[runs[i].First-1] == text.BlankLine:
			signs[i] = begins
			wide++
		}
	}
	if least < 0 || !areMixed(wide, tight) || g.partHeadlines(runs, signs, wide) {
		return nil, feed.RuleNone
	}
	return signs, feed.RuleBlankLine
}

// partHeadlines reports whether blank lines separate titles from their texts too: a heading is by
// itself above a sentence, again and again.
func (g *Groups) partHeadlines(runs []text.Paragraph, signs []boundary, wide int) bool {
	n := 0
	for i := range len(runs) - 1 {
		if i > 0 && signs[i] != begins || signs[i+1] != begins || g.isHeader(runs[i+1].First-1) {
			continue
		}
		if next := runs[i+1].Of(g.D.Text); text.IsHeading(runs[i].Of(g.D.Text)) &&
			text.EndsSentence(next) {
			n++
		}
	}
	return n >= 2 && n*4 >= wide
}

// blanksBetween returns how many blank lines, and nothing else, are between two paragraphs; -1:
// something else is.
func (g *Groups) blanksBetween(a, b text.Paragraph) int {
	for i := a.Last + 1; i < b.First; i++ {
		if g.Classes[i] != text.BlankLine {
			return -1
		}
	}
	return int(b.First - a.Last - 1)
}

// areMixed reports whether paragraphs with a sign and without one alternate like the first and
// further ones of entries.
func areMixed(with, without int) bool {
	return with >= 3 && without*4 >= with && with*12 >= without
}

// byBullets lets entries begin with a bullet or a mark like one, where most paragraphs have one.
// Bullets below a colon are a list inside an entry.
func (g *Groups) byBullets(runs []text.Paragraph, starts []int) ([]boundary, feed.Rule) {
	signs, opens := make([]boundary, len(runs)), g.opensItem(runs)
	bullets, lists, listed := 0, 0, 0
	for i := range runs {
		signs[i] = goesOnly
		if g.heads[i].isWord() || !opens(runs[i].Of(g.D.Text)) ||
			g.isIndented(int(runs[i].First)) {
			continue
		}
		signs[i] = begins
		bullets++
		if i > 0 && signs[i-1] != begins {
			lists++
			if strings.HasSuffix(runs[i-1].Of(g.D.Text), ":") {
				listed++
			}
		}
	}
	if bullets < 3 || bullets*3 < len(runs) || listed*2 > lists ||
		!mostDays(starts, func(i int) bool { return signs[i] == begins }) {
		return nil, feed.RuleNone
	}
	return signs, feed.RuleBullet
}

// mostDays reports whether something is true of the first paragraph of most days.
func mostDays(starts []int, holds func(i int) bool) bool {
	yes, all := 0, 0
	for k := range len(starts) - 1 {
		if starts[k] == starts[k+1] {
			continue
		}
		all++
		if holds(starts[k]) {
			yes++
		}
	}
	return 2*yes > all
}

// byIndents lets entries begin where a paragraph is indented as the first ones of the days are, or
// as little, and others are not.
func (g *Groups) byIndents(runs []text.Paragraph, starts []int) ([]boundary, feed.Rule) {
	first := mostDays(starts, func(i int) bool { return g.isIndented(int(runs[i].First)) })
	signs := make([]boundary, len(runs))
	with, without := 0, 0
	for i := range runs {
		if g.isIndented(int(runs[i].First)) == first {
			signs[i] = begins
			with++
		} else {
			signs[i] = goesOnly
			without++
		}
	}
	if !areMixed(with, without) || without < 3 {
		return nil, feed.RuleNone
	}
	return signs, feed.RuleIndent
}

// isIndented reports whether line i begins with two blanks or more.
func (g *Groups) isIndented(i int) bool {
	return g.D.Lines.Span(g.D.Text, i).Start-int(g.D.Lines[i].At) >= 2
}

// byRecurringLines lets entries end, or begin, with lines that recur word for word through the
// feed: a boiler-plate line, a byline. In running text their numbers may differ: the score so far.
func (g *Groups) byRecurringLines(runs []text.Paragraph, starts []int) ([]boundary, feed.Rule) {
	if !g.mayRecur(runs) {
		return nil, feed.RuleNone
	}
	counts, most := g.recurring(runs)
	if n := counts[most]; !isFrequent(n, runs) || n*2 > len(runs) {
		return nil, feed.RuleNone
	}
	least := max(3, len(runs)/400)
	recurs := func(i int) bool {
		s := formOf(runs[i].Of(g.D.Text))
		return counts[s] >= least && !strings.HasSuffix(s, ":")
	}
	if strings.Contains(most, "0") && !g.areSentences(runs) {
		return nil, feed.RuleNone // the lines of logs differ in nothing but numbers
	}
	opening, all := g.opensDays(runs, starts, most), 0
	signs := make([]boundary, len(runs))
	for i := range runs {
		signs[i] = goesOnly
		here := recurs(i)
		if here {
			all++
		}
		switch {
		case opening && here && (i == 0 || !recurs(i-1)), !opening && !here && i > 0 && recurs(i-1):
			signs[i] = begins
		case !opening && here, opening && i > 0 && recurs(i-1):
			signs[i] = goesOnly
		}
	}
	if all*2 > len(runs) {
		return nil, feed.RuleNone // the feed repeats itself
	}
	return signs, feed.RuleRecurring
}

// areSentences reports whether most paragraphs end a sentence.
func (g *Groups) areSentences(runs []text.Paragraph) bool {
	n := 0
	for i := range runs {
		if text.EndsSentence(runs[i].Of(g.D.Text)) {
			n++
		}
	}
	return 2*n > len(runs)
}

// isFrequent reports whether a line that recurs so often could part the entries.
func isFrequent(n int, runs []text.Paragraph) bool { return n >= 4 && n*15 >= len(runs) }

// A line that recurs has so many bytes: shorter ones mean nothing, longer ones are not worth their
// counting.
const (
	recurringMost = 4 * text.SentenceSize
)

func isCountable(s string) bool { return len(s) <= recurringMost }

// formMost is how many bytes a line has at most that may recur with other numbers, such as a score.
const formMost = text.SentenceSize

// formOf returns a line as it recurs: a short one with each number as 0.
func formOf(s string) string {
	if len(s) > formMost || !strings.ContainsAny(s, "0123456789") {
		return s
	}
	form := make([]byte, 0, formMost)
	for i := range len(s) {
		if !words.IsDigit(s[i]) {
			form = append(form, s[i])
		} else if i == 0 || !words.IsDigit(s[i-1]) {
			form = append(form, '0')
		}
	}
	return string(form)
}

// formKey returns a key of the form of a line.
func formKey(s string) (key uint64) {
	for i := range len(s) {
		if !words.IsDigit(s[i]) {
			key = nextKey(key, uint64(s[i]))
		}
	}
	return key
}

// mayRecur reports whether a line could recur often enough. Paragraphs are counted by their form,
// long ones by their kind, so that equal lines count together. Most
// feeds have none by that, and need no count of words.
func (g *Groups) mayRecur(runs []text.Paragraph) bool {
	var tally [1 << 10]int32
	most := int32(0)
	for i := range runs {
		s := runs[i].Of(g.D.Text)
		if !isCountable(s) {
			continue
		}
		key := uint64(0)
		if len(s) <= formMost {
			key = formKey(s)
		} else {
			key = uint64(g.kindOf(runs[i]))
		}
		n := &tally[key*0x9E3779B97F4A7C15>>(64-10)]
		*n++
		most = max(most, *n)
	}
	return isFrequent(int(most), runs)
}

// kindOf returns the kind of a paragraph, which the scan has found of a line.
func (g *Groups) kindOf(p text.Paragraph) text.TextKind {
	if i := int(p.First); i < len(g.D.Kinds) && g.D.Lines.Span(g.D.Text, i) == p.Span() {
		return g.D.Kinds[i]
	}
	return text.KindOf(p.Of(g.D.Text))
}

// recurring counts the short paragraphs by their words; most is the most frequent one.
func (g *Groups) recurring(runs []text.Paragraph) (counts map[string]int, most string) {
	counts = map[string]int{}
	for i := range runs {
		s := formOf(runs[i].Of(g.D.Text))
		if !isCountable(s) {
			continue
		}
		if counts[s]++; counts[s] > counts[most] {
			most = s
		}
	}
	return counts, most
}

// opensDays reports whether a recurring line is first on more days than it is last.
func (g *Groups) opensDays(runs []text.Paragraph, starts []int, line string) bool {
	first, last := 0, 0
	for k := range len(starts) - 1 {
		if starts[k] == starts[k+1] {
			continue
		}
		if formOf(runs[starts[k]].Of(g.D.Text)) == line {
			first++
		}
		if formOf(runs[starts[k+1]-1].Of(g.D.Text)) == line {
			last++
		}
	}
	return first > last
}

// byControls lets entries be separated by the buttons and credits that recur between their
// paragraphs. They are below the text, or below the title over it. Those over the first paragraph
// of a day part nothing.
func (g *Groups) byControls(runs []text.Paragraph, starts []int) ([]boundary, feed.Rule) {
	signs := make([]boundary, len(runs))
	for i := range signs {
		signs[i] = goesOnly
	}
	n, day := 0, 0
	for i := 1; i < len(runs); i++ {
		for starts[day] < i {
			day++
		}
		if starts[day] == i || !g.controlBetween(int(runs[i-1].Last), int(runs[i].First)) {
			continue
		}
		at := i
		if above := runs[i-1].Of(g.D.Text); text.IsHeading(above) && !text.IsBody(above) &&
			text.EndsSentence(runs[i].Of(g.D.Text)) {
			at, signs[i] = i-1, goesOnly
		}
		signs[at] = begins
		n++
	}
	if n < 3 || n*12 < len(runs) || n*10 > len(runs)*9 {
		return nil, feed.RuleNone
	}
	return signs, feed.RuleControl
}

// controlBetween reports whether a button or a credit is between two lines.
func (g *Groups) controlBetween(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if class := g.Classes[i]; class == text.ButtonLine || class == text.CreditLine {
			return true
		}
	}
	return false
}

// isHeader reports whether line i is a day header.
func (g *Groups) isHeader(i int32) bool {
	_, is := slices.BinarySearch(g.Headers, i)
	return is
}
