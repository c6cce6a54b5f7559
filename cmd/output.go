package cmd

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"newstimeline/parser"
	"newstimeline/timeline"
	"newstimeline/timeline/format"
)

// An output is what the commands that write timelines are told about that.
type output struct {
	notation, file, zone, color string
	title                       string
	width                       int
	template                    string
	table                       tableFlags
}

// register adds the flags of writing to a command.
func (out *output) register(c *cobra.Command, notation string) {
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.StringVarP(&out.notation, "format", "f", notation, "`FORMAT`: "+strings.Join(formatNames(), ", "))
		flags.StringVar(&out.template, "template", "", "write by a template in `FILE`, of Go's text/template over the JSON document: see help formats")
		flags.StringVar(&out.title, "title", "", "`WORDS` over the timeline, of formats that have a title (default those of its feed)")
		flags.StringVar(&out.zone, "show-tz", "", "print days and clocks in this `ZONE`, where the feed tells the instant")
		flags.IntVar(&out.width, "width", 0, "`COLUMNS` of table and list (default that of the terminal; no wrapping in a pipe)")
		flags.StringVar(&out.color, "color", "auto", "`WHEN` to use colours: auto, always or never")
	})
	choices(c, "color", "auto", "always", "never")
	choices(c, "format", formatNames()...)
	out.table.register(c)
}

func formatNames() []string {
	var names []string
	for i := range format.Formats {
		names = append(names, format.Formats[i].Name)
	}
	return names
}

// format returns the notation that -f names, else the one that the file's extension asks for, else the default.
func (out *output) format(c *cobra.Command) (format.Format, error) {
	if out.template != "" {
		return out.templated(c)
	}
	if out.file != "" && !c.Flags().Changed("format") {
		f, ok := format.ByExtension(out.file)
		if !ok {
			return f, usagef(c, "-o %s: its extension names no format; -f FORMAT does: %s", out.file, strings.Join(formatNames(), ", "))
		}
		return f, nil
	}
	f, ok := format.Find(out.notation)
	if !ok {
		return f, usagef(c, "-f %q: one of %s", out.notation, strings.Join(formatNames(), ", "))
	}
	return f, nil
}

// templated returns the notation of the template.
func (out *output) templated(c *cobra.Command) (format.Format, error) {
	if c.Flags().Changed("format") {
		return format.Format{}, usagef(c, "-f and --template both name a format")
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

// prepare returns the notation to write and its options.
func (out *output) prepare(a *app, c *cobra.Command, toFile bool) (f format.Format, o format.Options, err error) {
	if f, err = out.format(c); err != nil {
		return f, o, err
	}
	if out.onTerminal(a, toFile) >= 0 && f.Binary {
		return f, o, usagef(c, "-f %s is nothing to read on a terminal; -o FILE.%s writes it to a file", f.Name, f.Extensions[0])
	}
	if o, err = out.options(a, c, toFile); err != nil {
		return f, o, err
	}
	return f, o, out.table.apply(c, f, &o)
}

// options returns the options of a notation that is written to stdout or, if toFile, to a file.
func (out *output) options(a *app, c *cobra.Command, toFile bool) (format.Options, error) {
	o := format.Options{Title: out.title, Width: out.width, Warn: a.warn}
	if out.width < 0 {
		return o, usagef(c, "--width %d: 0 or more", out.width)
	}
	terminal := out.onTerminal(a, toFile)
	if !c.Flags().Changed("width") && !toFile {
		o.Width = columns(terminal)
	}
	switch out.color {
	case "auto":
		o.Color = terminal >= 0 && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	case "always":
		o.Color = true
	case "never":
	default:
		return o, usagef(c, "--color %q: auto, always or never", out.color)
	}
	if out.zone != "" {
		zone, err := parser.ReadZone(out.zone)
		if err != nil {
			return o, usagef(c, "--show-tz %w", err)
		}
		o.Zone = zone
	}
	return o, nil
}

// onTerminal returns the descriptor of the terminal that is written to; -1: it is none.
func (out *output) onTerminal(a *app, toFile bool) int {
	if f, ok := a.stdout.(*os.File); ok && !toFile && term.IsTerminal(int(f.Fd())) {
		return int(f.Fd())
	}
	return -1
}

// columns returns the width to write in: COLUMNS if it is set, else that of the terminal, 80 if that does not tell; 0 if there is none.
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

// isLarge reports whether a source of a timeline is so large that memory counts more than time.
func isLarge(t *timeline.Timeline) bool {
	return slices.ContainsFunc(t.Sources, func(s *timeline.Source) bool { return len(s.Text) >= largeInput })
}

// write writes a timeline to the file of the flags, or to stdout.
func (out *output) write(a *app, f format.Format, t *timeline.Timeline, o format.Options) error {
	if isLarge(t) {
		garbage(whileWriting)
	}
	if out.file == "" || out.file == "-" {
		return f.Write(a.stdout, t, o)
	}
	return a.saveTimeline(out.file, true, f, t, o)
}

// saveTimeline has a timeline written to a file or, where the notation can, added to what the file holds.
func (a *app) saveTimeline(path string, sync bool, f format.Format, t *timeline.Timeline, o format.Options) error {
	info, err := os.Stat(path)
	switch {
	case f.Add == nil, err == nil && !info.Mode().IsRegular():
		return a.save(path, sync, func(w *os.File) error { return f.Write(w, t, o) })
	case err == nil:
		return f.Add(linked(path), t, o)
	}
	return a.save(path, sync, func(w *os.File) error {
		journal := w.Name() + "-journal"
		a.unfinished.add(journal)
		defer a.unfinished.drop(journal)
		return f.Add(w.Name(), t, o)
	})
}

// save has a file written whole or not at all: a temporary file beside it takes its place when all is written, synced to the disk if
// asked. Devices and pipes are written directly, and a link stays a link.
func (a *app) save(path string, sync bool, write func(*os.File) error) error {
	path = linked(path)
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return overwrite(path, write)
	}
	mode := os.FileMode(0o666)
	if err == nil {
		mode = info.Mode().Perm()
	}
	temporary, f, err := a.beside(path, mode)
	if err != nil {
		return err
	}
	defer a.unfinished.drop(temporary)
	err = write(f)
	if err == nil && sync {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		os.Remove(temporary)
	}
	return err
}

// linked returns the file that a link leads to, even if it is not there yet; a path that is no link is returned as it is.
func linked(path string) string {
	const most = 40 // links in a row, as Linux has it
	for range most {
		to, err := os.Readlink(path)
		switch {
		case err != nil:
			return path
		case !filepath.IsAbs(to):
			to = filepath.Join(filepath.Dir(path), to)
		}
		path = to
	}
	return path
}

// beside creates a file next to path that is removed if the program is interrupted. The system's mask applies to the mode of a new file.
func (a *app) beside(path string, mode os.FileMode) (string, *os.File, error) {
	dir, base := filepath.Split(path)
	for n := 0; ; n++ {
		temporary := dir + "." + base + "." + strconv.Itoa(os.Getpid()) + "-" + strconv.Itoa(n) + ".tmp"
		a.unfinished.add(temporary)
		f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if err == nil {
			return temporary, f, nil
		}
		a.unfinished.drop(temporary)
		if !os.IsExist(err) {
			return "", nil, err
		}
	}
}

// overwrite writes to a device or pipe.
func overwrite(path string, write func(*os.File) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	err = write(f)
	if closing := f.Close(); err == nil {
		err = closing
	}
	return err
}

// print writes words that were asked for to stdout.
func (a *app) print(words string) error {
	_, err := io.WriteString(a.stdout, words)
	return a.written("", err)
}
