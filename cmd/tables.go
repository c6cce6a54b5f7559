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
		flags.StringSliceVar(&table.columns, "columns", nil, "`NAMES` of the columns of a table, csv, tsv or xlsx, in this order: date,clock,title,text; all: every key of the JSON (default the ten that people read)")
		flags.StringVar(&table.delimiter, "delimiter", ",", "`SIGN` between the fields of csv: ; or tab")
		flags.BoolVar(&table.bom, "bom", false, "begin csv and tsv with a byte order mark, by which Excel knows UTF-8")
		flags.BoolVar(&table.safe, "csv-safe", false, "put an apostrophe before cells of csv and tsv that a spreadsheet would run as formulas")
	})
	if err := c.RegisterFlagCompletionFunc("columns", completeColumns); err != nil {
		panic("internal error: " + err.Error())
	}
}

// completeColumns completes the last name of a list of columns, with those that the list does not have.
func completeColumns(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
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
	return lists, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveKeepOrder
}

// apply sets the options of a notation. A flag that the notation ignores is refused: whoever gave it expects something to happen.
func (table *tableFlags) apply(c *cobra.Command, f format.Format, o *format.Options) error {
	for _, name := range [...]string{"lang", "title", "columns", "delimiter", "bom", "csv-safe"} {
		if c.Flags().Changed(name) && !slices.Contains(f.Flags, name) {
			return usagef(c, "--%s means nothing to -f %s; it does to %s", name, f.Name, strings.Join(notationsWith(name), ", "))
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
		return usagef(c, "--delimiter %q: one sign of ASCII that is no quote mark, or tab", sign)
	default:
		o.Delimiter = sign[0]
	}
	return nil
}

// checkColumns refuses names that are no columns, and names that stand twice.
func checkColumns(c *cobra.Command, columns []string) error {
	if len(columns) == 1 && columns[0] == format.AllColumns {
		return nil
	}
	known := format.ColumnNames()
	for i, name := range columns {
		if !slices.Contains(known, name) {
			return usagef(c, "--columns: no column %q; there are %s; %s stands for every key of the JSON",
				name, strings.Join(known, ", "), format.AllColumns)
		}
		if slices.Contains(columns[:i], name) {
			return usagef(c, "--columns: %s stands twice", name)
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
