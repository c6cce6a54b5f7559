package cmd

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"newstimeline/timeline"
)

func (a *app) parseCommand() *cobra.Command {
	var in input
	var pick selection
	var out output
	c := &cobra.Command{
		Use:   "parse [FILE|-]…",
		Short: "Print the timeline of one or more feeds",
		Long: `parse splits feeds into dated entries and prints them as one timeline, in
chronological order. Without a file, or for -, it reads standard input.`,
		Example: `  timeline parse feed.txt
  timeline parse --as-of 2025-08-16 --tz Europe/London feed.txt
  timeline parse --since "16 August" --grep Lavrov feed.txt
  timeline parse --reverse -n 10 feed.txt          the ten newest entries
  timeline parse -f json feed.txt | jq -r '.entries[].text'
  timeline parse -o timeline.csv a.txt b.txt
  timeline parse --dedupe monday.txt tuesday.txt   merge snapshots of one feed
  pbpaste | timeline parse`,
		ValidArgsFunction: cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault),
		RunE: func(c *cobra.Command, args []string) error {
			f, o, err := out.prepare(a, c, out.toFile())
			if err != nil {
				return err
			}
			t, err := a.timeline(c, &in, &pick, o.Zone, args)
			if err != nil {
				return err
			}
			return a.written(out.file, out.write(a, f, t, o))
		},
	}
	in.register(a, c)
	pick.register(c)
	out.register(c, "table")
	out.registerPager(c)
	out.registerFile(a, c)
	return c
}

// timeline reads feeds, merges them and returns the entries that were asked for. zone is the zone
// of a --since or --until that names none; nil: that of each entry.
func (a *app) timeline(c *cobra.Command, in *input, pick *selection, zone *time.Location,
	args []string) (*timeline.Timeline, error) {
	if err := pick.check(c); err != nil { // wrong usage is reported before anything is read
		return nil, err
	}
	docs, p, err := a.documents(c, in, args)
	if err != nil {
		return nil, err
	}
	if err := in.shifts.check(c, a.inputs); err != nil {
		return nil, err
	}
	t := timeline.New(docs...)
	pick.folding.apply(a, t)
	since, until, err := pick.bounds(c, p, newest(t), zone)
	if err != nil {
		return nil, err
	}
	if since != (timeline.Bound{}) || until != (timeline.Bound{}) {
		if n := t.Between(since, until); n > 0 && !a.quiet {
			a.say("timeline", 0, fmt.Sprintf("--since and --until dropped %d undated entries", n))
		}
	}
	pick.filter(a, t)
	pick.arrange(t)
	return t, nil
}
