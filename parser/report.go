package parser

import (
	"fmt"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/dating"
	"newstimeline/parser/internal/layout"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/parallel"
	"time"
)

// A reporter reports what concerns the whole document.
type reporter struct {
	d        *feed.Document
	l        *layout.Layout
	dates    *dating.Resolver
	dayFirst feed.Tri // as given to the Parser
	numbers  dating.NumberOrder
	notes    []feed.Diagnostic // so far
}

// report adds the diagnostics that concern the document as a whole.
func (r *reporter) report() {
	lines := *r
	if len(r.d.Text) < parallel.Large {
		r.reportEntries()
		lines.reportLines()
	} else {
		parallel.Both(r.reportEntries, lines.reportLines)
	}
	r.d.Diagnostics = append(append(r.d.Diagnostics, r.notes...), lines.notes...)
}

// reportLines adds what there is to say of lines and candidates.
func (r *reporter) reportLines() {
	r.noteLeftOut()
	r.noteUnused()
	r.noteDayFirst()
}

// reportEntries adds what there is to say of the entries.
func (r *reporter) reportEntries() {
	d := r.d
	undated := 0
	for i := range d.Entries {
		if d.Entries[i].Date.IsZero() {
			undated++
		}
	}
	switch {
	case len(d.Entries) == 0 && d.NumLines() > 0:
		r.note(0, feed.Warning, "no-entries",
			"no entries found; timeline explain shows how each line was read")
	case len(d.Entries) == 0:
	case undated == len(d.Entries) && len(r.l.Stamps) == 0:
		r.note(0, feed.Warning, "no-stamps", "no dates or times found; the text is kept, undated")
	case r.l.MayBeArticle():
		r.note(int(d.Entries[0].StampLine), feed.Warning, "article",
			"so few timestamps date the text that the page may be an article, and no feed")
	case undated > 0 && r.dates.Yearless == undated:
		r.note(0, feed.Warning, "undated",
			fmt.Sprintf("%d of %d entries have no year; use --as-of YEAR", undated, len(d.Entries)))
	case undated > 0:
		r.note(0, feed.Warning, "undated", fmt.Sprintf(
			"%d of %d entries have no date%s; use --as-of DATE to say when the feed was captured",
			undated, len(d.Entries), r.untold()))
	}
	if note, ok := r.dates.ZoneNote(undated < len(d.Entries)); ok {
		r.notes = append(r.notes, note)
	}
	if r.l.Halves > 0 && !r.dates.IsPrinted() {
		r.note(r.l.Halves, feed.Info, "twelve-hours",
			"clocks run from 12 to 1 and none is over 12; times after noon are read as p.m.")
	}
	if len(r.l.Stamps) > 0 && r.l.Style.Family == stamp.ElapsedFamily {
		r.note(int(r.l.Candidates[r.l.Stamps[0]].Line)+1, feed.Warning, "elapsed-times",
			"times from here on count from a start, like chapters of a video; they are not read as clocks")
	}
	r.noteRepeats()
	r.noteReadings()
	r.noteGuesses()
	r.takeDoubts()
	r.takeDoubtfulClocks()
}

// untold says how many entries are after the newest date of the feed, whose days are not stated.
func (r *reporter) untold() string {
	n, newest := r.dates.Untold()
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d later than %s, the newest date in the feed)", n, newest)
}

// noteRepeats reports that the text is in the feed twice.
func (r *reporter) noteRepeats() {
	lines, first := 0, 0
	for i := range r.d.Rules {
		if r.d.Rules[i] == feed.RuleRepeat {
			if lines++; lines == 1 {
				first = i + 1
			}
		}
	}
	if lines > 0 {
		r.note(first, feed.Warning, "repeated", fmt.Sprintf(
			"%d lines from here on are the same as those before them; they are read once", lines))
	}
}

// doubtfulLayout is the share of the likelihood of all readings, in percent, below which the layout
// is doubtful.
const doubtfulLayout = 60

// noteReadings reports that another reading of the document is nearly as likely, and how to use it.
func (r *reporter) noteReadings() {
	readings := r.d.Layout.Readings
	if r.d.Layout.Reading > 1 || len(readings) < 2 || len(r.l.Stamps) == 0 ||
		readings[0].Share >= doubtfulLayout {
		return
	}
	r.note(readings[0].Line, feed.Warning, "doubtful-layout",
		fmt.Sprintf("layout uncertain (%d %%): read as %s (%d entries); for %s (%d), use --reading 2",
			readings[0].Share, readings[0].About, readings[0].Entries,
			readings[1].About, readings[1].Entries))
}

// A day is mostly a guess if less than guessConfidence percent is the mean confidence of its
// entries, of which there are guessEntries.
const (
	guessConfidence = 75
	guessEntries    = 4
)

// noteGuesses reports the days that were split by doubtful cues.
func (r *reporter) noteGuesses() {
	entries := r.d.Entries
	for from := 0; from < len(entries); {
		to, sum := from, 0
		for ; to < len(entries) && entries[to].StampLine == entries[from].StampLine; to++ {
			sum += int(entries[to].Confidence)
		}
		if n := to - from; n >= guessEntries && sum < guessConfidence*n {
			r.note(int(entries[from].Line), feed.Info, "guessed-grouping", fmt.Sprintf(
				"where the %d entries up to line %d begin is mostly a guess; see --group and --group-bias", n, entries[to-1].EndLine))
		}
		from = to
	}
}

// takeDoubts remarks on doubtful dates, and takes them into the confidence of the entries.
func (r *reporter) takeDoubts() {
	if note, ok := r.dates.NoteDoubt(r.d.Entries); ok {
		r.notes = append(r.notes, note)
	}
}

// doubtfulClock is how sure it is, in percent, that a clock is one if it may be an amount.
const doubtfulClock = 60

// takeDoubtfulClocks remarks on clocks that may be amounts, and takes them into the confidence of
// the entries.
func (r *reporter) takeDoubtfulClocks() {
	var doubtful map[int]*stamp.Candidate // by line
	for i := range r.l.Candidates {
		if m := &r.l.Candidates[i]; m.Fields.Has&stamp.DoubtfulClock != 0 {
			if doubtful == nil {
				doubtful = map[int]*stamp.Candidate{}
			}
			doubtful[int(m.Line)+1] = m
		}
	}
	if doubtful == nil {
		return
	}
	n := 0
	for i := range r.d.Entries {
		e := &r.d.Entries[i]
		m := doubtful[int(e.StampLine)]
		if m == nil || !e.Clock.Known && e.Date.IsZero() {
			continue
		}
		e.Confidence = min(e.Confidence, doubtfulClock)
		if n++; n == 1 {
			read, other := e.Clock.String(), "a date and a length of time or a release"
			switch {
			case !e.Clock.Known:
				read, other = "a day", "a clock or a number of another kind"
			case m.Fields.Day == 0:
				other = "a day or a number of another kind"
			}
			r.note(int(e.StampLine), feed.Warning, "unsure-clock", fmt.Sprintf(
				"%q is read as %s; it could be %s", r.d.Text[m.Start:m.End], read, other))
		}
	}
}

// note adds a diagnostic; line counts from 1, 0 is the whole document.
func (r *reporter) note(line int, severity feed.Severity, code, message string) {
	r.notes = append(r.notes, feed.Diagnostic{Line: line, Severity: severity,
		Code: code, Message: message})
}

// noteDayFirst reports how an ambiguous 3/4 was read.
func (r *reporter) noteDayFirst() {
	if r.dayFirst != feed.Auto {
		return
	}
	for i := range r.l.Candidates {
		m := &r.l.Candidates[i]
		if v := r.l.Labels[i]; m.Fields.Has&stamp.Swappable == 0 || v != stamp.EntryLabel &&
			v != stamp.HeaderLabel {
			continue
		}
		severity, message := r.dayFirstMessage(m)
		r.note(int(m.Line)+1, severity, "ambiguous-date", message)
		return
	}
}

// dayFirstMessage explains how the date of a candidate was read, and why.
func (r *reporter) dayFirstMessage(m *stamp.Candidate) (feed.Severity, string) {
	first := time.Date(2000, time.Month(m.Fields.Month), int(m.Fields.Day), 0, 0, 0, 0,
		time.UTC).Format("2 January")
	second := time.Date(2000, time.Month(m.Fields.Day), int(m.Fields.Month), 0, 0, 0, 0,
		time.UTC).Format("2 January")
	taken := first
	if !r.numbers.DayFirst {
		taken = second
	}
	why, severity := r.whyNumbers()
	return severity, fmt.Sprintf(
		"%s could be %s or %s; read as %s %s; use --day-first to choose", r.d.Text[m.Start:m.End],
		first, second, taken, why)
}

// whyNumbers returns why dates in digits were read as they were, and how much it matters.
func (r *reporter) whyNumbers() (string, feed.Severity) {
	switch {
	case r.numbers.Sure == 0:
		return "without other evidence", feed.Warning
	case r.numbers.ByLanguage:
		return "because the language of the text has the day first", feed.Info
	case r.numbers.ByForm:
		return "because American programs write dates and clocks so", feed.Info
	}
	switch r.numbers.By {
	case dating.OtherNumbers:
		return fmt.Sprintf("because line %d has a day over 12",
			dating.DecidingLine(r.l.Candidates)), feed.Info
	case dating.BackInDays, dating.BackInDay:
		return "because the dates are then in order", feed.Info
	case dating.Gap:
		return "because the dates are then closer together", feed.Info
	case dating.AfterCapture, dating.BeforeCapture:
		return "because the other is too far from the capture date", feed.Info
	}
	return "without other evidence", feed.Warning
}
