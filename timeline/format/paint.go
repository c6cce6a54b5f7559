package format

import "strings"

// A style is how a terminal shows a piece of text, as the parameters of an SGR sequence (ECMA-48).
type style string

const (
	bold   style = "1"
	faint  style = "2"
	accent style = "36" // cyan: legible on dark and on light
	red    style = "31"
	green  style = "32"
	yellow style = "33"

	blue    style = "34"
	magenta style = "35"
)

// paint returns s in a style if the options allow colours.
func (o *Options) paint(st style, s string) string {
	if !o.Color || s == "" {
		return s
	}
	return "\x1b[" + string(st) + "m" + s + "\x1b[0m"
}

// paintLines returns lines in a style, joined.
func (o *Options) paintLines(st style, lines []string) string {
	for i, line := range lines {
		lines[i] = o.paint(st, line)
	}
	return strings.Join(lines, "\n")
}
