//go:build ignore

// A program of cobra with one command that does nothing: what start compares this one with.
package main

import (
	"os"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{Use: "bare"}
	root.AddCommand(&cobra.Command{Use: "run", RunE: func(*cobra.Command, []string) error { return nil }})
	if root.Execute() != nil {
		os.Exit(1)
	}
}
