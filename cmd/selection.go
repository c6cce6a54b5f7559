package cmd

import (
	"regexp"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"newstimeline/parser"
	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// A selection holds the flags that say which entries are wanted, and in which order.
type selection struct {
	since, until, grep string
	reverse            bool
	first              int // how many at most; 0: all
	folding
}

// register adds all flags of a selection to a command.
func (s *selection) register(c *cobra.Command) {
	s.registerFilters(c)
	group(c, selecting, func(flags *pflag.FlagSet) {
		flags.BoolVar(&s.reverse, "reverse", false, "the newest first")
		flags.IntVarP(&s.first, "number", "n", 0, "the first `N` only (0: all)")
	})
}

// registerFilters adds those flags that matter to counts too: not the order, and not how many are printed.
func (s *selection) registerFilters(c *cobra.Command) {
	group(c, selecting, func(flags *pflag.FlagSet) {
		flags.StringVar(&s.since, "since", "", "from `MOMENT` on, in any spelling: 2025-08-16, \"16 August 20:15\", yesterday (with --as-of)")
		flags.StringVar(&s.until, "until", "", "up to `MOMENT`, the day or minute that it names included")
		flags.StringVar(&s.grep, "grep", "", "whose title or text matches the regular expression `RE`; (?i) before it ignores case")
		s.folding.flags(flags)
	})
}

// pattern returns the expression that entries have to match, nil if any will do.
func (s *selection) pattern(c *cobra.Command) (*regexp.Regexp, error) {
	switch {
	case s.first < 0:
		return nil, usagef(c, "--number %d: 0 or more", s.first)
	case s.show && !s.dedupe:
		return nil, usagef(c, "--show-folded: --dedupe folds")
	}
	if s.grep == "" {
		return nil, nil
	}
	re, err := regexp.Compile(s.grep)
	if err != nil {
		return nil, usagef(c, "--grep %w", err)
	}
	return re, nil
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

// bounds returns what --since and --until mean. A day without a year is the one nearest to the date near.
func (s *selection) bounds(c *cobra.Command, p *parser.Parser, near feed.Date, zone *time.Location) (since, until timeline.Bound, err error) {
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
	if !since.At.IsZero() && !until.At.IsZero() && since.Own == until.Own && !since.At.Before(until.At) {
		return since, until, usagef(c, "--since %s lies behind --until %s", s.since, s.until)
	}
	return since, until, nil
}

// bound returns one end of a moment, at, as a Bound. If the moment names no zone it is in the given one or, if that is nil, in that of each
// entry.
func bound(m parser.Moment, at time.Time, zone *time.Location) timeline.Bound {
	if m.Zone == nil && zone != nil {
		at = time.Date(at.Year(), at.Month(), at.Day(), at.Hour(), at.Minute(), at.Second(), 0, zone)
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
