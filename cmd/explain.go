package cmd

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"newstimeline/timeline"
	"newstimeline/timeline/format"
)

func (a *app) explainCommand() *cobra.Command {
	var in input
	var notation string
	out := output{color: "auto"}
	c := &cobra.Command{
		Use:   "explain [FILE|-]",
		Short: "Show what became of each line of a feed, and why",
		Long: `explain shows how a feed was read: its layout and the evidence for it, then every line with the part that it plays, what it
means as a stamp, and the rule that says so.`,
		Example: `  timeline explain feed.txt
  timeline explain feed.txt | grep date-header
  timeline explain -f json feed.txt | jq '.lines[] | select(.role == "stamp")'`,
		ValidArgsFunction: cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault),
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef(c, "explain reads one feed at a time")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			explain := format.ExplainText
			switch notation {
			case "text":
			case "json":
				explain = format.ExplainJSON
			default:
				return usagef(c, "-f %q: text or json", notation)
			}
			o, err := out.options(a, c, false)
			if err != nil {
				return err
			}
			a.quiet = true // the remarks are part of the explanation
			docs, _, err := a.documents(c, &in, args)
			if err != nil {
				return err
			}
			return a.written("", explain(a.stdout, timeline.New(docs...), o))
		},
	}
	in.register(a, c)
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.StringVarP(&notation, "format", "f", "text", "`FORMAT`: text or json")
		flags.IntVar(&out.width, "width", 0, "`COLUMNS` of the text (default that of the terminal; whole lines in a pipe)")
		flags.StringVar(&out.color, "color", "auto", "`WHEN` to use colours: auto, always or never")
	})
	choices(c, "format", "text", "json")
	choices(c, "color", "auto", "always", "never")
	return c
}
