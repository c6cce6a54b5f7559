package stamp

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"newstimeline/parser/feed"
)

// dottedLines returns n lines that begin with clocks some minutes apart, or with days some days
// apart in a form: "%d.%02d", month and day or, with isDayFirst, day and month.
func dottedLines(r *rand.Rand, n int, form string, areDays, isDayFirst bool) string {
	lines := make([]string, n)
	at, gap := 6*60+r.Intn(6*60), 3+r.Intn(20)
	if areDays {
		at, gap = r.Intn(300), 1+r.Intn(10)
	}
	for i := range lines {
		a, b := at/60%24, at%60
		if areDays {
			day := feed.Date{Year: 2024, Month: 1, Day: 1}.Add(at % 366)
			if a, b = int(day.Month), int(day.Day); isDayFirst {
				a, b = b, a
			}
		}
		lines[i] = fmt.Sprintf(form, a, b) + " The ferry leaves the quay."
		at += 1 + int(r.ExpFloat64()*float64(gap))
	}
	return strings.Join(lines, "\n\n")
}

// TestDottedMeanings holds how often lists of clocks and of days are taken for what they are: of a
// hundred of each kind, so many must be, and so many at most may surely be something else.
func TestDottedMeanings(t *testing.T) {
	for _, c := range []struct {
		name        string
		n           int
		form        string
		want        dottedMeaning
		least, most int
	}{
		{"three clocks", 3, "%d.%02d", dottedClock, 88, 0},
		{"ten clocks", 10, "%d.%02d", dottedClock, 95, 0},
		{"five padded days, the day first", 5, "%02d.%02d", dottedDayMonth, 90, 2},
		{"twenty days, the month first", 20, "%d.%02d", dottedMonthDay, 85, 8},
	} {
		right, wrong := 0, 0
		for i := range 100 {
			text := dottedLines(rand.New(rand.NewSource(int64(i))), c.n, c.form,
				c.want != dottedClock, c.want == dottedDayMonth)
			d, candidates := Scan(feed.Source{Text: text})
			kinds := dottedKinds(d, candidates)
			for k := range kinds {
				switch what, isSure := kinds[k].judge(); {
				case isSure && what == c.want:
					right++
				case isSure:
					wrong++
				}
			}
		}
		t.Logf("%s: %d, %d surely something else", c.name, right, wrong)
		if right < c.least || wrong > c.most {
			t.Errorf("%s: %d of 100 are taken for what they are, %d surely for something else", c.name, right, wrong)
		}
	}
}
