package stamp

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"strings"
	"testing"
)

// What a scan costs, counted and not timed.

// hostileLines are lines that make a scan work: by their length, or by how often a stamp could
// begin in them.
func hostileLines(n int) map[string]string {
	return map[string]string{
		"digits":   strings.Repeat("7", n),
		"clocks":   strings.Repeat("20:15 ", n/6),
		"dates":    strings.Repeat("16.08.2025 ", n/11),
		"words":    strings.Repeat("August ", n/7),
		"numbers":  strings.Repeat("16 ", n/3),
		"marks":    strings.Repeat("-", n),
		"brackets": strings.Repeat("( ", n/2),
		"ages":     strings.Repeat("2 hours ", n/8),
		"blanks":   "20:15" + strings.Repeat(" ", n) + "20:15",
		"letters":  strings.Repeat("a", n),
		"Thai":     strings.Repeat("วันที่", n/18),
		"signs":    strings.Repeat("8月", n/4),
		"numerals": strings.Repeat("十", n/3),
		"bad":      strings.Repeat("\xff", n),
	}
}

// tokensIn returns how many tokens the scan of a text's lines cuts.
func tokensIn(content string) int {
	var f Finder
	d := text.NewDocument(feed.Source{Text: content})
	for i := range d.Lines.Count() {
		if s := d.Lines.Span(content, i); s.Len() > 0 {
			f.Append(nil, content[s.Start:s.End], int32(i), s.Start)
		}
	}
	return f.x.Cut
}

// TestLongLines holds that the work on one line does not grow with its length: only its ends can
// hold a stamp.
func TestLongLines(t *testing.T) {
	long := hostileLines(1_000_000)
	for name, line := range hostileLines(10_000) {
		few, many := tokensIn(line), tokensIn(long[name])
		if many > few+words.MaxTokens || many > text.SentenceSize*words.MaxTokens {
			t.Errorf("%s: %d tokens of a line of a million bytes, %d of one of ten thousand", name, many, few)
		}
	}
}

// TestManyLines holds that the work grows with the lines and no faster, whatever they are: up to a
// million lines like headers.
func TestManyLines(t *testing.T) {
	for _, line := range []string{"16 August 2025", "Saturday, 16 August 2025, 20:15 Uhr", "16 16 16 16 16 16", "20:15 20:15 20:15", "August August August August"} {
		one := tokensIn(line)
		n := 20_000
		if line == "16 August 2025" {
			n = 1_000_000
		}
		if all := tokensIn(strings.Repeat(line+"\n", n)); all > n*one {
			t.Errorf("%q: %d tokens in %d lines, %d in one", line, all, n, one)
		}
		if one > text.SentenceSize*words.MaxTokens {
			t.Errorf("%q: %d tokens", line, one)
		}
	}
}

// TestNoAllocation holds that a line without a stamp allocates nothing, whether it can be told by a
// look at its ends or must be read.
func TestNoAllocation(t *testing.T) {
	var f Finder
	for _, line := range []string{
		"The harbour master has confirmed that the bridge stays shut near the north quay until the water falls again.",
		"Капитан порта подтверждает закрытие моста у северного причала до тех пор, пока вода не спадёт.",
		"港口负责人在北码头附近确认大桥仍然关闭，直到水位下降为止。",
		"Short line", "Home", "Мост", "10.30 Euro kostet die Fahrt", "4:2 endet das Spiel", "At 11am on 16 August 2025 the plane landed.",
		"3 dead, 12 wounded", "https://example.com/2025/08/16/story", strings.Repeat("7", 500),
	} {
		found := make([]Candidate, 0, 8)
		if n := testing.AllocsPerRun(20, func() { found = f.Append(found[:0], line, 0, 0) }); n != 0 {
			t.Errorf("%q: %v allocations", line, n)
		}
	}
}

// TestNextDigit finds digits of ASCII at every place, and takes no byte beyond it for one.
func TestNextDigit(t *testing.T) {
	for _, line := range []string{"", "no digits in this line of prose", "é½٣ 年月日 ©®",
		"a1b22c333d4444e55555", "\xb0\xb9\xff\x80 0 9 / : \xb5"} {
		for end := range len(line) + 1 {
			for i := range end + 1 {
				want := i
				for want < end && !words.IsDigit(line[want]) {
					want++
				}
				if got := words.NextDigit(line, i, end); got != want {
					t.Errorf("%q[%d:%d]: %d, want %d", line, i, end, got, want)
				}
			}
		}
	}
}

// TestHoldsDigit tries every byte of ASCII at every place among others.
func TestHoldsDigit(t *testing.T) {
	for _, others := range []string{"\x00\x00\x00\x00\x00\x00\x00\x00", "//::@`~\x7f", "aZ .-,'\t"} {
		for at := range 8 {
			for c := range byte(0x80) {
				text := []byte(others)
				text[at] = c
				if got := words.HoldsDigit(words.EightBytes(string(text), 0)); got != words.IsDigit(c) {
					t.Errorf("%q: %v", text, got)
				}
			}
		}
	}
}
