package feed

// A Source is the decoded text of one feed.
type Source struct {
	Name string // as messages and the output call it
	Text string // UTF-8, less than 2 GiB; what is not UTF-8 is kept and counts as text
	// Text is known to be UTF-8, all of it; what writes it need not look again. false: it is not
	// known
	UTF8  bool
	Hints []Hint // evidence from markup, in the order of the text; nil for plain text
	Meta
	// the entries, if the format separates them, in the order of the text; nil: Parse finds them
	Records     []Record
	RecordOrder Order // their order; Unknown: decided by their times
	// what was wrong with the bytes that Text was decoded from; Parse puts them before its own
	Remarks []Diagnostic
}

// Meta is what is known of a source beside its text. Every field may be empty.
type Meta struct {
	Format string // "text", "html", "rss" …
	// FormatReason is the reason for Format, in words: "its first element is <rss>".
	FormatReason string
	Encoding     string // of the bytes that Text was decoded from: "utf-8"
	SHA256       string // of those bytes, in hexadecimal digits; "": they are those of Text
	Language     string // as the source declares it, else as the parser detects it: "en"
	Title        string
	URL          string
	Published    string // RFC 3339, as precisely as known
	Updated      string
	Publisher    string // the publisher that the page names: "The Harbour Times"
	Image        string // the URL of the picture that represents the page
}

// A Hint is what markup says about a part of the text.
type Hint struct {
	Span
	Kind HintKind
	// HintStamp: the time in an attribute; HintLink, HintAnchor, HintImage: the address
	Value string
	Image *Image // HintImage: what is known of it beside its address; nil: nothing
}

// An Image is what markup says about a picture beside its address.
type Image struct {
	Alt     string // what it shows, in words for those who cannot see it
	Caption string // the words below it, where they are not in the text
	Credit  string // who made it
}

// HintKind is the meaning of a Hint.
type HintKind uint8

const (
	HintStamp      HintKind = iota + 1 // a time element
	HintTitle                          // a heading
	HintBlock                          // a container that repeats: an article, an item of a list
	HintByline                         // who wrote it
	HintNoise                          // navigation, captions, buttons: never part of an entry
	HintLink                           // the URL of the block of the hint
	HintLines                          // a paragraph of several lines: none of them is a headline
	HintSameWriter                     // what begins here is of who wrote what precedes it
	HintAnchor                         // words that are a link
	HintImage                          // a picture; its span is that of its caption, or empty
	HintItem                           // an item of a list; its Value is its number, if it has one
	HintQuote                          // a quotation
	HintGoesOn                         // a line break within a paragraph ended the line before
	HintSetOff                         // words in print of their own, such as bold, open a line
	HintScope                          // an element with several times in it, such as a list
)

// Card is the Value of a HintNoise on what is most likely a card that leads to another page. It is
// noise after the first text of an entry.
const Card = "card"

// Label is the Value of a HintNoise on words that recur in parts of a page that look alike: a
// section, a rank. No line of them alone is text.
const Label = "label"
