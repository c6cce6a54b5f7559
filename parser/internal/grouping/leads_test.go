package grouping

import (
	"math"
	"newstimeline/parser/internal/words"
	"slices"
	"strings"
	"testing"
)

func TestEndings(t *testing.T) {
	for _, c := range []struct {
		text string
		want ending
	}{
		{"The gates are shut.", endsWithStop},
		{"The gates are shut…  ", endsWithStop},
		{"水门关闭。", endsWithStop},
		{"Will they open?", endsWithQuestion},
		{"The rules are these:", endsWithColon},
		{"“The gates are shut.”", endsWithQuote},
		{"The gates are shut (for now)", endsWithBracket},
		{"Gates shut", endsWithLetter},
		{"ворота закрыты", endsWithLetter},
		{"Gates shut at 10", endsWithDigit},
		{"Gates shut –", endsOther},
		{"", endsOther},
	} {
		if got := endingOf(c.text); got != c.want {
			t.Errorf("%q: %d, want %d", c.text, got, c.want)
		}
	}
}

func TestOpenings(t *testing.T) {
	for _, c := range []struct {
		text string
		want opening
	}{
		{"12 ferries are late.", opensWithNumber},
		{"• Ferries are late.", opensWithBullet},
		{"The ferries are late.", opensWithArticle},
		{"Hanna Lindqvist is late.", opensWithFullName},
		{"Lindqvist is late.", opensWithName},
		{"There is Hanna Lindqvist.", opensOther},
		{"“Hanna Lindqvist is late,” he said.", opensOther}, // the cues speak of it
		{"She is late, Hanna Lindqvist.", opensOther},
	} {
		g := load(c.text)
		if got := g.paragraphs[0].opening(); got != c.want {
			t.Errorf("%q: %d, want %d", c.text, got, c.want)
		}
	}
}

// TestNamedLeads shows that a name opens a lead where others of the feed do, and not where they
// open what follows.
func TestNamedLeads(t *testing.T) {
	var named, others []string
	for _, n := range []string{"Hanna Lindqvist", "Otto Brandt", "Maria Santos", "Piet de Vries", "Ana Horvat"} {
		named = append(named, n+" has announced new rules.", "He said it was about pay.", "He also spoke of hours.")
		surname := n[strings.LastIndexByte(n, ' ')+1:]
		others = append(others, "The crews of "+n+" have announced new rules.", surname+" was not there.", "He also spoke of hours.")
	}
	for _, c := range []struct {
		feed []string
		at   int // one that a name opens
		sign int16
	}{{named, 3, 1}, {others, 4, -1}} {
		g := load(c.feed...)
		grouped(g)
		end, length, quote, opens := g.kinds.of(&g.paragraphs[c.at])
		if got := g.kinds.differs(opens); got*int(c.sign) <= 0 {
			t.Errorf("%q: openings differ by %d (%v %v %v)", c.feed[0], got, end, length, quote)
		}
	}
}

// TestLogOdds holds the whole numbers against the logarithms.
func TestLogOdds(t *testing.T) {
	for p := 1; p < 1000; p++ {
		want := 10 * math.Log(float64(p)/float64(1000-p))
		if got := float64(tenths(logOdds(p))); math.Abs(got-want) > 1.5 {
			t.Errorf("%d thousandths: %.1f tenths, want %.1f", p, got, want)
		}
	}
}

// grouped returns where a grouper lets entries begin, and its scores.
func grouped(g *grouper) (starts []int, scores []int16) {
	scores = make([]int16, len(g.paragraphs))
	g.group([]int{0, len(g.paragraphs)}, scores)
	for i, s := range scores {
		if s > 0 {
			starts = append(starts, i)
		}
	}
	return starts, scores
}

// TestLeads shows that a line which no cue knows begins an entry where the others of its kind do,
// and not where they do not.
func TestLeads(t *testing.T) {
	news := []string{
		"Ferry crews have announced a strike", "He said it was about pay.", "He also spoke of the hours.",
		"Bakers have raised the price of bread", "She added that flour was dear.", "She said so twice.",
		"Schools have announced new holidays", "They said it was the heat.", "They also named the day.",
		"Divers have found an old anchor", "He said it was of iron.", "He added that it was heavy.",
	}
	g := load(append(slices.Clone(news), "Harbour gates stay shut for a week")...)
	grouped(g)
	lead := &g.paragraphs[len(news)]
	if lead.lead <= 0 {
		t.Errorf("a line without a stop, as all leads of the feed are: %d tenths", lead.lead)
	}
	var stopped []string
	for i, s := range news {
		if i%3 == 0 {
			s += "."
		} else {
			s = strings.TrimSuffix(s, ".")
		}
		stopped = append(stopped, s)
	}
	g = load(append(stopped, "Harbour gates stay shut")...)
	grouped(g)
	if lead := &g.paragraphs[len(news)]; lead.lead >= 0 {
		t.Errorf("a line without a stop, as no lead of the feed is: %d tenths", lead.lead)
	}
}

// TestFewLeads shows that a few paragraphs teach nothing.
func TestFewLeads(t *testing.T) {
	g := load("Ferry crews have announced a strike", "He said it was about pay.", "Bakers have raised the price", "She said so.")
	grouped(g)
	for i := range g.paragraphs {
		if g.paragraphs[i].lead != 0 {
			t.Errorf("paragraph %d: %d tenths", i, g.paragraphs[i].lead)
		}
	}
}

// TestScoreAgain holds the second pass, which takes most scores of the cues from the first, against
// one that asks the cues anew.
func TestScoreAgain(t *testing.T) {
	d, runs := benchParagraphs(200_000)
	g := &grouper{text: d.Text, lang: words.English}
	g.load(runs)
	_, scores := grouped(g)
	o := &g.open
	moved := 0
	for i := range g.paragraphs {
		if i == 0 {
			o.begin(&g.paragraphs[0])
			continue
		}
		s := g.cueScore(i, len(g.paragraphs))
		if s != int(g.first[i].score) {
			moved++
		}
		if s = g.signed(i, s+g.rate+int(g.paragraphs[i].lead)); s != int(scores[i]) {
			t.Fatalf("paragraph %d: %d, asked anew %d", i, scores[i], s)
		}
		if s > 0 {
			o.begin(&g.paragraphs[i])
		} else {
			o.add(&g.paragraphs[i])
		}
	}
	if moved == 0 {
		t.Error("the second pass found every entry where the first did: nothing was tested")
	}
}

// TestKindsSayOnlySoMuch: however often paragraphs of a kind begin entries, the odds change by 35 sixteenths of a bit at most; four more are counted as all are.
func TestKindsSayOnlySoMuch(t *testing.T) {
	k := leadKinds{all: kind{count: 100, begin: 50 * 100}}
	for _, test := range []struct{ count, begin, want int }{{4, 2 * 100, 0}, {4, 3 * 100, 12}, {20, 20 * 100, 35}, {20, 0, -35}, {100, 100 * 100, 35}} {
		if got := k.differs(&kind{count: test.count, begin: test.begin}); got != test.want {
			t.Errorf("%d of %d begin entries: %d, want %d", test.begin/100, test.count, got, test.want)
		}
	}
}

// TestLeanings: beyond a logit, how a feed leans says no more.
func TestLeanings(t *testing.T) {
	for lean, want := range map[int]int{0: 0, 8: 8, -8: -8, 10: 10, 15: 10, -15: -10} {
		if got := leaning(lean); got != want {
			t.Errorf("a feed that leans by %d counts as by %d, want %d", lean, got, want)
		}
	}
}
