package dating

import (
	"strings"
	"testing"
)

func TestMisfits(t *testing.T) {
	for _, c := range []struct {
		name, days, want string
		way              Way
	}{
		{"in the middle", "2025-03-04 2025-03-03 2005-03-02 2025-03-01", "2005-03-02", Back},
		{"all days of a header", "2025-03-04 2005-03-02 none 2005-03-02 2025-03-01", "2005-03-02 2005-03-02", Back},
		{"two, apart", "2025-03-05 2005-03-04 2025-03-03 1925-03-02 2025-03-01", "2005-03-04 1925-03-02", Back},
		{"older on top of the newest first", "2005-03-05 2025-03-04 2025-03-03", "2005-03-05", Back},
		{"newer below the newest first", "2025-03-05 2025-03-04 2035-03-03", "2035-03-03", Back},
		{"older below the newest first", "2025-03-05 2025-03-04 2005-03-03", "", Back},
		{"older on top of the oldest first", "2005-03-05 2025-03-06 2025-03-07", "", Forward},
		{"at an end where the way is not known", "2005-03-05 2025-03-06 2025-03-07", "", Unsettled},
		{"a year that is not yet", "2922-03-05 2025-03-04", "2922-03-05", Unsettled},
		{"all of years that are not yet", "2922-03-05 2922-03-04", "", Unsettled},
		{"years apart", "2025-03-05 2015-03-04 2005-03-03", "", Back},
		{"ten months", "2025-03-04 2024-05-03 2025-03-01", "2024-05-03", Back},
		{"nine months", "2025-03-04 2024-05-18 2025-03-01", "", Back},
		{"in a pause of seven weeks", "2025-03-04 2005-03-02 2025-01-14", "2005-03-02", Back},
		{"in a pause of ten weeks", "2025-03-04 2005-03-02 2024-12-24", "", Back},
		{"a step into another year", "2025-01-02 2024-12-31 2024-12-30", "", Back},
		{"nothing", "none none", "", Back},
	} {
		var days []Day
		for f := range strings.FieldsSeq(c.days) {
			days = append(days, parseDay(f))
		}
		var got []string
		for i, isMisfit := range Misfits(days, c.way) {
			if isMisfit {
				got = append(got, days[i].String())
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
}
