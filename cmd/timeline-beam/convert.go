package main

import (
	"cmp"
	"context"
	"reflect"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/cespare/xxhash/v2"
)

// The steps of the pipeline that read and parse. What they give is sealed lines for the shards of the
// output: entries, and letters of documents that gave none.

func init() {
	// Registered by type: the generic registrations of the SDK take minutes and gigabytes to compile.
	beam.RegisterDoFn(reflect.TypeFor[matchFn]())
	beam.RegisterDoFn(reflect.TypeFor[convertFn]())
	register.Emitter1[part]()
	register.Emitter2[int, []byte]()
	register.Iter1[[]byte]()
}

// matchFn makes parts of the files that match a glob.
type matchFn struct {
	Settings settings
	PartSize int64
	Workers  int
}

func (fn *matchFn) ProcessElement(ctx context.Context, glob string, emit func(part),
	dead func(int, []byte)) error {
	r, err := newReader(fn.Settings)
	if err != nil {
		return err
	}
	n := 0
	deal := func(p part) {
		p.Worker = n % fn.Workers
		n++
		emit(p)
	}
	if err := r.match(ctx, glob, fn.PartSize, deal); err != nil {
		bury(ctx, &document{Path: glob}, plain(err).Error(), dead)
	}
	return nil
}

// A worker is what the steps that read have in common: a reader of files, and a sandbox.
type worker struct {
	Settings settings
	Shards   int
	reader   *reader
	box      *sandbox
}

func (w *worker) Setup() (err error) {
	w.box = &sandbox{settings: w.Settings}
	w.reader, err = newReader(w.Settings)
	return err
}

func (w *worker) Teardown() { w.box.close() }

// shardOfName returns the shard of the output to which a name belongs. It is the same in every run.
func shardOfName(name string, shards int) int {
	return int(xxhash.Sum64String(name) % uint64(shards))
}

// bury emits the letter of a document.
func bury(ctx context.Context, d *document, reason string, dead func(int, []byte)) {
	letters.Inc(ctx, 1)
	l := d.dead(reason)
	dead(0, seal(d, l.Source, line(l)))
}

// lose emits the letter of a document that could not be parsed, under its own name if its record
// tells one.
func (w *worker) lose(ctx context.Context, d *document, reason string, dead func(int, []byte)) {
	d.Name = cmp.Or(member(d, w.Settings.IDKey), d.Name)
	bury(ctx, d, reason, dead)
}

// convertFn makes entries of the documents of a part.
type convertFn struct{ worker }

func (fn *convertFn) Setup() error { return fn.worker.Setup() }
func (fn *convertFn) Teardown()    { fn.worker.Teardown() }

func (fn *convertFn) ProcessElement(ctx context.Context, p part, entries func(int, []byte),
	dead func(int, []byte)) error {
	for d, err := range fn.reader.documents(ctx, p) {
		if err != nil {
			bury(ctx, &d, err.Error(), dead)
			continue
		}
		res, err := fn.do(ctx, []document{d})
		if err != nil {
			return err
		}
		d.Name = res.name(&d)
		if len(res.Faults) > 0 {
			fn.lose(ctx, &d, res.Faults[0].Reason, dead)
		} else if len(res.Lines) > 0 {
			entries(shardOfName(d.Name, fn.Shards), seal(&d, d.Name, res.Lines))
		}
	}
	return nil
}

// name returns the name of the only document of a task.
func (res *result) name(d *document) string {
	if len(res.Names) == 1 && res.Names[0] != "" {
		return res.Names[0]
	}
	return d.Name
}

// do has documents parsed, and counts them.
func (w *worker) do(ctx context.Context, docs []document) (*result, error) {
	begun := time.Now()
	res, err := w.box.do(task{Documents: docs})
	if err != nil {
		return nil, err
	}
	took := time.Since(begun).Microseconds()
	for range docs {
		microseconds.Update(ctx, took/int64(len(docs)))
	}
	documents.Inc(ctx, int64(len(docs)-len(res.Faults)))
	entries.Inc(ctx, int64(res.Entries))
	undated.Inc(ctx, int64(res.Undated))
	warnings.Inc(ctx, int64(res.Warnings))
	return res, nil
}

// What is counted.
var (
	documents    = beam.NewCounter("timeline", "documents")
	entries      = beam.NewCounter("timeline", "entries")
	undated      = beam.NewCounter("timeline", "undated")
	warnings     = beam.NewCounter("timeline", "warnings")
	letters      = beam.NewCounter("timeline", "dead_letters")
	microseconds = beam.NewDistribution("timeline", timeName) // a document
)

// timeName is the name of the times that documents took.
const timeName = "microseconds"
