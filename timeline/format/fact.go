package format

import (
	"strconv"

	"newstimeline/parser/feed"
)

// Facts of an entry as JSON, CSV and TSV write them alike.

// inferences are the names of what can be inferred, by its bit.
var inferences = [...]string{"year", "date", "zone", "midnight", "grouping", "order"}

// appendInferred appends the names of a set with a separator between them.
func appendInferred(dst []byte, set feed.Inferred, separator string) []byte {
	first := true
	for bit, name := range inferences {
		if set&(1<<bit) == 0 {
			continue
		}
		if !first {
			dst = append(dst, separator...)
		}
		dst = append(dst, name...)
		first = false
	}
	return dst
}

// appendConfidence appends a percentage as a fraction of one: 0.93, 0.9, 1.
func appendConfidence(dst []byte, percent int) []byte {
	dst = strconv.AppendInt(dst, int64(percent/100), 10)
	tens, units := byte(percent/10%10), byte(percent%10)
	switch {
	case units != 0:
		return append(dst, '.', '0'+tens, '0'+units)
	case tens != 0:
		return append(dst, '.', '0'+tens)
	}
	return dst
}
