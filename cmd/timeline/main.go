// Command timeline reads the raw text of live feeds and prints their entries as a timeline.
package main

import (
	"os"
	_ "time/tzdata" // zones where the system has none: bare containers, Windows

	"newstimeline/cmd"
)

func main() { os.Exit(cmd.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
