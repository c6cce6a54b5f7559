package layout

import (
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"slices"
	"strings"

	"github.com/cespare/xxhash/v2"
)

// Line notes: what the readings of a view ask of its lines again and again. None of it depends on a
// reading, so it is found once for all.

// lineNotes are the notes of all lines, by line. Sums say how many lines before a line are such.
type lineNotes struct {
	d          *text.Document
	base       []text.Class      // of the lines before anything was decided
	looks      []text.Look       // without the timestamps in the lines
	texts      []int32           // sums of the lines that held text
	blanks     []int32           // sums of the blank lines
	dividers   []int32           // sums of the dividing lines
	controls   []int32           // sums of the controls of the page
	forms      []*lineForm       // nil: not asked for so far
	hashes     []uint64          // the same; 0: not asked for so far
	ends       []answer          // whether they end a page: see endsPage
	words      []lineWords       // see wordsOf
	neighbours []neighbour       // by the second line: see shareWord
	wordCounts []uint16          // how many lines have each word: see countWords
	wordLines  int               // the lines that were counted
	signs      []lineSigns       // how lines are written; zero: not asked for so far
	usual      *usualLines       // how most lines are written; nil: not counted so far
	alike      map[linePair]bool // whether two lines are of one form: see sameForm
	classes    []text.Class      // for which the width was asked last
	width      int               // of lines of these classes
	sizes      []int             // room for what is counted of one reading
	series     measuredSeries    // the one that was measured last
	rows       []*row            // the groups of containers that may be the entries
	planned    []bool            // the candidates that are clocks of a plan; nil: none is
	desk       *desk
}

// An answer is what is known of a line.
type answer uint8

const (
	notAsked answer = iota
	isOne
	isNone
)

// newNotes returns notes of the lines of a judge, which were of some classes before anything was
// decided.
func newNotes(j *judge, base []text.Class) *lineNotes {
	n := len(base)
	sums := j.desk.sums.take(4 * (n + 1))
	l := &lineNotes{d: j.D, base: base, looks: j.D.Looks, texts: sums[:n+1],
		blanks: sums[n+1 : 2*(n+1)], dividers: sums[2*(n+1) : 3*(n+1)],
		controls: sums[3*(n+1):], forms: j.desk.forms.take(n),
		hashes: j.desk.hashes.take(n), ends: j.desk.ends.take(n), desk: j.desk,
		words: j.desk.words.take(n), neighbours: j.desk.neighbours.take(n),
		signs: j.desk.signs.take(n), alike: map[linePair]bool{}, planned: j.plannedIn()}
	rests := j.restLooks()
	if len(rests) > 0 {
		l.looks = append([]text.Look(nil), l.looks...)
		for i, look := range rests {
			l.looks[i] = look
		}
	}
	for i, class := range base {
		isText := class == text.TextLine && j.Texts[i+1] > j.Texts[i] ||
			class == text.StampLine && rests[i] != 0
		l.texts[i+1] = l.texts[i] + oneIf(isText)
		l.blanks[i+1] = l.blanks[i] + oneIf(class == text.BlankLine)
		l.dividers[i+1] = l.dividers[i] + oneIf(class == text.Dividing && !j.joins(i))
		l.controls[i+1] = l.controls[i] + oneIf(class == text.ButtonLine ||
			class == text.AsideLine && j.D.Look(i).Has(text.LookControl))
	}
	return l
}

// joins reports whether a line is one mark alone that joins a timestamp to its text or to who wrote
// it: a colon, a point.
func (j *judge) joins(i int) bool {
	switch strings.TrimSpace(j.D.Line(i)) {
	case ":", "|", "/", "·", "•":
		return true
	}
	return false
}

func oneIf(b bool) int32 {
	if b {
		return 1
	}
	return 0
}

// restLooks returns the looks of what shares its line with a candidate, by line.
func (j *judge) restLooks() map[int]text.Look {
	looks := map[int]text.Look{}
	for i := range j.Candidates {
		if c := &j.Candidates[i]; c.Place != stamp.Whole {
			rest := strings.Trim(j.rest(c), " \t([{-–—|·:")
			if rest != "" {
				looks[int(c.Line)] = text.LookAtWords(rest)
			}
		}
	}
	return looks
}

// hasText reports whether line i held text before anything was decided: so all readings compare the
// same lines.
func (l *lineNotes) hasText(i int) bool { return l.texts[i+1] > l.texts[i] }

// countTexts counts the lines in [from, to) that held text.
func (l *lineNotes) countTexts(from, to int) int {
	return int(l.texts[max(from, to)] - l.texts[from])
}

// A lineForm is how a line is written.
type lineForm struct {
	hasColon bool // it ends with one
	isBullet bool
	size     int    // in characters
	first    string // the first word of several
	last     string // the last word
	isWord   bool   // that is all of the line
}

// form returns how line i is written.
func (l *lineNotes) form(i int) *lineForm {
	if f := l.forms[i]; f != nil {
		return f
	}
	f := l.desk.formed.one()
	s := l.d.Line(i)
	*f = lineForm{hasColon: strings.HasSuffix(s, ":"), isBullet: text.IsBullet(s),
		size: text.Size(s), first: firstWord(s)}
	f.last = text.LastWord(s)
	f.isWord = len(f.last) == len(s)
	l.forms[i] = f
	return f
}

// hash returns a hash of line i.
func (l *lineNotes) hash(i int) uint64 {
	if l.hashes[i] == 0 {
		l.hashes[i] = xxhash.Sum64String(l.d.Line(i))
	}
	return l.hashes[i]
}

// wrapWidth returns the width at which lines of some classes are wrapped. Most readings have the
// same classes.
func (l *lineNotes) wrapWidth(classes []text.Class) int {
	if !slices.Equal(l.classes, classes) {
		l.classes, l.width = slices.Clone(classes), text.WrapWidth(l.d, classes)
	}
	return l.width
}

// A linePair is two lines in one number: maps find those faster.
type linePair uint64

// areAlike is sameForm, which readings of the same timestamps ask of the same lines. Long lines
// have no form: to compare them takes less time than to find what is known of them.
func (j *judge) areAlike(a, b int) bool {
	if j.lines == nil {
		return j.sameForm(a, b)
	}
	if s, t := j.D.Line(a), j.D.Line(b); max(len(s), len(t)) > text.CreditSize {
		return s == t
	}
	pair := linePair(a)<<32 | linePair(b)
	same, known := j.lines.alike[pair]
	if !known {
		same = j.sameForm(a, b)
		j.lines.alike[pair] = same
	}
	return same
}
