package decode

import (
	"slices"
	"strings"
)

// Columns: the names of a record's members give their meaning, "created_at", "headline",
// "full_text", "user". In a table these are the names of columns, in JSON the keys of an object.

// A column is the meaning of a record's member.
type column uint8

const (
	otherColumn  column = iota
	timeColumn          // day and clock
	dayColumn           // the day, or day and clock
	clockColumn         // the clock beside a day, or day and clock
	zoneColumn          // the zone of the clock
	changeColumn        // day and clock of the last change
	titleColumn
	textColumn
	authorColumn
	sourceColumn // the publisher, if there is no author
	urlColumn
	howColumn // how another program came to know the rest: not text of the entry
	columns   // how many there are
)

// isTime reports whether a column is a time.
func (c column) isTime() bool {
	return c == timeColumn || c == dayColumn || c == clockColumn || c == changeColumn
}

// columnMarks drops the marks that part the words of names.
var columnMarks = strings.NewReplacer(" ", "", "_", "", "-", "", "@", "", "\uFEFF", "")

// columnOf returns the meaning of a member with some name. That of a nested object has the names of
// both: "fields.message".
func columnOf(name string) column {
	switch columnMarks.Replace(strings.ToLower(name)) {
	case "timestamp", "datetime", "createdat", "created", "createdutc", "published", "publishedat",
		"publishedon", "pubdate", "postedat", "posted", "postdate", "datetimeutc",
		"datepublished", "publicationdate", "ts", "unixtime", "dateunixtime", "timestampms",
		"timestampus", "timestampns", "realtimetimestamp", "epoch", "epochms":
		return timeColumn
	case "updatedat", "updated", "modified", "modifiedat", "editedat":
		return changeColumn
	case "date", "day", "datum", "fecha", "data", "dateutc", "eventdate":
		return dayColumn
	case "time", "clock", "stamp", "timeutc", "uhrzeit", "zeit", "hora", "heure", "eventtime":
		return clockColumn
	case "zone", "timezone", "tz", "utcoffset", "zeitzone":
		return zoneColumn
	case "title", "headline", "subject", "titel", "titre":
		return titleColumn
	case "text", "body", "content", "message", "description", "event", "summary", "details",
		"fulltext", "tweet", "post", "note", "notes", "entry", "update", "contenttext",
		"comment", "selftext", "caption", "inhalt", "texte", "texto", "msg", "shortmessage", "log",
		"fields.message", "fields.msg":
		return textColumn
	case "author", "user", "username", "from", "sender", "sendername", "by", "account",
		"screenname", "creator":
		return authorColumn
	case "source", "channel", "outlet", "agency", "name":
		return sourceColumn
	case "url", "link", "permalink", "href":
		return urlColumn
	case "precision", "inferred", "confidence":
		return howColumn
	}
	return otherColumn
}

// A naming gives the members of records their meaning: by their names, or as the user has named
// them.
type naming struct {
	text, date string // "": by its name
	// the answers of columnOf: names are few, and come back in every record
	known map[string]column
}

// naming returns what the user has named.
func (k Keys) naming() naming { return naming{k.Text, k.Date, map[string]column{}} }

// columnOf returns the meaning of a member with some name.
func (n naming) columnOf(name string) column {
	c, ok := n.known[name]
	if !ok {
		c = n.choose(name)
		n.known[name] = c
	}
	return c
}

// choose is columnOf for a name that was not asked for before. If the user names a member, all
// others of its kind are ignored.
func (n naming) choose(name string) column {
	switch c := columnOf(name); {
	case n.text != "" && name == n.text:
		return textColumn
	case n.date != "" && name == n.date:
		return timeColumn
	case n.text != "" && c == textColumn, n.date != "" && c.isTime():
		return otherColumn
	default:
		return c
	}
}

// A tableRecord is the first value of each kind of member; texts has all texts.
type tableRecord struct {
	values [columns]string
	texts  []string
}

// put adds a member to a record.
func (t *tableRecord) put(m column, value string) {
	value = strings.TrimSpace(value)
	if value == "" || m == otherColumn {
		return
	}
	if t.values[m] == "" {
		t.values[m] = value
	}
	if m == textColumn && !slices.Contains(t.texts, value) {
		t.texts = append(t.texts, value)
	}
}

// isEntry reports whether a record has a time and a text.
func (t *tableRecord) isEntry() bool { return t.hasTime() && t.hasText() }

func (t *tableRecord) hasText() bool {
	return t.values[textColumn] != "" || t.values[titleColumn] != ""
}

// hasTime reports whether a record has a time. What would be a clock only by its name must have
// the form of one.
func (t *tableRecord) hasTime() bool {
	v := &t.values
	return v[timeColumn] != "" || v[dayColumn] != "" || v[changeColumn] != "" ||
		isClock(v[clockColumn])
}

// isClock reports whether a value has the form of a clock or a moment: not a duration, not a
// position.
func isClock(s string) bool {
	if machineTime(s) != "" {
		return true
	}
	i := strings.IndexByte(s, ':')
	return i > 0 && i+1 < len(s) && isDigit(s[i-1]) && isDigit(s[i+1])
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// when returns the words with the time of a record.
func (t *tableRecord) when() string {
	v := &t.values
	day, clock := v[dayColumn], v[clockColumn]
	switch {
	case v[timeColumn] != "":
		day = v[timeColumn]
	case len(machineTime(clock)) > len(dayForm):
		day = clock // the one has it all, as "time" in logs
	case !strings.Contains(day, ":"):
		day = strings.TrimSpace(day + " " + clock)
	}
	return withZone(firstOf(day, v[changeColumn]), v[zoneColumn])
}

// item returns the record as an item of a feed.
func (t *tableRecord) item() item {
	v := &t.values
	it := item{title: v[titleColumn], body: strings.Join(t.texts, "\n\n"),
		author: firstOf(v[authorColumn], v[sourceColumn]), url: absolute(v[urlColumn])}
	it.markup = strings.Contains(it.body, "</")
	it.printed = t.when()
	it.time = mailTime(it.printed)
	if at, ok := epoch(it.printed); ok {
		it.printed = at.Format("2006-01-02 15:04:05 UTC")
	}
	return it
}

// withZone returns a time with the zone of a separate column, unless it has no clock or has a zone
// itself.
func withZone(printed, zone string) string {
	if zone == "" || !strings.Contains(printed, ":") || strings.HasSuffix(printed, zone) ||
		len(machineTime(printed)) > len(localForm) {
		return printed
	}
	return printed + " " + zone
}
