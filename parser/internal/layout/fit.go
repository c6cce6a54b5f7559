package layout

import (
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"slices"
)

// A Measured is one reading of a document with the values of its features: what the fit of the
// weights needs.
type Measured struct {
	Layout *Layout
	Values []int32 // in thousandths, in the order of Features
	Signs  int     // what the signs of markup add
	About  string  // what it takes for the timestamps, in words
}

// Features returns the names of the features, in order.
func Features() []string {
	names := make([]string, len(features))
	for i := range features {
		names[i] = features[i].name
	}
	return names
}

// Weights returns the weights of the features, in tenths of a logit, in the order of Features.
func Weights() []int32 { return slices.Clone(weights[:]) }

// Measure returns the readings of a document that give different entries, the likeliest first. In a
// long document the features are those of its first lines, by which readings are compared.
func Measure(d *text.Document, candidates []stamp.Candidate, o Options) []Measured {
	j := newJudge(d, slices.Clone(candidates), o)
	if !j.isLong() {
		c := j.weighReadings()
		return c.measured(func(i int) *judge {
			opt := c.options[i]
			opt.judge.choice, opt.judge.reading = c, i+1
			opt.setSure(c)
			return opt.judge
		})
	}
	c := j.weighSample()
	return c.measured(func(i int) *judge {
		return newJudge(d, slices.Clone(candidates), o).followSample(c, i)
	})
}

// measured returns what the fit needs of each reading, given what it makes of the document.
func (c *choice) measured(laidOut func(i int) *judge) []Measured {
	all := make([]Measured, len(c.options))
	for i, opt := range c.options {
		all[i] = Measured{Layout: laidOut(i).handOn(), Values: opt.values[:],
			Signs: scoreOfSigns(&opt.signs), About: opt.about()}
	}
	return all
}
