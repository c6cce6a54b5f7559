package parser

import "strings"

// Stamps inside a tag that is all of its line: {{% update time="2025-03-05 10:15" %}}, <li data-time="10:15">.

// A tag is a line that template or markup brackets enclose.
var tagBrackets = [...][2]string{{"{{", "}}"}, {"{%", "%}"}, {"<", ">"}, {"[", "]"}}

// isTag reports whether a line is one tag and nothing else.
func isTag(line string) bool {
	if len(line) < 3 || line[0] != '{' && line[0] != '<' && line[0] != '[' {
		return false
	}
	for _, b := range tagBrackets {
		if inner, ok := strings.CutPrefix(line, b[0]); ok && strings.HasSuffix(inner, b[1]) {
			inner = strings.TrimSuffix(inner, b[1])
			return inner != "" && !strings.Contains(inner, b[0]) && !strings.Contains(inner, b[1])
		}
	}
	return false
}

// isEndTag reports whether a line is one closing tag: {{% /update %}}, </li>, {% endupdate %}.
func isEndTag(line string) bool {
	if !isTag(line) {
		return false
	}
	name := strings.TrimLeft(line, "{<[%- ")
	return strings.HasPrefix(name, "/") || line[0] == '{' && strings.HasPrefix(name, "end")
}

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
