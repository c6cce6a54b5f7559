package main

import (
	"bytes"
	"context"
	"encoding/gob"
	"reflect"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

// The steps that make one timeline of several documents: those of one key.

func init() {
	beam.RegisterDoFn(reflect.TypeFor[keyFn]())
	beam.RegisterDoFn(reflect.TypeFor[mergeFn]())
	beam.RegisterDoFn(reflect.TypeFor[sealFn]())
	register.Emitter2[string, []byte]()
}

// keyFn reads the documents of a part and emits them by the key that they are to be merged by. One
// without a key is a timeline of its own: its name is the key.
type keyFn struct{ worker }

func (fn *keyFn) Setup() error { return fn.worker.Setup() }
func (fn *keyFn) Teardown()    { fn.worker.Teardown() }

func (fn *keyFn) ProcessElement(ctx context.Context, p part, keyed func(string, []byte),
	dead func(int, []byte)) error {
	for d, err := range fn.reader.documents(ctx, p) {
		if err != nil {
			bury(ctx, &d, err.Error(), dead)
			continue
		}
		res, err := fn.box.do(task{Documents: []document{d}, KeyOnly: true})
		if err != nil {
			return err
		}
		d.Name = res.name(&d)
		if len(res.Faults) > 0 {
			fn.lose(ctx, &d, res.Faults[0].Reason, dead)
			continue
		}
		key := res.Key
		if key == "" {
			key = d.Name
		}
		keyed(key, squeezer.EncodeAll(packed(&d), nil))
	}
	return nil
}

// packed returns a struct of plain data as bytes.
func packed[T any](data *T) []byte {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(data); err != nil {
		panic("internal error: " + err.Error())
	}
	return b.Bytes()
}

// unpack makes of bytes what packed had.
func unpack[T any](b []byte) (data T, err error) {
	return data, gob.NewDecoder(bytes.NewReader(b)).Decode(&data)
}

// mergeFn makes one timeline of all documents of a key.
type mergeFn struct{ worker }

func (fn *mergeFn) Setup() error { return fn.worker.Setup() }
func (fn *mergeFn) Teardown()    { fn.worker.Teardown() }

func (fn *mergeFn) ProcessElement(ctx context.Context, key string, values func(*[]byte) bool,
	merged func(string, []byte), notes func(string, []byte), dead func(int, []byte)) error {
	docs, err := unpacked(values)
	if err != nil {
		return err
	}
	res, err := fn.do(ctx, docs)
	if err != nil {
		return err
	}
	for _, f := range res.Faults {
		fn.lose(ctx, &docs[f.Number], f.Reason, dead)
	}
	if len(res.Lines) == 0 {
		return nil
	}
	merged(key, res.Lines)
	for i := range res.Notes {
		notes(numbered(key, i), packed(&res.Notes[i]))
	}
	return nil
}

// unpacked returns the documents of a key, in an order that is the same in every run.
func unpacked(values func(*[]byte) bool) (docs []document, err error) {
	var b []byte
	for values(&b) {
		plain, err := inflate(b)
		if err != nil {
			return nil, err
		}
		d, err := unpack[document](plain)
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
	slices.SortFunc(docs, func(d, e document) int {
		if by := strings.Compare(d.Name, e.Name); by != 0 {
			return by
		}
		if by := strings.Compare(d.Path, e.Path); by != 0 {
			return by
		}
		return int(d.Place - e.Place)
	})
	return docs, nil
}

// withKey puts the key by which documents were merged before the other keys of each line.
func withKey(key string, lines []byte) []byte {
	first := bytes.TrimSuffix(line(key), []byte("\n"))
	var b bytes.Buffer
	for l := range bytes.Lines(lines) {
		b.WriteString(`{"key":`)
		b.Write(first)
		b.WriteByte(',')
		b.Write(l[1:])
	}
	return b.Bytes()
}

// sealFn seals the timeline of a key for its shard.
type sealFn struct{ Shards int }

func (fn *sealFn) ProcessElement(key string, lines []byte, emit func(int, []byte)) {
	emit(shardOfName(key, fn.Shards), seal(&document{}, key, withKey(key, lines)))
}
