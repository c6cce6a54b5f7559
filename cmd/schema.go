package cmd

import (
	"github.com/spf13/cobra"

	"newstimeline/timeline/format"
)

func (a *app) schemaCommand() *cobra.Command {
	var duckdb bool
	c := &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of -f json",
		Long: `schema prints the JSON Schema (draft 2020-12) of -f json. Its "#/$defs/entry"
describes a line of -f jsonl. --duckdb prints the column types for DuckDB, so that columns
without values keep their types.`,
		Example: `  timeline schema > timeline.schema.json
  duckdb -c "SELECT date, count(*) FROM read_json('feed.jsonl', $(timeline schema --duckdb)) GROUP BY ALL"`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if duckdb {
				return a.written("", format.WriteDuckDBColumns(a.stdout))
			}
			return a.written("", format.WriteSchema(a.stdout))
		},
	}
	c.Flags().BoolVar(&duckdb, "duckdb", false, "print columns={…} for DuckDB's read_json instead")
	return c
}
