package grouping

import (
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"slices"
	"strings"
	"testing"
)

// load returns a grouper that has read some paragraphs of a day, in English.
func load(paragraphs ...string) *grouper {
	g := &grouper{text: strings.Join(paragraphs, "\n"), lang: words.English}
	var runs []text.Paragraph
	at := 0
	for i, p := range paragraphs {
		runs = append(runs, text.Paragraph{Start: int32(at), End: int32(at + len(p)), First: int32(i), Last: int32(i)})
		at += len(p) + 1
	}
	g.load(runs)
	return g
}

// cuesAt returns the names of the cues of the paragraph behind the first size ones, if these are
// one entry.
func cuesAt(g *grouper, size int) (names []string) {
	o := &g.open
	o.begin(&g.paragraphs[0])
	for i := 1; i < size; i++ {
		o.add(&g.paragraphs[i])
	}
	p := &g.paragraphs[size]
	o.compare(p, nextOf(g.paragraphs, size))
	for i := range cues {
		if cues[i].holds(p, o) {
			names = append(names, cues[i].name)
		}
	}
	return names
}

// TestCues shows each cue where it holds and where it nearly does.
func TestCues(t *testing.T) {
	const lead = "Port director Hanna Lindqvist has announced new rules for the winter season."
	for _, c := range []struct {
		cue        string
		size       int // paragraphs of the entry
		holds      bool
		paragraphs []string
	}{
		{"definite", 1, true, []string{lead, "The gates close at ten from Monday on."}},
		{"definite", 1, false, []string{lead, "Gates close at ten from Monday on."}},
		{"lead-and-one", 2, true, []string{lead, "The gates close at ten.", "Ferries wait."}},
		{"lead-and-one", 1, false, []string{lead, "The gates close at ten."}},
		{"perfect-of-saying", 1, true, []string{lead, "Brown has denied that he knew of it."}},
		{"perfect-of-saying", 1, false, []string{lead, "He has denied that he knew of it."}},
		{"perfect-of-long", 1, true, []string{lead, "The pilots have never asked for more than that."}},
		{"perfect-of-long", 1, false, []string{lead, "The pilots have asked for more than that, as never before."}},
		{"below-greeting", 2, true, []string{"Good morning. The port is closed.", "The gates are broken.", "Ferries wait."}},
		{"below-greeting", 1, false, []string{"The port wishes its guests a good morning.", "The gates are broken."}},
		{"also-later", 1, true, []string{lead, "The pilots of the four southern ports and their crews also want longer breaks."}},
		{"also-later", 1, false, []string{lead, "The pilots of the four southern ports and their crews want longer breaks. They also strike."}},
		{"also-later", 1, false, []string{lead, "The pilots also want longer breaks."}},
		{"citing-first", 1, true, []string{lead, "According to the port, crews will get new rooms."}},
		{"citing-first", 1, false, []string{lead, "Crews will get new rooms, according to the port."}},
		{"list-item", 1, true, []string{"The rules are these:", "• A later gate."}},
		{"list-item", 1, false, []string{"The rules are new.", "• A later gate."}},
	} {
		if got := slices.Contains(cuesAt(load(c.paragraphs...), c.size), c.cue); got != c.holds {
			t.Errorf("%s: %v below %q, want %v", c.cue, got, c.paragraphs[:c.size], c.holds)
		}
	}
}

// TestValleys holds that the likeness of paragraphs falls where the subject changes and nowhere
// else.
func TestValleys(t *testing.T) {
	g := load(
		"Ferry crossings were cancelled because the harbour gates were broken.",
		"Harbour workers repaired the broken gates while ferry passengers waited.",
		"Ferry passengers left the harbour when the gates were repaired.",
		"Parliament debated the budget until ministers withdrew the proposal.",
		"Ministers defended the budget proposal before parliament adjourned.",
		"Parliament rejected the proposal and ministers amended the budget.",
	)
	for i := 1; i < len(g.paragraphs)-1; i++ {
		if is := slices.Contains(cuesAt(g, i), "valley"); is != (i == 3) {
			t.Errorf("paragraph %d: a valley begins: %v", i, is)
		}
	}
}

// TestHabits shows each habit where it holds and where it nearly does.
func TestHabits(t *testing.T) {
	for _, c := range []struct {
		habit string
		holds bool
		h     habits
	}{
		{"english", true, habits{lang: words.English}},
		{"english", false, habits{lang: words.German}},
		{"no-subjects", true, habits{count: 12, likeness: 130}},
		{"no-subjects", false, habits{count: 11, likeness: 100}},
		{"many-no-subjects", true, habits{count: 40, likeness: 130}},
		{"many-no-subjects", false, habits{count: 39, likeness: 130}},
		{"subjects", true, habits{count: 12, likeness: 150}},
		{"subjects", false, habits{count: 12, likeness: 149}},
		{"long-subjects", true, habits{count: 12, likeness: 200}},
		{"long-subjects", false, habits{count: 12, likeness: 199}},
		{"no-continuations", true, habits{count: 50, goOn: 1}},
		{"no-continuations", false, habits{count: 50, goOn: 2}},
		{"continuations", true, habits{count: 50, goOn: 5}},
		{"continuations", false, habits{count: 50, goOn: 4}},
		{"all-headlines", true, habits{count: 10, unstopped: 8, runes: 300}},
		{"all-headlines", false, habits{count: 10, unstopped: 8, runes: 299}}, // the cells of a table
	} {
		i := slices.IndexFunc(habitRows[:], func(r habit) bool { return r.name == c.habit })
		if got := habitRows[i].test(&c.h); got != c.holds {
			t.Errorf("%s of %+v: %v, want %v", c.habit, c.h, got, c.holds)
		}
	}
}
