package text

import (
	"cmp"
	"newstimeline/parser/feed"
	"slices"
	"sort"
)

// Address returns the address that markup gives what begins at a line and ends before another; ""
// if it gives none.
func (d *Document) Address(from, to int) string {
	k := sort.Search(len(d.Hints),
		func(k int) bool { return d.Hints[k].Start >= int(d.Lines[from].At) })
	for ; k < len(d.Hints) && d.Hints[k].Start < int(d.Lines[to].At); k++ {
		if d.Hints[k].Kind == feed.HintLink {
			return d.Hints[k].Value
		}
	}
	return ""
}

// Attach gives an entry what markup has in a span of the text: links, pictures, lists, quotations.
func (d *Document) Attach(e *feed.Entry, from, to int) {
	k := sort.Search(len(d.Hints), func(k int) bool { return d.Hints[k].Start >= from })
	for ; k < len(d.Hints) && d.Hints[k].Start < to; k++ {
		switch h := &d.Hints[k]; h.Kind {
		case feed.HintAnchor:
			if holds(e, h.Span) {
				a := attached(e)
				a.Links = append(a.Links, feed.Link{Span: h.Span, URL: h.Value})
			}
		case feed.HintImage:
			a := attached(e)
			a.Media = append(a.Media, mediaOf(h))
		case feed.HintItem, feed.HintQuote:
			isItem := h.Kind == feed.HintItem
			if d.isPart(e, h.Span) && !(isItem && isAllOf(e, h.Span)) {
				a := attached(e)
				a.Parts = append(a.Parts, feed.Part{Span: h.Span,
					Quoted: !isItem, Number: h.Value})
			}
		}
	}
}

// isAllOf reports whether a span holds all paragraphs of an entry.
func isAllOf(e *feed.Entry, s feed.Span) bool {
	n := len(e.Paragraphs)
	return n > 0 && s.Start <= e.Paragraphs[0].Start && e.Paragraphs[n-1].End <= s.End
}

// attached returns what is attached to an entry.
func attached(e *feed.Entry) *feed.Attached {
	if e.Attached == nil {
		e.Attached = &feed.Attached{}
	}
	return e.Attached
}

// mediaOf returns the picture of a hint.
func mediaOf(h *feed.Hint) feed.Media {
	m := feed.Media{URL: h.Value, Caption: h.Span}
	if h.Image != nil {
		m.Alt, m.Words, m.Credit = h.Image.Alt, h.Image.Caption, h.Image.Credit
	}
	if m.Caption.Len() == 0 {
		m.Caption = feed.Span{}
	}
	return m
}

// isPart reports whether a list item or a quotation is a part of an entry: paragraphs of it, and
// neither its title nor its timestamp. Else the entry itself is an item of a list.
func (d *Document) isPart(e *feed.Entry, s feed.Span) bool {
	k := sort.Search(len(e.Paragraphs),
		func(k int) bool { return e.Paragraphs[k].Start >= s.Start })
	if k == len(e.Paragraphs) || e.Paragraphs[k].End > s.End ||
		e.Title.Len() > 0 && s.Start <= e.Title.Start && e.Title.End <= s.End {
		return false
	}
	if e.StampLine > 0 {
		at := d.Lines.Span(d.Text, int(e.StampLine-1))
		return at.Start < s.Start || at.Start >= s.End
	}
	return true
}

// holds reports whether a span is in the title or in a paragraph of an entry.
func holds(e *feed.Entry, s feed.Span) bool {
	in := func(p feed.Span) bool { return p.Start <= s.Start && s.End <= p.End && s.Len() > 0 }
	k := sort.Search(len(e.Paragraphs),
		func(k int) bool { return e.Paragraphs[k].Start > s.Start }) - 1
	return in(e.Title) || k >= 0 && in(e.Paragraphs[k])
}

// SameWriter reports whether markup says that what begins at a line and ends before another is of
// who wrote what precedes it.
func (d *Document) SameWriter(from, to int) bool {
	k := sort.Search(len(d.Hints),
		func(k int) bool { return d.Hints[k].Start >= int(d.Lines[from].At) })
	for ; k < len(d.Hints) && d.Hints[k].Start < int(d.Lines[to].At); k++ {
		if d.Hints[k].Kind == feed.HintSameWriter {
			return true
		}
	}
	return false
}

// takeHints sorts the hints in the order of the text, wider ones first. It drops those outside the
// text, and notes the lines that markup marks as noise.
func (d *Document) takeHints() {
	if len(d.Hints) == 0 {
		return
	}
	hints := slices.DeleteFunc(slices.Clone(d.Hints), func(h feed.Hint) bool {
		return h.Start < 0 || h.End < h.Start || h.End > len(d.Text)
	})
	slices.SortStableFunc(hints,
		func(a, b feed.Hint) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
		})
	d.Hints = hints
	d.aside = d.Asides(func(feed.Span) bool { return true })
	d.noteLabels()
	d.noteScopes()
	d.noteParts()
}

// noteParts notes the lines at which no paragraph goes on. These are the beginnings of list items
// and quotations, and what follows these. On a page they are all lines, except after a line break.
func (d *Document) noteParts() {
	d.parted = make([]bool, d.Lines.Count()+1)
	if d.Format == "html" {
		for i := range d.parted {
			d.parted[i] = true
		}
	}
	for _, h := range d.Hints {
		switch {
		case h.Kind == feed.HintGoesOn:
			d.parted[d.LineOf(h.Start)] = false
		case (h.Kind == feed.HintItem || h.Kind == feed.HintQuote) && h.Len() > 0:
			d.parted[d.LineOf(h.Start)], d.parted[d.LineOf(h.End-1)+1] = true, true
		}
	}
}

// Asides returns by line whether markup marks it as noise and believed accepts that; nil: none. Of
// noise in noise, the widest is asked for first.
func (d *Document) Asides(believed func(feed.Span) bool) (lines []bool) {
	end := -1
	for _, h := range d.Hints {
		if h.Kind != feed.HintNoise || h.Value != "" || h.End <= end || !believed(h.Span) {
			continue
		}
		if end = h.End; lines == nil {
			lines = make([]bool, d.Lines.Count())
		}
		d.setAside(lines, h.Span)
	}
	return lines
}

// noteLabels notes the lines that markup marks as labels.
func (d *Document) noteLabels() {
	for _, h := range d.Hints {
		if h.Kind != feed.HintNoise || h.Value != feed.Label {
			continue
		}
		if d.labels == nil {
			d.labels = make([]bool, d.Lines.Count())
		}
		d.setAside(d.labels, h.Span)
	}
}

// IsLabel reports whether markup marks line i, from 0, as a label of its part of the page.
func (d *Document) IsLabel(i int) bool { return d.labels != nil && d.labels[i] }

// setAside notes that the lines that a span covers are noise. A line that it covers in part stays
// text: what is noise in it cannot be cut out.
func (d *Document) setAside(lines []bool, s feed.Span) {
	for i := d.LineOf(s.Start); i < d.Lines.Count() && int(d.Lines[i].At) < s.End; i++ {
		if line := d.Lines.Span(d.Text, i); line.Start >= s.Start && line.End <= s.End {
			lines[i] = true
		}
	}
}

// IsAside reports whether markup marks line i, from 0, as noise.
func (d *Document) IsAside(i int) bool { return d.aside != nil && d.aside[i] }

// HasAsides reports whether markup marks any line as noise.
func (d *Document) HasAsides() bool { return slices.Contains(d.aside, true) }

// Without returns the document with some lines muted, as noise of markup. The lines themselves are
// shared.
func (d *Document) Without(lines []bool) *Document {
	c := *d
	c.Looks, c.Muted = slices.Clone(d.Looks), make([]feed.Rule, len(d.Looks))
	copy(c.Muted, d.Muted)
	for i, aside := range lines {
		if aside {
			c.Looks[i], c.Muted[i] = LookBlank|c.Looks[i]&LookControl, feed.RuleMarkup
		}
	}
	return &c
}

// WithoutEnds returns the document with lines muted that are above its feed, and others below it.
func (d *Document) WithoutEnds(above, below []int) *Document {
	c := d.Without(nil)
	for _, i := range above {
		c.Looks[i], c.Muted[i] = LookBlank, feed.RuleLead
	}
	for _, i := range below {
		c.Looks[i], c.Muted[i] = LookBlank, feed.RuleTail
	}
	return c
}

// IsOutside reports whether line i, from 0, is above or below the feed.
func (d *Document) IsOutside(i int) bool {
	return d.Muted != nil && (d.Muted[i] == feed.RuleLead || d.Muted[i] == feed.RuleTail)
}

// IsMuted reports whether line i, from 0, is noise whatever its words.
func (d *Document) IsMuted(i int) bool { return d.Muted != nil && d.Muted[i] != feed.RuleNone }

// LineOf returns the line, from 0, that holds the byte at an offset of the text.
func (d *Document) LineOf(offset int) int { return d.Lines.LineAt(offset) - 1 }

// Titled reports whether markup marks a whole span of text as a title.
func (d *Document) Titled(s feed.Span) bool { return d.isIn(feed.HintTitle, s) }

// InLines reports whether markup says that a span of text is a line of a paragraph, and not all of
// it.
func (d *Document) InLines(s feed.Span) bool {
	return d.isIn(feed.HintLines, feed.Span{Start: s.Start, End: s.End + 1})
}

// headlineSize is how many bytes of a title may precede the part of it in question.
const headlineSize = 400

// isIn reports whether a hint of some kind holds a span. Hints are in the order of their
// beginnings.
func (d *Document) isIn(kind feed.HintKind, s feed.Span) bool {
	k := sort.Search(len(d.Hints), func(k int) bool { return d.Hints[k].Start > s.Start })
	for k--; k >= 0 && d.Hints[k].Start > s.Start-headlineSize; k-- {
		if h := &d.Hints[k]; h.Kind == kind && h.End >= s.End {
			return true
		}
	}
	return false
}

// IsWriter reports whether markup marks a span as an author or section label.
func (d *Document) IsWriter(s feed.Span) bool {
	if len(d.Hints) == 0 || s.Len() == 0 || s.Len() > 2*RubricSize {
		return false
	}
	return d.isIn(feed.HintByline, s) && !EndsSentence(s.Of(d.Text))
}
