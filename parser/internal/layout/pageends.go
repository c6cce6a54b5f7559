package layout

import (
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"slices"
)

// Page ends: what a page has above and below its feed, such as a menu, a banner, a footer. It is
// muted before any reading is made, so that no reading depends on it. The unit is the block, a run
// of lines between blank ones. Blocks without a candidate that follow the last candidate are of the
// page where entries have no such blocks, or fewer, or end otherwise.

// A pageBlock is a run of lines between blank ones.
type pageBlock struct {
	from, to    int // to excluded
	first, last int // of its lines with candidates; -1: none
}

func (b *pageBlock) isMarked() bool { return b.first >= 0 }

// muteEnds mutes what the page has at both ends of the document.
func (j *judge) muteEnds() {
	blocks := j.pageBlocks()
	first := slices.IndexFunc(blocks, func(b pageBlock) bool { return b.isMarked() })
	if first < 0 {
		return
	}
	end := len(blocks)
	for !blocks[end-1].isMarked() {
		end--
	}
	top, feed, bottom := blocks[:first], blocks[first:end], blocks[end:]
	f := j.framing(feed)
	top = top[:f.pageAbove(top)]
	bottom = j.belowCode(bottom, feed[0].from)
	bottom = bottom[len(bottom)-f.pageBelow(bottom):]
	if j.sampled {
		bottom = nil
	}
	if len(top)+len(bottom) > 0 {
		j.D = j.D.WithoutEnds(linesOf(top), linesOf(bottom))
	}
}

// belowCode returns the blocks without those up to the last line of code, if the feed begins at
// line from.
func (j *judge) belowCode(blocks []pageBlock, from int) []pageBlock {
	end, fenced := from, false
	for i := from; i < j.D.Lines.Count() && len(blocks) > 0; i++ {
		if j.isFence(i) {
			fenced = !fenced
			end = i + 1
		}
	}
	if fenced {
		return nil
	}
	for len(blocks) > 0 && blocks[0].from < end {
		blocks = blocks[1:]
	}
	return blocks
}

// pageBlocks returns the blocks of the document.
func (j *judge) pageBlocks() (blocks []pageBlock) {
	at := 0
	for i := range j.D.Lines.Count() {
		if j.D.IsBlank(i) {
			continue
		}
		if i == 0 || j.D.IsBlank(i-1) {
			blocks = append(blocks, pageBlock{from: i, first: -1, last: -1})
		}
		b := &blocks[len(blocks)-1]
		b.to = i + 1
		for ; at < len(j.Candidates) && int(j.Candidates[at].Line) <= i; at++ {
			c := &j.Candidates[at]
			if c.Place != stamp.Whole && c.Fields.Has&stamp.WeakDate != 0 {
				continue
			}
			if b.last = i; b.first < 0 {
				b.first = i
			}
		}
	}
	return blocks
}

// linesOf returns the lines of some blocks.
func linesOf(blocks []pageBlock) (lines []int) {
	for _, b := range blocks {
		for i := b.from; i < b.to; i++ {
			lines = append(lines, i)
		}
	}
	return lines
}

// A framing is what is known of the blocks from the first with a candidate to the last.
type framing struct {
	j          *judge
	lines      int  // of text
	marked     int  // blocks with candidates
	fewest     int  // blocks without one that follow each other: the gaps
	most       int  // the same
	endInProse bool // all gaps end with prose
	// All blocks with candidates but for one in ten have the first of them at the same line. Of
	// three or more, the first block is not asked: it may have a title.
	opened bool
	closed bool // all blocks with candidates end with one
}

// framing counts the blocks of the feed.
func (j *judge) framing(blocks []pageBlock) *framing {
	f := &framing{j: j, fewest: len(blocks), endInProse: true, closed: true}
	gap, unlike, last := 0, 0, blocks[len(blocks)-1]
	for k, b := range blocks {
		f.lines += b.to - b.from
		if !b.isMarked() {
			gap++
			continue
		}
		if (k > 0 || len(blocks) < few) && b.first-b.from != last.first-last.from {
			unlike++
		}
		f.closed = f.closed && b.last == b.to-1
		if f.marked++; k > 0 {
			f.fewest, f.most = min(f.fewest, gap), max(f.most, gap)
			f.endInProse = f.endInProse && (gap == 0 || f.holdsProse(blocks[k-1]))
		}
		gap = 0
	}
	f.opened = isNearlyAll(f.marked-unlike, f.marked)
	return f
}

// pageAbove returns how many blocks above the feed are of the page: those that are more than any
// gap has. All gaps must have as many, or none.
func (f *framing) pageAbove(blocks []pageBlock) int {
	n := max(0, len(blocks)-f.most)
	if f.most == 0 && f.partsFrom(blocks) ||
		f.areEqual() && !slices.ContainsFunc(blocks[:n], f.holdsProse) {
		return n
	}
	return 0
}

// pageBelow returns how many blocks below the feed are of the page. Where gaps have blocks, these
// are the last ones, without prose, of those that are more than any gap has. All gaps must have as
// many, or end with prose.
func (f *framing) pageBelow(blocks []pageBlock) int {
	n := max(0, len(blocks)-f.most)
	switch {
	case f.most == 0 && f.partsFrom(blocks):
		return n
	case f.most == 0, !f.areEqual() && (f.marked < 2 || !f.endInProse):
		return 0
	}
	for k := range n {
		if f.holdsProse(blocks[len(blocks)-1-k]) {
			return k
		}
	}
	return n
}

// areEqual reports whether all gaps have as many blocks.
func (f *framing) areEqual() bool { return f.fewest == f.most && f.marked > few }

// partsFrom reports whether blocks at one end are no part of a feed whose gaps have no blocks. It
// must be large enough to tell, with blank lines between entries alone.
func (f *framing) partsFrom(blocks []pageBlock) bool {
	if f.lines <= few || f.marked == 1 && f.lines < 2*headLines || !f.opened && !f.closed {
		return false
	}
	prose := 0
	for _, i := range linesOf(blocks) {
		if f.isProse(i) {
			prose++
		}
	}
	return isNearlyAll(f.lines, f.lines+prose)
}

// holdsProse reports whether a block has a line of prose.
func (f *framing) holdsProse(b pageBlock) bool {
	for i := b.from; i < b.to; i++ {
		if f.isProse(i) {
			return true
		}
	}
	return false
}

// isProse reports whether a line is long or ends a sentence, and is no line of copyright.
func (f *framing) isProse(i int) bool {
	return f.j.D.Look(i).Has(text.LookLong|text.LookEnded) && !f.j.isCopyright(i)
}
