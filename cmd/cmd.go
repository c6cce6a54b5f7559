// Package cmd is the command line of timeline: flags, files, streams and exit codes. All input and output of the program is here.
//
// Data goes to stdout, words to stderr as "name:line: message". A command reads its flags into a struct of its own, has the input read
// (input.go), and hands a timeline to a notation (output.go). Each command is a file and a line in commands.
package cmd

import (
	"context"
	"io"
	"strings"
	"sync/atomic"

	"github.com/spf13/cobra"

	"newstimeline/timeline/format"
)

// version is that of the release; CHANGELOG.md tells what is in it.
const version = "0.1.0"

// Main runs the program with arguments (without its own name) and streams, and returns the exit code.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr, unfinished: &unfinished{}}
	defer a.watch()()
	root := a.root(args)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	return int(a.finish(root.ExecuteContext(context.Background())))
}

// An app is one run of the program.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	quiet          bool     // warnings are not printed
	strict         bool     // warnings have an exit code
	worst          exitCode // of all that has happened so far
	unfinished     *unfinished
	batch          atomic.Pointer[chan struct{}] // is closed to end a batch; nil: there is none
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
		Short: "Read live feeds as timelines",
		Long: `timeline reads the raw text of a live feed - a live blog, a ticker, a chronology, an incident page - splits it into dated
entries, puts them in chronological order, and prints or exports them.`,
		Example: `  timeline parse feed.txt                          the timeline as a table
  timeline parse -f json feed.txt | jq .entries    the same for programs
  timeline parse -o timeline.html page.html        a saved page as a page of its own
  timeline parse -o timeline.csv a.txt b.txt       several feeds as one, to a file
  timeline export *.txt -f jsonl -d out            each feed to a file of its own
  timeline explain feed.txt                        what became of each line, and why`,
		Args:          misplaced,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       version,
	}
	root.SetVersionTemplate("timeline {{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	root.SetHelpFunc(a.help)
	root.SetHelpCommand(a.helpCommand())
	root.SuggestionsMinimumDistance = 2
	a.addCommands(root, args)
	return root
}

// addCommands adds the commands below the root. To make them all, with their flags and topics, takes as long as to parse a small feed, so
// arguments that begin with the name of one get that one alone, and --version none. The others are there for whoever looks at them: help,
// manual pages, completion and the hints for a word that is no command.
func (a *app) addCommands(root *cobra.Command, args []string) {
	if len(args) == 1 && args[0] == "--version" {
		return
	}
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
}

// misplaced refuses an argument that names no command. A file's name there most likely wants to be parsed.
func misplaced(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	word := args[0]
	if near := c.SuggestionsFor(word); len(near) > 0 {
		return usagef(c, "unknown command %q; did you mean `timeline %s`?", word, near[0])
	}
	if isReadable(word) || strings.ContainsAny(word, `./\`) || word == "-" {
		return usagef(c, "unknown command %q; did you mean `timeline parse %s`?", word, format.Clean(word))
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
