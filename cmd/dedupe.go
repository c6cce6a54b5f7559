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
	flags.BoolVar(&f.dedupe, "dedupe", false,
		"merge snapshots of the same feed, keeping the latest text; link similar reports across feeds")
	flags.BoolVar(&f.show, "show-folded", false,
		"with --dedupe: list on stderr what was merged and linked")
}

// apply folds a timeline if that was asked for, and otherwise hints at --dedupe where there is
// something to fold.
func (f *folding) apply(a *app, t *timeline.Timeline) {
	if !f.dedupe {
		if n := t.Repeats(); n > 0 && !a.quiet {
			a.say("timeline", 0, count(n, "entry")+
				" in more than one input; --dedupe merges duplicates")
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

// showLinks lists the entries that were folded into an entry, and those of other feeds that report
// the same.
func (a *app) showLinks(e *timeline.Entry) {
	at := fmt.Sprintf("%s:%d", e.Source.Name, e.Line)
	for _, r := range e.Revisions() {
		a.say(r.Source.Name, int(r.Line), fmt.Sprintf("earlier text of %s (%d %% similar)", at,
			r.Likeness))
	}
	for _, r := range e.Related() {
		if r.Folded {
			a.say(r.Source.Name, int(r.Line), "same entry as "+at)
		} else {
			a.say(e.Source.Name, int(e.Line), fmt.Sprintf("similar report at %s:%d (%d %% similar)",
				r.Source.Name, r.Line, r.Likeness))
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
		a.say("timeline", 0, "snapshots of one feed, earliest first: "+strings.Join(names, ", "))
	}
	words := count(done.Copies, "copy") + " and " + count(done.Edits, "edit") + " merged"
	if done.Links > 0 {
		words += ", " + count(done.Links, "pair") + " of similar reports linked"
	}
	a.say("timeline", 0, words)
}
