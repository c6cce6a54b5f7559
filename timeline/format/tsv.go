package format

import (
	"io"

	"newstimeline/timeline"
)

// writeTSV writes a line for each entry. Nothing is quoted: a tab, a line end or a backslash within
// a field is written as \t, \n, \r or \\.
func writeTSV(w io.Writer, t *timeline.Timeline, o Options) error {
	return writeRecords(w, t, o, '\t', appendTSV)
}

// appendTSV appends a field.
func appendTSV(dst, field []byte, has traits) []byte {
	if has&(breaking|spacing) == 0 {
		return append(dst, field...)
	}
	done := 0
	for i, c := range field {
		letter := byte(0)
		switch c {
		case '\t':
			letter = 't'
		case '\n':
			letter = 'n'
		case '\r':
			letter = 'r'
		case '\\':
			letter = '\\'
		default:
			continue
		}
		dst = append(dst, field[done:i]...)
		dst = append(dst, '\\', letter)
		done = i + 1
	}
	return append(dst, field[done:]...)
}
