package format

// The keys of the JSON contract: what `timeline schema` prints, for JSON Schema and for DuckDB, and
// what a test holds the encoder to.

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
	endPattern      = `^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$`
	idPattern       = `^[0-9a-f]{16}(-[0-9]+)?$`
	hashPattern     = `^[0-9a-f]{64}$`
)

// The keys are functions so that nothing is built at the start of the program.

func documentKeys() []key {
	return []key{
		{name: "schema", is: anInteger,
			about: "the version of this format: 1; keys are added, never removed"},
		{name: "sources", is: objectList, item: "source", keys: sourceKeys(),
			about: "the feeds, in the order given"},
		{name: "entries", is: objectList, item: "entry", keys: entryKeys(),
			about: "the entries, in chronological order; -f jsonl has these, one per line"},
		{name: "diagnostics", is: objectList, item: "diagnostic", keys: diagnosticKeys(),
			about: "remarks on the feeds"},
	}
}

func sourceKeys() []key {
	return []key{
		{name: "name", about: "the file as named, or stdin"},
		{name: "sha256", null: true, pattern: hashPattern, about: "hash of the input, as read"},
		{name: "lines", is: anInteger, about: "number of lines of the decoded text"},
		{name: "format", null: true, about: "format of the input: text, html …"},
		{name: "encoding", null: true, about: "character encoding, as the WHATWG names it"},
		{name: "language", null: true, about: "language tag of the feed (BCP 47)"},
		{name: "title", null: true, about: "title of the page"},
		{name: "url", null: true, about: "URL of the page"},
		{name: "published", null: true,
			about: "when the page was published, as it says: a day or an RFC 3339 time"},
		{name: "updated", null: true, about: "when the page was updated, as it says"},
		{name: "order", null: true, among: []string{"newest-first", "oldest-first", "mixed"},
			about: "order of the entries in the feed"},
		{name: "ended", is: aBoolean, about: "whether the feed says that it has ended"},
		{name: "as_of", null: true, about: "when the feed was captured, if known"},
		{name: "zone", null: true, about: "time zone of clocks that name none"},
		{name: "lead", is: anObject, null: true, keys: []key{
			{name: "line", is: anInteger, about: "its first line, counted from 1"},
			{name: "end_line", is: anInteger, about: "its last line"},
			{name: "text", about: "as it stands there"},
		}, about: "the text above the entries"},
		{name: "notices", is: objectList, keys: []key{
			{name: "line", is: anInteger, about: "from 1"},
			{name: "text", about: "as it stands there"},
		}, about: "what the feed says about itself"},
		{name: "entries", is: anInteger, about: "number of entries in the feed, before any filter"},
	}
}

func entryKeys() []key {
	return concat(
		[]key{
			{name: "seq", is: anInteger,
				about: "position in the whole timeline, from 1; filters do not change it"},
			{name: "id", pattern: idPattern,
				about: "hash of date, clock, title and text: the same entry has the same id in every import"},
			{name: "source", about: "the name of its feed"},
		}, whenKeys(), wordKeys(), []key{
			{name: "author", null: true, about: "author"},
			{name: "url", null: true, about: "URL of the entry"},
			{name: "line", is: anInteger,
				about: "line of the title, or else of the first text, from 1"},
			{name: "end_line", is: anInteger, about: "last line of the text"},
			{name: "start_byte", is: anInteger,
				about: "start in the decoded text, in bytes from 0"},
			{name: "end_byte", is: anInteger,
				about: "end in the decoded text: the byte after the last"},
			{name: "stamp_line", is: anInteger, null: true,
				about: "line of the timestamp that dates the entry, from 1"},
			{name: "inferred", is: stringList, among: inferences[:],
				about: "what the feed does not say and was inferred"},
			{name: "confidence", is: aFraction,
				about: "probability that an entry begins at this line and has this date"},
			{name: "revisions", is: objectList, keys: concat(placeKeys(), []key{
				{name: "end_line", is: anInteger, about: "last line of the text"},
			}, whenKeys(), wordKeys()), about: "earlier versions of the entry, earliest first"},
			{name: "related", is: objectList, keys: concat([]key{
				{name: "kind", among: []string{"copy", "report"},
					about: "a copy that was merged into this entry, or a similar report in another feed"},
			}, placeKeys()), about: "other places that have the same report"},
			{name: "month_day", null: true, pattern: monthDayPattern,
				about: "month and day, where the year is unknown"},
			{name: "end", null: true, pattern: endPattern,
				about: "end of the span that the timestamp names: its last day, or the instant in UTC if both ends have clocks"},
			{name: "approximate", is: aBoolean, about: "whether the feed only says about when"},
			{name: "links", is: objectList, keys: []key{
				{name: "text", about: "the words that are the link"},
				{name: "url", about: "the URL: http, https or mailto"},
				{name: "start_byte", is: anInteger,
					about: "start of the words in the decoded text, in bytes from 0"},
				{name: "end_byte", is: anInteger,
					about: "end of the words: the byte after the last"},
			}, about: "links in the title and text"},
			{name: "media", is: objectList, keys: []key{
				{name: "url", about: "the URL of the picture"},
				{name: "alt", null: true, about: "what it shows, in words"},
				{name: "caption", null: true, about: "the words below it"},
				{name: "credit", null: true, about: "who made it"},
			}, about: "pictures in the entry"},
			{name: "parts", is: objectList, keys: []key{
				{name: "kind", among: []string{"item", "quote"},
					about: "an item of a list, or a quotation"},
				{name: "number", null: true, about: "the number that the item shows"},
				{name: "first", is: anInteger, about: "its first paragraph of the text, from 1"},
				{name: "last", is: anInteger, about: "its last paragraph"},
			}, about: "lists and quotations in the text; what holds others precedes them"},
		})
}

func whenKeys() []key {
	return []key{
		{name: "date", null: true, pattern: dayPattern,
			about: "date; the first day of a month or year: see precision"},
		{name: "clock", null: true, pattern: clockPattern, about: "time of day, as in the feed"},
		{name: "zone", null: true, about: "time zone, as the feed names it or as given by --tz"},
		{name: "time", null: true, pattern: instantPattern,
			about: "the instant in UTC, where date and clock are known"},
		{name: "epoch", is: anEpoch, null: true,
			about: "the same, in seconds since 1970-01-01 UTC"},
		{name: "precision", null: true, among: []string{"second", "minute", "hour", "day", "month",
			"year"}, about: "precision of the time in the feed"},
		{name: "stamp", null: true, about: "the timestamp as printed in the feed"},
	}
}

func wordKeys() []key {
	return []key{
		{name: "title", null: true, about: "title"},
		{name: "text", about: "paragraphs, separated by blank lines, without the title"},
	}
}

func placeKeys() []key {
	return []key{
		{name: "id", pattern: idPattern, about: "its id"},
		{name: "source", about: "name of its feed"},
		{name: "line", is: anInteger, about: "its line, from 1"},
		{name: "likeness", is: aFraction, about: "similarity of the two texts"},
	}
}

func diagnosticKeys() []key {
	return []key{
		{name: "source", about: "name of the feed"},
		{name: "line", is: anInteger, null: true, about: "line, from 1; null: the feed as a whole"},
		{name: "severity", among: []string{"info", "warning", "error"}, about: "severity"},
		{name: "code", about: "identifier for programs"},
		{name: "message", about: "text for people"},
	}
}

func concat(parts ...[]key) []key {
	var all []key
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}
