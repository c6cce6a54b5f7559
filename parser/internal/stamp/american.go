package stamp

import "strings"

// Timestamps as American programs write them, "5/7/2015 2:30:27 PM": the month first and no zero
// before it, AM or PM in capitals. Where the day is first, people write a zero or small letters.

// AreOfProgram reports whether all dates of a text whose order is open are written so.
func AreOfProgram(text string, candidates []Candidate) bool {
	short := false
	for i := range candidates {
		m := &candidates[i]
		if m.Fields.Has&Swappable == 0 {
			continue
		}
		number, ok := m.programNumbers(text[m.Start:m.End])
		if !ok {
			return false
		}
		short = short || number
	}
	return short
}

// programNumbers reports whether a timestamp is written as such programs do, and whether its day or
// its month has one figure.
func (m *Candidate) programNumbers(s string) (short, ok bool) {
	f := &m.Fields
	if f.Year == 0 || f.Has&(Meridiem|TwoDigits) != Meridiem || !strings.HasSuffix(s, "M") {
		return false, false
	}
	first, rest, _ := strings.Cut(s, "/")
	second, _, ok := strings.Cut(rest, "/")
	short = len(first) == 1 || len(second) == 1
	return short, ok && !strings.HasPrefix(first, "0") && !strings.HasPrefix(second, "0")
}
