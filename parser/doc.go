// Package parser reads live feeds: the raw text of live blogs, tickers, chronologies, incident
// pages and changelogs.
//
//	p := &parser.Parser{AsOf: feed.AsOf{Date: feed.Date{Year: 2025, Month: 8, Day: 16}}}
//	d := p.Parse(feed.Source{Name: "feed.txt", Text: text})
//	for i := range d.Entries {
//		e := &d.Entries[i]
//		fmt.Println(e.Date, e.Clock, string(e.AppendText(nil, d.Text)))
//	}
//
// A feed is loose text and has no syntax errors. Parse always returns a [feed.Document]; what it
// could not read is kept and reported in a [feed.Diagnostic]. The package does no input or output
// and ignores the machine's clock, zone and locale. No goroutine outlives a call. The same text and
// Parser give the same Document everywhere, on any number of processors.
//
// # What Parse promises
//
// Every line of the text has one [feed.Role]. The lines of entries are titles or text; all others
// are lead, notice, stamp, header, index, separator, blank or noise. Titles and paragraphs are
// spans of the text, not copies; offsets count its bytes from 0, lines count from 1. CRLF and LF
// give the same entries. The time that Parse takes grows with the text and not faster, whatever the
// text holds. A line that cannot hold a stamp costs one look at its first and last bytes.
//
// # What counts as a stamp
//
// A timestamp is a row of elements in any order: weekday, date, clock, zone, or age ("2 hours ago",
// "vor 3 Std."). It may have labels such as Updated, particles such as "at" or "um", and
// punctuation. Dates have month names of more than 60 languages, digits with any separator, or the
// year first. They have Chinese, Japanese and Korean signs, Roman numerals, the Iranian calendar,
// Japanese eras or Buddhist years. Islamic dates next to them are skipped. Clocks have a colon, a
// point, the letter h, signs or words ("20 Uhr 15"), with twelve or twenty-four hours. Zones are
// abbreviations, offsets, words of many languages, or names of the zone database. Of a span of days
// or hours the start counts. Digits may be of any script. Every word and mark of a stamp must have
// a part in it. One unexplained word makes a line prose, unless the timestamp opens or ends the
// line and is set off from the text. A mark, a wide space, or a capital glued to it by extraction
// sets it off. Marks of Markdown, of wikis and of TeX may be around it. Day, month and year may
// have a line each, as the leaf of a calendar, if several dates are so with text between them.
//
// By its form alone such a place is only a mark. Which candidates are timestamps is decided for the
// whole document ([feed.Layout] says how). They share a pattern that recurs, is in order of time,
// has text next to it, and covers most of the document's running text. Dates in prose do none of
// this. Then follow the placement of the timestamps, the day headers, and what only resembles the
// feed. Placements are above the text, in its first line, between title and text, below it, at its
// end. What resembles the feed is an index whose times recur below, the page's own timestamps, and
// cards after the end. Doubled timestamps and signatures of embedded posts do too.
//
// Times that count from a start are not clocks: chapters of a video, the count of a launch, the
// minutes of a match. They separate and order the entries, and a Diagnostic reports them.
//
// Lines of the same form above every timestamp, including the first, are the head of the entry
// below: an author, a byline, "commit 1a2b". Short lines repeated at the end of every entry
// (buttons, counts) are not part of its text.
//
// # What is inferred
//
// A date is as precise as in the feed ([feed.Precision]). What it leaves out is taken from the rest
// of the document, or stays unknown:
//
// One search finds them for the whole document (package dating has the prices). Every contradiction
// in an assignment of years and days has a price, and the cheapest assignment is used. How much
// more the next best one costs is the confidence of a date.
//
//   - the year, from a header, neighbouring dates, the weekday, a timestamp of the page, or AsOf;
//   - the day, from the header above or below an entry, the entry before it (counted over the
//     midnights that the clock passes), a timestamp of the page, or AsOf. Without any of these, an
//     entry with a clock is undated;
//   - whether 3/4 is in April, from a part over twelve anywhere, the resulting order of the dates,
//     or how close they are to each other or to AsOf. Otherwise the day comes first, with a
//     Diagnostic;
//   - the zone, from the timestamp, a line above or below the feed that names one for all clocks,
//     or the Parser. Otherwise it is that of the timestamps that name one, if these agree, or of
//     the page's own timestamps, else UTC, with a Diagnostic. A machine-readable time in UTC is no
//     evidence for the printed clocks;
//   - an age, from AsOf alone: without it the entry is undated.
//
// [feed.Inferred] names what of an entry was inferred. A date library
// ([github.com/araddon/dateparse]) reads every date again in canonical form. A different result
// would be a bug of this package.
//
// # Entries without timestamps
//
// Below a date header, many entries may follow without anything between them, because text
// extraction loses clocks and blank lines. Then separators, numbers, blank lines, bullets, indents
// and recurring lines separate the entries, if the feed uses them throughout. Otherwise, and on
// long days without such signs, the cues of cues.go score each paragraph, in tenths: above 0 it
// begins an entry. The cues are asked twice: paragraphs that look as the feed's leads do score more
// the second time. [feed.Entry].Confidence is the probability, in percent, that it does, as
// measured on feeds of outlets to which no weight was fitted.
package parser
