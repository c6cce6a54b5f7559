package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"

	// What --runner may name, and the file systems.
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/core/runtime/exec/optimized"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/gcs"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/s3"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/dataflow"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/flink"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/spark"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/universal"
)

// execute runs the pipeline. A run that failed is tried again if that was asked for: its files have the
// same names and bytes, so nothing is there twice.
func execute(ctx context.Context, c *config, attempts int) (*summary, error) {
	if err := checkOutput(ctx, c); err != nil {
		return nil, err
	}
	for {
		p, s := beam.NewPipelineWithRoot()
		build(s, c)
		result, err := beam.Run(ctx, cmp.Or(*runners.Runner, defaultRunner), p)
		if err == nil && c.Parquet {
			err = finishParquet(ctx, c)
		}
		if err == nil {
			return summarize(result), nil
		}
		if attempts--; attempts == 0 {
			return nil, err
		}
		fmt.Fprintf(os.Stderr, "timeline-beam: trying again: %v\n", err)
	}
}

// checkOutput refuses a folder with shards of another number: a glob would read both.
func checkOutput(ctx context.Context, c *config) error {
	system, err := filesystem.New(ctx, c.Output)
	if err != nil {
		return err
	}
	defer system.Close()
	found, err := system.List(ctx, c.Output+"/entries-*-of-*")
	if err != nil {
		return err
	}
	for _, path := range found {
		if !strings.Contains(path, fmt.Sprintf("-of-%05d.", c.Shards)) {
			return fmt.Errorf("%s is from a run with another --shards; remove it, or write elsewhere", path)
		}
	}
	return nil
}

// A summary is what a run has counted.
type summary struct {
	Documents    int64   `json:"documents"`
	Entries      int64   `json:"entries"`
	Undated      int64   `json:"undated"`
	Warnings     int64   `json:"warnings"`
	DeadLetters  int64   `json:"dead_letters"`
	Milliseconds *spread `json:"milliseconds"` // a document; nil: there is none
}

// A spread sums up how long documents took.
type spread struct {
	Count int64   `json:"count"`
	Mean  float64 `json:"mean"`
	Min   float64 `json:"min"`
	Max   float64 `json:"max"`
}

// summarize reads the counts of a run. Not every runner tells them: then they are all 0, which they
// never are else, for a glob without a file is a dead letter.
func summarize(result beam.PipelineResult) *summary {
	var s summary
	if result == nil {
		return &s
	}
	all := result.Metrics().AllMetrics()
	for _, c := range all.Counters() {
		if n := s.counter(c.Key.Name); n != nil {
			*n += c.Result()
		}
	}
	for _, d := range all.Distributions() {
		if d.Key.Name == timeName {
			s.add(d.Result())
		}
	}
	return &s
}

// counter returns the count of a name; nil: it is none of ours.
func (s *summary) counter(name string) *int64 {
	switch name {
	case "documents":
		return &s.Documents
	case "entries":
		return &s.Entries
	case "undated":
		return &s.Undated
	case "warnings":
		return &s.Warnings
	case "dead_letters":
		return &s.DeadLetters
	}
	return nil
}

// add adds the times that one step has measured.
func (s *summary) add(d metrics.DistributionValue) {
	if d.Count == 0 {
		return
	}
	least, most := float64(d.Min)/1000, float64(d.Max)/1000
	if s.Milliseconds == nil {
		s.Milliseconds = &spread{Min: least}
	}
	all := s.Milliseconds
	sum := all.Mean*float64(all.Count) + float64(d.Sum)/1000
	all.Count += d.Count
	all.Mean = sum / float64(all.Count)
	all.Min, all.Max = min(all.Min, least), max(all.Max, most)
}

// isKnown reports whether the runner told the counts.
func (s *summary) isKnown() bool { return s.Documents+s.DeadLetters > 0 }

// String returns the counts as the last words of a run.
func (s *summary) String() string {
	if !s.isKnown() {
		return "done; this runner reports no counts"
	}
	return fmt.Sprintf("%d documents, %d entries, %d undated, %d warnings, %d dead letters",
		s.Documents, s.Entries, s.Undated, s.Warnings, s.DeadLetters)
}

// save writes the counts to a file; "": to none.
func (s *summary) save(path string) error {
	if path == "" {
		return nil
	}
	b, err := json.Marshal(s)
	if err == nil {
		err = errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, append(b, '\n'), 0o644))
	}
	return err
}
