package feed

// A Fact is the origin of a part of an entry's time: its year, its day or its zone.
type Fact uint8

const (
	FromNothing  Fact = iota // nothing did: the part is not known, or is only assumed
	FromStamp                // the entry's own timestamp
	FromHeader               // its date header
	FromEntry                // the date of another entry
	FromCapture              // when the feed was captured: --as-of
	FromPage                 // the date of the page
	FromLead                 // a line of the page that states it for all entries
	FromWeekday              // the weekday, which is that of one year only
	FromLeapDay              // 29 February, which few years have
	FromDocument             // other dates of the document
	FromParser               // the Parser's zone: --tz
	FromOthers               // the other timestamps, which name a zone
	FromDefault              // nothing did, and UTC is assumed
	FromTitle                // the title, which names one day
)

// String returns the fact in words; "" for FromNothing.
func (f Fact) String() string {
	return [...]string{"", "its timestamp", "its date header", "another entry",
		"the capture date (--as-of)", "the date of the page", "a line for all entries",
		"its weekday", "29 February", "other dates of the document", "--tz", "other timestamps",
		"the default, UTC", "the day that the title names"}[f]
}

// An Origin names the facts that gave the time of an entry.
type Origin struct {
	// of the timestamp of the other entry, where Year or Day is FromEntry, from 1; else 0
	Line            int32
	Year, Day, Zone Fact
	Sure            int8 // percent: how sure the day is; 0: the entry has none
}
