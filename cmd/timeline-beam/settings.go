package main

import (
	"encoding/json"
	"maps"
	"slices"
	"time"
)

// Settings say how documents are read. They travel to the workers, so they are plain data.
type settings struct {
	Input, Encoding                 string // as --input and --encoding have them
	AsOf, Zone, DayFirst, Order     string
	Group                           string
	TextKey, IDKey, URLKey, DateKey string
	MaxDocument                     int64         // bytes, decompressed
	TimeLimit                       time.Duration // a document
	MergeBy                         string        // "": documents are not merged, unless by Dedupe
	Dedupe                          bool
}

// groups reports whether documents are merged.
func (s *settings) groups() bool { return s.MergeBy != "" || s.Dedupe }

// member returns the value of a member of a JSON record, if that is a string or a number; "": it is
// none, or the document is no record.
func member(d *document, name string) string {
	if d.Line == 0 {
		return ""
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(d.Body, &fields) != nil {
		return ""
	}
	var text string
	if json.Unmarshal(fields[name], &text) == nil {
		return text
	}
	var number json.Number
	if json.Unmarshal(fields[name], &number) != nil {
		return ""
	}
	return number.String()
}

// sortedKeys returns the keys of a map in order.
func sortedKeys[T any](m map[string]T) []string { return slices.Sorted(maps.Keys(m)) }
