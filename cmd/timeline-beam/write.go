package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	beam.RegisterDoFn(reflect.TypeFor[shardFn]())
	beam.RegisterDoFn(reflect.TypeFor[seedFn]())
	register.Emitter2[int, row]()
}

// shardFn writes one shard of an output. The file is the same in every run, whatever the number of
// workers and the order in which they were done: its lines are ordered. It is whole or not there,
// and a shard that is written again by a second attempt replaces it with the same bytes.
type shardFn struct {
	Folder, Name string // of the output: FOLDER/NAME-00000-of-00004.jsonl
	Shards       int
	JSON         bool // write the lines
	Rows         bool // emit them as rows
}

func (fn *shardFn) ProcessElement(ctx context.Context, shard int, values func(*[]byte) bool,
	rows func(int, row)) error {
	var all [][]byte
	var b []byte
	for values(&b) {
		all = append(all, b)
	}
	slices.SortFunc(all, func(a, b []byte) int {
		head, _ := unseal(a)
		other, _ := unseal(b)
		return bytes.Compare(head, other)
	})
	if fn.JSON {
		path := shardPath(fn.Folder, fn.Name, shard, fn.Shards, "jsonl")
		if err := writeWhole(ctx, path, all); err != nil {
			return err
		}
	}
	if !fn.Rows {
		return nil
	}
	for _, sealed := range all {
		_, small := unseal(sealed)
		lines, err := inflate(small)
		if err != nil {
			return err
		}
		for line := range bytes.Lines(lines) {
			r, err := rowOf(line)
			if err != nil {
				return err
			}
			rows(shard, r)
		}
	}
	return nil
}

// shardPath returns the path of one shard.
func shardPath(folder, name string, shard, shards int, extension string) string {
	return fmt.Sprintf("%s/%s-%05d-of-%05d.%s", folder, name, shard, shards, extension)
}

// writeWhole writes the lines of a shard beside its place and then moves them there.
func writeWhole(ctx context.Context, path string, sealed [][]byte) error {
	system, err := filesystem.New(ctx, path)
	if err != nil {
		return err
	}
	defer system.Close()
	beside := unfinished(path)
	w, err := system.OpenWrite(ctx, beside)
	if err != nil {
		return err
	}
	err = writeLines(w, sealed)
	if err = errors.Join(err, w.Close()); err != nil {
		if remover, ok := system.(filesystem.Remover); ok {
			remover.Remove(ctx, beside)
		}
		return err
	}
	return filesystem.Rename(ctx, system, beside, path)
}

// unfinished returns the path of a file that is not whole yet: hidden, and of no other attempt.
func unfinished(path string) string {
	i := bytes.LastIndexByte([]byte(path), '/') + 1
	return path[:i] + "." + path[i:] + "." + rand.Text()[:8] + ".tmp"
}

// writeLines writes the lines of all that is sealed.
func writeLines(w io.Writer, sealed [][]byte) error {
	for _, b := range sealed {
		_, small := unseal(b)
		lines, err := inflate(small)
		if err != nil {
			return err
		}
		if _, err := w.Write(lines); err != nil {
			return err
		}
	}
	return nil
}

// seedFn emits nothing for each shard, so that all of them are written.
type seedFn struct{}

func (*seedFn) ProcessElement(shards int, emit func(int, []byte)) {
	for shard := range shards {
		emit(shard, seal(&document{}, "", nil))
	}
}
