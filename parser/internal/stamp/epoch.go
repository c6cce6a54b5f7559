package stamp

import (
	"time"

	"newstimeline/parser/internal/words"
)

// Unix times: seconds or milliseconds since 1970 that open lines, "1427472655 text",
// "[1427472655.250] text". Like rows, they count where they recur.

// The span of Unix times that lines may open with: from 2001 to 2039. Other numbers of ten figures
// are something else.
const (
	firstEpoch = 1_000_000_000
	lastEpoch  = 2_200_000_000
)

// epochRow reads the Unix time that opens a line.
func epochRow(m *Candidate, line string) bool {
	start := 0
	if line != "" && line[0] == '[' {
		start = 1
	}
	end, n := start, int64(0)
	for end < len(line) && words.IsDigit(line[end]) && end-start < 14 {
		n = n*10 + int64(line[end]-'0')
		end++
	}
	if end-start == len("1427472655000") {
		n /= 1000
	} else if end-start != len("1427472655") {
		return false
	}
	if n < firstEpoch || n >= lastEpoch {
		return false
	}
	if end+1 < len(line) && line[end] == '.' && words.IsDigit(line[end+1]) {
		for end++; end < len(line) && words.IsDigit(line[end]); end++ {
		}
	}
	if end == len(line) || words.IsPlain(line[end]) || (start == 1) != (line[end] == ']') {
		return false
	}
	*m = Candidate{Start: int32(start), End: int32(end), Place: Row, Fields: NoFields}
	at := time.Unix(n, 0).UTC()
	m.Fields.setDate(at)
	m.Fields.setClock(MachineTime{at, true, true})
	m.Fields.Second = int8(at.Second())
	m.Sep, m.Rest = Separate(line, end)
	return int(m.Rest) < len(line) && m.Sep != GluedSep
}
