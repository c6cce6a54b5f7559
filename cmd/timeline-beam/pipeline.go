package main

import (
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

// A config is what a run of the pipeline does.
type config struct {
	settings
	Globs         []string
	Output        string // the folder
	Shards        int    // of the entries
	Workers       int    // branches that read and parse, for a runner that does not part the work
	PartSize      int64  // bytes of a large file of JSON lines that are read in one go
	JSON, Parquet bool
}

func init() {
	beam.RegisterType(reflect.TypeFor[part]())
	register.Function1x1(workerOf)
}

// build adds the steps of a run to a pipeline:
//
//	globs → parts of files → documents → entries → shards
//	                                   ↘ by key → timelines → shards
//
// Each step may also emit letters of what is dead, which have a shard of their own.
func build(s beam.Scope, c *config) {
	var dead []beam.PCollection
	globs := beam.CreateList(s, c.Globs)
	match := &matchFn{Settings: c.settings, PartSize: c.PartSize, Workers: c.Workers}
	parts, lost := beam.ParDo2(s.Scope("match"), match, globs)
	dead = append(dead, lost)
	var lines, keyed []beam.PCollection
	work := worker{Settings: c.settings, Shards: c.Shards}
	for _, branch := range branches(s, c.Workers, parts) {
		if c.groups() {
			found, lost := beam.ParDo2(s.Scope("keys"), &keyFn{work}, branch)
			keyed, dead = append(keyed, found), append(dead, lost)
		} else {
			found, lost := beam.ParDo2(s.Scope("convert"), &convertFn{work}, branch)
			lines, dead = append(lines, found), append(dead, lost)
		}
	}
	if c.groups() {
		byKey := beam.GroupByKey(s, beam.Flatten(s, keyed...))
		merged, notes, lost := beam.ParDo3(s.Scope("merge"), &mergeFn{work}, byKey)
		lines, dead = append(lines, sealed(s, c, merged, notes)), append(dead, lost)
	}
	rows := write(s.Scope("entries"), c, shardFn{
		Folder: c.Output, Name: "entries", Shards: c.Shards, JSON: c.JSON, Rows: c.Parquet,
	}, lines)
	if c.Parquet {
		writeParquet(s.Scope("parquet"), c, rows)
	}
	write(s.Scope("dead"), c, shardFn{Folder: c.Output, Name: "dead", Shards: 1, JSON: true}, dead)
}

// sealed returns the timelines of all keys, with links between them if that was asked for.
func sealed(s beam.Scope, c *config, merged, notes beam.PCollection) beam.PCollection {
	if !c.Dedupe {
		return beam.ParDo(s.Scope("seal"), &sealFn{c.Shards}, merged)
	}
	links := link(s.Scope("link"), notes)
	return beam.ParDo(s.Scope("seal"), &sealLinkedFn{c.Shards}, beam.CoGroupByKey(s, merged, links))
}

// branches parts the work. Prism, the runner of the SDK, gives all that waits for a step to one
// worker; so there are as many steps as workers. Other runners part the work themselves.
func branches(s beam.Scope, workers int, parts beam.PCollection) []beam.PCollection {
	all := []beam.PCollection{parts}
	if workers > 1 {
		all = beam.Partition(s, workers, workerOf, parts)
	}
	for i := range all {
		all[i] = beam.Reshuffle(s, all[i])
	}
	return all
}

// workerOf returns whose a part is.
func workerOf(p part) int { return p.Worker }

// write writes the shards of an output, and returns the rows in them.
func write(s beam.Scope, c *config, fn shardFn, lines []beam.PCollection) beam.PCollection {
	seeds := beam.ParDo(s, &seedFn{}, beam.Create(s, fn.Shards))
	sharded := beam.GroupByKey(s, beam.Flatten(s, append(lines, seeds)...))
	return beam.ParDo(s, &fn, sharded)
}
