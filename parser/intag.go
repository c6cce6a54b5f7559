package parser

import "strings"

// inTag reads the stamp that is a quoted value of the tag that a line is: time="2025-03-05 10:15".
func inTag(line string, x *lexer, r *reader) (mark, bool) {
	if !isTag(line) {
		return mark{}, false
	}
	for at := 0; ; {
		quote := strings.IndexAny(line[at:], `"'`)
		if quote < 0 {
			return mark{}, false
		}
		from := at + quote + 1
		size := strings.IndexByte(line[from:], line[from-1])
		if size < 0 {
			return mark{}, false
		}
		if toks := x.lex(line[:from+size], from); len(toks) > 1 && toks[len(toks)-1].kind == endTok {
			if f, first, end := r.read(toks, true); end > 0 && r.reaches(end) && f.plausible() && (f.hasClock() || f.day != 0 && f.year != 0) {
				return mark{start: int32(toks[first].start), end: int32(toks[end-1].end), rest: int32(len(line)), place: whole, f: f}, true
			}
		}
		at = from + size + 1
	}
}
