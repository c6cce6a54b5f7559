package grouping

import (
	"fmt"
	"math/rand/v2"
	"newstimeline/parser/internal/sample"
	"newstimeline/parser/internal/words"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// resolved returns a reading with what its numbers stand for, so that readings of two vocabularies
// can be compared.
func resolved(v *vocabulary, r reading) string {
	var b strings.Builder
	fmt.Fprint(&b, r.forms, r.runes)
	for _, n := range r.words {
		fmt.Fprint(&b, " ", v.words[n].wordHashes)
	}
	for _, n := range r.names {
		last := v.words[n.last].wordHashes
		n.last = 0
		fmt.Fprint(&b, n, last)
	}
	return b.String()
}

// TestReadings holds that a paragraph is read the same the first time and every time after,
// whatever was read between, in every language; and that only so much is kept.
func TestReadings(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 32))
	var texts []string
	for i := range sample.Tongues[:7] {
		for range 40 {
			texts = append(texts, sample.Tongues[i].Sentence(r)+" "+sample.Tongues[i].Sentence(r))
		}
	}
	texts = append(texts, "", " ", "a", strings.Repeat("Long words. ", 400), texts[0]+" ", texts[0]+"\x00", strings.Repeat("x", 5000))
	kept := proseReader{keeps: true}
	for n := range 30_000 {
		text, lang := texts[r.IntN(len(texts))], words.Language(r.IntN(int(words.Dutch)+1))
		if n%50 == 0 {
			text = fmt.Sprint("Paragraph ", n, " is met once. ", strings.Repeat(text, 3)) // to fill the readings again and again
		}
		got := resolved(&kept.vocabulary, kept.reading(text, lang))
		if n%10 > 0 && n > 1000 {
			continue // most comparisons would be of the same text again
		}
		var alone proseReader
		if want := resolved(&alone.vocabulary, alone.reading(text, lang)); got != want {
			t.Fatalf("reading %d, %s: %.80q\n%s\nalone:\n%s", n, lang, text, got, want)
		}
	}
	if n := len(kept.readings.kept); n > mostKept {
		t.Errorf("%d readings are kept", n)
	}
}

// TestReadingsKept holds that a paragraph which comes again is found, and that only the same text
// in the same language is.
func TestReadingsKept(t *testing.T) {
	r := proseReader{keeps: true}
	text := "Friedrich Merz has thanked the president."
	first := r.reading(text, words.English)
	first = reading{first.forms, first.runes, slices.Clone(first.words), slices.Clone(first.names)}
	number, _ := r.readings.find(r.readings.key(text, words.English))
	if number == 0 {
		t.Fatal("it is not kept")
	}
	if again := r.readings.get(number); !reflect.DeepEqual(again, first) {
		t.Errorf("kept as %+v, was %+v", again, first)
	}
	for _, other := range []readingKey{r.readings.key(text+" ", words.English), r.readings.key(text, words.German), r.readings.key("", words.English)} {
		if n, _ := r.readings.find(other); n != 0 {
			t.Errorf("found by another key, %v", other)
		}
	}
}

// TestReadingsRest holds that paragraphs which never come again are no longer kept, but for a time
// only, and that those which come again go on being kept.
func TestReadingsRest(t *testing.T) {
	r := proseReader{keeps: true}
	read := func(n, different int) {
		for i := range n {
			r.reading(fmt.Sprint("Paragraph ", i%different), words.English)
		}
	}
	if read(10*mostKept, 8); r.readings.rest != 0 {
		t.Errorf("it rests for %d paragraphs, though they come again", r.readings.rest)
	}
	r.readings.forget()
	if read(mostKept+1, 2*mostKept); r.readings.rest == 0 {
		t.Error("it goes on, though no paragraph came again")
	}
	if read(restSize, 8); r.readings.rest != 0 || r.readings.found > 0 {
		t.Errorf("%d paragraphs of rest are left, %d were found", r.readings.rest, r.readings.found)
	}
	if read(20, 8); r.readings.found == 0 {
		t.Error("it does not look for paragraphs after the rest")
	}
}
