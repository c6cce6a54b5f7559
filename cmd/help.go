package cmd

import (
	"embed"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Help begins with examples, because that is what most people look for, and lists flags in groups.
// We write it ourselves: cobra's own help needs the template engine, which every run would have to
// initialise.

// The titles of the groups of flags.
const (
	reading   = "Reading"
	selecting = "Selecting entries"
	writing   = "Writing"
)

// groups are the groups in the order in which help shows them.
var groups = [...]string{reading, selecting, writing}

// groupKey is the key of the annotation of a flag that holds the title of its group.
const groupKey = "group"

// A named value is that of a flag whose argument has a name in help: FILE, ZONE.
type named struct {
	pflag.Value
	name string
}

// Type returns the name, which help prints after the flag.
func (v named) Type() string { return v.name }

// name moves the name that opens the help of a flag, "`FILE`: ", to where pflag looks for it. pflag
// alone would need the name within the sentence: "--title TITLE TITLE of the output".
func name(f *pflag.Flag) {
	name, rest, found := strings.Cut(strings.TrimPrefix(f.Usage, "`"), "`: ")
	if found {
		f.Usage, f.Value = rest, named{f.Value, name}
	}
	if f.DefValue == "[]" {
		f.DefValue = "" // pflag would print it
	}
}

// group adds flags to a command, in a group. The shell completes the words of those that are a
// choice.
func group(c *cobra.Command, title string, add func(*pflag.FlagSet)) {
	flags := pflag.NewFlagSet(title, pflag.ContinueOnError)
	flags.SortFlags = false // in the order in which they are added
	add(flags)
	note := map[string][]string{groupKey: {title}}
	flags.VisitAll(func(f *pflag.Flag) { f.Annotations = note })
	c.Flags().SortFlags = false
	c.Flags().AddFlagSet(flags)
	flags.VisitAll(func(f *pflag.Flag) {
		if v, ok := f.Value.(interface{ choices() []string }); ok {
			completed(c, f.Name, v.choices())
		}
		name(f)
	})
}

// help prints the help of a command or topic.
func (a *app) help(c *cobra.Command, _ []string) {
	var b strings.Builder
	writeHelp(&b, c, a.helpColumns())
	err := a.paged(func(w io.Writer) error {
		_, err := io.WriteString(w, b.String())
		return err
	})
	a.finish(err) // cobra ignores it
}

// writeHelp writes the help of a command or topic in lines of at most width columns.
func writeHelp(b *strings.Builder, c *cobra.Command, width int) {
	if c.Example == "" { // a topic, or a command of cobra
		writeWrapped(b, c.Long, width)
		if !c.Runnable() {
			return
		}
	} else {
		b.WriteString("Examples:\n")
		for line := range strings.Lines(c.Example + "\n") {
			writeIndented(b, strings.TrimRight(line, "\n"), width)
		}
		b.WriteByte('\n')
		writeWrapped(b, c.Long, width)
	}
	if c.Runnable() && c.HasParent() {
		fmt.Fprintf(b, "\nUsage:\n  %s\n", c.UseLine())
	}
	writeCommands(b, c)
	writeFlags(b, c, width)
	if !c.HasParent() {
		b.WriteString("\nSee `timeline help COMMAND` or `timeline help TOPIC`.\n")
	}
}

// writeCommands lists the commands and topics below c.
func writeCommands(b *strings.Builder, c *cobra.Command) {
	if !c.HasAvailableSubCommands() {
		return
	}
	b.WriteString("\nCommands:\n")
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			fmt.Fprintf(b, "  %-12s %s\n", sub.Name(), sub.Short)
		}
	}
	if c.HasHelpSubCommands() {
		b.WriteString("\nTopics:\n")
	}
	for _, sub := range c.Commands() {
		if sub.IsAdditionalHelpTopicCommand() {
			fmt.Fprintf(b, "  %-12s %s\n", sub.Name(), sub.Short)
		}
	}
}

// writeFlags lists the flags of c group by group, those without a group last.
func writeFlags(b *strings.Builder, c *cobra.Command, width int) {
	sets := map[string]*pflag.FlagSet{}
	c.Flags().VisitAll(func(f *pflag.Flag) {
		title := "Flags"
		if in := f.Annotations[groupKey]; in != nil {
			title = in[0]
		}
		if sets[title] == nil {
			sets[title] = pflag.NewFlagSet(title, pflag.ContinueOnError)
			sets[title].SortFlags = false
		}
		sets[title].AddFlag(f)
	})
	for _, title := range append(groups[:], "Flags") {
		if set := sets[title]; set != nil {
			fmt.Fprintf(b, "\n%s:\n%s", title, set.FlagUsagesWrapped(width))
		}
	}
}

// helpCommand is that of cobra, but fails if there is no such topic.
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND|TOPIC]",
		Short:   "Help for a command or topic",
		Long:    "help shows the help of a command or topic.",
		Example: "  timeline help parse\n  timeline help exit-codes",
		ValidArgsFunction: func(c *cobra.Command, _ []string, _ string) ([]cobra.Completion,
			cobra.ShellCompDirective) {
			var names []cobra.Completion
			for _, sub := range c.Root().Commands() {
				if !sub.IsAvailableCommand() && !sub.IsAdditionalHelpTopicCommand() {
					continue
				}
				names = append(names, cobra.CompletionWithDesc(sub.Name(), sub.Short))
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			about, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return usagef(c, "no command or topic %q", strings.Join(args, " "))
			}
			return about.Help()
		},
	}
}

//go:embed topics
var topicFiles embed.FS

// topics returns the longer texts of help. Each is a file whose first line is its title, and a name
// in this list.
func topics() []*cobra.Command {
	var all []*cobra.Command
	for _, name := range [...]string{"accuracy", "exit-codes", "json", "limits", "many-feeds",
		"pipelines"} {
		text := topic(name)
		title, _, _ := strings.Cut(text, "\n")
		all = append(all, &cobra.Command{Use: name, Short: strings.TrimPrefix(title, "# "),
			Long: text})
	}
	return all
}

// topic returns the text of a topic.
func topic(name string) string {
	text, err := topicFiles.ReadFile(path.Join("topics", name+".md"))
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return string(text)
}
