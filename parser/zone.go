package parser

import (
	"fmt"
	"time"
)

// A zone is what a word for a time zone stands for: an IANA zone, whose offset depends on the day, or a fixed offset.
type zone struct {
	name      string // IANA name, "" for a fixed offset
	offset    int16  // minutes east of UTC
	ambiguous bool   // the abbreviation is in use for other zones too: IST, CST, PST, CDT
}

// location returns the zone as the standard library has it.
func (z *zone) location() (*time.Location, error) {
	if z.name != "" {
		return time.LoadLocation(z.name)
	}
	return time.FixedZone("", int(z.offset)*60), nil
}

// describe returns the zone in words: its IANA name or its offset.
func (z *zone) describe() string {
	if z.name != "" {
		return z.name
	}
	sign, minutes := '+', int(z.offset)
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	return fmt.Sprintf("UTC%c%02d:%02d", sign, minutes/60, minutes%60)
}

// namedZone stands for a zone that is not in the table: its name in the zone database stands in the text.
const namedZone = 255

// zoneNameEnd returns where the name of a zone in the zone database ends, i if none begins there: America/Argentina/Buenos_Aires.
func zoneNameEnd(line string, i int) int {
	slash := i
	for slash < len(line) && isLetter(line[slash]) {
		slash++
	}
	switch line[i:slash] {
	case "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific", "US", "Etc":
	default:
		return i
	}
	end := slash
	for end+1 < len(line) && line[end] == '/' && 'A' <= line[end+1] && line[end+1] <= 'Z' {
		for end++; end < len(line) && (isLetter(line[end]) || line[end] == '_' || line[end] == '-' && end+1 < len(line) && isLetter(line[end+1])); end++ {
		}
	}
	if end == slash {
		return i
	}
	return end
}

// utcZone is the first row of the zones: UTC under all its names.
const utcZone = 1

func isPhrase(w *word) bool {
	for _, c := range []byte(spellings[w.at : int(w.at)+int(w.size)]) {
		if c == ' ' {
			return true
		}
	}
	return false
}
