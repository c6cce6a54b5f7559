// Pictures draws what a terminal shows as an SVG, for the README: it reads text with colours from stdin and
// writes the picture to stdout. Its arguments are the command that stands above the text.
package main

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"os"
	"strings"
	"unicode/utf8"
)

// Sizes in pixels. The advance is that of most monospaced fonts at this size.
const (
	fontSize = 14
	advance  = 8.43
	leading  = 20
	margin   = 18
)

// A look is how a piece of text is drawn, as attributes of SVG.
type look string

// looks are those of the SGR parameters (ECMA-48) that timeline uses; "0" ends them.
var looks = map[string]look{
	"0":  ``,
	"1":  `font-weight="700" fill="#ffffff"`,
	"2":  `fill="#7d8590"`,
	"32": `fill="#56d364"`,
	"36": `fill="#56d4dd"`,
}

func main() {
	if err := draw(os.Stdout, os.Stdin, strings.Join(os.Args[1:], " ")); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// draw writes the picture of a command and what it printed.
func draw(w io.Writer, r io.Reader, command string) error {
	lines := []string{"\x1b[32m$\x1b[0m " + command, ""}
	for s := bufio.NewScanner(r); s.Scan(); {
		lines = append(lines, s.Text())
	}
	columns := 0
	var body strings.Builder
	for i, line := range lines {
		n, text := spans(line)
		columns = max(columns, n)
		fmt.Fprintf(&body, "<text x=\"%d\" y=\"%d\">%s</text>\n", margin, margin+(i+1)*leading-6, text)
	}
	width, height := float64(columns)*advance+2*margin, len(lines)*leading+2*margin
	_, err := fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%d" viewBox="0 0 %.0[1]f %[2]d"
 role="img" aria-label="timeline in a terminal" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"
 font-size="%d" fill="#e6edf3">
<rect width="100%%" height="100%%" rx="8" fill="#0d1117"/>
%s</svg>
`, width, height, fontSize, body.String())
	return err
}

// spans returns the width of a line in columns, and its pieces as elements of SVG.
func spans(line string) (columns int, text string) {
	var b strings.Builder
	for i, piece := range strings.Split(line, "\x1b[") {
		style := look("")
		if i > 0 {
			parameter, rest, _ := strings.Cut(piece, "m")
			style, piece = looks[parameter], rest
		}
		columns += utf8.RuneCountInString(piece)
		piece = strings.ReplaceAll(piece, " ", "\u00A0") // SVG drops blanks at the start of a line
		switch {
		case piece == "":
		case style == "":
			b.WriteString(html.EscapeString(piece))
		default:
			fmt.Fprintf(&b, "<tspan %s>%s</tspan>", style, html.EscapeString(piece))
		}
	}
	return columns, b.String()
}
