package cmd

import (
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"newstimeline/timeline"
)

// A folding holds the flags of folding: entries that several snapshots of one feed have become one.
type folding struct{ dedupe, show bool }

// flags adds those flags to a set.
func (f *folding) flags(flags *pflag.FlagSet) {
	flags.BoolVar(&f.dedupe, "dedupe", false, "fold snapshots of one feed, the latest text stays; link reports that several feeds have")
	flags.BoolVar(&f.show, "show-folded", false, "with --dedupe: tell on stderr, entry by entry, what was folded and linked")
}

// apply folds a timeline if that was asked for, and otherwise hints at --dedupe where there is something to fold.
func (f *folding) apply(a *app, t *timeline.Timeline) {
	if !f.dedupe {
		if n := t.Repeats(); n > 0 && !a.quiet {
			a.say("timeline", 0, count(n, "entry")+" in more than one input; --dedupe folds what repeats")
		}
		return
	}
	done := t.Dedupe()
	if f.show {
		for i := range t.Entries {
			a.showLinks(&t.Entries[i])
		}
	}
	if !a.quiet {
		a.sayFolded(&done)
	}
}

// showLinks lists the entries that were folded into an entry, and those of other feeds that report the same.
func (a *app) showLinks(e *timeline.Entry) {
	at := fmt.Sprintf("%s:%d", e.Source.Name, e.Line)
	for _, r := range e.Revisions() {
		a.say(r.Source.Name, r.Line, fmt.Sprintf("earlier text of %s, %d %% alike", at, r.Likeness))
	}
	for _, r := range e.Related() {
		if r.Folded {
			a.say(r.Source.Name, r.Line, "the same as "+at)
		} else {
			a.say(e.Source.Name, e.Line, fmt.Sprintf("the report of %s:%d, %d %% alike", r.Source.Name, r.Line, r.Likeness))
		}
	}
}

// sayFolded sums up what was folded and linked.
func (a *app) sayFolded(done *timeline.Folded) {
	for _, sources := range done.Feeds {
		var names []string
		for _, s := range sources {
			names = append(names, s.Name)
		}
		a.say("timeline", 0, "one feed, the earliest snapshot first: "+strings.Join(names, ", "))
	}
	words := count(done.Copies, "copy") + " and " + count(done.Edits, "edit") + " folded"
	if done.Links > 0 {
		words += ", " + count(done.Links, "pair") + " of like reports linked"
	}
	a.say("timeline", 0, words)
}
