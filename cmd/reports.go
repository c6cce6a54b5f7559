package cmd

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"newstimeline/timeline/format"
)

// Reports: what commands other than parse and export write about timelines.

// registerReport adds the flags of writing a report to a command; the first of its notations is the default.
func registerReport(c *cobra.Command, out *output, notations []string) {
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.StringVarP(&out.notation, "format", "f", notations[0], "`FORMAT`: "+strings.Join(notations, ", "))
		flags.StringVar(&out.zone, "show-tz", "", "tell days and clocks in this `ZONE`, where the feed tells the instant")
		flags.IntVar(&out.width, "width", 0, "`COLUMNS` of the text (default that of the terminal; no wrapping in a pipe)")
		flags.StringVar(&out.color, "color", "auto", "`WHEN` to use colours: auto, always or never")
	})
	out.registerFile(c)
	choices(c, "format", notations...)
	choices(c, "color", "auto", "always", "never")
}

// prepareReport returns the function that writes a report as the flags say, to stdout or to a file, and the options that it is written with.
func prepareReport[T any](a *app, c *cobra.Command, out *output, reports []format.Report[T]) (write func(T) error, o format.Options, err error) {
	toFile := out.file != "" && out.file != "-"
	name := out.notation
	if toFile && !c.Flags().Changed("format") {
		name = strings.TrimPrefix(strings.ToLower(filepath.Ext(out.file)), ".")
		if name == "txt" {
			name = reports[0].Name
		}
	}
	report, known := format.FindReport(reports, name)
	names := strings.Join(format.ReportNames(reports), ", ")
	switch {
	case !known && name != out.notation:
		return nil, o, usagef(c, "-o %s: its extension names no format; -f FORMAT does: %s", out.file, names)
	case !known:
		return nil, o, usagef(c, "-f %q: one of %s", out.notation, names)
	}
	if o, err = out.options(a, c, toFile); err != nil {
		return nil, o, err
	}
	return func(about T) error {
		if !toFile {
			return a.written("", report.Write(a.stdout, about, o))
		}
		return a.written(out.file, a.save(out.file, true, func(w *os.File) error { return report.Write(w, about, o) }))
	}, o, nil
}
