// Package cmd is the command line of timeline: flags, files, streams and exit codes. All input and
// output of the program is here.
//
// Data goes to stdout, messages go to stderr as "name:line: message". Each command is a file and a
// row of commands. Its flags are fields of structs that the commands share. Each such struct adds
// its flags to a command (register), checks them, and does what they ask for:
//
//	input.go      reading: places.go finds the inputs, read.go reads them,
//	              decoding.go has their formats, shift.go corrects clocks
//	overwrite.go  protects the inputs from being written to
//	selection.go  which entries, in which order; dedupe.go merges snapshots
//	output.go     writing: tables.go for the columns of tables, save.go for complete files,
//	              pager.go for what is longer than the terminal
//	reports.go    writes the reports of explain, diff and stats
//
// messages.go reports what happens, and exit.go counts it for the exit code. The batch command,
// export.go, hands its inputs to workers (batch.go) and names the outputs (exportnames.go). It
// writes them below one folder (tree.go) and sums up (exportreport.go); stream.go is its mode for
// pipes.
package cmd

import (
	"context"
	"io"
	"strings"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"newstimeline/parser/fault"
	"newstimeline/timeline/format"
)

// version is the current release; CHANGELOG.md describes it.
const version = "0.1.0"

// versionLine is what --version prints.
const versionLine = "timeline " + version + "\n"

// Main runs the program and returns its exit code. args are the arguments without the name of the
// program. If stdin is a terminal and no input is named, it is not read; stdout and stderr are
// written to until Main returns.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{args: args, stdin: stdin, stdout: stdout, stderr: stderr, unfinished: &unfinished{}}
	defer a.watch()()
	a.watchMemory()
	err := fault.Guard(func() error {
		if len(args) == 1 && args[0] == "--version" {
			_, err := io.WriteString(stdout, versionLine) // cobra would run a template
			return err
		}
		root := a.root(args)
		root.SetArgs(args)
		root.SetIn(stdin)
		root.SetOut(stdout)
		root.SetErr(stderr)
		return root.ExecuteContext(context.Background())
	})
	return int(a.finish(err))
}

// An app is one run of the program.
type app struct {
	args           []string
	stdin          io.Reader
	stdout, stderr io.Writer
	quiet          bool     // warnings are not printed
	strict         bool     // warnings have an exit code
	worst          exitCode // of all that has happened so far
	noClobber      bool     // files that are there are not replaced
	targets        []target // the files that flags name to be written
	// the names of those that were parsed, for what fails later
	inputs []string
	// files to be removed when a signal ends the program
	unfinished *unfinished
	// the first signal closes it, to end the batch that is running; nil: none is
	batch  atomic.Pointer[chan struct{}]
	paging atomic.Bool // a pager has the terminal
	late   *time.Timer // begins the watch of signals; nil: nothing was read so far
}

// commands are the commands in the order in which help lists them.
var commands = [...]struct {
	name string
	make func(*app) *cobra.Command
}{
	{"parse", (*app).parseCommand},
	{"export", (*app).exportCommand},
	{"explain", (*app).explainCommand},
	{"diff", (*app).diffCommand},
	{"stats", (*app).statsCommand},
	{"formats", (*app).formatsCommand},
	{manName, (*app).manCommand},
	{"schema", (*app).schemaCommand},
}

// root returns the tree of commands, or as much of it as some arguments need.
func (a *app) root(args []string) *cobra.Command {
	root := &cobra.Command{
		Use:   "timeline",
		Short: "Turn live feeds into timelines",
		Long:  `timeline turns the raw text of a live blog, ticker, chat or chronology into dated entries in chronological order.`,
		Example: `  timeline parse feed.txt                          print the timeline as a table
  timeline parse -f json feed.txt | jq .entries    the same as JSON
  timeline parse -o timeline.html page.html        a saved page as a clean page
  timeline parse -o timeline.csv a.txt b.txt       several feeds as one timeline
  timeline export *.txt -f jsonl -d out            each feed to its own file
  timeline explain feed.txt                        how each line was read, and why`,
		Args:          misplaced,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       version,
	}
	root.SetVersionTemplate(versionLine)
	root.SetFlagErrorFunc(flagError)
	root.SetHelpFunc(a.help)
	root.SetHelpCommand(a.helpCommand())
	root.SuggestionsMinimumDistance = 2
	a.addCommands(root, args)
	return root
}

// addCommands adds the commands below the root. Making them all, with flags and topics, takes as
// long as parsing a small feed. So arguments that begin with the name of a command get only that
// one. All are there where they are looked at: for help, manual pages, completion, and the hint
// after a word that is no command.
func (a *app) addCommands(root *cobra.Command, args []string) {
	for _, c := range commands {
		if len(args) > 0 && args[0] == c.name && c.name != manName {
			root.AddCommand(c.make(a))
			root.CompletionOptions.DisableDefaultCmd = true
			return
		}
	}
	for _, c := range commands {
		root.AddCommand(c.make(a))
	}
	root.AddCommand(topics()...)
	root.InitDefaultCompletionCmd(args...)
	for _, c := range root.Commands() {
		if c.Name() == "completion" {
			refuseShells(c)
		}
	}
}

// refuseShells makes the command of cobra that prints completions refuse shells that it does not
// know.
func refuseShells(completion *cobra.Command) {
	completion.Args = cobra.ArbitraryArgs
	completion.RunE = func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return usagef(c,
				"no completion for the shell %q; available: bash, zsh, fish, powershell", args[0])
		}
		return c.Help()
	}
}

// misplaced refuses a first argument that is no command. If it resembles a file name, the user most
// likely wants to parse it.
func misplaced(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	word := args[0]
	if near := c.SuggestionsFor(word); len(near) > 0 {
		return usagef(c, "unknown command %q; did you mean `timeline %s`?", word, near[0])
	}
	if exists(word) || strings.ContainsAny(word, `./\`) || word == "-" {
		return usagef(c, "unknown command %q; did you mean `timeline parse %s`?", word,
			format.Clean(word))
	}
	return usagef(c, "unknown command %q", word)
}

// noArguments refuses arguments.
func noArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef(c, "%s takes no arguments", c.Name())
	}
	return nil
}
