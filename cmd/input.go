package cmd

import (
	"bytes"
	"errors"
	"iter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"newstimeline/parser"
	"newstimeline/parser/decode"
	"newstimeline/parser/fault"
	"newstimeline/parser/feed"
)

// An input holds the flags of all commands that read feeds.
type input struct {
	settings   parser.Parser  // set by the flags, but for AsOf and Zone
	asOf, zone string         // the words for these two
	decoding   decode.Options // set by the flags, but for Encoding and Max
	encoding   string
	maxBytes   string
	shifts     shifts
	placing
}

// register adds the flags of reading to a command. --strict and --quiet are of the whole run.
func (in *input) register(a *app, c *cobra.Command) {
	group(c, reading, func(flags *pflag.FlagSet) {
		flags.StringVar(&in.asOf, "as-of", "",
			"`DATE`: when the feed was captured: a date, a date and time, or a year; "+
				"resolves missing years, \"yesterday\", \"2h ago\"")
		flags.StringVar(&in.zone, "tz", "",
			"`ZONE`: time zone of clocks that name none: Europe/London, CET, +02:00 "+
				"(default UTC, with a warning)")
		flags.Var(choice[feed.Tri]{&in.settings.DayFirst, dayFirstWords[:]}, "day-first",
			"`WHEN`: read 3/4 as 3 April: auto, yes or no")
		flags.Var(choice[feed.Order]{&in.settings.Order, orderWords[:]}, "order",
			"`ORDER`: order of the entries in the feed: auto, newest-first or oldest-first")
		flags.Var(choice[parser.Grouping]{&in.settings.Group, groupWords[:]}, "group",
			"`HOW`: how to split text that has no timestamps: auto, paragraph, blank or stamp")
		flags.IntVar(&in.settings.GroupBias, "group-bias", 0,
			"`N`: from -50 (fewer, longer entries) to 50 (more, shorter entries)")
		flags.IntVar(&in.settings.Reading, "reading", 1,
			"`N`: use the Nth best reading of the layout; timeline explain lists them")
		flags.IntVar(&in.settings.MinConfidence, "min-confidence", 0,
			"`PERCENT`: merge entries whose start is less certain than this")
		flags.BoolVar(&a.strict, "strict", false, "exit with code 4 if there are warnings")
		flags.BoolVarP(&a.quiet, "quiet", "q", false, "suppress warnings")
	})
	in.shifts.register(c)
	in.placing.register(c)
	in.registerDecoding(c)
}

// The words of flags and what they mean to the parser.
var (
	dayFirstWords = [...]meaning[feed.Tri]{{"auto", feed.Auto}, {"yes", feed.Yes}, {"no", feed.No}}
	orderWords    = [...]meaning[feed.Order]{{"auto", feed.Unknown},
		{"newest-first", feed.NewestFirst}, {"oldest-first", feed.OldestFirst}}
	groupWords = [...]meaning[parser.Grouping]{
		{"auto", parser.GroupAuto}, {"paragraph", parser.GroupParagraph},
		{"blank", parser.GroupBlank}, {"stamp", parser.GroupStamp},
	}
)

// parser checks the flags and returns a parser with their settings.
func (in *input) parser(c *cobra.Command) (*parser.Parser, error) {
	if err := in.decodingOptions(c); err != nil {
		return nil, err
	}
	p := in.settings
	switch {
	case p.GroupBias < -50 || p.GroupBias > 50:
		return nil, usagef(c, "--group-bias %d: must be between -50 and 50", p.GroupBias)
	case p.Reading < 1:
		return nil, usagef(c, "--reading %d: must be 1 or more", p.Reading)
	case p.MinConfidence < 0 || p.MinConfidence > 100:
		return nil, usagef(c, "--min-confidence %d: must be between 0 and 100", p.MinConfidence)
	}
	if in.zone != "" {
		var err error
		if p.Zone, err = parser.ReadZone(in.zone); err != nil {
			return nil, usagef(c, "--tz %w", err)
		}
	}
	if in.asOf != "" {
		m, err := p.ReadMoment(in.asOf, feed.Date{})
		if err != nil {
			return nil, usagef(c, "--as-of %w", err)
		}
		p.AsOf = m.AsOf()
	}
	return &p, nil
}

// documents reads and parses the inputs that the arguments name, and returns the parser as well.
// Inputs that cannot be read are reported and left out; if none can, the error is errReported.
func (a *app) documents(c *cobra.Command, in *input,
	args []string) ([]*feed.Document, *parser.Parser, error) {
	p, err := in.parser(c)
	if err != nil {
		return nil, nil, err
	}
	places, err := a.places(c, in, args)
	if err != nil {
		return nil, nil, err
	}
	var docs []*feed.Document
	for _, place := range places {
		docs = append(docs, a.parsed(in, p, place, a.refuse)...)
	}
	if len(docs) == 0 {
		return nil, nil, errReported
	}
	for _, d := range docs {
		a.inputs = append(a.inputs, d.Name)
	}
	return docs, p, nil
}

// parsed returns the documents of one input, and remarks on each. What cannot be read or parsed is
// refused.
func (a *app) parsed(in *input, p *parser.Parser, place string,
	refuse func(name string, err error)) (docs []*feed.Document) {
	err := fault.Guard(func() error {
		for rec, err := range a.records(in, place) {
			var d *feed.Document
			if err == nil {
				d, err = in.parse(p, placeName(place), &rec)
			}
			if err != nil {
				refuse(rec.Name, err)
				continue
			}
			a.remark(d)
			docs = append(docs, d)
		}
		return nil
	})
	if err != nil {
		refuse(placeName(place), err)
	}
	return docs
}

// parse parses a record of the input of some name. A panic of the parser is an error of that
// record.
func (in *input) parse(p *parser.Parser, name string,
	rec *decode.Record) (d *feed.Document, err error) {
	err = fault.Guard(func() error {
		d = in.captured(p, rec).Parse(rec.Source)
		freeParsed(d)
		in.shifts.apply(d)
		return nil
	})
	if err != nil && rec.Line > 0 {
		err = &decode.RecordError{Name: name, Line: rec.Line, Err: err}
	}
	return d, err
}

// records yields the documents of one input: a single one or, of JSONL, one for each line.
func (a *app) records(in *input, place string) iter.Seq2[decode.Record, error] {
	return func(yield func(decode.Record, error) bool) {
		name := placeName(place)
		b, err := a.readPlace(place)
		var src feed.Source
		if err == nil {
			src, err = decode.Source(name, b, in.decoding)
		}
		if !errors.Is(err, decode.ErrDocuments) {
			size := len(b)
			b = nil // what is not part of the text is garbage now
			freeDecoded(size, &src)
			src.Name = name
			yield(decode.Record{Source: src}, err)
			return
		}
		for rec, err := range decode.Documents(name, bytes.NewReader(b), in.decoding) {
			if rec.Name == "" {
				rec.Name = name
			}
			if !yield(rec, err) {
				return
			}
		}
	}
}

// placeName returns the name of a place in messages and output.
func placeName(place string) string {
	if place == stdinPlace {
		return stdinName
	}
	return place
}

// refuse reports an input, or a line of one, that cannot be read.
func (a *app) refuse(name string, err error) {
	var bad *decode.RecordError
	if errors.As(err, &bad) {
		a.note(failed)
		a.say(bad.Name, bad.Line, reason(bad.Err))
		a.showStack(err)
		return
	}
	a.fail(name, err)
}

// captured returns the parser for a record. If the record has a capture date and --as-of is not
// given, that is a copy of p with that date, else p. A date that cannot be read is ignored.
func (in *input) captured(p *parser.Parser, rec *decode.Record) *parser.Parser {
	if rec.Date == "" || in.asOf != "" {
		return p
	}
	m, err := p.ReadMoment(rec.Date, feed.Date{})
	if err != nil {
		return p
	}
	own := *p
	own.AsOf = m.AsOf()
	return &own
}
