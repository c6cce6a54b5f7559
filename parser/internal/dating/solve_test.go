package dating

import (
	"fmt"
	"strings"
	"testing"
)

// parseStamp reads the short notation of the cases: fields apart by blanks: 2025-08-16, 08-16, Sat, 20:15, "3/4", "3/4/25", =2025-08-16 (fixed), ? (lost), 2025-08, 2025.
func parseStamp(s string) Stamp {
	out := Stamp{Minute: -1}
	for _, f := range strings.Fields(s) {
		var a, b, c int
		switch {
		case f == "?":
			out.IsLost = true
		case f[0] == '=':
			fmt.Sscanf(f, "=%d-%d-%d", &a, &b, &c)
			out.IsFixed, out.Fixed = true, DayOf(a, b, c)
		case strings.Contains(f, ":"):
			fmt.Sscanf(f, "%d:%d", &a, &b)
			out.Minute = int16(a*60 + b)
		case strings.Contains(f, "/"):
			n, _ := fmt.Sscanf(f, "%d/%d/%d", &a, &b, &c)
			out.Day, out.Month, out.Form = int8(a), int8(b), DayMonth
			if b > 12 {
				out.Day, out.Month, out.Form = int8(b), int8(a), MonthDay
			}
			out.Either = a <= 12 && b <= 12 && a != b
			if n == 3 {
				out.Year, out.TwoDigits = int16(c), c < 100
				if c < 100 {
					out.Year = int16(shortYear(c))
				}
			}
		case strings.Contains("MonTueWedThuFriSatSun", f):
			out.Weekday = int8(strings.Index("MonTueWedThuFriSatSun", f)/3 + 1)
		case f[0] == '@':
			fmt.Sscanf(f, "@%d", &a)
			out.Day, out.Form = int8(a), DayOfMonth
		default:
			parts := strings.Split(f, "-")
			for i, p := range parts {
				var n int
				fmt.Sscanf(p, "%d", &n)
				switch k := i; {
				case len(parts[0]) == 4 && k == 0:
					out.Year = int16(n)
				case len(parts[0]) == 4 && k == 1, len(parts[0]) < 4 && k == 0:
					out.Month = int8(n)
				default:
					out.Day = int8(n)
				}
			}
		}
	}
	return out
}

func parseDay(s string) Day {
	var a, b, c int
	if _, err := fmt.Sscanf(s, "%d-%d-%d", &a, &b, &c); err != nil {
		return None
	}
	return DayOf(a, b, c)
}

func (d Day) String() string {
	if d == None {
		return "none"
	}
	y, m, n := d.Civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, n)
}

// parseProblem reads a problem: segments apart by commas or lines, a header in brackets.
func parseProblem(feed, options string) *Problem {
	p := &Problem{Capture: None, Page: None, Lead: None, CaptureClock: -1}
	for _, o := range strings.Fields(options) {
		k, v, _ := strings.Cut(o, "=")
		switch k {
		case "as-of":
			day, clock, timed := strings.Cut(v, "T")
			p.Capture = parseDay(day)
			if timed {
				p.CaptureClock = parseStamp(clock).Minute
			}
			if len(day) == 4 {
				var y int
				fmt.Sscanf(day, "%d", &y)
				p.Capture, p.CaptureVague = DayOf(y, 12, 31), true
			}
		case "page":
			p.Page = parseDay(v)
		case "lead":
			p.Lead = parseDay(v)
		case "told":
			p.Told = append(p.Told, parseDay(v))
		case "year":
			fmt.Sscanf(v, "%d", &p.HeadYear)
		case "half-told":
			p.HalfTold = true
		case "below":
			p.Below = true
		case "lean":
			p.Lean = map[string]Way{"back": Back, "forward": Forward}[v]
		case "way":
			p.Way = map[string]Way{"back": Back, "forward": Forward}[v]
		case "numbers":
			p.Numbers = map[string]Number{"dmy": DayFirst, "mdy": MonthFirst, "ymd": YearFirst}[v]
		}
	}
	head, halves := int32(-1), false
	for _, f := range strings.Split(feed, ",") {
		f = strings.TrimSpace(f)
		if strings.HasPrefix(f, "[") {
			if f == "[]" {
				head = -1
				continue
			}
			p.Heads = append(p.Heads, parseStamp(strings.Trim(f, "[]")))
			head = int32(len(p.Heads) - 1)
			for i := len(p.Segments) - 1; p.Below && i >= 0 && p.Segments[i].Head < 0; i-- {
				p.Segments[i].Head = head
			}
			if p.Below {
				head = -1
			}
			continue
		}
		f, printed, moved := strings.Cut(f, "<") // 13:20<1:20 is printed 1:20
		s := Stamped{Stamp: parseStamp(f), Head: head}
		p.Printed = append(p.Printed, s.Minute)
		if moved {
			p.Printed[len(p.Printed)-1], halves = parseStamp(printed).Minute, true
		}
		p.Segments = append(p.Segments, s)
	}
	if !halves {
		p.Printed = nil
	}
	return p
}

// brief writes the days of an answer as short as they differ.
func brief(a *Answer) string {
	var out []string
	for _, t := range a.Segments {
		out = append(out, t.Day.String())
	}
	return strings.Join(out, " ")
}

var cases = []struct{ name, feed, options, want string }{
	{"a year stays where a day need not change", "01-01, 03-07, 07-10, 12-11", "as-of=2020-12-29", "2020-01-01 2020-03-07 2020-07-10 2020-12-11"},
	{"29 February takes the days around it along", "02-27 10:00, 02-28 10:00, 02-29 10:00, 03-01 10:00", "as-of=2023-06-01", "2020-02-27 2020-02-28 2020-02-29 2020-03-01"},
	{"years of two digits first", "18/07/18 20:57, 18/07/19 01:02, 18/07/31 01:02", "", "2018-07-18 2018-07-19 2018-07-31"},
	{"years of two digits first over New Year", "21/12/30, 21/12/31, 22/01/02", "", "2021-12-30 2021-12-31 2022-01-02"},
	{"clocks beside dates are of today", "13:30, 12:45, 12:45, 11-04, 11-03, 11-03, 12:44, 11:58, 11-05, 11-03", "as-of=2021-11-12", "2021-11-12 2021-11-12 2021-11-12 2021-11-04 2021-11-03 2021-11-03 2021-11-12 2021-11-12 2021-11-05 2021-11-03"},
	{"clocks over a midnight", "00:40, 00:05, 23:50, 23:31", "as-of=2025-03-02", "2025-03-02 2025-03-02 2025-03-01 2025-03-01"},
	{"clocks over a midnight, oldest first", "23:31, 23:50, 00:05, 00:40", "as-of=2025-03-02", "2025-03-01 2025-03-01 2025-03-02 2025-03-02"},
	{"pinned on top", "09:15, 13:40, 13:05, 12:20, 11:45", "as-of=2025-09-02", "2025-09-02 2025-09-02 2025-09-02 2025-09-02 2025-09-02"},
	{"a second list of the same day", "15:00, 14:20, 13:10, 12:40, 15:10, 14:30, 13:20", "as-of=2025-09-02", "2025-09-02 2025-09-02 2025-09-02 2025-09-02 2025-09-02 2025-09-02 2025-09-02"},
	{"New Year", "01-02 09:30, 01-01 18:00, 12-31 22:15, 12-30 16:40", "as-of=2025-01-03", "2025-01-02 2025-01-01 2024-12-31 2024-12-30"},
	{"New Year, oldest first", "12-30 16:40, 12-31 22:15, 01-01 18:00", "as-of=2025-01-03", "2024-12-30 2024-12-31 2025-01-01"},
	{"today's clocks over dated ones", "18:45, 17:30, 09:05, 08-16 23:50, 08-16 22:10, 08-15 12:00", "as-of=2025-08-17", "2025-08-17 2025-08-17 2025-08-17 2025-08-16 2025-08-16 2025-08-15"},
	{"a first date with clocks below", "2025-03-04 23:10, 00:20", "lean=forward", "2025-03-04 2025-03-05"},
	{"headers below", "18:20, 15:45, [2024-07-06], 22:10, 19:00, [2024-07-05]", "below", "2024-07-06 2024-07-06 2024-07-05 2024-07-05"},
	{"a lead that tells the day", "2019-10-20 00:55, 01:38, 01:39, 01:52", "lead=2019-10-21", "2019-10-20 2019-10-21 2019-10-21 2019-10-21"},
	{"the weekday tells the year", "[Sat 08-16], , , [Fri 08-15], ", "as-of=2025-11-30", "2025-08-16 2025-08-16 2025-08-15"},
	{"days of the month", "@2 08:15, @1 23:40, @28 21:05, @28 18:30", "as-of=2025-03-02", "2025-03-02 2025-03-01 2025-02-28 2025-02-28"},
	{"nothing tells", "12:40, 12:10", "", "none none"},
	{"no year", "05-02, 05-01", "", "none none"},
	{"clocks above their first header are of no day that the document states", "09:10, 08:20, [2025-08-16], 22:00, 21:00", "", "none none 2025-08-16 2025-08-16"},
	{"unless another of its dates is as late", "09:10, 08:20, [2025-08-16], 22:00, 21:00", "told=2025-08-17", "2025-08-17 2025-08-17 2025-08-16 2025-08-16"},
	{"or the capture is known", "09:10, 08:20, [2025-08-16], 22:00, 21:00", "as-of=2025-08-17", "2025-08-17 2025-08-17 2025-08-16 2025-08-16"},
	{"clocks above the last header below its entries", "[2025-08-17], 22:00, 21:00, [2025-08-16], 09:10", "below way=forward", "2025-08-16 2025-08-16 none"},
	{"clocks above dates are of no day that the document states", "12:20, 11:50, 11:04, 2025-08-16, 2025-08-16, 2025-08-15", "", "none none none 2025-08-16 2025-08-16 2025-08-15"},
	{"clocks above dates with clocks neither", "11:45, 10:30, 2025-08-16 12:00, 2025-08-16 11:20, 2025-08-15 18:00", "", "none none 2025-08-16 2025-08-16 2025-08-15"},
	{"a midnight after a date is stated by the clocks", "00:40, 00:05, 23:50, 2025-03-01 23:31", "way=back", "2025-03-02 2025-03-02 2025-03-01 2025-03-01"},
	{"and a second one", "00:40, 23:50, 09:00, 01:20, 23:31, 2025-03-01 22:40", "way=back", "2025-03-03 2025-03-02 2025-03-02 2025-03-02 2025-03-01 2025-03-01"},
	{"a mixed list of clocks and dates, newest of all the clocks", "13:30, 12:45, 11-04, 11-03, 11-03, 12:44, 11:58, 11-05, 10:10, 11-03", "as-of=2021-11-12 way=back", "2021-11-12 2021-11-12 2021-11-04 2021-11-03 2021-11-03 2021-11-12 2021-11-12 2021-11-05 2021-11-12 2021-11-03"},
	{"its clocks are of no day without the capture", "13:30, 2021-11-04, 2021-11-03, 12:44, 2021-11-05, 10:10, 2021-11-03", "way=back", "none 2021-11-04 2021-11-03 none 2021-11-05 none 2021-11-03"},
	{"also where the capture is later", "2021-11-05, 12:44, 11:58, 2021-11-04, 13:30, 12:45, 2021-11-03, 17:05", "as-of=2021-11-12 way=back", "2021-11-05 2021-11-05 2021-11-05 2021-11-04 2021-11-04 2021-11-04 2021-11-03 2021-11-03"},
	{"clocks between the dates of days are of those days", "2021-11-05, 12:44, 11:58, 2021-11-04, 13:30, 12:45", "way=back", "2021-11-05 2021-11-05 2021-11-05 2021-11-04 2021-11-04 2021-11-04"},
	{"a midnight below a header", "[2025-08-16], 22:00, 23:30, 00:20, 01:10", "", "2025-08-16 2025-08-16 2025-08-17 2025-08-17"},
	{"no midnight between adjacent headers", "[2025-08-16], 09:00, 12:00, 08:00, [2025-08-17], 09:00, 10:00", "", "2025-08-16 2025-08-16 2025-08-16 2025-08-17 2025-08-17"},
	{"the month first, by what lies ahead", "3/4/2025, 4/4/2025, 5/4/2025", "as-of=2025-04-10", "2025-04-03 2025-04-04 2025-04-05"},
	{"the month first, by nearness", "3/28/2025, 3/30/2025, 4/2/2025, 4/5/2025", "", "2025-03-28 2025-03-30 2025-04-02 2025-04-05"},
	{"a year that was mistyped stays", "2025-03-01, 2025-03-02, 2005-03-03, 2025-03-04", "", "2025-03-01 2025-03-02 2005-03-03 2025-03-04"},
	{"not later than the document tells", "06-10, 12-12, 2025-06-09, 2025-06-08", "way=back", "2025-06-10 2024-12-12 2025-06-09 2025-06-08"},
	{"a clock behind that of the capture is of the day before", "23:50, 23:30, 22:10, 21:00", "as-of=2025-06-01T10:00", "2025-05-31 2025-05-31 2025-05-31 2025-05-31"},
	{"a clock before that of the capture is of its day", "23:50, 23:30, 22:10, 21:00", "as-of=2025-06-01T23:55", "2025-06-01 2025-06-01 2025-06-01 2025-06-01"},
	{"dates well behind the page's own are of the year before", "06-10", "page=2025-06-01 way=back", "2024-06-10"},
	{"a date a day behind the page's own is of its year", "06-02, 06-01", "page=2025-06-01 way=back", "2025-06-02 2025-06-01"},
	{"dates months behind all that the document tells are of the year before", "08-10, 08-09", "told=2025-06-10 way=back", "2024-08-10 2024-08-09"},
	{"dates a week behind all that the document tells are of its year", "06-17, 06-16", "told=2025-06-10 way=back", "2025-06-17 2025-06-16"},
	{"clocks over one date are of today", "11:45, 10:30, 08-16 12:00", "as-of=2025-08-19 way=back", "2025-08-19 2025-08-19 2025-08-16"},
	{"the weekday tells another year than the capture", "Fri 08-16", "as-of=2025-11-30", "2024-08-16"},
	{"a plan is ahead: its weekdays and the year in its title tell", "Mon 06-22, Tue 06-23, Wed 06-24", "as-of=2026-06-01 year=2026", "2026-06-22 2026-06-23 2026-06-24"},
	{"its weekdays alone tell as well", "Mon 06-22, Tue 06-23, Wed 06-24", "as-of=2026-06-01", "2026-06-22 2026-06-23 2026-06-24"},
	{"and the year in its title does", "06-22, 06-23, 06-24", "as-of=2026-06-01 year=2026", "2026-06-22 2026-06-23 2026-06-24"},
	{"a plan of the year of its title is not ahead when that is over", "06-22, 06-23, 06-24", "as-of=2026-11-01 year=2026", "2026-06-22 2026-06-23 2026-06-24"},
	{"weekdays of a year ago are of no plan", "Mon 06-23, Tue 06-24", "as-of=2026-06-01 year=2026", "2025-06-23 2025-06-24"},
	{"dates around New Year are of no plan", "01-02, 01-01, 12-31", "as-of=2026-01-02 year=2026", "2026-01-02 2026-01-01 2025-12-31"},
	{"nor are those of some weeks ago", "12-31, 12-30", "as-of=2026-01-20 year=2026", "2025-12-31 2025-12-30"},
	{"days of the month a little out of order are of one day", "@1 16:22, @1 16:24, @1 16:21", "as-of=2024-01-02", "2024-01-01 2024-01-01 2024-01-01"},
	{"a plan is not more than a year ahead", "Wed 06-23", "as-of=2026-06-01", "2021-06-23"},
	{"days of other numbers may be a month apart", "@3, @1", "as-of=2024-02-02 way=forward", "2024-01-03 2024-02-01"},
	{"another day of the month may be of another month", "@31 16:22, @1 16:21", "as-of=2024-02-02 way=forward", "2024-01-31 2024-02-01"},
	{"without a weekday the capture tells the year", "08-16", "as-of=2025-11-30", "2025-08-16"},
	{"one date in digits tells the order of all", "3/1/2025, 4/1/2025, 1/25/2025", "", "2025-03-01 2025-04-01 2025-01-25"},
	{"the day comes first where little tells", "2/5/2025, 3/6/2025", "", "2025-05-02 2025-06-03"},
	{"the year comes last where little tells", "14/1/13", "as-of=2015-06-01", "2013-01-14"},
	{"the newest comes first where little tells", "01:00, 23:30", "as-of=2025-09-02", "2025-09-02 2025-09-01"},
	{"the layout tells which way time runs", "06:00, 22:00", "as-of=2025-09-02 lean=back", "2025-09-02 2025-09-01"},
	{"and may be wrong", "08:00, 12:00, 16:00, 18:00", "as-of=2025-09-02 lean=back", "2025-09-02 2025-09-02 2025-09-02 2025-09-02"},
	{"clocks that recur are of one day", "12:44, 10:18, 05:19, 13:34, 05:19, 12:44, 10:25, 12:44, 10:25, 00:11, 14:18, 14:16, 13:34", "as-of=2021-11-12 lean=back", strings.TrimSpace(strings.Repeat("2021-11-12 ", 13))},
	{"others are of several", "12:44, 10:18, 05:19, 13:31, 05:17, 12:41, 10:22, 12:38, 10:21, 00:11, 14:18, 14:16, 13:34", "as-of=2021-11-12 lean=back", "2021-11-12 2021-11-12 2021-11-12 2021-11-11 2021-11-11 2021-11-10 2021-11-10 2021-11-09 2021-11-09 2021-11-09 2021-11-08 2021-11-08 2021-11-08"},
	{"what stands beside a mistyped year is of the others'", "2025-07-13, 07-12 21:53, 1995-07-12 17:45, 07-12 12:12, 2025-07-11", "as-of=2025-07-13 way=back", "2025-07-13 2025-07-12 1995-07-12 2025-07-12 2025-07-11"},
	{"a mistyped header moves no header beside it", "[2025-03-14], 18:10, [03-13], 18:10, 12:05, [2005-03-12], 18:10, [03-11], 18:10, [2025-03-10], 18:10", "way=back", "2025-03-14 2025-03-13 2025-03-13 2005-03-12 2025-03-11 2025-03-10"},
	{"nor one on top that is older than all below", "[2005-03-14], 18:10, [03-13], 18:10, [2025-03-12], 18:10, [2025-03-11], 18:10", "way=back", "2005-03-14 2025-03-13 2025-03-12 2025-03-11"},
	{"an old date below is what went before", "[2025-03-13], 18:10, [2025-03-12], 18:10, [03-11], 18:10, [2005-03-14], 18:10", "way=back", "2025-03-13 2025-03-12 2025-03-11 2005-03-14"},
	{"a year that is not yet is a slip wherever it is", "2922-03-14, 03-13, 2025-03-12", "way=back", "2922-03-14 2025-03-13 2025-03-12"},
	{"clocks over noon are of the afternoon", "8:30, 10:15, 12:40, 13:20<1:20, 15:05<3:05, 20:45<8:45", "as-of=2025-03-05 way=forward", "2025-03-05 2025-03-05 2025-03-05 2025-03-05 2025-03-05 2025-03-05"},
	{"unless the capture is of the next night", "9:27, 10:54, 11:59, 13:54<1:54, 14:24<2:24", "as-of=2025-03-06T04:25 way=forward", "2025-03-05 2025-03-05 2025-03-05 2025-03-06 2025-03-06"},
	{"and others tell their half of the day", "9:27, 10:54, 11:59, 13:54<1:54, 14:24<2:24", "as-of=2025-03-06T04:25 way=forward half-told", "2025-03-05 2025-03-05 2025-03-05 2025-03-05 2025-03-05"},
	{"a month without a day", "2014-08, 2014-11, 2015, 2016-02-03", "", "2014-08-01 2014-11-01 2015-01-01 2016-02-03"},
}

func TestSolve(t *testing.T) {
	for _, c := range cases {
		p := parseProblem(c.feed, c.options)
		a := Solve(p)
		if got := brief(a); got != c.want && c.want != "" {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
			for _, ch := range a.chains {
				t.Logf("numbers %d way %d: %d", ch.numbers, ch.way, ch.total)
			}
			for i, s := range a.Segments {
				t.Logf("%d %s, second %s by %d, %d%%", i, s.Day, s.Second, s.Margin, s.Confidence)
			}
		}
	}
}

// TestEveryPriceIsNoticed holds that each row of the table changes the answer of a case: what none notices has no place there.
func TestEveryPriceIsNoticed(t *testing.T) {
	whole := Prices
	defer func() { Prices = whole }()
	for row := range Prices {
		if PriceID(row) == Gap || PriceID(row) == BeforeCapture {
			continue // they cost by their length
		}
		Prices = whole
		Prices[row].Cost = 0
		noticed := false
		for _, c := range cases {
			noticed = noticed || c.want != "" && brief(Solve(parseProblem(c.feed, c.options))) != c.want
		}
		if !noticed {
			t.Errorf("no case notices the price %s", whole[row].Name)
		}
	}
}

// TestPlanIsAhead checks that days before the capture make no plan, even if the page is older.
func TestPlanIsAhead(t *testing.T) {
	a := Solve(parseProblem("Tue 06-02, Wed 06-03, Thu 06-04, Fri 06-05, Sat 06-06, Sun 06-07", "page=2026-06-01 as-of=2026-06-10"))
	if a.IsPlan {
		t.Errorf("%s is taken for a plan", brief(a))
	}
	if a = Solve(parseProblem("Mon 06-22, Tue 06-23", "as-of=2026-06-01")); !a.IsPlan {
		t.Errorf("%s is taken for no plan", brief(a))
	}
}
