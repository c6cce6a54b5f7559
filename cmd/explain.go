package cmd

import (
	"github.com/spf13/cobra"

	"newstimeline/timeline"
	"newstimeline/timeline/format"
)

func (a *app) explainCommand() *cobra.Command {
	var in input
	var out output
	c := &cobra.Command{
		Use:   "explain [FILE|-]",
		Short: "Show how each line of a feed was read, and why",
		Long: `explain shows how a feed was read: the layout and the evidence for it, then the
role of every line, its meaning as a timestamp, and the rule that decided.`,
		Example: `  timeline explain feed.txt
  timeline explain feed.txt | grep date-header
  timeline explain -f json feed.txt | jq '.lines[] | select(.role == "stamp")'`,
		ValidArgsFunction: cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault),
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef(c, "explain takes one feed at a time")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return a.explain(c, &in, &out, args) },
	}
	in.register(a, c)
	registerReport(a, c, &out, format.ExplainReports)
	return c
}

func (a *app) explain(c *cobra.Command, in *input, out *output, args []string) error {
	write, _, err := prepareReport(a, c, out, format.ExplainReports)
	if err != nil {
		return err
	}
	a.quiet = true // the remarks are part of the explanation
	docs, _, err := a.documents(c, in, args)
	if err != nil {
		return err
	}
	if err := in.shifts.check(c, a.inputs); err != nil {
		return err
	}
	return write(timeline.New(docs...))
}
