package stamp

import (
	"math/rand/v2"
	"newstimeline/parser/internal/words"
	"strings"
	"testing"
)

// TestShortcuts holds that what is not read is not there: it reads lines of random parts with each
// shortcut of a Finder and without it.
func TestShortcuts(t *testing.T) {
	parts := strings.Split("2024-03-01|12:30|May 24, 2021|24.05.2021|16 August|Monday|noon|3|1999|"+
		"3 comments|5 min read|2 hours ago|by|Posted on|said:|Ann Lee|ann|dark|London|Moscow time|"+
		"Central European Summer Time|GMT|pm|Reply|[edit]|[X]|in|the|Europe/Berlin|8月16日|août|"+
		"comments off on|c.|v2.37|1.0a|٢٠٢٤|Uhr|UhrLesedauer|–|·|,|.|:|(|)|/|0:00|T+00:12", "|")
	for _, line := range []string{"about 24 May 2021, 3 comments", "24 May 2021 by Ann Lee [X]",
		"24 May 2021, 3 comments [X]", "Posted 24 May 2021, 20:15 by Ann Lee"} {
		checkShortcuts(t, line)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var line strings.Builder
		for range 1 + r.IntN(6) {
			line.WriteString(parts[r.IntN(len(parts))])
			line.WriteString([]string{" ", " ", " ", "", "  "}[r.IntN(5)])
		}
		checkShortcuts(t, strings.TrimSpace(line.String()))
	}
}

// checkShortcuts reads a line with the shortcuts and without.
func checkShortcuts(t *testing.T, line string) {
	var x words.Lexer
	var r Reader
	var m, with, without Candidate
	if line == "" {
		return
	}
	if endsInText(line) && closing(&m, line, &x, &r) {
		t.Errorf("%q: a timestamp ends the line", line)
	}
	found := atHead(&m, line, &x, &r)
	if first := m.first(found, line); first != nil {
		is := inByline(&with, first, line, &x, &r)
		if is != inByline(&without, nil, line, &x, &r) || is && with != without {
			t.Errorf("%q: %+v, not %+v", line, with, without)
		}
	}
	if e, ok := ElapsedAt(line); ok && e.Begins() && line[0] != '0' && words.IsDigit(line[0]) {
		t.Errorf("%q: a run of elapsed times may begin so", line)
	}
}
