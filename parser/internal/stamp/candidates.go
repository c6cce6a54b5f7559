package stamp

import (
	"sync"

	"newstimeline/parser/fault"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"newstimeline/parser/memory"
	"newstimeline/parser/parallel"
)

// Scan returns a source as lines, each looked at, and the candidates in them.
func Scan(src feed.Source) (*text.Document, []Candidate) {
	d := Lines(src)
	return d, scan(d)
}

// Lines returns a source as lines. Those that markup excludes or that recur on every page are
// muted.
func Lines(src feed.Source) *text.Document {
	d := text.NewDocument(src)
	mutePages(d)
	return d
}

// scan finds the candidates and the features of every line.
func scan(d *text.Document) []Candidate {
	const part = 8192 // lines that are scanned in one go
	n := d.Lines.Count()
	d.Looks, d.Kinds = make([]text.Look, n), make([]text.TextKind, n)
	var candidates []Candidate
	scanned := 0
	var used lentScanners
	parallel.InOrder((n+part-1)/part, func() func([]Candidate, int) []Candidate {
		s := used.lend(d)
		return func(_ []Candidate, i int) []Candidate {
			s.found = s.appendCandidates(s.found[:0], i*part, min((i+1)*part, n))
			return s.found
		}
	}, func(found []Candidate) error {
		scanned = min(scanned+part, n)
		if need := len(candidates) + len(found); need > cap(candidates) && scanned > n/8 {
			candidates = append(memory.Make[Candidate](expected(need, scanned, n)), candidates...)
		}
		candidates = append(candidates, found...)
		return nil
	})
	used.giveBack() // not after a panic: what a scanner knows may be half of it
	if len(d.Hints) > 0 {
		candidates = addHinted(d, candidates)
	}
	return muteRepeats(d, takeLeaves(d, candidates))
}

// expected returns how many candidates n lines may have, from what the first of them had: as many
// more as those suggest, and some.
func expected(found, scanned, n int) int {
	more := float64(found) * float64(n-scanned) / float64(scanned)
	return found + int(more*17/16)
}

// A scanner scans lines of a document.
type scanner struct {
	d      *text.Document
	finder Finder
	known  *knownLines // nil: the scanner is new, and the document has fewer lines than places
	isUsed bool
	tried  int         // lines of this document that were looked for among those known
	met    int         // and found
	found  []Candidate // in the lines that were scanned last
}

// scanners are those that no call needs at the moment. What they know holds for other documents:
// many feeds have the same clocks.
var scanners = sync.Pool{New: func() any { return new(scanner) }}

// lentScanners are those in use for a document.
type lentScanners struct {
	mutex sync.Mutex
	all   []*scanner
}

// lend returns a scanner for lines of a document. The first short document of a process is read
// without keeping lines: it may be the only one.
func (l *lentScanners) lend(d *text.Document) *scanner {
	s := scanners.Get().(*scanner)
	if s.known == nil && (s.isUsed || d.Lines.Count() > len(s.known)) {
		s.known = new(knownLines)
	}
	s.d, s.isUsed, s.tried, s.met = d, true, 0, 0
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.all = append(l.all, s)
	return s
}

// giveBack lends the scanners to others.
func (l *lentScanners) giveBack() {
	for _, s := range l.all {
		s.d = nil
		scanners.Put(s)
	}
}

// appendCandidates appends the candidates of lines [from, to) to dst.
func (s *scanner) appendCandidates(dst []Candidate, from, to int) []Candidate {
	fault.At("scan", s.d.Name)
	for i := from; i < to; i++ {
		at := s.d.Lines.Span(s.d.Text, i)
		if at.Len() == 0 || s.d.IsMuted(i) {
			s.d.Looks[i] = text.LookBlank
			continue
		}
		line, before := at.Of(s.d.Text), len(dst)
		if len(line) <= knownLine && s.known != nil && s.recur() {
			dst, s.d.Looks[i], s.d.Kinds[i] = s.appendKnown(dst, line)
		} else {
			dst, s.d.Looks[i], s.d.Kinds[i] = s.appendRead(dst, line)
		}
		for k := before; k < len(dst); k++ {
			dst[k].Shift(int32(i), at.Start)
		}
	}
	return dst
}

// recur reports whether short lines of the document recur, as far as is known: one in eight pays.
func (s *scanner) recur() bool { return s.tried < len(s.known) || 8*s.met > s.tried }

// appendRead appends the candidates of a line, with offsets in the line, and looks at it.
func (s *scanner) appendRead(dst []Candidate, line string) ([]Candidate, text.Look, text.TextKind) {
	before := len(dst)
	dst = s.finder.find(dst, line)
	look := text.LookAt(line, countsAlone(dst[before:]), &s.finder.x)
	mayBegin := line[0] == '0' || !words.IsDigit(line[0]) // from zero, or with a sign
	if mayBegin && look.Has(text.LookFigure) {
		if e, ok := ElapsedAt(line); ok && e.Begins() {
			look |= text.LookStart
		}
	}
	return dst, look, text.KindOf(line)
}

// appendKnown is appendRead for a short line, which may be known.
func (s *scanner) appendKnown(dst []Candidate, line string) (
	[]Candidate, text.Look, text.TextKind) {
	known := s.known.place(line)
	s.tried++
	if known.is(line) {
		s.met++
		return append(dst, known.found[:known.count]...), known.look, known.kind
	}
	before := len(dst)
	dst, look, kind := s.appendRead(dst, line)
	known.keep(line, dst[before:], look, kind)
	return dst, look, kind
}
