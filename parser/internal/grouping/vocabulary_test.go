package grouping

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/sample"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestWordRunes holds what the fast ways of telling a word's letters say against their definition.
func TestWordRunes(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		want := unicode.IsLetter(r) || unicode.IsMark(r) || '0' <= r && r <= '9'
		if isWordRune(r) != want {
			t.Errorf("%U: part of a word: %t", r, !want)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 10_000 {
		x := r.Uint64()
		if r.IntN(2) == 0 {
			x &= 0x7F7F7F7F7F7F7F7F
		}
		b := binary.LittleEndian.AppendUint64(nil, x)
		want := 0
		for want < len(b) && words.IsPlain(b[want]) {
			want++
		}
		if got := plainRun(x); got != want {
			t.Errorf("%q begins with %d letters and digits, plainRun says %d", b, want, got)
		}
	}
}

// TestWordKeys holds that a word read in runs of plain words has the key that it has on its own,
// whatever follows it.
func TestWordKeys(t *testing.T) {
	var r proseReader
	for n := 1; n < 40; n++ {
		word := strings.Repeat("abcdefg7", 5)[:n]
		r.trim(0)
		r.read(strings.Repeat(word+" ", 3)+word+"’s and "+word+"’ "+word, words.English)
		for i, w := range r.words {
			if (r.word(i) == word) != (w.number == r.words[0].number) {
				t.Errorf("%q and %q: numbers %d and %d", word, r.word(i), w.number, r.words[0].number)
			}
		}
	}
}

// TestVocabulary holds that what is known of a word depends on nothing but the word and its
// language, however many others were met, and that the vocabulary stays small.
func TestVocabulary(t *testing.T) {
	var v vocabulary
	list := []string{"a", "the", "The", "it's", "l'armée", "Präsident", "сказал", "Wiederaufbaugesellschaft", strings.Repeat("long", 30), "港口"}
	for round := range 3 {
		if v.isFull() {
			v.forget(1 << round * 1000)
		}
		for _, word := range list {
			for lang := words.NoLanguage; lang <= words.Dutch; lang++ {
				n, got := v.number(word, wordKey(word), lang)
				if again, m := v.number(word, wordKey(word), lang); again != n || m != got {
					t.Fatalf("%s %q: number %d, then %d", lang, word, n, again)
				}
				want, hashes := new(vocabulary).read(word, words.AppendFolded(nil, word), lang)
				if got != want || v.words[n].wordHashes != hashes {
					t.Errorf("round %d: %s %q: %x, on its own %x", round, lang, word, got, want)
				}
			}
		}
		for i := range vocabularyWords {
			word := fmt.Sprintf("Wort%d%d", i, round)
			v.number(word, wordKey(word), words.German)
		}
		if len(v.words) > 2*vocabularyWords {
			t.Errorf("%d words kept", len(v.words))
		}
	}
}

// TestReuse checks that a document is grouped the same whatever its grouper has read before.
func TestReuse(t *testing.T) {
	var texts, alone []string
	for _, tongue := range sample.Tongues[:3] {
		r := rand.New(rand.NewPCG(7, 8))
		var b strings.Builder
		b.WriteString("16 August 2025\n")
		for range 60 {
			fmt.Fprintf(&b, "%s %s\n", tongue.Sentence(r), tongue.Sentence(r))
		}
		texts = append(texts, b.String(), sample.UnstampedFeed(20_000, 30+b.Len()%7))
	}
	group := func(g *grouper, content string) string {
		d := text.NewDocument(feed.Source{Text: content})
		var runs []text.Paragraph
		for i := 1; i < d.Lines.Count(); i++ { // below the date
			if s := d.Lines.Span(content, i); s.Len() > 0 {
				runs = append(runs, text.Paragraph{Start: int32(s.Start), End: int32(s.End), First: int32(i), Last: int32(i)})
			}
		}
		g.text, g.lang = content, LanguageOf(content, []feed.Span{{Start: 0, End: len(content)}})
		g.load(runs)
		scores := make([]int16, len(runs))
		g.group([]int{0, len(runs)}, scores)
		return fmt.Sprint(g.lang, scores)
	}
	for _, text := range texts {
		alone = append(alone, group(new(grouper), text))
	}
	var g grouper
	r := rand.New(rand.NewPCG(9, 10))
	for range 30 {
		if i := r.IntN(len(texts)); group(&g, texts[i]) != alone[i] {
			t.Fatalf("text %d is grouped otherwise by a grouper that has read others", i)
		}
	}
}

// TestShared holds what paragraphs are found to share with those above them against a comparison of
// their words.
func TestShared(t *testing.T) {
	d, runs := benchParagraphs(30_000)
	g := &grouper{text: d.Text, lang: words.English}
	g.load(runs)
	for i := range g.paragraphs {
		for k := 1; k <= min(3, i); k++ {
			want := int64(0)
			for _, a := range g.paragraphs[i].stems {
				for _, b := range g.paragraphs[i-k].stems {
					if a == b {
						want += int64(g.stems[a].square)
					}
				}
			}
			if got := g.paragraphs[i].shared[k]; got != want {
				t.Fatalf("paragraph %d shares %d with the one %d above it, want %d", i, got, k, want)
			}
		}
	}
}

// TestRoot checks whole square roots where floating point rounds.
func TestRoot(t *testing.T) {
	for _, x := range []uint64{0, 1, 2, 3, 1000, 1<<26 - 1, 1 << 26, 94906267, 1<<31 + 1, math.MaxUint32} {
		for _, n := range []uint64{x*x - 1, x * x, x*x + 1, x*x + 2*x} {
			want := x
			if n == x*x-1 {
				want = x - 1
			}
			if x == 0 && n != 0 {
				continue
			}
			if got := root(n); uint64(got) != want {
				t.Errorf("root of %d: %d, want %d", n, got, want)
			}
		}
	}
	if got := root(math.MaxUint64); got != math.MaxUint32 {
		t.Errorf("root of the largest number: %d", got)
	}
}

// TestSegments holds that days are cut into segments of whole days.
func TestSegments(t *testing.T) {
	if starts := []int{0, 1, 5000, 5001, 9098, 9099}; len(segments(starts)) != 4 {
		t.Errorf("segments of %v: %v", starts, segments(starts))
	}
}

// TestBitset walks through sets of numbers by next, against a list of them.
func TestBitset(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		set := make(bitset, 1+r.IntN(4))
		var want, got []int
		for n := range len(set) * wordBits {
			if r.IntN(20) == 0 {
				set[n/wordBits] |= 1 << (n % wordBits)
				want = append(want, n)
			}
			if set.has(n) != (len(want) > 0 && want[len(want)-1] == n) {
				t.Fatalf("%d in %x: %t", n, set, set.has(n))
			}
		}
		for n := set.next(0); n >= 0; n = set.next(n + 1) {
			got = append(got, n)
		}
		if !slices.Equal(got, want) || set.has(len(set)*wordBits) {
			t.Fatalf("%v in a set of %v", got, want)
		}
		for _, n := range want {
			set.drop(n)
		}
		if n := set.next(0); n >= 0 {
			t.Errorf("%d is left in the set", n)
		}
	}
}

// TestWordsAtEnds cuts texts of which the last words are shorter than a key, or as long.
func TestWordsAtEnds(t *testing.T) {
	var r proseReader
	for n := range 40 {
		text := strings.Repeat("Abc defghijk lmnopqrstuvwxyz0123 ", 2)[:n]
		r.trim(0)
		r.read(text, words.English)
		var got []string
		for i := range r.words {
			got = append(got, r.word(i))
		}
		if !slices.Equal(got, strings.Fields(text)) {
			t.Errorf("%q is cut into %q", text, got)
		}
	}
}

// TestWordsAmongMarks cuts texts of words with all kinds of marks between and in them, again and
// again by the same reader, against a plain definition of words.
func TestWordsAmongMarks(t *testing.T) {
	parts := []string{"a", "Port", "harbour", "reopened", "internationally", "7", "2025", "é", "ß", "Жук", " ", " ", " ", "  ",
		", ", ". ", ":", ";", "@", "_", "~", "?", "[", "`", "-", "'", "’", "“", "”", "—", "\u2071", "\u00a0", "/"}
	r := rand.New(rand.NewPCG(13, 14))
	var reader proseReader
	for range 20_000 {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		text := b.String()
		reader.trim(0)
		reader.read(text, words.English)
		var got []string
		for i, w := range reader.words {
			got = append(got, reader.word(i))
			if int(w.at) != utf8.RuneCountInString(text[:w.start]) {
				t.Fatalf("%q: %d characters before %q", text, w.at, reader.word(i))
			}
		}
		if want := wordsOf(text); !slices.Equal(got, want) {
			t.Fatalf("%q is cut into %q, want %q", text, got, want)
		}
	}
}

// wordsOf returns the words of a text: letters, marks and digits, and single apostrophes between
// them.
func wordsOf(text string) (found []string) {
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		from := i
		for i < len(runes) && (isWordRune(runes[i]) || i > from && i+1 < len(runes) &&
			(runes[i] == '\'' || runes[i] == '’') && isWordRune(runes[i+1])) {
			i++
		}
		if i > from {
			found = append(found, string(runes[from:i]))
		}
	}
	return found
}

// TestPairs holds that Chinese and Japanese text, which has no blanks, is read in pairs of
// characters, the last one by itself, and other text in words.
func TestPairs(t *testing.T) {
	var r proseReader
	for text, want := range map[string]string{
		"港口关闭。":       "港口|口关|关闭|闭",
		"港口 关":        "港口|口|关",
		"フェリーは止まる":    "フェ|ェリ|リー|ーは|は止|止ま|まる|る",
		"2024年3月的A港关": "2024|年|3|月的|的|A|港关|关",
		"항구가 닫혔다":     "항구가|닫혔다",
		"ท่าเรือปิด":  "ท่าเรือปิด",
	} {
		r.trim(0)
		r.read(text, words.NoLanguage)
		var got []string
		for i := range r.words {
			got = append(got, r.word(i))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s: %s, want %s", text, s, want)
		}
		if r.runes != utf8.RuneCountInString(text) {
			t.Errorf("%s has %d characters", text, r.runes)
		}
	}
}

// TestStemOf: the stem of a word is its first seven letters, in Cyrillic too, without the s of plurals.
func TestStemOf(t *testing.T) {
	for word, want := range map[string]string{"boats": "boat", "harbour": "harbour", "harbourmaster": "harbour", "bus": "bus", "кораблями": "корабля"} {
		if got := string(stemOf([]byte(word))); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}
