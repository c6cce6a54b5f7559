package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
)

// Flags are what a user says, beside the flags of Beam.
type flags struct {
	base                         config
	formats, maxDocument, counts string
	attempts                     int
}

// defaultRunner is the local runner of the SDK.
const defaultRunner = "prism"

// addFlags adds the flags to a set.
func addFlags(set *flag.FlagSet) *flags {
	f := new(flags)
	set.StringVar(&f.base.Output, "output", "", "write into `FOLDER`, of any file system that Beam knows")
	set.StringVar(&f.formats, "format", "jsonl", "`NOTATIONS` of the entries: jsonl, parquet, or both with a comma")
	set.IntVar(&f.base.Shards, "shards", 4, "write the entries into `N` files; each is ordered in memory")
	set.IntVar(&f.base.Workers, "workers", 0, "read and parse in `N` branches (default: with prism one a processor, else 1)")
	set.IntVar(&f.attempts, "attempts", 1, "run a pipeline that fails up to `N` times, for runners that try nothing again")
	set.StringVar(&f.counts, "counts", "", "write the counts to `FILE`, as JSON")
	set.StringVar(&f.maxDocument, "max-document", "64M", "`SIZE` of the largest document, decompressed: bytes, or with K, M, G")
	set.DurationVar(&f.base.TimeLimit, "time-limit", time.Minute, "the longest `TIME` that a document may take")
	set.StringVar(&f.base.MergeBy, "merge-by", "", "make one timeline of the documents of each `KEY`: url, host, source, or a member of JSON records")
	set.BoolVar(&f.base.Dedupe, "dedupe", false, "fold snapshots of one feed, by --merge-by (default url), and link reports that several feeds have")
	addReadingFlags(set, &f.base.settings)
	return f
}

// addReadingFlags adds the flags of timeline that say how to read.
func addReadingFlags(set *flag.FlagSet, s *settings) {
	set.StringVar(&s.Input, "input", "auto", "`WHAT` files are: auto, warc, jsonl, or a format of timeline")
	set.StringVar(&s.Encoding, "encoding", "", "`NAME` of the encoding (default UTF-8, or what is declared)")
	set.StringVar(&s.AsOf, "as-of", "", "`WHEN` the documents were captured, where they do not tell")
	set.StringVar(&s.Zone, "tz", "", "`ZONE` of clocks that name none (default UTC)")
	set.StringVar(&s.DayFirst, "day-first", "auto", "`WHETHER` 3/4 is 3 April: auto, yes or no")
	set.StringVar(&s.Order, "order", "auto", "`ORDER` of entries: auto, newest-first or oldest-first")
	set.StringVar(&s.Group, "group", "auto", "`WHAT` parts entries that no stamp parts: auto, paragraph, blank or stamp")
	set.StringVar(&s.TextKey, "text-key", "text", "the `KEY` of the text of a JSON record")
	set.StringVar(&s.IDKey, "id-key", "id", "the `KEY` of what the output calls the source")
	set.StringVar(&s.URLKey, "url-key", "url", "the `KEY` of the address")
	set.StringVar(&s.DateKey, "date-key", "date", "the `KEY` of the date of capture")
}

// config checks the flags and returns what to do.
func (f *flags) config(globs []string) (*config, error) {
	c := f.base
	c.Globs, c.PartSize = globs, partSize
	c.Output = strings.TrimSuffix(c.Output, "/")
	switch {
	case len(globs) == 0:
		return nil, errors.New("no input; name files or globs: 'feeds/*.html'")
	case c.Output == "":
		return nil, errors.New("--output FOLDER says where to write")
	case c.Shards < 1:
		return nil, fmt.Errorf("--shards %d: 1 or more", c.Shards)
	case c.Workers < 0:
		return nil, fmt.Errorf("--workers %d: 1 or more", c.Workers)
	case f.attempts < 1:
		return nil, fmt.Errorf("--attempts %d: 1 or more", f.attempts)
	case c.TimeLimit <= 0:
		return nil, fmt.Errorf("--time-limit %v: over 0", c.TimeLimit)
	case *jobopts.Async:
		return nil, errors.New("--async: the counts and the last step need the end of the job")
	}
	if c.Workers == 0 {
		c.Workers = workersOf(*runners.Runner)
	}
	for name := range strings.SplitSeq(f.formats, ",") {
		switch name {
		case "jsonl":
			c.JSON = true
		case "parquet":
			c.Parquet = true
		default:
			return nil, fmt.Errorf("--format %q: jsonl, parquet or both", f.formats)
		}
	}
	var err error
	if c.MaxDocument, err = bytesOf(f.maxDocument); err != nil {
		return nil, err
	}
	_, err = newReader(c.settings)
	return &c, err
}

// workersOf returns the default of --workers. Prism parts no work by itself; others do.
func workersOf(runner string) int {
	switch strings.ToLower(runner) {
	case "", "prism", "prismrunner", "direct", "directrunner":
		return runtime.GOMAXPROCS(0)
	}
	return 1
}

// bytesOf reads a size: 1000000, 500M. The letters stand for powers of 1024.
func bytesOf(size string) (int64, error) {
	digits := strings.TrimRight(size, "kKmMgG")
	n, err := strconv.ParseInt(digits, 10, 64)
	shift, ok := map[string]int{"": 0, "K": 10, "M": 20, "G": 30}[strings.ToUpper(size[len(digits):])]
	if err != nil || !ok || n <= 0 || n > maxDocument>>shift {
		return 0, fmt.Errorf("--max-document %q: a number of bytes over 0, or one with K, M or G; at most 1G", size)
	}
	return n << shift, nil
}

// maxDocument is the largest --max-document: a document goes through the engine in one piece.
const maxDocument = 1 << 30

// usage writes how to call the program.
func usage(w io.Writer) {
	fmt.Fprint(w, `Convert archives of feeds to dated entries, with Apache Beam.

Usage:
  timeline-beam --output FOLDER [flags] GLOB…

Files are texts, pages and feeds, JSON lines of documents, and web archives (WARC), also compressed with
gzip or zstd. FOLDER gets entries-00000-of-00004.jsonl … and dead-00000-of-00001.jsonl: what gave no
entries, with the reason.

Examples:
  timeline-beam --output out 'feeds/*.html'
  timeline-beam --output out --format parquet 'crawl/*.warc.gz'
  timeline-beam --output out --dedupe 'snapshots/*.html'          one timeline an address
  timeline-beam --output out --merge-by section documents.jsonl

Flags:
`)
	set := flag.NewFlagSet("", flag.ContinueOnError)
	set.SetOutput(w)
	addFlags(set)
	set.PrintDefaults()
	fmt.Fprintf(w, "\nFlags of Beam, such as --runner (default %s), --endpoint and those of Dataflow, are taken too.\n",
		defaultRunner)
}
