package cmd

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"newstimeline/parser"
	"newstimeline/timeline"
	"newstimeline/timeline/format"
)

func (a *app) diffCommand() *cobra.Command {
	var in input
	out := output{color: "auto"}
	c := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Tell what changed between two snapshots of a feed",
		Long: `diff compares two snapshots of one feed and tells which entries were added, edited and removed, edits word by word: [-cut-] {+put+}.
An entry is known again by its words, its address, or its stamp and a like text; what NEW begins too late to show counts as dropped, not as
removed. -f json writes both sources, the counts and the changes, each with its kind (added, edited, removed, dropped), how alike the two
texts of an edit are, and the old and the new entry as ` + "`timeline parse -f json`" + ` has them; -f jsonl the changes alone, one a line.

The exit code does not tell whether there are changes: -f jsonl prints nothing if there are none.`,
		Example: `  timeline diff monday.txt tuesday.txt
  curl -s https://example.org/live.txt | timeline diff saved.txt -
  timeline diff -f jsonl old.txt new.txt | jq -r 'select(.kind == "removed") | .old.text'`,
		ValidArgsFunction: cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault),
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usagef(c, "diff compares two feeds, an old snapshot and a new one")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return a.diff(c, &in, &out, args) },
	}
	in.register(a, c)
	registerReport(c, &out, format.ReportNames(format.ChangeReports[:]))
	return c
}

func (a *app) diff(c *cobra.Command, in *input, out *output, args []string) error {
	report, known := format.FindReport(format.ChangeReports[:], out.notation)
	if !known {
		return usagef(c, "-f %q: one of %s", out.notation, strings.Join(format.ReportNames(format.ChangeReports[:]), ", "))
	}
	o, err := out.options(a, c, false)
	if err != nil {
		return err
	}
	docs, _, err := a.documents(c, in, args)
	if err != nil {
		return err
	}
	if len(docs) != 2 {
		return errSaid // one of them could not be read
	}
	return a.written("", report.Write(a.stdout, compare(docs[0], docs[1]), o))
}

// compare compares two documents.
func compare(old, new *parser.Document) *timeline.Changes {
	return timeline.Diff(timeline.New(old), timeline.New(new))
}

// registerReport adds the flags of writing a report to a command; the first of its notations is the default.
func registerReport(c *cobra.Command, out *output, notations []string) {
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.StringVarP(&out.notation, "format", "f", notations[0], "`FORMAT`: "+strings.Join(notations, ", "))
		flags.StringVar(&out.zone, "show-tz", "", "tell days and clocks in this `ZONE`, where the feed tells the instant")
		flags.IntVar(&out.width, "width", 0, "`COLUMNS` of the text (default that of the terminal; no wrapping in a pipe)")
		flags.StringVar(&out.color, "color", "auto", "`WHEN` to use colours: auto, always or never")
	})
	choices(c, "format", notations...)
	choices(c, "color", "auto", "always", "never")
}
