package parser

import (
	"fmt"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
)

// What of a document is in no entry: a reader should know of it where it is more than a few lines.

// So many lines, and so large a share of what was used, in percent, matter to a reader. A large
// share of several lines matters, however few they are.
const (
	leastLeftOut = 3
	shareLeftOut = 10
	largeLeftOut = 25
)

// matters returns the severity of leaving n lines out where used lines of their kind were not.
func matters(n, used int) feed.Severity {
	if n >= leastLeftOut && 100*n >= shareLeftOut*used ||
		used >= leastLeftOut && 100*n >= largeLeftOut*used {
		return feed.Warning
	}
	return feed.Info
}

// noteLeftOut reports how many lines with sentences are in no entry.
func (r *reporter) noteLeftOut() {
	n, used, first := 0, 0, 0
	for i, why := range r.d.Rules {
		switch {
		case !r.l.D.Look(i).Has(text.LookEnded):
		case why == feed.RuleTail || why == feed.RuleOutside:
			if n++; n == 1 {
				first = i + 1
			}
		case r.d.Roles[i] == feed.TitleLine || r.d.Roles[i] == feed.Start ||
			r.d.Roles[i] == feed.Continuation:
			used++
		}
	}
	if n > 0 && len(r.d.Entries) > 0 {
		lines := "1 line with a sentence is"
		if n > 1 {
			lines = fmt.Sprintf("%d lines with sentences, the first here, are", n)
		}
		r.note(first, matters(n, used), "left-out",
			lines+" in no entry; see timeline explain"+r.otherReading())
	}
}

// noteUnused says how many lines look like timestamps and date nothing.
func (r *reporter) noteUnused() {
	n, used, first, last := 0, 0, 0, -1
	for k := range r.l.Candidates {
		m := &r.l.Candidates[k]
		switch {
		case int(m.Line) == last:
		case r.isUnused(k):
			last = int(m.Line)
			if n++; n == 1 {
				first = k
			}
		case r.l.Labels[k] != stamp.Undecided && r.l.Labels[k] != stamp.IgnoredLabel:
			used++
		}
	}
	if n < leastLeftOut || matters(n, used) == feed.Info {
		return
	}
	m := &r.l.Candidates[first]
	r.note(int(m.Line)+1, feed.Warning, "unused-stamps", fmt.Sprintf(
		"%d lines that look like timestamps, the first %q, date no entry; see timeline explain%s",
		n, r.d.Text[m.Start:m.End], r.otherReading()))
}

// isUnused reports whether candidate k is a whole line or set off from its text, and dates neither
// an entry nor the page.
func (r *reporter) isUnused(k int) bool {
	m := &r.l.Candidates[k]
	if label := r.l.Labels[k]; label != stamp.Undecided && label != stamp.IgnoredLabel ||
		m.Fields.Has&stamp.WeakDate != 0 {
		return false
	}
	if m.DatesPage(len(r.l.Stamps) > 0 && int32(k) < r.l.Stamps[0]) || !m.Fields.HasClock() &&
		m.Fields.Day == 0 {
		return false
	}
	return m.Place == stamp.Whole || m.Place == stamp.Opens && m.Sep == stamp.StrongSep
}

// otherReading names the option by which the next best reading is taken, where there is one.
func (r *reporter) otherReading() string {
	readings := r.d.Layout.Readings
	if len(readings) > 1 && readings[1].Share > 0 && r.d.Layout.Reading <= 1 {
		return ", or try --reading 2"
	}
	return ""
}
