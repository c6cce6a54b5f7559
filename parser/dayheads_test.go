package parser

import (
	"fmt"
	"newstimeline/parser/feed"
	"slices"
	"strings"
	"testing"
	"time"
)

// dayHeads are ways to write the day that heads its entries.
var dayHeads = map[string]func(day, capture time.Time) string{
	"whole":        layoutOf("Monday, 2 January 2006"),
	"american":     layoutOf("January 2, 2006"),
	"ISO":          layoutOf("2006-01-02"),
	"digits":       layoutOf("02.01.2006"),
	"without year": layoutOf("2 January"),
	"short":        layoutOf("Mon 2 Jan"),
	"short digits": layoutOf("02.01."),
	"weekday":      layoutOf("Monday"),
	"weekday, day": layoutOf("Monday 2"),
	"weekday, part": func(day, _ time.Time) string {
		return strings.ToUpper(day.Format("Monday")) + " EVENING:"
	},
	"relative": func(day, capture time.Time) string {
		switch capture.Sub(day).Hours() / 24 {
		case 0:
			return "Today"
		case 1:
			return "Yesterday"
		}
		return day.Format("Monday")
	},
}

func layoutOf(layout string) func(day, capture time.Time) string {
	return func(day, _ time.Time) string { return day.Format(layout) }
}

// clockForms are ways to write an entry: its clock, also in twelve hours, and its text.
var clockForms = map[string]string{
	"alone": "{clock}\n{text}\n", "inline": "{clock} {text}\n", "dash": "{clock} - {text}\n",
	"half day": "{half}: {text}\n", "below": "{text}\n{clock}\n", "bracket": "[{clock}] {text}\n",
	"bullet": "- {clock}: {text}\n", "title": "{clock} Harbour news\n{text}\n",
	"end": "{text} ({clock})\n", "name": "Ann Lee\n{clock}\n{text}\n",
	"German": "{clock} Uhr\n{text}\n",
}

// dayTexts are the texts of the entries, three a day.
var dayTexts = []string{
	"The first ferry goes out again, an hour late.", "Nobody is missing, says the master of the port.",
	"The wind turns, and the boats wait.", "Rain had fallen on the island all morning.",
	"Forty people waited in the hall.", "The pier is closed for the night.",
	"A light is put up at the head of the mole.", "The county buys a crane for the quay.",
	"Three men own the old pier.",
}

// TestDayHeads holds that entries have their day however it is written above them, and however
// their clocks are. The text was captured on the last of the days.
func TestDayHeads(t *testing.T) {
	capture := time.Date(2015, 11, 15, 0, 0, 0, 0, time.UTC)
	p := Parser{AsOf: feed.AsOf{Date: feed.DateOf(capture)}}
	for name, head := range dayHeads {
		for form, entry := range clockForms {
			for _, days := range []int{1, 3} {
				down := clocksOf(capture, days)
				for _, times := range [][]time.Time{down, reversed(slices.Clone(down))} {
					text := headed(times, capture, head, entry)
					var got, want []string
					for i, e := range p.Parse(feed.Source{Text: text}).Entries {
						got = append(got, fmt.Sprint(e.Date, " ", e.Clock))
						want = append(want, times[min(i, len(times)-1)].Format("2006-01-02 15:04"))
					}
					slices.Sort(got)
					slices.Sort(want)
					if len(got) != len(times) || !slices.Equal(got, want) {
						t.Errorf("%s, %s: got %v, want %v in\n%s", name, form, got, want, text)
					}
				}
			}
		}
	}
}

// clocksOf returns three times of each of some days up to that of capture, the newest first.
func clocksOf(capture time.Time, days int) (all []time.Time) {
	for d := range days {
		for _, h := range [...]int{18, 12, 8} {
			all = append(all, time.Date(2015, 11, capture.Day()-d, h, 40, 0, 0, time.UTC))
		}
	}
	return all
}

func reversed(times []time.Time) []time.Time {
	slices.Reverse(times)
	return times
}

// headed writes entries below their days.
func headed(times []time.Time, capture time.Time, head func(day, capture time.Time) string,
	entry string) string {
	var lines []string
	last := ""
	for i, at := range times {
		if h := head(at.Truncate(24*time.Hour), capture); h != last {
			lines, last = append(lines, h+"\n"), h
		}
		r := strings.NewReplacer("{clock}", at.Format("15:04"), "{half}", at.Format("3.04pm"),
			"{text}", dayTexts[i])
		lines = append(lines, r.Replace(entry))
	}
	return strings.Join(lines, "\n")
}
