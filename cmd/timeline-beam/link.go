package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

// The steps that find reports which several feeds have in nearly the same words, as --dedupe of
// timeline does, without comparing all with all: entries that are alike share a band of their MinHash
// signatures. Bands are keys; who meets under one is compared. The words travel once to each
// comparison and not to each band.

func init() {
	beam.RegisterDoFn(reflect.TypeFor[bandsFn]())
	beam.RegisterDoFn(reflect.TypeFor[pairsFn]())
	beam.RegisterDoFn(reflect.TypeFor[offerFn]())
	beam.RegisterDoFn(reflect.TypeFor[compareFn]())
	beam.RegisterDoFn(reflect.TypeFor[sealLinkedFn]())
	register.Emitter2[uint64, string]()
	register.Emitter2[string, string]()
	register.Iter1[string]()
}

// link returns links by the key of the timeline that they belong to. notes are those of all entries,
// by their numbers.
func link(s beam.Scope, notes beam.PCollection) beam.PCollection {
	bands := beam.GroupByKey(s, beam.ParDo(s, &bandsFn{}, notes))
	pairs := beam.ParDo(s, &pairsFn{}, bands)
	offers := beam.ParDo(s, &offerFn{}, beam.CoGroupByKey(s, notes, pairs))
	return beam.ParDo(s, &compareFn{}, beam.CoGroupByKey(s, notes, offers))
}

// numbered returns the number of entry n of the timeline of a key. It is in the order of the lines.
func numbered(key string, n int) string { return fmt.Sprintf("%s\x00%010d", key, n) }

// keyOf returns the key of a number, and which entry of its timeline it is of.
func keyOf(number string) (key string, n int) {
	i := strings.LastIndexByte(number, 0)
	fmt.Sscanf(number[i+1:], "%d", &n)
	return number[:i], n
}

// bandsFn emits the number of an entry under each of its bands.
type bandsFn struct{}

func (*bandsFn) ProcessElement(number string, packed []byte, emit func(uint64, string)) error {
	n, err := unpack[note](packed)
	for _, band := range n.Sketch.Bands() {
		emit(band, number)
	}
	return err
}

// pairsFn emits the pairs of entries of different timelines that share a band, the lesser number
// first. Of a crowd it takes the first.
type pairsFn struct{}

func (*pairsFn) ProcessElement(_ uint64, numbers func(*string) bool, emit func(string, string)) {
	all := slices.Sorted(drain(numbers))
	all = all[:min(len(all), crowd)]
	for i, number := range all {
		key, _ := keyOf(number)
		for _, other := range all[i+1:] {
			if k, _ := keyOf(other); k != key {
				emit(number, other)
			}
		}
	}
}

// drain yields the values of a key.
func drain[T any](values func(*T) bool) func(yield func(T) bool) {
	return func(yield func(T) bool) {
		var v T
		for values(&v) {
			if !yield(v) {
				return
			}
		}
	}
}

// An offer is an entry that another is to be compared with.
type offer struct {
	Number string
	Note   note
}

// offerFn sends an entry to all with which it makes a pair.
type offerFn struct{}

func (*offerFn) ProcessElement(number string, notes func(*[]byte) bool, others func(*string) bool,
	emit func(string, []byte)) {
	for packedNote := range drain(notes) {
		n, err := unpack[note](packedNote)
		if err != nil {
			panic("internal error: " + err.Error())
		}
		o := packed(&offer{number, n})
		for _, other := range slices.Compact(slices.Sorted(drain(others))) {
			emit(other, o)
		}
	}
}

// A related is a member of an entry's "related" in the JSON contract, with the entry that has it.
type related struct {
	Entry    int     `json:"-"` // of the timeline, from 0
	Kind     string  `json:"kind"`
	ID       string  `json:"id"`
	Source   string  `json:"source"`
	Line     int     `json:"line"`
	Likeness float64 `json:"likeness"` // from 0 to 1
}

// compareFn compares an entry with those that were offered, and emits what is related to both sides.
type compareFn struct{}

func (*compareFn) ProcessElement(number string, notes func(*[]byte) bool, offers func(*[]byte) bool,
	emit func(string, []byte)) error {
	for packedNote := range drain(notes) {
		own, err := unpack[note](packedNote)
		if err != nil {
			return err
		}
		for packedOffer := range drain(offers) {
			other, err := unpack[offer](packedOffer)
			if err != nil {
				return err
			}
			if likeness := own.Sketch.SameReport(&other.Note.Sketch); likeness > 0 {
				relate(number, &other.Note, likeness, emit)
				relate(other.Number, &own, likeness, emit)
			}
		}
	}
	return nil
}

// relate emits that the entry of a number is related to another one.
func relate(number string, to *note, likeness int, emit func(string, []byte)) {
	key, n := keyOf(number)
	emit(key, packed(&related{n, "report", to.ID, to.Source, to.Line, float64(likeness) / 100}))
}

// sealLinkedFn adds links to the timeline of a key and seals it for its shard.
type sealLinkedFn struct{ Shards int }

func (fn *sealLinkedFn) ProcessElement(key string, merged, links func(*[]byte) bool,
	emit func(int, []byte)) error {
	byEntry := map[int][]related{}
	for b := range drain(links) {
		l, err := unpack[related](b)
		if err != nil {
			return err
		}
		byEntry[l.Entry] = append(byEntry[l.Entry], l)
	}
	for lines := range drain(merged) {
		linked, err := addRelated(lines, byEntry)
		if err != nil {
			return err
		}
		emit(shardOfName(key, fn.Shards), seal(&document{}, key, withKey(key, linked)))
	}
	return nil
}

// addRelated adds links to the lines of a timeline, ordered by source and line.
func addRelated(lines []byte, byEntry map[int][]related) ([]byte, error) {
	var out []byte
	n := 0
	for line := range bytes.Lines(lines) {
		links := byEntry[n]
		n++
		if len(links) == 0 {
			out = append(out, line...)
			continue
		}
		slices.SortFunc(links, func(a, b related) int {
			if by := strings.Compare(a.Source, b.Source); by != 0 {
				return by
			}
			return a.Line - b.Line
		})
		var err error
		if out, err = appendRelated(out, line, links); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// appendRelated appends a line with more in its array "related".
func appendRelated(dst, l []byte, links []related) ([]byte, error) {
	var old struct {
		Related json.RawMessage `json:"related"`
	}
	if err := json.Unmarshal(l, &old); err != nil {
		return nil, err
	}
	end, err := endOfMember(l, "related")
	if err != nil {
		return nil, err
	}
	more := bytes.TrimSuffix(line(links), []byte("\n"))
	dst = append(dst, l[:end-1]...) // without the bracket
	if len(old.Related) > len("[]") {
		dst = append(dst, ',')
	}
	dst = append(dst, more[1:]...)
	return append(dst, l[end:]...), nil
}

// endOfMember returns where the value of a member of a JSON object ends, in bytes from 0.
func endOfMember(object []byte, name string) (int, error) {
	dec := json.NewDecoder(bytes.NewReader(object))
	if _, err := dec.Token(); err != nil {
		return 0, err
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return 0, err
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return 0, err
		}
		if key == name {
			return int(dec.InputOffset()), nil
		}
	}
	return 0, fmt.Errorf("internal error: no %q", name)
}
