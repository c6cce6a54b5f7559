package feed

// Attached is what an entry leads to and shows beside its words.
type Attached struct {
	Links []Link  // in the order of the text
	Media []Media // in the order of the text
}

// A Link is words of an entry that lead to another page.
type Link struct {
	Span        // the words, in the Text of the entry's Source
	URL  string // absolute: http, https or mailto
}

// Media is a picture in an entry.
type Media struct {
	URL     string // absolute: http or https
	Alt     string // what it shows, in words for those who cannot see it; "": unknown
	Caption Span   // the words below it, in the Text of the entry's Source; zero: none
	Credit  string // who made it; "": unknown
}
