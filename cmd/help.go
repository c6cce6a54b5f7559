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

// Help begins with examples, because that is what most people look for, and lists flags in groups. We write it ourselves: cobra's own help needs
// the template engine, which would be initialised in every run.

// The titles of the groups of flags.
const (
	reading   = "How to read"
	selecting = "Which entries"
	writing   = "How to write"
)

// groups are the groups in the order in which help shows them.
var groups = [...]string{reading, selecting, writing}

// groupKey is the key of the annotation of a flag that holds the title of its group.
const groupKey = "group"

// group adds flags to a command, in a group. The shell completes the words of those that are a choice.
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
		Short:   "Tell about a command or a topic",
		Long:    "help tells about a command or a topic.",
		Example: "  timeline help parse\n  timeline help exit-codes",
		ValidArgsFunction: func(c *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
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

// topics returns the longer texts of help. Each is a file whose first line is its title, and a name in this list.
func topics() []*cobra.Command {
	var all []*cobra.Command
	for _, name := range [...]string{"accuracy", "exit-codes", "json", "limits", "many-feeds", "pipelines"} {
		text := topic(name)
		title, _, _ := strings.Cut(text, "\n")
		all = append(all, &cobra.Command{Use: name, Short: strings.TrimPrefix(title, "# "), Long: text})
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
