package cmd

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"newstimeline/parser"
	"newstimeline/timeline"
	"newstimeline/timeline/format"
)

// An export writes one output for each input.
type export struct {
	in     input
	out    output
	dir    string
	format format.Format
	parser *parser.Parser
}

func (a *app) exportCommand() *cobra.Command {
	var e export
	c := &cobra.Command{
		Use:   "export FILE… -f FORMAT -d DIR",
		Short: "Write each feed to a file of its own",
		Long: `export reads feeds and writes the timeline of each to a file of its own, whole or not at all. A file that cannot be read or
written stops none of the others.`,
		Example: `  timeline export *.txt -f jsonl -d out
  timeline export a.txt b.txt -f csv -d tables`,
		ValidArgsFunction: cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault),
		RunE:              func(c *cobra.Command, args []string) error { return e.run(a, c, args) },
	}
	e.in.register(a, c)
	e.out.register(c, "jsonl")
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.StringVarP(&e.dir, "dir", "d", "", "write into `DIR`, which is made if it is not there")
	})
	return c
}

func (e *export) run(a *app, c *cobra.Command, args []string) error {
	o, err := e.prepare(a, c)
	if err != nil {
		return err
	}
	places, err := a.places(c, args)
	if err != nil {
		return err
	}
	taken := map[string]bool{}
	for _, place := range places {
		if err := e.one(a, place, o, taken); err != nil {
			a.fail(place, err)
		}
	}
	return nil
}

// prepare reads the flags and makes the folder.
func (e *export) prepare(a *app, c *cobra.Command) (o format.Options, err error) {
	if e.dir == "" {
		return o, usagef(c, "-d DIR says where to write; `timeline parse` prints")
	}
	if e.format, o, err = e.out.prepare(a, c, true); err != nil {
		return o, err
	}
	if e.parser, err = e.in.parser(c); err != nil {
		return o, err
	}
	if err := os.MkdirAll(e.dir, 0o777); err != nil {
		a.fail(e.dir, err)
		return o, errSaid
	}
	return o, nil
}

// one converts one input.
func (e *export) one(a *app, place string, o format.Options, taken map[string]bool) error {
	src, err := a.source(place)
	if err != nil {
		return err
	}
	d := e.parser.Parse(src)
	a.remark(d)
	target := e.target(place, taken)
	return a.saveTimeline(target, false, e.format, timeline.New(d), o)
}

// target returns the file to write an input to: its own name with the extension of the format. Inputs of the same name are numbered.
func (e *export) target(place string, taken map[string]bool) string {
	base := filepath.Base(place)
	if place == "-" {
		base = stdinName
	}
	stem := strings.TrimSuffix(base, filepath.Ext(base))
	extension := e.format.Name
	if len(e.format.Extensions) > 0 {
		extension = e.format.Extensions[0]
	}
	name := stem + "." + extension
	for n := 2; taken[name]; n++ {
		name = fmt.Sprintf("%s-%d.%s", stem, n, extension)
	}
	taken[name] = true
	return filepath.Join(e.dir, name)
}
