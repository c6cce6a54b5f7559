package grouping

import (
	"math"
	"math/bits"
)

// How much paragraphs have in common, in whole numbers: every processor gives the same.

// weigh gives every stem its weight, the less the more paragraphs have it, and works out what
// every paragraph shares with those above it. A stem remembers which paragraphs it was met in last,
// so that none need be compared with each other.
func (g *grouper) weigh() (c cohesion) {
	all := log2(len(g.paragraphs) * 2)
	for i := range g.stems {
		s := &g.stems[i]
		weight := int32(all - log2(int(s.count)))
		s.square, s.last = weight*weight, 0
	}
	sample, step := 1, 1+len(g.paragraphs)/rateSample
	for i := range g.paragraphs {
		p := &g.paragraphs[i]
		if i < sample {
			shared := g.shared(i, 0)
			p.shared = [4]int64(shared[:4])
			continue
		}
		shared := g.shared(i, farLags)
		p.shared = [4]int64(shared[:4])
		c.add(g, i, &shared)
		sample += step
	}
	return c
}

// Distances of paragraphs, as bits: those that an open entry asks about, and those at which
// paragraphs hardly belong together.
const (
	farLags = 1<<8 | 1<<10 | 1<<12
	lags    = 12 + 1
)

// shared returns, by distance, what paragraph i shares with the paragraphs above it: the sum of the
// squared weights of their common stems. It also adds up the norm of paragraph i. It must be called
// for one paragraph after the other.
func (g *grouper) shared(i int, far uint32) (shared [lags]int64) {
	p := &g.paragraphs[i]
	for _, id := range p.stems {
		s := &g.stems[id]
		above := s.recent << uint32(int32(i)-s.last)
		s.last, s.recent = int32(i), above|1
		square := int64(s.square)
		p.norm += square
		// no branches: whether a stem is shared is anyone's guess
		shared[1] += square & -int64(above>>1&1)
		shared[2] += square & -int64(above>>2&1)
		shared[3] += square & -int64(above>>3&1)
		for m := above & far; m != 0; m &= m - 1 {
			shared[bits.TrailingZeros32(m)] += square
		}
	}
	return shared
}

// A cohesion is how much some paragraphs are like the ones right above them, and like those further
// off, each likeness in thousandths.
type cohesion struct {
	near, nears int
	far, fars   int
	runes       int // characters of the paragraphs
}

// add adds paragraph i, which shares so much with those above it.
func (c *cohesion) add(g *grouper, i int, shared *[lags]int64) {
	p := &g.paragraphs[i]
	c.runes += p.runes
	c.nears++
	c.near += cosine(shared[1], p.norm, g.paragraphs[i-1].norm)
	for k := 8; k <= min(12, i); k += 2 {
		c.far += cosine(shared[k], p.norm, g.paragraphs[i-k].norm)
		c.fars++
	}
}

// percent returns the likeness of neighbours in percent of that of paragraphs further off.
func (c *cohesion) percent() int { return (c.near/c.nears + 5) * 100 / (c.far/max(1, c.fars) + 5) }

// cosine returns shared/√(a·b) in thousandths: how like two paragraphs of the norms a and b are
// that share so much.
func cosine(shared, a, b int64) int {
	if shared == 0 || a == 0 || b == 0 {
		return 0
	}
	return int(shared * 1000 / max(1, root(uint64(a)*uint64(b))))
}

// root returns the whole part of a square root.
func root(n uint64) int64 {
	x := min(uint64(math.Sqrt(float64(n))), math.MaxUint32)
	for x*x > n {
		x--
	}
	for x < math.MaxUint32 && (x+1)*(x+1) <= n {
		x++
	}
	return int64(x)
}

// log2 returns the binary logarithm of n in sixteenths, linear between powers of two.
func log2(n int) int {
	if n <= 1 {
		return 0
	}
	e := bits.Len(uint(n)) - 1
	return e*16 + (n-1<<e)*16>>e
}

// A table numbers hashes from 0 in the order in which they come.
type table struct {
	slots []numbered
	count int32
}

// A numbered hash has a number, here counted from 1; 0: the slot is empty.
type numbered struct {
	hash   uint32
	number int32
}

// reset empties the table and makes room for n numbers.
func (t *table) reset(n int) {
	size := 64
	for 3*size < 4*n {
		size *= 2
	}
	t.slots, t.count = cleared(t.slots, size), 0
}

// find returns the slot of a hash, or the empty one that it would have.
func (t *table) find(h uint32) *numbered {
	mask := uint32(len(t.slots) - 1)
	for at := h * 0x9E3779B1 >> 7 & mask; ; at = (at + 1) & mask {
		if s := &t.slots[at]; s.number == 0 || s.hash == h {
			return s
		}
	}
}

// id returns the number of a hash.
func (t *table) id(h uint32) int32 {
	s := t.find(h)
	if s.number > 0 {
		return s.number - 1
	}
	t.count++
	*s = numbered{h, t.count}
	if 4*int(t.count) > 3*len(t.slots) {
		t.grow()
	}
	return t.count - 1
}

// has reports whether a hash has a number.
func (t *table) has(h uint32) bool { return t.find(h).number > 0 }

func (t *table) grow() {
	old := t.slots
	t.slots = make([]numbered, 2*len(old))
	for _, s := range old {
		if s.number > 0 {
			*t.find(s.hash) = s
		}
	}
}
