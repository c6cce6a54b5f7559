package parser

// Signs: what a feed without stamps does to part its entries, where it does something: separators, blank lines, bullets, a line that
// recurs. A sign counts only where the feed uses it consistently; then it wins over the cues.

// A boundary is how a paragraph is known to begin an entry, or to go on with one, before any cue is asked.
type boundary int8

const (
	noBoundary boundary = iota
	begins              // an entry begins here
	goesOnly            // no entry begins here, whatever the cues say
	unsigned            // the sign is not here, where most entries have it
	asked               // an entry begins here, as the Parser was told to cut
)

// signs returns the sign of every paragraph and which kind of sign it is; nil if the feed has none. What the Parser was told is a sign too.
func (j *judge) signs(runs []lineRun) ([]boundary, rule) {
	switch j.p.Group {
	case GroupParagraph:
		return j.bound(runs, func(int) bool { return true }), ruleParagraph
	case GroupBlank:
		return j.bound(runs, func(i int) bool { return runs[i].first > 0 && j.classes[runs[i].first-1] != textLine }), ruleBlankLine
	case GroupStamp:
		return j.bound(runs, func(int) bool { return false }), ruleNone
	}
	for _, by := range []func([]lineRun) ([]boundary, rule){j.bySeparatorLines, j.byBlankLines, j.byBullets, j.byRecurringLine, j.byControls} {
		if signs, why := by(runs); signs != nil {
			return signs, why
		}
	}
	return nil, ruleNone
}

// bound lets entries begin where the Parser was told so, and nowhere else.
func (j *judge) bound(runs []lineRun, begins func(i int) bool) []boundary {
	signs := make([]boundary, len(runs))
	for i := range runs {
		signs[i] = goesOnly
		if begins(i) {
			signs[i] = asked
		}
	}
	return signs
}

// bySeparatorLines lets entries begin behind separator lines: ___, * * *.
func (j *judge) bySeparatorLines(runs []lineRun) ([]boundary, rule) {
	signs := make([]boundary, len(runs))
	n := 0
	for i := range runs {
		signs[i] = goesOnly
		if i > 0 && j.dividedBetween(int(runs[i-1].last), int(runs[i].first)) {
			signs[i] = begins
			n++
		}
	}
	if n < 2 || len(runs) > 15*n {
		return nil, ruleNone
	}
	return signs, ruleDivider
}

// dividedBetween reports whether a separator stands between two lines.
func (j *judge) dividedBetween(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if j.classes[i] == dividing {
			return true
		}
	}
	return false
}

// byBlankLines lets entries begin behind blank lines, where some paragraphs have a blank line between them and some have none.
func (j *judge) byBlankLines(runs []lineRun) ([]boundary, rule) {
	signs := make([]boundary, len(runs))
	blank, tight := 0, 0
	for i := 1; i < len(runs); i++ {
		switch {
		case runs[i].first == runs[i-1].last+1:
			signs[i] = goesOnly
			tight++
		case j.classes[runs[i].first-1] == blankLine:
			signs[i] = begins
			blank++
		}
	}
	if blank < 3 || tight*4 < blank || blank*12 < tight {
		return nil, ruleNone
	}
	return signs, ruleBlankLine
}

// byBullets lets entries begin with a bullet, where most paragraphs have one.
func (j *judge) byBullets(runs []lineRun) ([]boundary, rule) {
	signs := make([]boundary, len(runs))
	bullets := 0
	for i := range runs {
		if isBullet(runs[i].of(j.d.Text)) && !j.isIndented(int(runs[i].first)) {
			signs[i] = begins
			bullets++
		} else {
			signs[i] = goesOnly
		}
	}
	if bullets < 3 || bullets*3 < len(runs) {
		return nil, ruleNone
	}
	return signs, ruleBullet
}

// isIndented reports whether line i begins with two blanks or more.
func (j *judge) isIndented(i int) bool {
	return j.d.lines.span(j.d.Text, i).Start-int(j.d.lines[i].at) >= 2
}

// byRecurringLine lets entries end with a line that recurs, word for word, through the feed: a boundary-off, a by-line.
func (j *judge) byRecurringLine(runs []lineRun) ([]boundary, rule) {
	counts := map[string]int{}
	best := ""
	for i := range runs {
		s := runs[i].of(j.d.Text)
		if len(s) > 2*sentenceSize || len(s) < 4 {
			continue
		}
		if counts[s]++; counts[s] > counts[best] {
			best = s
		}
	}
	n := counts[best]
	if n < 4 || n*15 < len(runs) || n*2 > len(runs) {
		return nil, ruleNone
	}
	signs := make([]boundary, len(runs))
	for i := range runs {
		signs[i] = unsigned
		if i > 0 && runs[i-1].of(j.d.Text) == best {
			signs[i] = begins
		}
	}
	return signs, ruleRecurring
}

// byControls lets entries be parted by the controls and credits that recur between their paragraphs: they stand below the text, or
// below the headline over it.
func (j *judge) byControls(runs []lineRun) ([]boundary, rule) {
	signs := make([]boundary, len(runs))
	for i := range signs {
		signs[i] = unsigned
	}
	n := 0
	for i := 1; i < len(runs); i++ {
		if !j.controlBetween(int(runs[i-1].last), int(runs[i].first)) {
			continue
		}
		at := i
		if above := runs[i-1].of(j.d.Text); isHeading(above) && !isBody(above) && endsSentence(runs[i].of(j.d.Text)) {
			at, signs[i] = i-1, goesOnly
		}
		signs[at] = begins
		n++
	}
	if n < 3 || n*12 < len(runs) || n*10 > len(runs)*9 {
		return nil, ruleNone
	}
	return signs, ruleControl
}

// controlBetween reports whether a control of the page or a credit stands between two lines.
func (j *judge) controlBetween(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if class := j.classes[i]; class == buttonLine || class == creditLine {
			return true
		}
	}
	return false
}
