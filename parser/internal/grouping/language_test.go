package grouping

import (
	"newstimeline/parser/feed"
	"strings"
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

// TestLanguageSample: the language is that of the first 600 words, and of the first 200 paragraphs, if some eight in a hundred are function words.
func TestLanguageSample(t *testing.T) {
	weak, german := "the"+strings.Repeat(" harbour", 9), "der die"
	for _, test := range []struct {
		paragraphs []string
		want       string
	}{
		{append(repeated(weak, 60), repeated(german, 300)...), "en"},
		{append(repeated(weak, 40), repeated(german, 300)...), "de"},
		{append(repeated("harbour", 160), append(repeated("the", 40), repeated(german, 100)...)...), "en"},
		{append(repeated("harbour", 80), append(repeated("the", 20), repeated(german, 100)...)...), "de"},
		{repeated("the"+strings.Repeat(" harbour", 9), 10), "en"},
		{repeated("the"+strings.Repeat(" harbour", 15), 10), ""},
	} {
		content := strings.Join(test.paragraphs, "\n")
		var spans []feed.Span
		for at, p := range test.paragraphs {
			start := 0
			if at > 0 {
				start = spans[at-1].End + 1
			}
			spans = append(spans, feed.Span{Start: start, End: start + len(p)})
		}
		if got := LanguageOf(content, spans).String(); got != test.want {
			t.Errorf("%d paragraphs, first %q, last %q: %q, want %q", len(spans), test.paragraphs[0], test.paragraphs[len(spans)-1], got, test.want)
		}
	}
}

// repeated returns a text n times.
func repeated(s string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = s
	}
	return out
}
