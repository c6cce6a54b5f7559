package grouping

import "testing"

func TestPlaces(t *testing.T) {
	for _, c := range []struct{ text, place string }{
		{"LONDON: Ferry crews have ended a two-day strike after talks.", "LONDON"},
		{"NEW DELHI (AP) — Heavy rain has flooded the approach roads.", "NEW DELHI"},
		{"SAINT-MALO – Les marins du port ont repris le travail mardi.", "SAINT-MALO"},
		{"МОСКВА: Паромы снова ходят после двух дней забастовки в порту.", "МОСКВА"},
		{"Q: How long will the ferry crews be on strike this summer?", ""},
		{"London: Ferry crews have ended a two-day strike after talks.", ""},
		{"LONDON: ferries back", ""}, // a heading
		{"LONDON ferry crews have ended a two-day strike after talks.", ""},
		{"NATO has moved its office to the old port after long talks.", ""},
		{"THE BOARD OF THE HARBOUR AND ITS PILOTS: they have met for the first time.", ""},
		{"", ""},
	} {
		if got := placeOf(c.text); got != c.place {
			t.Errorf("%q: %q, want %q", c.text, got, c.place)
		}
	}
}
