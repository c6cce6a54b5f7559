package grouping

import (
	"newstimeline/parser/feed"
	"testing"
)

// TestLanguage tells the language of texts; one without word lists is none, though its words may be
// those of another: its letters are not.
func TestLanguage(t *testing.T) {
	for _, c := range []struct{ want, text string }{
		{"de", "Die Fähre fährt bis auf Weiteres nicht mehr, und der Pegel an der Brücke steigt weiter."},
		{"en", "The ferry does not run until further notice, and the water at the bridge is still rising."},
		{"fr", "Le bac ne circule plus jusqu'à nouvel ordre, et la rivière monte depuis midi."},
		{"pl", "Prom nie kursuje do odwołania, a woda przy moście wciąż wzbiera i nie opada."},
		{"uk", "Мерка закликає мешканців до спокою, а пором не ходить, кажуть на причалі, і вода піднімається."},
		{"", "Færgen sejler ikke indtil videre, og vandet i åen er steget siden middag, siger brandvæsenet."},
		{"", "A polgármester nyugalomra intette a lakókat, és a komp visszavonásig nem közlekedik."},
		{"", "Primátorka vyzvala obyvateľov na pokoj a kompa do odvolania nepremáva, hlásia hasiči."},
		{"", "Bacul nu circulă până la noi ordine, iar apa crește de la prânz, anunță pompierii."},
		{"", "Градоначелница позива на мир, а скела не саобраћа до даљег, јављају из луке."},
	} {
		got := LanguageOf(c.text, []feed.Span{{Start: 0, End: len(c.text)}}).String()
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}
