package text

import "newstimeline/parser/feed"

// Scopes: the elements of a page that hold several times. What is beyond the list of an entry is
// none of its text.

// A scope is the lines [from, to) of such an element, and the smallest one around it; -1: none.
type scope struct{ from, to, around int32 }

// noteScopes notes the scopes, and the smallest of each line.
func (d *Document) noteScopes() {
	inner := int32(-1) // that the next hint may be in
	for _, h := range d.Hints {
		if h.Kind != feed.HintScope || h.Len() == 0 {
			continue
		}
		from, to := int32(d.LineOf(h.Start)), int32(d.LineOf(h.End-1)+1)
		for inner >= 0 && d.scopes[inner].to < to {
			inner = d.scopes[inner].around
		}
		d.scopes = append(d.scopes, scope{from, to, inner})
		inner = int32(len(d.scopes) - 1)
	}
	if d.scopes == nil {
		return
	}
	d.scoped = make([]int32, d.Lines.Count())
	for i := range d.scoped {
		d.scoped[i] = -1
	}
	for k, s := range d.scopes { // the wider before those in it
		for i := s.from; i < s.to; i++ {
			d.scoped[i] = int32(k)
		}
	}
}

// Scope returns the lines [from, to), from 0, of the smallest element with several times that holds
// two lines; false: there is none.
func (d *Document) Scope(a, b int) (from, to int, ok bool) {
	if d.scoped == nil {
		return 0, 0, false
	}
	a, b = min(a, b), max(a, b)
	for k := d.scoped[a]; k >= 0; k = d.scopes[k].around {
		if s := &d.scopes[k]; b < int(s.to) {
			return int(s.from), int(s.to), true
		}
	}
	return 0, 0, false
}
