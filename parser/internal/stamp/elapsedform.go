package stamp

import (
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// An ElapsedTime is a time that a line opens with, read as one that counts from a beginning.
type ElapsedTime struct {
	Line       int
	Start, End int  // bytes in the line
	Seconds    int  // below 0 ahead of a launch
	First      int  // the first number
	Digits     int  // of the first number
	Long       bool // 1:02:33, not 2:33
	Signed     bool // T+2:33, +2:33
}

// Begins reports whether a run of elapsed times may begin with this one.
func (e *ElapsedTime) Begins() bool {
	return e.Signed || e.Seconds == 0 || e.Long && e.Seconds < 60
}

// ElapsedAt reads the elapsed time that a line opens with.
func ElapsedAt(line string) (e ElapsedTime, ok bool) {
	i := 0
	for i < len(line) && (line[i] == ' ' || line[i] == '\t' || line[i] == '-' || line[i] == '*' ||
		line[i] == '[' || line[i] == '(') {
		i++
	}
	e.Start = i
	ahead := false
	if n := text.CountSign(line[i:]); n > 0 {
		e.Signed, ahead = true, line[i+n-1] != '+'
		i += n
	}
	numbers, n := [3]int{}, 0
	for n < len(numbers) && i < len(line) && words.IsDigit(line[i]) {
		t := words.Number(line, i)
		if n == 0 {
			e.First, e.Digits = int(t.Value), int(t.Digits)
		}
		if t.Digits > 3 || n > 0 && (t.Digits != 2 || t.Value > 59) {
			return e, false
		}
		numbers[n] = int(t.Value)
		n++
		if e.End = int(t.End); e.End >= len(line) || line[e.End] != ':' {
			break
		}
		i = e.End + 1
	}
	if n < 2 || e.End < len(line) && (words.IsLetter(line[e.End]) || line[e.End] == ':') {
		return e, false
	}
	e.Long = n == 3
	e.Seconds = numbers[0]*60 + numbers[1]
	if e.Long {
		e.Seconds = e.Seconds*60 + numbers[2]
	}
	if ahead {
		e.Seconds = -e.Seconds
	}
	return e, true
}
