package dating

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestDoubtNamesAnotherDay holds that there is another day to name wherever a day is doubtful, and
// something that decides between the two.
func TestDoubtNamesAnotherDay(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 60))
	doubts := 0
	for range 3000 {
		z := puzzleOf(r)
		a := Solve(z.p)
		for i, s := range a.Segments {
			if s.Day == None || s.Confidence >= doubtful {
				continue
			}
			doubts++
			other, row := a.Doubt(i)
			if other == None || other == s.Day {
				z.log(t, a)
				t.Fatalf("segment %d is %s at %d%%, and no other day is named", i, s.Day, s.Confidence)
			}
			if row > NoPrice {
				t.Fatalf("no row %d", row)
			}
		}
	}
	if doubts < 20 {
		t.Fatalf("only %d doubts", doubts)
	}
}

func TestDeciding(t *testing.T) {
	for row, want := range map[PriceID]string{
		Midnight: "date header", RepeatedClock: "date header", BackInDays: "--order", AgainstLean: "--order",
		MonthsFirst: "--day-first", YearsFirst: "--day-first", BeforeCapture: "--as-of", Gap: "--as-of", NoPrice: "--as-of",
	} {
		if got := deciding(row); !strings.Contains(got, want) {
			t.Errorf("row %d: %q decides, want %q", row, got, want)
		}
	}
}
