package cmd

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"newstimeline/timeline/format"
)

// tableFlags are the flags of notations that are tables: csv, tsv, xlsx.
type tableFlags struct {
	columns   []string
	delimiter string
	bom, safe bool
}

// register adds the flags to a command.
func (table *tableFlags) register(c *cobra.Command) {
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.StringSliceVar(&table.columns, "columns", nil,
			"`NAMES`: columns of a table, csv, tsv or xlsx, in this order: date,clock,text; "+
				"all: every JSON key (default the ten that people read most)")
		flags.StringVar(&table.delimiter, "delimiter", ",",
			"`CHAR`: field separator of csv, such as ; or tab")
		flags.BoolVar(&table.bom, "bom", false,
			"start csv and tsv with a byte order mark, so that Excel detects UTF-8")
		flags.BoolVar(&table.safe, "csv-safe", false,
			"prefix an apostrophe to csv and tsv cells that a spreadsheet would run as formulas")
	})
	if err := c.RegisterFlagCompletionFunc("columns", completeColumns); err != nil {
		panic("internal error: " + err.Error())
	}
}

// completeColumns completes the last name of a list of columns, with those that the list does not
// have.
func completeColumns(_ *cobra.Command, _ []string,
	typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	before := typed[:strings.LastIndexByte(typed, ',')+1]
	taken := strings.Split(before, ",")
	var lists []cobra.Completion
	names := format.ColumnNames()
	if before == "" {
		names = append(names, format.AllColumns)
	}
	for _, name := range names {
		if !slices.Contains(taken, name) {
			lists = append(lists, before+name)
		}
	}
	return lists, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace |
		cobra.ShellCompDirectiveKeepOrder
}

// apply sets the options of a notation. A flag that the notation ignores is refused: whoever gave
// it expects something to happen.
func (table *tableFlags) apply(c *cobra.Command, f format.Format, o *format.Options) error {
	for _, name := range [...]string{"lang", "title", "images", "columns", "delimiter", "bom",
		"csv-safe"} {
		if c.Flags().Changed(name) && !slices.Contains(f.Flags, name) {
			return usagef(c, "--%s has no effect with -f %s (only with %s)",
				name, f.Name, strings.Join(notationsWith(name), ", "))
		}
	}
	if err := checkColumns(c, table.columns); err != nil {
		return err
	}
	o.Columns, o.BOM, o.Safe = table.columns, table.bom, table.safe
	switch sign := table.delimiter; {
	case sign == "tab", sign == `\t`:
		o.Delimiter = '\t'
	case len(sign) != 1 || sign[0] < ' ' && sign != "\t" || sign[0] > '~' || sign == `"`:
		return usagef(c,
			"--delimiter %q: must be tab or a single ASCII character other than a quote", sign)
	default:
		o.Delimiter = sign[0]
	}
	return nil
}

// checkColumns refuses unknown and repeated names.
func checkColumns(c *cobra.Command, columns []string) error {
	if len(columns) == 1 && columns[0] == format.AllColumns {
		return nil
	}
	known := format.ColumnNames()
	for i, name := range columns {
		if !slices.Contains(known, name) {
			return usagef(c,
				"--columns: unknown column %q; available: %s; %s selects every JSON key",
				name, strings.Join(known, ", "), format.AllColumns)
		}
		if slices.Contains(columns[:i], name) {
			return usagef(c, "--columns: %s is listed twice", name)
		}
	}
	return nil
}

// notationsWith returns the names of the notations that a flag means something to.
func notationsWith(flag string) []string {
	var names []string
	for i := range format.Formats {
		if f := &format.Formats[i]; slices.Contains(f.Flags, flag) {
			names = append(names, f.Name)
		}
	}
	return names
}
