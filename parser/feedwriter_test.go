package parser

import (
	"fmt"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/sample"
	"strings"
	"time"
)

// A feedWriter writes the lines of a feed.
type feedWriter struct {
	plan
	lines []string
}

func (w *feedWriter) line(s string) { w.lines = append(w.lines, s) }

func (w *feedWriter) blank(kind string) {
	if w.blanks == kind || w.blanks == "paragraphs" {
		if n := len(w.lines); n > 0 && w.lines[n-1] != "" {
			w.line("")
		}
	}
}

// write writes the feed of a plan.
func (w *feedWriter) write(entries []told) string {
	w.head(entries)
	last := ""
	for i := range entries {
		e := &entries[i]
		if day := w.day(e.at); w.header == "each-day" && day != last {
			w.blank("entries")
			w.line(day)
			w.blank("entries")
			last = day
		}
		w.entry(e, w.isOldest(entries, i))
		if day := w.day(e.at); w.header == "below" && (i+1 == len(entries) || w.day(entries[i+1].at) != day) {
			w.blank("entries")
			w.line(day)
			w.blank("entries")
		}
	}
	w.tail(entries)
	return strings.Join(w.lines, "\n") + "\n"
}

// isOldest reports whether entry i is the oldest of its day.
func (w *feedWriter) isOldest(entries []told, i int) bool {
	older := i + 1
	if !w.newest {
		older = i - 1
	}
	return older < 0 || older == len(entries) || w.day(entries[older].at) != w.day(entries[i].at)
}

func (w *feedWriter) head(entries []told) {
	newest := entries[0].at
	if !w.newest {
		newest = entries[len(entries)-1].at
	}
	if w.noise == "page" || w.noise == "index" {
		for _, s := range []string{"Home", "World", "Local", w.tongue.Headline(w.r), w.tongue.Sentence(w.r)} {
			w.line(s)
			w.blank("paragraphs")
		}
	}
	if w.noise == "label" {
		w.line(w.tongue.Headline(w.r))
		w.line(w.tongue.Updated + " " + w.day(newest) + ", " + newest.Format("15:04"))
		w.blank("entries")
	}
	if w.zone == "stated" {
		w.line("All times are CET")
		w.blank("entries")
	}
	if w.header == "once" {
		w.line(w.day(newest))
		w.blank("entries")
	}
	if w.noise == "index" {
		w.line(w.tongue.Index)
		for i, e := range entries {
			if i%3 == 0 {
				w.line(w.clock(e.at))
				w.line(e.title)
			}
		}
		w.blank("entries")
	}
}

func (w *feedWriter) tail(entries []told) {
	if w.noise != "page" && w.noise != "index" {
		return
	}
	w.line("")
	w.line(w.tongue.Related)
	for range 4 {
		w.line(w.tongue.Headline(w.r))
	}
	for _, s := range []string{"Contact", "Imprint", "Privacy", "About us"} {
		w.line(s)
	}
}

// over writes what stands over a stamp and is of its entry.
func (w *feedWriter) over(e *told) {
	switch w.noise {
	case "rubric":
		w.line("LIVE")
	case "posts":
		w.line([...]string{"Ines Weber", "Olaf Brenn", "Mara Lind"}[len(e.paras)%3])
	}
}

// under writes what stands under an entry and is no text of it.
func (w *feedWriter) under(e *told) {
	if w.noise != "posts" {
		return
	}
	for _, s := range []string{"Share", fmt.Sprint(7 + len(e.paras)), "Comments"} {
		w.line(s)
	}
}

func (w *feedWriter) entry(e *told, oldest bool) {
	stamp := w.stamp(e.at, oldest)
	w.blank("entries")
	switch w.place {
	case "above":
		w.over(e)
		w.line(stamp)
		switch w.noise {
		case "doubled":
			w.line(stamp)
		case "ago":
			w.line("3 hours ago")
		}
		w.body(e, true)
		w.under(e)
	case "byline":
		w.line(stamp + " | " + [...]string{"Ines Weber", "Olaf Brenn", "Newsroom"}[len(e.paras)%3])
		w.body(e, true)
	case "inline":
		if e.title != "" {
			w.line(w.inline(stamp, e.title))
			w.body(e, false)
			break
		}
		w.line(w.inline(stamp, e.paras[0]))
		for _, p := range e.paras[1:] {
			w.blank("paragraphs")
			w.line(p)
		}
	case "between":
		w.line(e.title)
		w.line(stamp)
		w.body(e, false)
	case "below":
		w.body(e, true)
		w.line(stamp)
	case "end":
		w.body(e, true)
		w.line("By Ines Weber, " + stamp)
	}
	if w.noise == "credits" {
		w.line("Photo: Ines Weber")
	}
	if w.noise == "buttons" {
		w.line(w.tongue.Share)
	}
}

func (w *feedWriter) body(e *told, titled bool) {
	if titled && e.title != "" {
		w.line(e.title)
	}
	for i, p := range e.paras {
		if i > 0 || e.title != "" {
			w.blank("paragraphs")
		}
		w.line(p)
	}
}

// clock writes a clock.
func (p *plan) clock(at time.Time) string {
	s := at.Format("15:04")
	switch p.shape {
	case "dot":
		s = at.Format("15.04")
	case "half":
		s = at.Format("3:04pm")
	case "dotted-half":
		s = strings.NewReplacer("am", "a.m.", "pm", "p.m.").Replace(at.Format("3:04 pm"))
	case "letter":
		s = fmt.Sprintf("%dh%02d", at.Hour(), at.Minute())
	case "word":
		s = strings.Replace(p.tongue.Clock, "T", at.Format("15:04"), 1)
	case "seconds":
		s = at.Format("15:04:05")
	case "signs":
		s = strings.NewReplacer("H", fmt.Sprint(at.Hour()), "M", at.Format("04")).Replace(p.signs())
	}
	switch p.zone {
	case "gmt":
		s += " GMT"
	case "abbreviation":
		s += " CET"
	case "offset":
		s += " (UTC+1)"
	}
	return s
}

// signs is how the languages of East Asia write clocks in signs.
func (p *plan) signs() string {
	if p.tongue.Name == "ko" {
		return "H시 M분"
	}
	return "H時M分"
}

// day writes a date.
func (p *plan) day(at time.Time) string {
	l := p.tongue
	switch p.form {
	case "full":
		return l.Date(l.Full, at)
	case "digits":
		return l.Date(l.Digits, at)
	case "short":
		return l.Date("D A Y", at)
	case "iso":
		return at.Format("2006-01-02")
	case "month-first":
		return at.Format("January 2, 2006")
	case "american":
		return at.Format("1/2/2006")
	case "ordinal":
		return l.Date("Nth, Y", at)[:0] + at.Format("January ") + ordinal(at.Day()) + at.Format(", 2006")
	case "yearless":
		return l.Date(strings.NewReplacer(" de Y", "", ", Y", "", " Y", "", "Y年", "", "Y년 ", "").Replace(l.Long), at)
	}
	return l.Date(l.Long, at)
}

func ordinal(n int) string {
	suffix := "th"
	if n/10 != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return fmt.Sprint(n, suffix)[:len(fmt.Sprint(n))] + suffix
}

// stamp writes the stamp of an entry, which may be the oldest of its day.
func (p *plan) stamp(at time.Time, oldest bool) string {
	switch {
	case p.header == "date-only":
		return p.day(at)
	case p.header == "in-stamp" || p.header == "on-oldest" && oldest:
		return p.day(at) + p.join + p.clock(at)
	case p.header == "clock-first":
		return p.clock(at) + p.join + p.day(at)
	case p.header == "ages":
		return strings.Replace(p.tongue.Ago, "N", fmt.Sprint(int(p.captured.Sub(at).Hours())), 1)
	case p.header == "today":
		ago := 0
		if feed.DateOf(at) != feed.DateOf(p.captured) {
			ago = 1
		}
		return sample.List(p.tongue.Today, ago) + ", " + p.clock(at)
	}
	return p.clock(at)
}

// inline writes a stamp before the text of its line.
func (p *plan) inline(stamp, text string) string {
	switch p.sep {
	case "brackets":
		return "[" + stamp + "] " + text
	case "lenses":
		return "【" + stamp + "】" + text
	case "plus":
		return "+++ " + stamp + " " + text + " +++"
	case "dash":
		return stamp + " - " + text
	case "long dash":
		return stamp + " — " + text
	case "bar":
		return stamp + " | " + text
	case "wide":
		return stamp + "   " + text
	case "tab":
		return stamp + "\t" + text
	case "blank":
		return stamp + " " + text
	case "glued":
		return stamp + text
	case "bullet":
		return "- " + stamp + ": " + text
	}
	return stamp + ": " + text
}
