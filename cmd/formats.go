package cmd

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"newstimeline/timeline/format"
)

func (a *app) formatsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "formats",
		Short: "List the output formats",
		Long: "formats lists the output formats of -f, with the extensions that select them for -o, their typical\n" +
			"readers, and an example each.\n\n" + topic("formats"),
		Example: "  timeline formats",
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			var b strings.Builder
			for i := range format.Formats {
				f := &format.Formats[i]
				extensions := ""
				if len(f.Extensions) > 0 {
					extensions = " (." + strings.Join(f.Extensions, ", .") + ")"
				}
				fmt.Fprintf(&b, "%s%s\n    %s; for %s\n", f.Name, extensions, f.Title, f.Target)
				if len(f.Flags) > 0 {
					fmt.Fprintf(&b, "    with --%s\n", strings.Join(f.Flags, ", --"))
				}
				fmt.Fprintf(&b, "    $ %s\n", f.Example)
			}
			return a.print(b.String())
		},
	}
}
