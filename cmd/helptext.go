package cmd

import (
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"
)

// Help is wrapped at the width of the terminal: its paragraphs, lists and flags. What is indented,
// commands and their output, keeps its lines; only a remark beside it is wrapped.

// Widths of help, in columns.
const (
	helpWidth    = 80  // where there is no terminal
	helpWidthMax = 100 // from the end of a longer line the eye does not find the next one
	remarkMin    = 30  // a remark with less room goes below its term
)

// helpColumns returns the width to write help in.
func (a *app) helpColumns() int {
	terminal := -1
	if f, ok := a.stdout.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		terminal = int(f.Fd())
	}
	if n := columns(terminal); n > 0 {
		return min(n, helpWidthMax)
	}
	return helpWidth
}

// writeWrapped writes a text of help with lines of at most width columns, where words allow it.
func writeWrapped(b *strings.Builder, text string, width int) {
	var paragraph []string
	end := func() {
		if paragraph != nil {
			first, hang := "", ""
			if paragraph[0] == "-" {
				first, paragraph, hang = "- ", paragraph[1:], "  "
			}
			writeLines(b, first, hang, paragraph, width)
		}
		paragraph = nil
	}
	fenced := false
	for line := range strings.Lines(strings.TrimSpace(text) + "\n") {
		line = strings.TrimRight(line, "\n")
		isFence := strings.HasPrefix(line, "```")
		switch {
		case isFence, fenced, line == "", line[0] == '#':
			end()
			b.WriteString(line + "\n")
		case line[0] == ' ' && paragraph != nil && paragraph[0] == "-":
			paragraph = append(paragraph, strings.Fields(line)...) // a list item goes on
		case line[0] == ' ':
			end()
			writeIndented(b, line, width)
		default:
			if strings.HasPrefix(line, "- ") {
				end()
			}
			paragraph = append(paragraph, strings.Fields(line)...)
		}
		fenced = fenced != isFence
	}
	end()
}

// writeIndented writes an indented line. If it is too wide and has a remark beside it, that is
// wrapped.
func writeIndented(b *strings.Builder, line string, width int) {
	text := strings.TrimLeft(line, " ")
	indent := line[:len(line)-len(text)]
	term, remark, found := strings.Cut(text, "  ")
	remark = strings.TrimLeft(remark, " ")
	if utf8.RuneCountInString(line) <= width || !found || strings.Contains(remark, "  ") {
		b.WriteString(line + "\n")
		return
	}
	at := utf8.RuneCountInString(line) - utf8.RuneCountInString(remark)
	hang := strings.Repeat(" ", at)
	first := indent + term + strings.Repeat(" ", at-len(indent)-utf8.RuneCountInString(term))
	if width-at < remarkMin {
		b.WriteString(indent + term + "\n")
		hang = indent + "    "
		first = hang
	}
	writeLines(b, first, hang, strings.Fields(remark), width)
}

// writeLines writes words in lines of at most width columns. The first line begins with first, the
// others with hang.
func writeLines(b *strings.Builder, first, hang string, words []string, width int) {
	b.WriteString(first)
	used := utf8.RuneCountInString(first)
	margin := used
	for _, word := range words {
		n := utf8.RuneCountInString(word)
		switch {
		case used == margin:
		case used+1+n > width:
			b.WriteString("\n" + hang)
			used = utf8.RuneCountInString(hang)
			margin = used
		default:
			b.WriteByte(' ')
			used++
		}
		b.WriteString(word)
		used += n
	}
	b.WriteByte('\n')
}
