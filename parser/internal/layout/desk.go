package layout

import (
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"sync"
)

// A desk is the memory in which the readings of a document are compared. Nothing of it is in the
// Layout that is handed on, so the next document is judged in the same. In a batch of small feeds,
// fresh memory would cost a tenth of all the work.
type desk struct {
	judges     pile[judge]
	labels     pile[stamp.Label]
	classes    pile[text.Class]
	series     pile[series]
	stamps     pile[int32]
	styles     pile[stamp.Style]
	segments   pile[Segment]
	gaps       pile[between]
	options    pile[option]
	measures   pile[measure]
	blocks     pile[*Segment]
	units      pile[segmentUnit]
	sums       pile[int32]
	hashes     pile[uint64]
	ends       pile[answer]
	forms      pile[*lineForm]
	formed     pile[lineForm]
	signs      pile[lineSigns]
	words      pile[lineWords]
	neighbours pile[neighbour]
	tokens     pile[uint32]
	counts     pile[uint16]
}

var desks = sync.Pool{New: func() any { return new(desk) }}

// tidy empties a desk: what was on it is of no document any more.
func (d *desk) tidy() {
	d.judges.clear()
	d.labels.clear()
	d.classes.clear()
	d.series.clear()
	d.stamps.clear()
	d.styles.clear()
	d.segments.clear()
	d.gaps.clear()
	d.options.clear()
	d.measures.clear()
	d.blocks.clear()
	d.units.clear()
	d.sums.clear()
	d.hashes.clear()
	d.ends.clear()
	d.forms.clear()
	d.formed.clear()
	d.signs.clear()
	d.words.clear()
	d.neighbours.clear()
	d.tokens.clear()
	d.counts.clear()
}

// A pile is memory of which pieces are taken, one after the other.
type pile[T any] struct{ taken []T }

// pileSize is for how many values a pile has room at first.
const pileSize = 8

// take returns n zero values. What was taken before stays with who has it.
func (p *pile[T]) take(n int) []T {
	from := len(p.taken)
	if cap(p.taken)-from < n {
		from = 0
		p.taken = make([]T, 0, max(n, 2*cap(p.taken), pileSize))
	}
	p.taken = p.taken[:from+n]
	return p.taken[from : from+n : from+n]
}

// copyOf returns a copy of values.
func (p *pile[T]) copyOf(values []T) []T {
	c := p.take(len(values))
	copy(c, values)
	return c
}

// one returns the place of a zero value.
func (p *pile[T]) one() *T { return &p.take(1)[0] }

// clear makes all that was taken zero again, to be taken once more.
func (p *pile[T]) clear() {
	clear(p.taken)
	p.taken = p.taken[:0]
}
