package cmd

import (
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"newstimeline/parser"
	"newstimeline/timeline"
	"newstimeline/timeline/format"
)

// An output holds the flags of commands that write.
type output struct {
	notation string // -f
	file     string // -o
	template string
	title    string
	language string // --lang
	zone     string // --show-tz
	images   bool   // the page loads pictures
	width    int    // columns; 0: that of the terminal
	color    colorMode
	noPager  bool
	table    tableFlags
}

// register adds the flags of writing timelines to a command; notation is the default of -f.
func (out *output) register(c *cobra.Command, notation string) {
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.StringVarP(&out.notation, "format", "f", notation,
			"`FORMAT`: output format: "+strings.Join(formatNames(), ", "))
		flags.StringVar(&out.template, "template", "",
			"`FILE`: format with the Go text/template in this file; see timeline help formats")
		flags.StringVar(&out.zone, "show-tz", "",
			"`ZONE`: convert times to this zone")
		flags.BoolVar(&out.images, "images", false,
			"html: show pictures, loaded from where the feed has them (default: links to them)")
	})
	out.registerTitle(c, "`TITLE`: title of the output (default the feed's)")
	out.registerTerminal(c,
		"`COLUMNS`: width of tables and lists; 0: do not wrap (default the terminal's; "+
			"elsewhere 80 for tables, 0 for lists)")
	completed(c, "format", formatNames())
	out.registerLanguage(c)
	out.table.register(c)
}

// registerLanguage adds --lang.
func (out *output) registerLanguage(c *cobra.Command) {
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.StringVar(&out.language, "lang", "",
			"`LANGUAGE`: language of headings and labels: de, pt-BR (default the feed's, else English)")
	})
	if err := c.RegisterFlagCompletionFunc("lang", completeLanguages); err != nil {
		panic("internal error: " + err.Error())
	}
}

// completeLanguages completes --lang.
func completeLanguages(*cobra.Command, []string,
	string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return format.Languages(), cobra.ShellCompDirectiveNoFileComp
}

// registerTitle adds --title, with its help.
func (out *output) registerTitle(c *cobra.Command, help string) {
	group(c, writing, func(flags *pflag.FlagSet) { flags.StringVar(&out.title, "title", "", help) })
}

// registerTerminal adds the flags that matter on a terminal; width is the help of --width.
func (out *output) registerTerminal(c *cobra.Command, width string) {
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.IntVar(&out.width, "width", 0, width)
		flags.Var(choice[colorMode]{&out.color, colorWords[:]}, "color",
			"`WHEN`: when to use colours: auto, always or never")
	})
}

// A colorMode is when output is coloured.
type colorMode uint8

const (
	colorAuto colorMode = iota // on a terminal that has colours, unless NO_COLOR is set
	colorAlways
	colorNever
)

var colorWords = [...]meaning[colorMode]{{"auto", colorAuto}, {"always", colorAlways},
	{"never", colorNever}}

// use reports whether output to a terminal, or to something else, is coloured.
func (m colorMode) use(onTerminal bool) bool {
	if m == colorAuto {
		return onTerminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return m == colorAlways
}

// toFile reports whether a file was named to write to.
func (out *output) toFile() bool { return out.file != "" && out.file != "-" }

func formatNames() []string {
	var names []string
	for i := range format.Formats {
		names = append(names, format.Formats[i].Name)
	}
	return names
}

// format returns the notation to write: that of --template or -f, else the one that the extension
// of -o names, else the default.
func (out *output) format(c *cobra.Command) (format.Format, error) {
	if out.template != "" {
		return out.templated(c)
	}
	if out.toFile() && !c.Flags().Changed("format") {
		f, ok := format.ByExtension(out.file)
		if !ok {
			return f, usagef(c,
				"-o %s: cannot tell the format from the extension; use -f FORMAT: %s",
				out.file, strings.Join(formatNames(), ", "))
		}
		return f, nil
	}
	f, ok := format.Find(out.notation)
	if !ok {
		return f, usagef(c, "-f %q: unknown format; use one of %s", out.notation,
			strings.Join(formatNames(), ", "))
	}
	return f, nil
}

// templated returns the notation that --template describes.
func (out *output) templated(c *cobra.Command) (format.Format, error) {
	if c.Flags().Changed("format") {
		return format.Format{}, usagef(c, "-f and --template cannot be combined")
	}
	text, err := os.ReadFile(out.template)
	if err != nil {
		return format.Format{}, usagef(c, "--template %s: %s", out.template, reason(err))
	}
	f, err := format.Template(out.template, string(text))
	if err != nil {
		return f, usagef(c, "--%w", err)
	}
	return f, nil
}

// prepare returns the notation to write and its options. toFile: the output goes to a file, not to
// stdout.
func (out *output) prepare(a *app, c *cobra.Command,
	toFile bool) (f format.Format, o format.Options, err error) {
	if f, err = out.format(c); err != nil {
		return f, o, err
	}
	if n := len(filepath.Base(out.file)); out.toFile() && f.Add != nil && n > longestDatabase {
		return f, o, usagef(c,
			"-o: the name has %d bytes; a database can have %d, because its journal needs %d more",
			n, longestDatabase, len(journalEnd))
	}
	if out.onTerminal(a, toFile) >= 0 && f.Binary {
		return f, o, usagef(c, "-f %s is binary; write it to a file with -o FILE.%s", f.Name,
			f.Extensions[0])
	}
	if o, err = out.options(a, c, toFile); err != nil {
		return f, o, err
	}
	if o.Width == 0 && !c.Flags().Changed("width") {
		o.Width = f.Width
	}
	return f, o, out.table.apply(c, f, &o)
}

// options returns the options to write with, to a file if toFile, else to stdout.
func (out *output) options(a *app, c *cobra.Command, toFile bool) (format.Options, error) {
	o := format.Options{Title: out.title, Language: out.language, Width: out.width,
		Images: out.images, Warn: a.warn}
	if err := out.aim(a, c, toFile); err != nil {
		return o, err
	}
	if out.width < 0 {
		return o, usagef(c, "--width %d: must be 0 or more", out.width)
	}
	if out.language != "" && !format.IsLanguage(out.language) {
		return o, usagef(c, "--lang %q: unknown language; use one of %s",
			out.language, strings.Join(format.Languages(), ", "))
	}
	terminal := out.onTerminal(a, toFile)
	if !c.Flags().Changed("width") && !toFile {
		o.Width = columns(terminal)
	}
	o.Color = out.color.use(terminal >= 0)
	if out.zone != "" {
		zone, err := parser.ReadZone(out.zone)
		if err != nil {
			return o, usagef(c, "--show-tz %w", err)
		}
		o.Zone = zone
	}
	return o, nil
}

// onTerminal returns the file descriptor of the terminal that the output goes to, -1 if it does not
// go to a terminal.
func (out *output) onTerminal(a *app, toFile bool) int {
	if f, ok := a.stdout.(*os.File); ok && !toFile && term.IsTerminal(int(f.Fd())) {
		return int(f.Fd())
	}
	return -1
}

// columns returns the width to write in: $COLUMNS, else the width of the terminal with this file
// descriptor, else 80. Without a terminal (-1) it returns 0: do not wrap.
func columns(terminal int) int {
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if terminal < 0 {
		return 0
	}
	if n, _, err := term.GetSize(terminal); err == nil && n > 0 {
		return n
	}
	return 80
}

// write writes a timeline to the file that -o names, else to stdout.
func (out *output) write(a *app, f format.Format, t *timeline.Timeline, o format.Options) error {
	switch {
	case out.toFile():
		return a.saveTimeline(out.file, f, t, o)
	case f.Paged && !out.noPager:
		return a.paged(func(w io.Writer) error { return f.Write(w, t, o) })
	}
	return f.Write(a.stdout, t, o)
}

// print writes the answer of a command to stdout.
func (a *app) print(words string) error {
	_, err := io.WriteString(a.stdout, words)
	return a.written("", err)
}

// registerFile adds -o.
func (out *output) registerFile(a *app, c *cobra.Command) {
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.StringVarP(&out.file, "output", "o", "",
			"`FILE`: write to this file, completely or not at all; the extension selects the format")
	})
	a.registerNoClobber(c)
}

// aim declares what will be written to, for inputs to be compared with it.
func (out *output) aim(a *app, c *cobra.Command, toFile bool) error {
	switch {
	case !toFile:
		a.targets = append(a.targets, target{})
	case out.toFile():
		return a.aim(c, "-o", out.file, out.template)
	}
	return nil
}

// written reports the error of writing a file, if there is one, and returns errReported. An error
// of stdout ("" or "-") is returned as it is, so that finish can tell a closed pipe from a failure.
// So is a panic, which is not the file's fault.
func (a *app) written(file string, err error) error {
	if err == nil || file == "" || file == "-" || isFault(err) {
		return err
	}
	a.fail(file, err)
	return errReported
}
