package stamp_test

import (
	"strings"
	"testing"

	"newstimeline/parser/internal/stamp"
)

// bylines are lines that are a timestamp as a whole, and the writers that they name.
var bylines = []struct{ line, words, author string }{
	{"Posted on May 24, 2021 by Jo Bell", "May 24, 2021", "Jo Bell"},
	{"Posted on May 24, 2021 by admin", "May 24, 2021", "admin"},
	{"May 24, 2021 by Jo Bell", "May 24, 2021", "Jo Bell"},
	{"Jo Bell May 24, 2021 at 3:40 PM - Reply", "May 24, 2021 at 3:40 PM", "Jo Bell"},
	{"Jo 24. Mai 2021 um 15:40 Uhr - Antworten", "24. Mai 2021 um 15:40 Uhr", "Jo"},
	{"Jo Bell 24 mai 2021 à 15:40 | Répondre", "24 mai 2021 à 15:40", "Jo Bell"},
	{"05/24/2021 by Jo Bell", "05/24/2021", "Jo Bell"},
	{"Posted by Jo Bell on May 24, 2021 at 3:40 PM", "May 24, 2021 at 3:40 PM", "Jo Bell"},
	{"Posted by Jo van Dam at 3:40 PM", "3:40 PM", "Jo van Dam"},
	{"Submitted by Jo Bell on 24 May 2021 - 3:40PM", "24 May 2021 - 3:40PM", "Jo Bell"},
	{"Jo Bell wrote on May 24, 2021:", "May 24, 2021", "Jo Bell"},
	{"May 24, 2021 / 3 Comments / in Boats / by Jo Bell", "May 24, 2021", "Jo Bell"},
	{"Posted on May 24, 2021 by Jo Bell in Boats | 3 Comments", "May 24, 2021", "Jo Bell"},
	{"May 24, 2021 By Jo Bell Leave a Comment", "May 24, 2021", "Jo Bell"},
	{"May 24, 2021 by Jo Bell 5 min read", "May 24, 2021", "Jo Bell"},
	{"May 24, 2021 No Comments", "May 24, 2021", ""},
	{"May 24, 2021 - Reply", "May 24, 2021", ""},
	{"May 24, 2021 3 comments", "May 24, 2021", ""},
	{"By jo77 on 5/24/2021 3:40:52 PM , Rating: -1", "5/24/2021 3:40:52 PM", "jo77"},
	{"May 24, 2021 by Jo Bell | Score: 12", "May 24, 2021", "Jo Bell"},
	{"May 24, 2021 3 min read", "May 24, 2021", ""},
	{"May 24, 2021 Comments Off on The boats of the 1980s", "May 24, 2021", ""},
	{"Veröffentlicht am 24. Mai 2021 von Jo Bell", "24. Mai 2021", "Jo Bell"},
	{"24. Mai 2021 von Jo Bell Keine Kommentare", "24. Mai 2021", "Jo Bell"},
	{"Publié le 24 mai 2021 par Jo Bell", "24 mai 2021", "Jo Bell"},
	{"24 de mayo de 2021 por Jo Bell", "24 de mayo de 2021", "Jo Bell"},
	{"Publicado por Jo Bell en 24/05/2021 15:40", "24/05/2021 15:40", "Jo Bell"},
	{"Pubblicato il 24 maggio 2021 da Jo Bell", "24 maggio 2021", "Jo Bell"},
	{"Geplaatst op 24 mei 2021 door Jo Bell", "24 mei 2021", "Jo Bell"},
	{"Dodane przez: Jo Bell dnia 24.05.2021 15:40", "24.05.2021 15:40", "Jo Bell"},
	{"Опубликовано 24 мая 2021 автором Анна Белова", "24 мая 2021", "Анна Белова"},
	{"24 мая 2021 Автор: Анна Белова", "24 мая 2021", "Анна Белова"},
	{"نشر في 24 مايو 2021 بواسطة ليلى", "24 مايو 2021", "ليلى"},
	{"Yayınlandı 24 Mayıs 2021 Jo Bell tarafından", "24 Mayıs 2021", "Jo Bell"},
	{"Jo Bell 发表于 2021-5-24 15:40", "2021-5-24 15:40", "Jo Bell"},
	{"投稿日: 2021年5月24日 投稿者: admin", "2021年5月24日", "admin"},
}

// noBylines are lines with a date that are sentences, headlines or other rows.
var noBylines = []string{
	"The bill was signed on May 24, 2021 by Governor Bell.",
	"The bill was signed on May 24, 2021 by Governor Bell",
	"Signed on May 24, 2021 by Jo Bell",
	"May 24, 2021 by Jo Bell and her seven sisters",
	"Posted on May 24, 2021 by the people of the harbour",
	"Boats Return by May 24, 2021",
	"Boats Return Posted on May 24, 2021",
	"Jo Bell on May 24, 2021",
	"May 24, 2021 by Jo Bell is a book",
	"3.1 May 24, 2021 by",
	"Boats Return May 24, 2021 - Reply",
	"The boats return May 24, 2021 at 3:40 PM - Reply",
	"Boats Return May 24, 2021 at 3:40 PM - Yesterday",
	"May 24 by Jo Bell",
	"May 2021 by Jo Bell",
	"0.8.3 (7/6/2014):",
	"Updated May 24, 2021: New Boats for All",
	"May 24, 2021 by Jo Bell | New Boats for All",
	"07:00\tSAT\tBell Ropes\tTrading Update",
}

func TestBylines(t *testing.T) {
	for _, b := range bylines {
		marks := stamp.Find(b.line)
		if len(marks) != 1 || marks[0].Place != stamp.Whole {
			t.Errorf("%q: %+v, want a timestamp that is the whole line", b.line, marks)
			continue
		}
		if got := b.line[marks[0].Start:marks[0].End]; got != b.words {
			t.Errorf("%q: the words %q, want %q", b.line, got, b.words)
		}
		if got := marks[0].Author(0).Of(b.line); got != b.author {
			t.Errorf("%q: the author %q, want %q", b.line, got, b.author)
		}
	}
}

func TestNoBylines(t *testing.T) {
	for _, line := range noBylines {
		for _, m := range stamp.Find(line) {
			if m.Place == stamp.Whole && m.Fields.Has&stamp.Bylined != 0 && !m.MayBeRepeat() {
				t.Errorf("%q: %q is a byline", line, line[m.Start:m.End])
			}
		}
	}
}

// TestBylineAllocations holds that lines that are no bylines cost no memory.
func TestBylineAllocations(t *testing.T) {
	var f stamp.Finder
	lines := strings.Join(noBylines[:6], "\n")
	room := make([]stamp.Candidate, 0, 1)
	if n := testing.AllocsPerRun(100, func() {
		for line := range strings.Lines(lines) {
			f.Append(room, line[:len(line)-1], 0, 0)
		}
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
