// Command timeline-beam converts archives of feeds on a distributed engine: an Apache Beam pipeline
// around the parser of timeline. README.md says how to run it.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	beamlog "github.com/apache/beam/sdks/v2/go/pkg/beam/log"
)

func main() {
	if isChild() {
		os.Exit(serve(os.Stdin, os.Stdout))
	}
	beamlog.LogLevel = "error"
	flags := addFlags(flag.CommandLine)
	flag.Usage = func() { usage(os.Stderr) }
	flag.Parse()
	beam.Init() // in a worker it does the work, and does not return
	os.Exit(run(context.Background(), flags, flag.Args(), os.Stderr))
}

// The exit codes are those of timeline.
const (
	fine    = 0
	failed  = 1 // the pipeline failed, or not one document could be read
	misused = 2
)

// run runs the pipeline and returns the exit code.
func run(ctx context.Context, f *flags, globs []string, stderr io.Writer) int {
	c, err := f.config(globs)
	if err != nil {
		fmt.Fprintf(stderr, "timeline-beam: %v; --help lists the flags\n", err)
		return misused
	}
	begun := time.Now()
	sum, err := execute(ctx, c, f.attempts)
	if err != nil {
		fmt.Fprintf(stderr, "timeline-beam: %v\n", err)
		return failed
	}
	fmt.Fprintf(stderr, "timeline-beam: %s, %.1f s\n", sum, time.Since(begun).Seconds())
	if err := sum.save(f.counts); err != nil {
		fmt.Fprintf(stderr, "timeline-beam: %v\n", err)
		return failed
	}
	if sum.isKnown() && sum.Documents == 0 {
		return failed
	}
	return fine
}
