package format

// The keys of the JSON contract: what `timeline schema` prints, for JSON Schema and for DuckDB, and what a test holds the encoder to.

// A key is a member of a JSON object. Its object has it always.
type key struct {
	name    string
	is      jsonType
	null    bool     // it may be null, too
	pattern string   // of a string; "": any
	among   []string // the closed list that its strings, or the strings in it, are of; nil: any
	keys    []key    // of the object, or of the objects in the array
	item    string   // what the schema calls such an object, if it has a definition of its own
	about   string
}

// A jsonType is a type of JSON, and of what is in it.
type jsonType uint8

const (
	aString jsonType = iota
	anInteger
	anEpoch   // an integer of 64 bits
	aFraction // a number from 0 to 1
	aBoolean
	anObject
	stringList // an array of strings
	objectList // an array of objects
)

// Patterns of strings.
const (
	dayPattern      = `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`
	monthDayPattern = `^--[0-9]{2}-[0-9]{2}$` // gMonthDay of XML Schema; ISO 8601:2000, 5.2.1.3
	clockPattern    = `^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$`
	instantPattern  = `^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$`
	idPattern       = `^[0-9a-f]{16}(-[0-9]+)?$`
	hashPattern     = `^[0-9a-f]{64}$`
)

// The keys are functions so that nothing is built at the start of the program.

func documentKeys() []key {
	return []key{
		{name: "schema", is: anInteger, about: "the version of this contract: 1. Keys are only ever added to it"},
		{name: "sources", is: objectList, item: "source", keys: sourceKeys(), about: "the feeds, in the order in which they were given"},
		{name: "entries", is: objectList, item: "entry", keys: entryKeys(), about: "the entries, in chronological order; -f jsonl is these, one a line"},
		{name: "diagnostics", is: objectList, item: "diagnostic", keys: diagnosticKeys(), about: "remarks on the feeds"},
	}
}

func sourceKeys() []key {
	return []key{
		{name: "name", about: "the file as it was named, or stdin"},
		{name: "sha256", null: true, pattern: hashPattern, about: "of the bytes as they were read"},
		{name: "lines", is: anInteger, about: "how many lines the decoded text has"},
		{name: "format", null: true, about: "what the bytes were: text, html …"},
		{name: "encoding", null: true, about: "of the bytes, as the WHATWG names it"},
		{name: "language", null: true, about: "of the feed, as BCP 47 names it"},
		{name: "title", null: true, about: "of the page"},
		{name: "url", null: true, about: "of the page"},
		{name: "published", null: true, about: "when the page was, as it says: a day or a moment of RFC 3339"},
		{name: "updated", null: true, about: "when the page was, as it says"},
		{name: "order", null: true, among: []string{"newest-first", "oldest-first", "mixed"}, about: "of the entries in the feed"},
		{name: "ended", is: aBoolean, about: "the feed says that it has ended"},
		{name: "as_of", null: true, about: "when the feed was captured, as far as that was told"},
		{name: "zone", null: true, about: "of clocks that name none"},
		{name: "lead", is: anObject, null: true, keys: []key{
			{name: "line", is: anInteger, about: "its first line, from 1"},
			{name: "end_line", is: anInteger, about: "its last line"},
			{name: "text", about: "as it stands there"},
		}, about: "the text above the entries"},
		{name: "notices", is: objectList, keys: []key{
			{name: "line", is: anInteger, about: "from 1"},
			{name: "text", about: "as it stands there"},
		}, about: "what the feed says about itself"},
		{name: "entries", is: anInteger, about: "how many the feed has, before any filter"},
	}
}

func entryKeys() []key {
	return concat(
		[]key{
			{name: "seq", is: anInteger, about: "its place in the whole timeline, from 1; a filter does not change it"},
			{name: "id", pattern: idPattern, about: "a hash of date, clock, title and text: a second import finds the same entries"},
			{name: "source", about: "the name of its feed"},
		}, whenKeys(), wordKeys(), []key{
			{name: "author", null: true, about: "who wrote it"},
			{name: "url", null: true, about: "of the entry itself"},
			{name: "line", is: anInteger, about: "of its title, or else of its first text, from 1"},
			{name: "end_line", is: anInteger, about: "of its last text"},
			{name: "start_byte", is: anInteger, about: "where it begins in the decoded text, from 0"},
			{name: "end_byte", is: anInteger, about: "the byte behind it"},
			{name: "stamp_line", is: anInteger, null: true, about: "of the stamp that dates it, from 1"},
			{name: "inferred", is: stringList, among: inferences[:], about: "what the feed does not say and was inferred"},
			{name: "confidence", is: aFraction, about: "the probability that an entry begins at its line and is of its date"},
			{name: "revisions", is: objectList, keys: concat(placeKeys(), []key{{name: "end_line", is: anInteger, about: "of its last text"}}, whenKeys(), wordKeys()),
				about: "its earlier texts, the earliest first"},
			{name: "related", is: objectList, keys: concat([]key{
				{name: "kind", among: []string{"copy", "report"}, about: "a copy, folded into this entry, or the report of another feed"},
			}, placeKeys()), about: "where else its report is"},
			{name: "month_day", null: true, pattern: monthDayPattern, about: "the month and day, where there is no date for want of a year"},
		})
}

func whenKeys() []key {
	return []key{
		{name: "date", null: true, pattern: dayPattern, about: "of a month or year, its first day: see precision"},
		{name: "clock", null: true, pattern: clockPattern, about: "as the feed tells it"},
		{name: "zone", null: true, about: "of the clock, as the feed names it or as it was given"},
		{name: "time", null: true, pattern: instantPattern, about: "the instant in UTC, where date and clock are known"},
		{name: "epoch", is: anEpoch, null: true, about: "the same in seconds since 1970-01-01 UTC"},
		{name: "precision", null: true, among: []string{"second", "minute", "hour", "day", "month", "year"}, about: "how exactly the feed tells the time"},
		{name: "stamp", null: true, about: "the words of the stamp as printed"},
	}
}

func wordKeys() []key {
	return []key{
		{name: "title", null: true, about: "its headline"},
		{name: "text", about: "its paragraphs, a blank line between them, without the title"},
	}
}

func placeKeys() []key {
	return []key{
		{name: "id", pattern: idPattern, about: "as of an entry"},
		{name: "source", about: "the name of its feed"},
		{name: "line", is: anInteger, about: "from 1"},
		{name: "likeness", is: aFraction, about: "of the two texts"},
	}
}

func diagnosticKeys() []key {
	return []key{
		{name: "source", about: "the name of the feed"},
		{name: "line", is: anInteger, null: true, about: "from 1; null: the feed as a whole"},
		{name: "severity", among: []string{"info", "warning", "error"}, about: "how grave it is"},
		{name: "code", about: "a word for programs"},
		{name: "message", about: "words for people"},
	}
}

func concat(parts ...[]key) []key {
	var all []key
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}
