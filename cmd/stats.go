package cmd

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"newstimeline/timeline"
	"newstimeline/timeline/format"
)

func (a *app) statsCommand() *cobra.Command {
	var in input
	var pick selection
	var out output
	by := timeline.ByAny
	c := &cobra.Command{
		Use:   "stats [FILE|-]…",
		Short: "Count entries by day and hour; gaps, busy times, sources",
		Long: `stats counts the entries of one or more feeds: over time, in hours, days, months, years or decades, whatever makes a chart that is easy to
look at, or by what --by names; by the hour of the day; with the longest gaps and the busiest hours (or days, where there are no clocks), the sources, and how sure
the entries are. Days and hours are those that the feeds tell, or those of --show-tz.

-f json writes all counts, -f csv the bars of the chart (unit,from,entries; of sources and authors, unit,name,entries), -f svg the chart as a picture.`,
		Example: `  timeline stats feed.txt
  timeline stats --by hour feed.txt
  timeline stats --by author --since yesterday --as-of 2025-08-16 posts.json
  timeline stats --dedupe a.txt b.txt c.txt
  timeline stats -o chart.svg --show-tz Europe/Berlin feed.txt
  timeline stats -f json feed.txt | jq '.gaps[0].seconds'`,
		ValidArgsFunction: cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault),
		RunE:              func(c *cobra.Command, args []string) error { return a.stats(c, &in, &pick, &out, by, args) },
	}
	in.register(a, c)
	pick.registerFilters(c)
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.Var(choice[timeline.Unit]{&by, byWords[:]}, "by", "a bar for each `UNIT`: auto, hour, day, month, year, source or author")
	})
	out.registerZone(c)
	out.registerTitle(c, "`WORDS` over the chart of -f svg (default those of the feed)")
	registerReport(a, c, &out, format.StatsReports)
	return c
}

// byWords are the words of --by.
var byWords = [...]meaning[timeline.Unit]{
	{"auto", timeline.ByAny}, {"hour", timeline.ByHour}, {"day", timeline.ByDay}, {"month", timeline.ByMonth}, {"year", timeline.ByYear},
	{"source", timeline.BySource}, {"author", timeline.ByAuthor},
}

func (a *app) stats(c *cobra.Command, in *input, pick *selection, out *output, by timeline.Unit, args []string) error {
	write, o, err := prepareReport(a, c, out, format.StatsReports)
	if err != nil {
		return err
	}
	t, err := a.timeline(c, in, pick, o.Zone, args)
	if err != nil {
		return err
	}
	s := t.Stats(o.Zone, by)
	if by != timeline.ByAny && s.Unit != by && !a.quiet {
		a.say("timeline", 0, "--by "+by.String()+" would be too many bars; they are by "+s.Unit.String())
	}
	return write(s)
}
