package cmd

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"newstimeline/parser"
	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// A selection holds the flags that choose entries and their order.
type selection struct {
	since, until       string
	grep, author, from pattern
	reverse            bool
	first              int // how many at most; 0: all
	folding
}

// register adds all flags of a selection to a command.
func (s *selection) register(c *cobra.Command) {
	s.registerFilters(c)
	group(c, selecting, func(flags *pflag.FlagSet) {
		flags.BoolVar(&s.reverse, "reverse", false, "print the newest entry first")
		flags.IntVarP(&s.first, "number", "n", 0, "`N`: print only the first N entries (0: all)")
	})
}

// registerFilters adds those flags that matter to counts too: not the order, and not how many are
// printed.
func (s *selection) registerFilters(c *cobra.Command) {
	group(c, selecting, func(flags *pflag.FlagSet) {
		flags.StringVar(&s.since, "since", "",
			"`TIME`: only entries from this time on: 2025-08-16, \"16 August 20:15\", "+
				"yesterday (with --as-of)")
		flags.StringVar(&s.until, "until", "",
			"`TIME`: only entries up to the end of this day or minute")
		flags.Var(&s.grep, "grep",
			"`RE`: only entries whose title or text matches this regular expression; (?i) ignores case")
		flags.Var(&s.author, "author", "`RE`: only entries whose author matches")
		flags.Var(&s.from, "source", "`RE`: only entries of sources whose name matches")
		s.folding.flags(flags)
	})
}

// check refuses flags that make no sense.
func (s *selection) check(c *cobra.Command) error {
	switch {
	case s.first < 0:
		return usagef(c, "--number %d: must be 0 or more", s.first)
	case s.show && !s.dedupe:
		return usagef(c, "--show-folded needs --dedupe")
	}
	return nil
}

// A pattern is the value of a flag that is a regular expression. It is a pflag.Value.
type pattern struct{ *regexp.Regexp } // nil: none was given

// Set takes an expression.
func (p *pattern) Set(word string) (err error) {
	if word == "" {
		p.Regexp = nil
		return nil
	}
	p.Regexp, err = regexp.Compile(word)
	return err
}

// String returns the expression.
func (p *pattern) String() string {
	if p.Regexp == nil {
		return ""
	}
	return p.Regexp.String()
}

// Type returns how help writes the default.
func (p *pattern) Type() string { return "string" }

// filter drops the entries that --source, --author and --grep exclude.
func (s *selection) filter(a *app, t *timeline.Timeline) {
	if s.from.Regexp != nil {
		if !slices.ContainsFunc(t.Sources,
			func(f *timeline.Source) bool { return s.from.MatchString(f.Name) }) && !a.quiet {
			a.say("timeline", 0, "--source "+s.from.String()+" matches no source; available: "+
				strings.Join(a.inputs, ", "))
		}
		t.Filter(func(e *timeline.Entry) bool { return s.from.MatchString(e.Source.Name) })
	}
	if s.author.Regexp != nil {
		t.Filter(func(e *timeline.Entry) bool { return s.author.MatchString(e.AuthorText()) })
	}
	if s.grep.Regexp != nil {
		t.Grep(s.grep.Regexp)
	}
}

// arrange puts the entries into the order that was asked for and keeps the first of them.
func (s *selection) arrange(t *timeline.Timeline) {
	if s.reverse {
		t.Reverse()
	}
	if s.first > 0 && s.first < len(t.Entries) {
		t.Entries = t.Entries[:s.first]
	}
}

// bounds returns what --since and --until mean. A day without a year is the one nearest to the date
// near.
func (s *selection) bounds(c *cobra.Command, p *parser.Parser, near feed.Date,
	zone *time.Location) (since, until timeline.Bound, err error) {
	if s.since != "" {
		m, err := p.ReadMoment(s.since, near)
		if err != nil {
			return since, until, usagef(c, "--since %w", err)
		}
		since = bound(m, m.From, zone)
	}
	if s.until != "" {
		m, err := p.ReadMoment(s.until, near)
		if err != nil {
			return since, until, usagef(c, "--until %w", err)
		}
		until = bound(m, m.To, zone)
	}
	if !since.At.IsZero() && !until.At.IsZero() && since.Own == until.Own &&
		!since.At.Before(until.At) {
		return since, until, usagef(c, "--since %s is after --until %s", s.since, s.until)
	}
	return since, until, nil
}

// bound returns one end of a moment, at, as a Bound. If the moment names no zone it is in the given
// one or, if that is nil, in that of each entry.
func bound(m parser.Moment, at time.Time, zone *time.Location) timeline.Bound {
	if m.Zone == nil && zone != nil {
		at = time.Date(at.Year(), at.Month(), at.Day(), at.Hour(), at.Minute(), at.Second(), 0,
			zone)
	}
	return timeline.Bound{At: at, Own: m.Zone == nil && zone == nil}
}

// newest returns the latest date of a timeline, the zero Date if nothing is dated.
func newest(t *timeline.Timeline) feed.Date {
	for i := len(t.Entries) - 1; i >= 0; i-- {
		if d := t.Entries[i].Date; !d.IsZero() {
			return d
		}
	}
	return feed.Date{}
}
