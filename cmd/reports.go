package cmd

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"newstimeline/timeline/format"
)

// Reports: what explain, diff and stats write about timelines.

// registerReport adds the flags of writing a report to a command; the first of its notations is the
// default.
func registerReport[T any](a *app, c *cobra.Command, out *output, reports format.Reports[T]) {
	names := reports.Names()
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.StringVarP(&out.notation, "format", "f", names[0],
			"`FORMAT`: output format: "+strings.Join(names, ", "))
	})
	out.registerTerminal(c,
		"`COLUMNS`: width of the text (default the terminal's; no wrapping in a pipe)")
	out.registerPager(c)
	out.registerFile(a, c)
	completed(c, "format", names)
}

// registerZone adds the flag for the time zone of a report, to commands whose reports show
// instants.
func (out *output) registerZone(c *cobra.Command) {
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.StringVar(&out.zone, "show-tz", "",
			"`ZONE`: convert times to this zone")
	})
}

// prepareReport returns a function that writes a report as the flags ask, to stdout or to a file,
// with its options. Wrong flags are an error now, before anything is read.
func prepareReport[T any](a *app, c *cobra.Command, out *output,
	reports format.Reports[T]) (write func(T) error, o format.Options, err error) {
	report, err := chooseReport(c, out, reports)
	if err != nil {
		return nil, o, err
	}
	if o, err = out.options(a, c, out.toFile()); err != nil {
		return nil, o, err
	}
	return func(about T) error {
		switch {
		case !out.toFile() && report.Paged && !out.noPager:
			return a.paged(func(w io.Writer) error { return report.Write(w, about, o) })
		case !out.toFile():
			return report.Write(a.stdout, about, o)
		}
		return a.written(out.file,
			a.save(out.file, true, func(w *os.File) error { return report.Write(w, about, o) }))
	}, o, nil
}

// chooseReport returns the notation to write: that of -f, else the one that the extension of -o
// names, else the first.
func chooseReport[T any](c *cobra.Command, out *output,
	reports format.Reports[T]) (format.Report[T], error) {
	name, byExtension := out.notation, out.toFile() && !c.Flags().Changed("format")
	if byExtension {
		name = strings.TrimPrefix(strings.ToLower(filepath.Ext(out.file)), ".")
		switch name {
		case "txt":
			name = reports[0].Name
		case "md":
			name = "markdown"
		case "htm":
			name = "html"
		}
	}
	report, known := reports.Find(name)
	names := strings.Join(reports.Names(), ", ")
	switch {
	case known:
		return report, nil
	case byExtension:
		return report,
			usagef(c, "-o %s: cannot tell the format from the extension; use -f FORMAT: %s",
				out.file, names)
	}
	return report, usagef(c, "-f %q: unknown format; use one of %s", name, names)
}
