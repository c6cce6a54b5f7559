// Package parser reads live feeds: the raw text of live blogs, tickers, chronologies, incident pages and changelogs.
//
//	p := &parser.Parser{AsOf: feed.AsOf{Date: feed.Date{Year: 2025, Month: 8, Day: 16}}}
//	d := p.Parse(feed.Source{Name: "feed.txt", Text: text})
//	for i := range d.Entries {
//		e := &d.Entries[i]
//		fmt.Println(e.Date, e.Clock, string(e.AppendText(nil, d.Text)))
//	}
//
// A feed is loose text and has no syntax errors: Parse always returns a [feed.Document], and what it could not read is kept and remarked on
// in a [feed.Diagnostic]. The package does no input and output, never looks at the clock of the machine, its zone or its locale, and no
// goroutine outlives a call: the same text and the same Parser give the same Document everywhere, on one processor or many.
//
// # What Parse promises
//
// Every line of the text has one [feed.Role], and the roles account for all of it: what is in an entry is a title or text, and whatever is
// not, is lead, notice, stamp, header, index, separator, blank or noise. Titles and paragraphs are spans of the text, not copies;
// offsets count its bytes from 0, lines count from 1. CRLF and LF give the same entries. The time that Parse takes grows with the text
// and not faster, whatever the text holds. A line that cannot hold a stamp costs one look at its first and last bytes.
//
// # What counts as a stamp
//
// A stamp is a row of elements in any order: weekday, date, clock, zone, age ("2 hours ago", "vor 3 Std."), labels such as Updated,
// particles such as "at" or "um", punctuation. Dates may be written with names of months in more than 60 languages, in digits with any
// separator, with the year first, with the signs of Chinese, Japanese and Korean, with months in Roman numerals, in the Iranian calendar
// and in Japanese eras and Buddhist years; Islamic dates beside them are read over. Clocks have a colon, a point, the letter h, signs or
// words ("20 Uhr 15"), twelve hours or twenty-four; zones are abbreviations, offsets, names in words of many languages or of the zone
// database. Of a span of days or hours the start counts. Digits may be those of any script. Every word and mark of a stamp must have a
// part in it. One word left over makes a line prose, unless the stamp opens or ends the line and is parted from the text: by a mark, by a
// wide blank, by extraction that has glued a capital to it.
//
// By its form alone such a place is only a mark. Which marks are stamps is decided for the whole document ([feed.Layout] says how):
// marks of one style that recur, that run one way in time, that have text beside them and stand over most of the document's running
// text. Dates in prose do none of this. Then follow where the stamps stand (above the text, in its first line, between headline and text,
// below it, at its end), the day headers, and what only looks like the feed: an index of key events that repeats stamps found below,
// the page's own stamps, cards behind the feed's end, stamps that repeat the one beside them, the signatures of embedded posts.
//
// Times that count from a beginning, such as the chapters of a film or the count of a launch, are no clocks, as the minutes of a match are none:
// they part the entries and order them, and a Diagnostic says so.
//
// Lines of one form over every stamp, the first too, are the head of the entry below: who posts, a by-line, "commit 1a2b". Short lines that end
// every entry, buttons and counts, are no text of any.
//
// # What is inferred
//
// A date is as exact as the feed tells it ([feed.Precision]). What it leaves out is taken from the rest of the document, or stays unknown:
//
// One search finds them for all of the document (package dating has its prices): what an assignment of years and days breaks costs, and the
// cheapest one is taken. How much more the next best one costs is the confidence of a date.
//
//   - the year, from a header, from neighbouring dates, from the weekday, from a stamp of the page, from the Parser's AsOf;
//   - the day, from the header over an entry or below it, from the entry before it, counted over midnights that the clock passes, from a
//     stamp of the page, from AsOf. Without any of them an entry with a clock is undated;
//   - whether 3/4 is in April, from a part over twelve anywhere, from the order in which the dates then stand, from how near to each other
//     or to AsOf they are; else the day comes first, and a Diagnostic says so;
//   - the zone, from the stamp, from a line above or behind the feed that names one for all clocks, from the Parser; else it is taken to be that of
//     the stamps that name one, where these agree, or of the page's own stamps, else UTC, and a Diagnostic says so. A machine's stamp in UTC tells
//     nothing of the clocks that are printed;
//   - an age, from AsOf alone: without it the entry is undated.
//
// [feed.Inferred] names what of an entry was inferred. A date library ([github.com/araddon/dateparse]) reads every date again in its canonical
// form; one that does not come back the same would be a fault of this package.
//
// # Entries without stamps
//
// Under a date header the paragraphs of many entries may stand with nothing between them, for text extraction loses clocks and blank lines.
// Then separators, numbers, blank lines, bullets, indents and lines that recur part the entries where the feed uses them throughout; else, and on
// long days without the feed's sign, each paragraph is scored by the cues of cues.go, in tenths: over 0 it begins an entry.
// [feed.Entry].Confidence is the probability, in percent, that it does, as measured on feeds of outlets to which no weight was fitted.
package parser
