package text

import "strings"

// Stamps inside a tag that is all of its line: {{% update time="2025-03-05 10:15" %}}, <li
// data-time="10:15">.

// A tag is a line that template or markup brackets enclose.
var tagBrackets = [...][2]string{{"{{", "}}"}, {"{%", "%}"}, {"<", ">"}, {"[", "]"}}

// IsTag reports whether a line is one tag and nothing else.
func IsTag(line string) bool {
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
	if !IsTag(line) {
		return false
	}
	name := strings.TrimLeft(line, "{<[%- ")
	return strings.HasPrefix(name, "/") || line[0] == '{' && strings.HasPrefix(name, "end")
}
