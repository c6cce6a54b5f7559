package cmd

import (
	"cmp"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"newstimeline/timeline"
	"newstimeline/timeline/format"
)

func (a *app) diffCommand() *cobra.Command {
	var in input
	var out output
	var exitCode bool
	c := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Tell what changed between two snapshots of a feed",
		Long: `diff compares two snapshots of one feed and tells which entries were added, edited and removed, edits word by word: [-cut-] {+put+}.
An entry is known again by its words, its address, or its stamp and a like text; what NEW begins too late to show counts as dropped, not as
removed. -f json writes both sources, the counts and the changes, each with its kind (added, edited, removed, dropped), how alike the two
texts of an edit are, and the old and the new entry as ` + "`timeline parse -f json`" + ` has them; -f jsonl the changes alone, one a line. -f html and -f markdown are for publishing; they name no folder.

With --exit-code, the exit code is 5 if entries were added, edited or removed. Without it, the exit code does not say so.`,
		Example: `  timeline diff monday.txt tuesday.txt
  curl -s https://example.org/live.txt | timeline diff saved.txt -
  timeline diff -o changes.html saved.html live.html
  timeline diff --exit-code -o changes.md old.txt new.txt || echo "something has changed"
  timeline diff -f jsonl old.txt new.txt | jq -r 'select(.kind == "removed") | .old.text'`,
		ValidArgsFunction: cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault),
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usagef(c, "diff compares two feeds, an old snapshot and a new one")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return a.diff(c, &in, &out, exitCode, args) },
	}
	in.register(a, c)
	out.registerZone(c)
	registerReport(a, c, &out, format.ChangeReports)
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.BoolVar(&exitCode, "exit-code", false, "exit with 5 if entries were added, edited or removed")
	})
	return c
}

func (a *app) diff(c *cobra.Command, in *input, out *output, exitCode bool, args []string) error {
	write, _, err := prepareReport(a, c, out, format.ChangeReports)
	if err != nil {
		return err
	}
	if args[0] == stdinPlace && args[1] == stdinPlace {
		return usagef(c, readTwice)
	}
	if err := a.protect(c, args, args); err != nil {
		return err
	}
	old, _, oldErr := a.documents(c, in, args[:1])
	new, _, newErr := a.documents(c, in, args[1:])
	if err := cmp.Or(oldErr, newErr); err != nil {
		return err
	}
	if err := in.shifts.check(c, a.inputs); err != nil {
		return err
	}
	changes := timeline.Diff(timeline.New(old...), timeline.New(new...))
	if exitCode && len(changes.List) > changes.Count(timeline.Dropped) {
		a.note(changed)
	}
	return write(changes)
}
