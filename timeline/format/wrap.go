package format

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"github.com/rivo/uniseg"
)

// wrap appends the lines of s, a clean text, to dst, each at most width columns wide; if width is
// 0, s is one line. Lines are broken between words. A word that is too wide is broken where
// Unicode's line breaking algorithm (UAX #14) allows it, else anywhere. It allows it after a hyphen
// or between ideographs, for example. Nothing is lost but the blanks at the ends of lines.
func wrap(dst []string, s string, width int) []string {
	s = strings.Trim(s, " ")
	if width <= 0 {
		return append(dst, s)
	}
	for {
		n := lineEnd(s, width)
		dst = append(dst, strings.TrimRight(s[:n], " "))
		s = strings.TrimLeft(s[n:], " ")
		if s == "" {
			return dst
		}
	}
}

// lineEnd returns how many bytes of s make a line of width columns.
func lineEnd(s string, width int) int {
	at, used := 0, 0
	for at < len(s) {
		n, w := fit(s[at:], width-used)
		if at+n < len(s) && s[at+n] != ' ' {
			return at + breakWord(s[at:], n, at == 0)
		}
		gap := blanks(s[at+n:])
		at, used = at+n+gap, used+w+gap
	}
	return at
}

// fit returns how many bytes of the word that s begins with fit into room columns, and their width.
func fit(s string, room int) (n, width int) {
	for n < len(s) && s[n] != ' ' {
		size, w := character(s[n:])
		if width+w > room {
			break
		}
		n, width = n+size, width+w
	}
	return n, width
}

// breakWord returns how much of a word of which only the first n bytes fit stays on the line;
// alone: the line holds nothing else. An address stays whole if it can.
func breakWord(word string, n int, alone bool) int {
	best := lastBreak(word, n)
	switch {
	case !alone && best > 0 && strings.Contains(word[:best], "://"):
		return 0
	case best > 0 || !alone:
		return best
	case n > 0:
		return n
	}
	size, _ := character(word)
	return size
}

// lastBreak returns the last place within the first n bytes of a word, which is longer, where a
// line may end; 0: there is none.
func lastBreak(word string, n int) int {
	const ahead = 32 // bytes after n: enough to decide whether a line may end there
	best, rest, state := 0, word[:min(len(word), n+ahead)], -1
	for {
		var part string
		part, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		if best+len(part) > n || rest == "" {
			return best
		}
		best += len(part)
	}
}

// columns returns the width of s, a clean text, in columns of a terminal.
func columns(s string) int {
	width := 0
	for s != "" {
		size, w := character(s)
		s, width = s[size:], width+w
	}
	return width
}

// isWide reports whether s, a clean text, has so many columns or more.
func isWide(s string, least int) bool {
	for s != "" && least > 0 {
		size, w := character(s)
		s, least = s[size:], least-w
	}
	return least <= 0
}

// character returns the length and the width of the first character of s as readers see it: with
// its marks and joined parts. Terminals differ about emoji. The width is that of the widest, so
// that no line is too wide.
func character(s string) (size, width int) {
	if r, size := utf8.DecodeRuneInString(s); isNarrow(r) {
		if next, _ := utf8.DecodeRuneInString(s[size:]); size == len(s) || isNarrow(next) {
			return size, 1
		}
	}
	const longest = 128 // bytes: a letter under more marks than that is a prank
	c, _, width, _ := uniseg.FirstGraphemeClusterInString(s[:min(len(s), longest)], -1)
	sum := 0
	for _, r := range c {
		sum += displaywidth.Rune(r)
	}
	return len(c), max(width, sum)
}

// isNarrow reports whether r, of a clean text, is one column wide and joins nothing before it:
// Latin, Greek, Cyrillic.
func isNarrow(r rune) bool { return r < 0x300 || r >= 0x370 && r < 0x483 }
