package cmd

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Manual pages, made of the same words as help. We write them ourselves: cobra's generator would
// link a Markdown parser and a YAML encoder into the program.

// manName is the name of the command that writes them. It is the only one that needs all others to
// be there.
const manName = "man"

func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:   manName + " DIR",
		Short: "Write the manual pages",
		Long: `man writes a manual page for each command and help topic to a folder, which is
created if missing. It is meant for packagers.`,
		Example: `  timeline man man1
  man -l man1/timeline-parse.1`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef(c, "man needs a folder to write to")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return a.writePages(c.Root(), args[0])
		},
	}
}

// writePages writes the pages of a command and of all below it.
func (a *app) writePages(c *cobra.Command, dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		a.fail(dir, err)
		return errReported
	}
	path := filepath.Join(dir, pageName(c)+"."+section(c))
	err := a.save(path, false, func(w *os.File) error {
		_, err := w.WriteString(page(c))
		return err
	})
	if err != nil {
		a.fail(path, err)
		return errReported
	}
	for _, sub := range c.Commands() {
		if !sub.IsAvailableCommand() && !sub.IsAdditionalHelpTopicCommand() {
			continue
		}
		if err := a.writePages(sub, dir); err != nil {
			return err
		}
	}
	return nil
}

// pageName returns the name of a command's page: timeline-parse.
func pageName(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }

// section returns the section of the manual for a command, 1, or a topic, 7.
func section(c *cobra.Command) string {
	if c.Runnable() || c.HasSubCommands() {
		return "1"
	}
	return "7"
}

// page returns the manual page of a command, in the man macros of roff. It has no date: the same
// release gives the same pages.
func page(c *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH %s %s \"\" \"timeline %s\"\n", strings.ToUpper(roff(pageName(c))),
		section(c), version)
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", roff(pageName(c)), roff(c.Short))
	if c.Runnable() {
		fmt.Fprintf(&b, ".SH SYNOPSIS\n%s\n", roff(c.UseLine()))
	}
	b.WriteString(".SH DESCRIPTION\n")
	writeText(&b, c.Long)
	if c.Example != "" {
		b.WriteString(".SH EXAMPLES\n")
		writeText(&b, c.Example)
	}
	writeOptions(&b, c)
	if c.HasParent() {
		fmt.Fprintf(&b, ".SH SEE ALSO\n%s(1)\n", roff(pageName(c.Parent())))
		return b.String()
	}
	b.WriteString(".SH SEE ALSO\n")
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() || sub.IsAdditionalHelpTopicCommand() {
			fmt.Fprintf(&b, "%s(%s): %s\n.br\n", roff(pageName(sub)), section(sub), roff(sub.Short))
		}
	}
	return b.String()
}

// writeText writes the paragraphs of a text. Lines that are indented or fenced stay lines; "##"
// begins a section.
func writeText(b *strings.Builder, text string) {
	fenced, kept := false, false
	keep := func(on bool) { // begins or ends lines that roff does not fill
		switch {
		case on == kept:
		case on:
			b.WriteString(".PP\n.nf\n")
		default:
			b.WriteString(".fi\n")
		}
		kept = on
	}
	for line := range strings.Lines(strings.TrimRight(text, "\n") + "\n") {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "```"):
			fenced = !fenced
		case line == "" && kept:
			b.WriteByte('\n')
		case line == "":
			b.WriteString(".PP\n")
		case strings.HasPrefix(line, "# "):
			keep(false) // the name is the title already
		case strings.HasPrefix(line, "## "):
			keep(false)
			fmt.Fprintf(b, ".SS %s\n", roff(line[3:]))
		default:
			keep(fenced || line[0] == ' ')
			b.WriteString(roff(line) + "\n")
		}
	}
	keep(false)
}

// writeOptions writes the flags of a command, by group as help does.
func writeOptions(b *strings.Builder, c *cobra.Command) {
	if !c.Runnable() || !c.Flags().HasAvailableFlags() {
		return
	}
	b.WriteString(".SH OPTIONS\n")
	for _, title := range append(groups[:], "") {
		headed := title == ""
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if in := f.Annotations[groupKey]; f.Hidden || (in == nil) != (title == "") ||
				in != nil && in[0] != title {
				return
			}
			if !headed {
				fmt.Fprintf(b, ".SS %s\n", roff(title))
				headed = true
			}
			writeOption(b, f)
		})
	}
}

func writeOption(b *strings.Builder, f *pflag.Flag) {
	value, usage := pflag.UnquoteUsage(f)
	b.WriteString(".TP\n")
	if f.Shorthand != "" {
		fmt.Fprintf(b, "\\fB\\-%s\\fR, ", f.Shorthand)
	}
	fmt.Fprintf(b, "\\fB\\-\\-%s\\fR", roff(f.Name))
	if value != "" {
		fmt.Fprintf(b, " \\fI%s\\fR", roff(value))
	}
	if word := defaultOf(f); word != "" && !strings.Contains(usage, "(default ") {
		usage += " (default " + word + ")"
	}
	fmt.Fprintf(b, "\n%s\n", roff(usage))
}

// defaultOf returns the default of a flag, "" if it is nothing: no, 0, an empty list or text.
func defaultOf(f *pflag.Flag) string {
	switch f.DefValue {
	case "", "0", "false", "[]":
		return ""
	}
	return f.DefValue
}

// roff escapes a text for roff: in ASCII, with hyphens that can be copied into a shell, and with no
// line that is a request.
func roff(s string) string {
	var b strings.Builder
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		b.WriteString(`\&`)
	}
	for _, r := range s {
		switch {
		case r == '\\':
			b.WriteString(`\e`)
		case r == '-':
			b.WriteString(`\-`)
		case r >= 0x80:
			fmt.Fprintf(&b, `\[u%04X]`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
