package words

import (
	"fmt"
	"time"
)

// A Zone is the meaning of a word for a time zone: an IANA zone, whose offset depends on the day,
// or a fixed offset.
type Zone struct {
	Name      string // IANA name, "" for a fixed offset
	Offset    int16  // minutes east of UTC
	Ambiguous bool   // the abbreviation is in use for other zones too: IST, CST, PST, CDT
}

// Location returns the zone as the standard library has it.
func (z *Zone) Location() (*time.Location, error) {
	if z.Name != "" {
		return time.LoadLocation(z.Name)
	}
	return time.FixedZone("", int(z.Offset)*60), nil
}

// Describe returns the zone in words: its IANA name or its offset.
func (z *Zone) Describe() string {
	if z.Name != "" {
		return z.Name
	}
	sign, minutes := '+', int(z.Offset)
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	return fmt.Sprintf("UTC%c%02d:%02d", sign, minutes/60, minutes%60)
}

// NamedZone is a zone that is not in the table: the text has its name in the zone database.
const NamedZone = 255

// zoneNameEnd returns where the name of a zone in the zone database ends, i if none begins there:
// America/Argentina/Buenos_Aires.
func zoneNameEnd(line string, i int) int {
	if line[i] < 'A' || line[i] > 'U' {
		return i // most words begin with a small letter
	}
	slash := i
	for slash < len(line) && IsLetter(line[slash]) {
		slash++
	}
	switch line[i:slash] {
	case "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe",
		"Indian", "Pacific", "US", "Etc":
	default:
		return i
	}
	end := slash
	for end+1 < len(line) && line[end] == '/' && 'A' <= line[end+1] && line[end+1] <= 'Z' {
		for end++; end < len(line) && (IsLetter(line[end]) || line[end] == '_' ||
			line[end] == '-' && end+1 < len(line) && IsLetter(line[end+1])); end++ {
		}
	}
	if end == slash {
		return i
	}
	return end
}

// UtcZone is the first row of the zones: UTC under all its names.
const UtcZone = 1

func IsPhrase(w *Word) bool {
	for _, c := range []byte(w.Spelling) {
		if c == ' ' {
			return true
		}
	}
	return false
}
