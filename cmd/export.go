package cmd

import (
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"newstimeline/parser"
	"newstimeline/parser/decode"
	"newstimeline/parser/fault"
	"newstimeline/parser/feed"
	"newstimeline/timeline"
	"newstimeline/timeline/format"
)

// An export writes one output for each input: the command for batches. Several workers convert
// inputs at once. All messages about the inputs, on stderr and in the report, come in input order.
// So nothing depends on the number of workers.
type export struct {
	in                  input
	out                 output
	dir, root, report   string
	workers             int
	skipExisting, newer bool
	timed               bool
	onError             onError

	format  format.Format
	options format.Options
	parser  *parser.Parser
	tree    *tree
	namer   *namer
}

func (a *app) exportCommand() *cobra.Command {
	var e export
	c := &cobra.Command{
		Use:   "export FILE… -f FORMAT -d DIR",
		Short: "Convert many feeds, each to its own file",
		Long: `export converts each feed to its own file in DIR, completely or not at all. DIR
mirrors the folders below the one that all inputs share: a/1.txt and b/1.txt become
DIR/a/1.jsonl and DIR/b/1.jsonl. If two inputs would have the same output, the later ones
are numbered: 1.jsonl, 1-2.jsonl.

A feed that cannot be read or written does not stop the others; the exit code is then 1.
Files and messages are the same for any number of workers. After an interrupt, the files in
progress are finished; --skip-existing or --newer continues later.

--report writes one JSON line per input, in input order; see timeline help many-feeds for
its keys.`,
		Example: `  timeline export *.txt -f jsonl -d out
  timeline export feeds/*/*.txt -f csv -d tables --root feeds     feeds/2024/a.txt to tables/2024/a.csv
  timeline export -r feeds -d out                                 all feeds below a folder
  timeline export *.txt -d out --newer                            only what changed since the last run
  timeline export --input jsonl -f jsonl < documents.jsonl        a stream, document by document
  timeline export *.txt -d out -q --report report.jsonl
  jq -r 'select(.status == "failed") | .source' report.jsonl`,
		ValidArgsFunction: cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault),
		RunE:              func(c *cobra.Command, args []string) error { return e.run(a, c, args) },
	}
	e.in.register(a, c)
	e.out.register(c, "jsonl")
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.StringVarP(&e.dir, "dir", "d", "",
			"`DIR`: write into this folder, created if missing")
		flags.StringVar(&e.root, "root", "",
			"`FOLDER`: mirror the structure below this folder (default the deepest that holds all inputs)")
		flags.BoolVar(&e.skipExisting, "skip-existing", false, "skip inputs whose output exists")
		flags.BoolVar(&e.newer, "newer", false, "skip inputs that are older than their output")
		flags.IntVarP(&e.workers, "jobs", "j", runtime.GOMAXPROCS(0),
			"`N`: convert this many feeds in parallel (default the number of processors)")
		flags.StringVar(&e.report, "report", "",
			"`FILE`: write the result for each input to this file, as JSON lines")
		flags.Var(choice[onError]{&e.onError, onErrorWords[:]}, "on-error",
			"`ACTION`: when a line of a stream holds no document: stop, skip (exit code 1) "+
				"or record (write an error record, exit code 0)")
		flags.BoolVar(&e.timed, "report-times", false, "add the seconds per input to the report")
	})
	a.registerNoClobber(c)
	c.Flags().Lookup("jobs").DefValue = "0" // not that of the machine: help is the same on all
	return c
}

func (e *export) run(a *app, c *cobra.Command, args []string) error {
	if err := e.prepare(a, c); err != nil {
		return err
	}
	if e.dir == "" {
		return e.stream(a, c, args)
	}
	defer runtime.KeepAlive(make([]byte, ballast))
	places, err := a.places(c, &e.in, args)
	if err != nil {
		return err
	}
	if err := e.protect(a, c, args, places); err != nil {
		return err
	}
	if e.namer, err = e.name(c, args, places); err != nil {
		return err
	}
	if e.tree, err = openTree(e.dir, a); err != nil {
		a.fail(e.dir, err)
		return errReported
	}
	defer e.tree.close()
	if e.report == "" {
		e.convert(a, places, nil)
		return nil
	}
	return a.written(e.report,
		a.save(e.report, false, func(w *os.File) error { return e.convert(a, places, w) }))
}

// ballast is the size in bytes of memory that a batch allocates and never touches, so that it costs
// nothing. Garbage is collected when there is as much of it as of memory in use. A batch uses
// little, a few small feeds at a time: without ballast it would collect several hundred times a
// second.
const ballast = 16 << 20

// prepare checks the flags.
func (e *export) prepare(a *app, c *cobra.Command) (err error) {
	switch {
	case e.dir == "" && (e.in.decoding.Format != decode.JSONL || e.out.notation != "jsonl"):
		return usagef(c,
			"export needs -d DIR; to print, use `timeline parse`; to stream, add --input jsonl -f jsonl")
	case e.dir != "" && c.Flags().Changed("on-error"):
		return usagef(c,
			"--on-error is only for --input jsonl -f jsonl without -d; for files, use --report")
	case e.workers < 1:
		return usagef(c, "--jobs %d: must be 1 or more", e.workers)
	case e.timed && e.report == "":
		return usagef(c, "--report-times needs --report FILE")
	}
	if e.format, e.options, err = e.out.prepare(a, c, true); err != nil {
		return err
	}
	if e.parser, err = e.in.parser(c); err != nil {
		return err
	}
	e.in.output = e.dir
	if e.report != "" {
		return a.aim(c, "--report", e.report)
	}
	return nil
}

// A job is one input and the name of its output.
type job struct {
	place string
	name  string // of the output in the tree, with slashes
	err   error  // why it has no name; nil: it has one
}

// name returns the namer for the outputs of all places. A folder among the arguments is mirrored
// from its own level on.
func (e *export) name(c *cobra.Command, args, places []string) (*namer, error) {
	extension := e.format.Name
	if len(e.format.Extensions) > 0 {
		extension = e.format.Extensions[0]
	}
	var folders []string
	for _, arg := range args {
		if info, err := os.Stat(arg); e.in.recursive && err == nil && info.IsDir() {
			folders = append(folders, arg)
		}
	}
	n, err := newNamer(places, folders, e.root, e.dir, extension)
	if err != nil {
		return nil, usagef(c, "--root %s: %w", e.root, err)
	}
	return n, n.reserve(e.dir, e.report)
}

// jobs returns a function that hands out one job after the other, and whether there was one left.
// Outputs are named only then: all names at once would take memory, and each depends on those
// before it.
func (e *export) jobs(places []string) func() (job, bool) {
	return func() (j job, ok bool) {
		if len(places) == 0 {
			return j, false
		}
		j.place, places = places[0], places[1:]
		j.err = fault.Guard(func() (err error) {
			j.name, err = e.namer.name(j.place)
			return err
		})
		return j, true
	}
}

// convert converts all inputs and writes a record of each to the report; nil: there is none.
func (e *export) convert(a *app, places []string, report io.Writer) error {
	stop, stopped := a.stoppable()
	defer stopped()
	bar := newProgress(a, len(places))
	var sum totals
	out := newReporter(report)
	inOrder(min(e.workers, len(places)), stop, e.jobs(places),
		func(j job) *result { return e.one(a, j) }, func(r *result) {
			if r.messages.Len() > 0 {
				bar.clear()
				io.WriteString(a.stderr, r.messages.String())
			}
			a.note(r.worst)
			sum.add(r)
			out.write(r)
			bar.step()
		})
	bar.clear()
	if sum.inputs() < len(places) {
		a.note(interrupted)
		sum.left = len(places) - sum.inputs()
	}
	if !a.quiet {
		a.say("timeline", 0, sum.line(e.dir))
	}
	return out.flush()
}

// A result is what became of one input: its record in the report, its messages, its exit code.
type result struct {
	record
	messages strings.Builder
	worst    exitCode
}

// one converts one input. Whatever goes wrong concerns this input alone: even a panic stops none of
// the others.
func (e *export) one(a *app, j job) (r *result) {
	r = &result{record: record{Source: j.place, Status: success}}
	// its messages, its exit code
	own := &app{stdin: a.stdin, stderr: &r.messages, quiet: a.quiet, strict: a.strict,
		unfinished: a.unfinished}
	begun := time.Now()
	defer func() {
		if p := recover(); p != nil {
			r.fail(own, j.place, fault.Of(p))
		}
		if e.timed {
			seconds := time.Since(begun).Seconds()
			r.Seconds = &seconds
		}
		r.worst = own.worst
	}()
	if j.err != nil {
		r.fail(own, j.place, j.err)
		return r
	}
	output := e.tree.path(j.name)
	r.Output = &output
	if e.isDone(j) {
		r.Status = skip
		return r
	}
	if e.tree.keeps(j.name) {
		r.fail(own, output, errExists)
		return r
	}
	r.Source = placeName(j.place)
	docs := e.read(own, j.place, r)
	if len(docs) == 0 {
		r.Status, r.Output = failure, nil
		return r
	}
	r.describe(docs)
	o := e.options
	o.Warn = own.warn
	err := e.tree.write(j.name,
		func(w io.Writer) error { return e.format.Write(w, timeline.New(docs...), o) })
	switch {
	case isFault(err):
		r.fail(own, j.place, err)
	case err != nil:
		r.fail(own, output, err)
	}
	return r
}

// read reads and parses the documents of one input: one, or those of its lines. What cannot be read
// is reported.
func (e *export) read(own *app, place string, r *result) []*feed.Document {
	return own.parsed(&e.in, e.parser, place, func(name string, err error) {
		own.refuse(name, err)
		if r.Error == nil {
			message := reason(err)
			r.Error = &message
		}
	})
}

// fail notes that an input was not converted because of what happened at a place.
func (r *result) fail(own *app, place string, err error) {
	message := reason(err)
	r.Status, r.Output, r.Error = failure, nil, &message
	own.fail(place, err)
}

// isDone reports whether a job was done by an earlier export and, by --skip-existing or --newer,
// need not be done again.
func (e *export) isDone(j job) bool {
	if !e.skipExisting && !e.newer || j.place == stdinPlace {
		return false
	}
	output, err := e.tree.stat(j.name)
	if err != nil || !output.Mode().IsRegular() {
		return false
	}
	if e.skipExisting {
		return true
	}
	input, err := os.Stat(j.place)
	return err == nil && !input.ModTime().After(output.ModTime())
}
