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
	set.StringVar(&f.base.Output, "output", "",
		"write into `FOLDER`, on any file system that Beam supports")
	set.StringVar(&f.formats, "format", "jsonl",
		"output `FORMATS`: jsonl, parquet, or both with a comma")
	set.IntVar(&f.base.Shards, "shards", 4,
		"write the entries into `N` files; each is sorted in memory")
	set.IntVar(&f.base.Workers, "workers", 0,
		"read and parse in `N` branches (default: one per processor with prism, else 1)")
	set.IntVar(&f.attempts, "attempts", 1,
		"run a failing pipeline up to `N` times, for runners that do not retry")
	set.StringVar(&f.counts, "counts", "", "write the counts to `FILE`, as JSON")
	set.StringVar(&f.maxDocument, "max-document", "64M",
		"largest `SIZE` of a document, decompressed: bytes, or with K, M, G")
	set.DurationVar(&f.base.TimeLimit, "time-limit", time.Minute,
		"longest `TIME` for one document")
	set.StringVar(&f.base.MergeBy, "merge-by", "",
		"merge documents with the same `KEY` into one timeline: url, host, source, or a JSON member")
	set.BoolVar(&f.base.Dedupe, "dedupe", false,
		"merge snapshots of the same feed, by --merge-by (default url), and link similar reports")
	addReadingFlags(set, &f.base.settings)
	return f
}

// addReadingFlags adds the reading flags of timeline.
func addReadingFlags(set *flag.FlagSet, s *settings) {
	set.StringVar(&s.Input, "input", "auto",
		"input `FORMAT`: auto, warc, jsonl, or a format of timeline")
	set.StringVar(&s.Encoding, "encoding", "",
		"`NAME` of the encoding (default UTF-8 or as declared)")
	set.StringVar(&s.AsOf, "as-of", "",
		"`DATE` of the capture, for documents without their own")
	set.StringVar(&s.Zone, "tz", "", "time `ZONE` of clocks that name none (default UTC)")
	set.StringVar(&s.DayFirst, "day-first", "auto",
		"read 3/4 as 3 April: `WHEN` is auto, yes or no")
	set.StringVar(&s.Order, "order", "auto",
		"`ORDER` of the entries in a feed: auto, newest-first or oldest-first")
	set.StringVar(&s.Group, "group", "auto",
		"`HOW` to split text that has no timestamps: auto, paragraph, blank or stamp")
	set.StringVar(&s.TextKey, "text-key", "text", "`KEY` of the text of a JSON record")
	set.StringVar(&s.IDKey, "id-key", "id", "`KEY` of the document's name, which becomes the source")
	set.StringVar(&s.URLKey, "url-key", "url", "`KEY` of the URL")
	set.StringVar(&s.DateKey, "date-key", "date", "`KEY` of the capture date")
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
		return nil, errors.New("timeline-beam needs --output FOLDER")
	case c.Shards < 1:
		return nil, fmt.Errorf("--shards %d: must be 1 or more", c.Shards)
	case c.Workers < 0:
		return nil, fmt.Errorf("--workers %d: must be 1 or more", c.Workers)
	case f.attempts < 1:
		return nil, fmt.Errorf("--attempts %d: must be 1 or more", f.attempts)
	case c.TimeLimit <= 0:
		return nil, fmt.Errorf("--time-limit %v: must be above 0", c.TimeLimit)
	case *jobopts.Async:
		return nil, errors.New("--async is not possible: the last step needs the end of the job")
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
			return nil, fmt.Errorf("--format %q: must be jsonl, parquet or both", f.formats)
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
		return 0, fmt.Errorf("--max-document %q: must be a size up to 1G, such as 1000000 or 64M", size)
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

Inputs are texts, pages and feeds, JSON lines of documents, and web archives (WARC), optionally compressed
with gzip or zstd. FOLDER gets entries-00000-of-00004.jsonl … and dead-00000-of-00001.jsonl, which lists
the documents that failed, with the reason.

Examples:
  timeline-beam --output out 'feeds/*.html'
  timeline-beam --output out --format parquet 'crawl/*.warc.gz'
  timeline-beam --output out --dedupe 'snapshots/*.html'          one timeline per URL
  timeline-beam --output out --merge-by section documents.jsonl

Flags:
`)
	set := flag.NewFlagSet("", flag.ContinueOnError)
	set.SetOutput(w)
	addFlags(set)
	set.PrintDefaults()
	fmt.Fprintf(w, "\nFlags of Beam, such as --runner (default %s), --endpoint and those of Dataflow, are accepted too.\n",
		defaultRunner)
}
