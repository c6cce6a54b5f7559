package stamp

import (
	"newstimeline/parser/internal/words"
	"strings"
)

// Counts behind a timestamp that ends its line: "Boats | 6 Oct 2020 17:50 | 3", "Boats return | May
// 24, 2021 | 3 comments". They belong to no text.

// beforeCount reads the timestamp that ends a line but for a count. Without a mark between the two,
// it has a day and a clock.
func beforeCount(m *Candidate, line string, x *words.Lexer, r *Reader) bool {
	head, isMarked := withoutCount(line, x)
	if head == "" || !mayClose(head, x) || !closing(m, head, x, r) {
		return false
	}
	f := &m.Fields
	return f.HasClock() && f.Day != 0 || isMarked && f.Day != 0 && f.Year != 0
}

// withoutCount returns what precedes the count at the end of a line, and whether a mark is between.
// "": no count ends the line. A count is a number, and perhaps a word for what is counted.
func withoutCount(line string, x *words.Lexer) (head string, isMarked bool) {
	end := len(line)
	if words.IsLetter(line[end-1]) {
		at := strings.LastIndexByte(line, ' ')
		if at < 1 || !words.IsDigit(line[at-1]) {
			return "", false
		}
		if w := x.Find(line[at+1:], 0); w == nil || !w.Has(words.RoleCount) {
			return "", false
		}
		end = at
	}
	start := end
	for start > 0 && words.IsDigit(line[start-1]) {
		start--
	}
	if start == end || end-start > countSize || start < 2 || line[start-1] != ' ' {
		return "", false
	}
	before := strings.TrimRight(line[:start], spaces)
	head = strings.TrimRight(strings.TrimRight(before, "|·•/"), spaces)
	return head, len(head) < len(before)
}
