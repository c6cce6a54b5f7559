package parser

// An elapsedTime is a time that a line opens with, read as one that counts from a beginning.
type elapsedTime struct {
	line       int
	start, end int  // bytes in the line
	seconds    int  // below 0 ahead of a launch
	first      int  // the first number
	digits     int  // of the first number
	long       bool // 1:02:33, not 2:33
	signed     bool // T+2:33, +2:33
}

// begins reports whether a run of elapsed times may begin with this one.
func (e *elapsedTime) begins() bool {
	return e.signed || e.seconds == 0 || e.long && e.seconds < 60
}

// elapsedAt reads the elapsed time that a line opens with.
func elapsedAt(line string) (e elapsedTime, ok bool) {
	i := 0
	for i < len(line) && (line[i] == ' ' || line[i] == '\t' || line[i] == '-' || line[i] == '*' || line[i] == '[' || line[i] == '(') {
		i++
	}
	e.start = i
	ahead := false
	if n := countSign(line[i:]); n > 0 {
		e.signed, ahead = true, line[i+n-1] != '+'
		i += n
	}
	numbers, n := [3]int{}, 0
	for n < len(numbers) && i < len(line) && isDigit(line[i]) {
		t := number(line, i)
		if n == 0 {
			e.first, e.digits = int(t.value), int(t.digits)
		}
		if t.digits > 3 || n > 0 && (t.digits != 2 || t.value > 59) {
			return e, false
		}
		numbers[n] = int(t.value)
		n++
		if e.end = int(t.end); e.end >= len(line) || line[e.end] != ':' {
			break
		}
		i = e.end + 1
	}
	if n < 2 || e.end < len(line) && (isLetter(line[e.end]) || line[e.end] == ':') {
		return e, false
	}
	e.long = n == 3
	e.seconds = numbers[0]*60 + numbers[1]
	if e.long {
		e.seconds = e.seconds*60 + numbers[2]
	}
	if ahead {
		e.seconds = -e.seconds
	}
	return e, true
}
