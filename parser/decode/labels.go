package decode

import "strings"

// Labels: what elements that look alike say again and again, such as the section of a teaser, the
// rank of who wrote a post. They are no text of an entry. No list of names tells them: it is the
// page that shows what recurs. Where few texts recur at one place of cards, all of them short, they
// are labels. So are those above the headlines of cards, and what is among labels.

// Limits of labels. Of 49 saved pages of other outlets none is read worse with a fewCards of 2 or
// 4. So it is with a labelSize of 30 or 60, a kickerSize of 100, a fewFacts of 3 or 6. With a
// kickerSize of 40 one is.
const (
	fewCards   = 3  // that must have a place: two may have the same by chance
	labelSize  = 40 // the most letters of a label
	kickerSize = 60 // the most letters of one above the headline of its card
	// the texts that each element of facts has at least: two names, two values
	fewFacts = 4
)

// labels returns by node whether it is a label, which is noise, or above a headline and so a
// byline; nil: none is.
func (p *page) labels() (labels []part) {
	p.times = p.countTimes(nil)
	p.ownTexts = p.haveOwnText()
	p.cardGroups = p.cards(p.times)
	for _, cards := range p.cardGroups[:min(len(p.cardGroups), mostGroups)] {
		places := p.placesOf(cards)
		if !decideLabels(places) {
			continue
		}
		if labels == nil {
			labels = make([]part, len(p.nodes))
		}
		for _, s := range places {
			for _, i := range s.nodes {
				labels[i] = max(labels[i], s.part())
			}
		}
	}
	return labels
}

// decideLabels decides which places of some cards have labels, and reports whether any has. Where
// most of the text recurs, it is what the cards have to say.
func decideLabels(places []*place) bool {
	all, labelled := 0, 0
	for _, s := range places {
		if s.label = s.isLabel(); s.label {
			labelled += s.size
		}
		if !s.timed {
			all += s.size
		}
	}
	if labelled == 0 || 2*labelled > all {
		return false
	}
	spread(places)
	return true
}

// isLabel reports whether the texts at a place are labels.
func (s *place) isLabel() bool {
	n := len(s.nodes)
	switch {
	case n < max(fewCards, s.least) || s.timed || s.longest > kickerSize,
		s.named && 4*len(s.texts) > n:
		return false
	case s.counts:
		return true
	case s.heading || s.above == n:
		return s.above == n
	}
	return s.longest <= labelSize && 2*len(s.texts) <= n
}

// part returns what the texts at a place are. Those above the headlines that are others in most
// cards may name who wrote.
func (s *place) part() part {
	switch {
	case !s.label:
		return textPart
	case s.above == len(s.nodes) && !s.heading && 4*len(s.texts) > 3*len(s.nodes):
		return bylinePart
	}
	return noisePart
}

// spread makes labels of what is among labels: the values next to the names of facts about a
// writer. Around them is an element of which most short texts are labels, and in which no card has
// a longer one.
func spread(places []*place) {
	for _, s := range places {
		for around := s; around != nil; around = around.around {
			around.inner += len(s.nodes)
			if s.label {
				around.labels += len(s.nodes)
			}
			around.longInner = max(around.longInner, s.longest)
			around.timedInner = around.timedInner || s.timed
		}
	}
	for _, s := range places {
		for around := s; around != nil && !s.named; around = around.around {
			s.label = s.label || around.hasFacts()
		}
	}
}

// hasFacts reports whether a place has facts about a writer or a post, in all cards.
func (s *place) hasFacts() bool {
	return !s.timedInner && s.longInner <= labelSize && s.inner >= fewFacts*s.elements &&
		2*s.labels >= s.inner
}

// isNamed reports whether markup says that an element names somebody.
func (p *page) isNamed(i int32) bool {
	return p.partOf(&p.nodes[i]) == bylinePart || isPerson(p.find(&p.nodes[i], "href"))
}

// isPerson reports whether an address is that of what a site knows of somebody.
func isPerson(href string) bool {
	for part := range strings.SplitSeq(strings.ToLower(href), "/") {
		switch part {
		case "user", "users", "author", "authors", "profile", "member", "members", "u", "people":
			return true
		}
	}
	return false
}
