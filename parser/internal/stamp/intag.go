package stamp

import (
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"strings"
)

// inTag reads the stamp that is a quoted value of the tag that a line is: time="2025-03-05 10:15".
func inTag(m *Candidate, line string, x *words.Lexer, r *Reader) bool {
	if !text.IsTag(line) {
		return false
	}
	for at := 0; ; {
		quote := strings.IndexAny(line[at:], `"'`)
		if quote < 0 {
			return false
		}
		from := at + quote + 1
		size := strings.IndexByte(line[from:], line[from-1])
		if size < 0 {
			return false
		}
		if toks := x.Lex(line[:from+size], from); len(toks) > 1 &&
			toks[len(toks)-1].Kind == words.EndTok {
			if f, first, end := r.read(toks, true); end > 0 && r.reaches(end) && f.isPlausible() &&
				(f.HasClock() || f.Day != 0 && f.Year != 0) {
				*m = Candidate{Start: int32(toks[first].Start), End: int32(toks[end-1].End),
					Rest: int32(len(line)), Place: Whole, Fields: f}
				return true
			}
		}
		at = from + size + 1
	}
}
