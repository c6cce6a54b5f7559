package format

import (
	"bytes"
	"io"

	"newstimeline/timeline"
)

// writeCSV writes RFC 4180 with LF as line end: a field is quoted where it must be, a quote mark
// within is doubled.
func writeCSV(w io.Writer, t *timeline.Timeline, o Options) error {
	if o.Delimiter == 0 || o.Delimiter == ',' {
		return writeRecords(w, t, o, ',', appendCSV)
	}
	return writeRecords(w, t, o, o.Delimiter, func(dst, field []byte, has traits) []byte {
		if bytes.IndexByte(field, o.Delimiter) >= 0 {
			has |= parting
		}
		return appendCSV(dst, field, has)
	})
}

// appendCSV appends a field.
func appendCSV(dst, field []byte, has traits) []byte {
	if has&(parting|breaking) == 0 && !isPadded(field) {
		return append(dst, field...)
	}
	dst = append(dst, '"')
	for {
		i := bytes.IndexByte(field, '"')
		if i < 0 {
			break
		}
		dst = append(dst, field[:i+1]...)
		dst = append(dst, '"')
		field = field[i+1:]
	}
	dst = append(dst, field...)
	return append(dst, '"')
}

// isPadded reports whether a field has a blank at an end, which some readers take away if it is not
// quoted.
func isPadded(field []byte) bool {
	n := len(field)
	return n > 0 && (field[0] == ' ' || field[n-1] == ' ')
}
