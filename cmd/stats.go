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
		Short: "Count entries by time, source or author; show gaps and peaks",
		Long: `stats counts the entries of one or more feeds and draws a bar chart. It chooses
hours, days, months, years or decades to fit the data; --by overrides that. It also shows
the hours of the day, the longest gaps, the busiest hours or days, the sources, and the
confidence. Days and hours are the feed's own, or those of --show-tz.

-f json writes all counts, -f svg the chart as a picture, -f csv the bars of the chart:
unit,from,entries, or unit,name,entries for sources and authors.`,
		Example: `  timeline stats feed.txt
  timeline stats --by hour feed.txt
  timeline stats --by author --since yesterday --as-of 2025-08-16 posts.json
  timeline stats --dedupe a.txt b.txt c.txt
  timeline stats -o chart.svg --show-tz Europe/Berlin feed.txt
  timeline stats -f json feed.txt | jq '.gaps[0].seconds'`,
		ValidArgsFunction: cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault),
		RunE: func(c *cobra.Command, args []string) error {
			return a.stats(c, &in, &pick, &out, by, args)
		},
	}
	in.register(a, c)
	pick.registerFilters(c)
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.Var(choice[timeline.Unit]{&by, byWords[:]}, "by",
			"`UNIT`: one bar per hour, day, month, year, source or author")
	})
	out.registerZone(c)
	out.registerLanguage(c)
	out.registerTitle(c, "`TITLE`: title of the -f svg chart (default the feed's)")
	registerReport(a, c, &out, format.StatsReports)
	return c
}

// byWords are the words of --by.
var byWords = [...]meaning[timeline.Unit]{
	{"auto", timeline.ByAny}, {"hour", timeline.ByHour}, {"day", timeline.ByDay},
	{"month", timeline.ByMonth}, {"year", timeline.ByYear},
	{"source", timeline.BySource}, {"author", timeline.ByAuthor},
}

func (a *app) stats(c *cobra.Command, in *input, pick *selection, out *output, by timeline.Unit,
	args []string) error {
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
		a.say("timeline", 0, "--by "+by.String()+" would give too many bars; using "+
			s.Unit.String())
	}
	return write(s)
}
