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
		Short: "Show what changed between two snapshots of a feed",
		Long: `diff shows which entries were added, edited or removed between two snapshots of a feed. Edits are shown word by
word: [-deleted-] {+inserted+}. Entries are matched by text, by URL, or by timestamp and similar text. Old entries
from before the first entry of NEW count as dropped, not as removed.

-f json writes both sources, the counts and the changes. Each change has a kind (added, edited, removed, dropped),
the similarity of an edit, and the old and new entries as ` + "`timeline parse -f json`" + ` writes them. -f jsonl writes the
changes alone, one per line. -f html and -f markdown are for publishing and never show local folders.

The exit code does not depend on the changes, except with --exit-code: 5 if entries were added, edited or removed.`,
		Example: `  timeline diff monday.txt tuesday.txt
  curl -s https://example.org/live.txt | timeline diff saved.txt -
  timeline diff -o changes.html saved.html live.html
  timeline diff --exit-code -o changes.md old.txt new.txt || echo "something has changed"
  timeline diff -f jsonl old.txt new.txt | jq -r 'select(.kind == "removed") | .old.text'`,
		ValidArgsFunction: cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault),
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usagef(c, "diff needs two feeds: an old snapshot and a new one")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return a.diff(c, &in, &out, exitCode, args)
		},
	}
	in.register(a, c)
	out.registerZone(c)
	registerReport(a, c, &out, format.ChangeReports)
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.BoolVar(&exitCode, "exit-code", false,
			"exit with code 5 if entries were added, edited or removed")
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
