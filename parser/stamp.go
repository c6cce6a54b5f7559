package parser

// The grammar of date and time stamps. A stamp is a row of elements in any order: weekday, date, clock, zone, age, label,
// particles, punctuation. Every token must have a role in one of them. The same reader serves a stamp that is a whole line,
// one that opens a line and one that ends it; it looks at one line and decides nothing that only the document can know:
// whether 3/4 is in March, which year a day is in, or whether the stamp dates an entry at all.

// fields are the parts of a stamp as they were read.
type fields struct {
	year                 int16 // 0: none
	month, day           int8  // 0: none; where day and month may be swapped, month is the second number
	hour, minute, second int8  // hour -1: no clock; second -1: none
	weekday              int8  // 1 Monday … 7 Sunday; 0: none
	shortDay             int8  // the weekday that the word before a clock at the line's start can be: Do 20:15; 0: none
	zone                 uint8 // counts zones from 1; 0: none
	offset               int16 // minutes east of UTC, where has offsetGiven
	zoneStart, zoneEnd   int16 // the zone's words, bytes in the line
	age                  int16 // how many units ago, where unit is set
	match                int16 // the minute of a match, and of its added time in hundredths; with colonClock: elapsed seconds; -1: none
	titleStart, titleEnd int16 // words beside the stamp that name the entry, such as a release; bytes in the line
	relDay               int8  // days from today, where has relDayGiven
	unit                 unit
	notation             notation
	dateForm             dateForm
	has                  traits
}

// traits say what stands in a stamp beside its numbers.
type traits uint32

const (
	swappable      traits = 1 << iota // day and month may be the other way round
	offsetGiven                       // the zone is an offset
	relDayGiven                       // today, yesterday
	lastWeek                          // "last Friday"
	updated                           // labelled "updated"
	published                         // labelled "published"
	weakDate                          // a date of a form that numbers of other kinds have too: 23/06, 2025-08
	badWeekday                        // the weekday is not that of the date
	spanned                           // the stamp is a span of time or of days; the fields are its start
	leadingPrep                       // begins with a preposition
	meridiem                          // am or pm was said
	approximate                       // about, 左右
	secondStamp                       // another stamp follows a label: "11:30 (Updated 11:54)"
	doubled                           // the same clock stands twice
	nowGiven                          // just now
	namedDate                         // the month is a word
	tail                              // a label has begun the second stamp
	bareAge                           // 5h, without "ago"
	spokenMinutes                     // 20時15分: the minutes were told
	solar                             // day and month are of the Iranian calendar, the year is not told
	twoDigits                         // the year has two digits
	hourLed                           // begins with a word for clocks: kl., ore
	markedUp                          // markup says that it is a stamp
	weekdaySettled                    // the weekday told which number is the month: Tuesday, 7/3/2023
	oneFigure                         // an hour of one figure before a letter: 9h, which may be an age
	labelGlued                        // a label stands between headline and stamp: every entry has it
)

// A notation is how a clock is written.
type notation uint8

const (
	noClock     notation = iota
	colonClock           // 20:15
	dotClock             // 20.15
	letterClock          // 20h15
	signClock            // 20時15分, 14 Uhr
	bareClock            // 8 pm
	runClock             // 815 PM, 2015 GMT
	wordClock            // noon
)

// A dateForm is how a date is written.
type dateForm uint8

const (
	noDate    dateForm = iota
	isoDate            // 2025-08-16, 20250816, 2025年8月16日
	dayMonth           // 16 August, 16.08.2025
	monthDay           // August 16
	monthOnly          // August 2025
	yearOnly           // 2025
	dayOnly            // the 3rd of the month, beside a clock
)

func (f *fields) hasClock() bool { return f.hour >= 0 }

// hasDate reports whether the fields name a day, a month or a year.
func (f *fields) hasDate() bool { return f.dateForm != noDate }

// hasDay reports whether the fields say which day it is, if only by the weekday or from today.
func (f *fields) hasDay() bool {
	return f.day != 0 || f.has&relDayGiven != 0 || f.weekday != 0
}

func (f *fields) isAge() bool { return f.unit != noUnit || f.has&nowGiven != 0 }

// complete reports whether the fields are enough for a stamp.
func (f *fields) complete() bool {
	return f.hasClock() || f.hasDate() || f.isAge() || f.has&relDayGiven != 0 || f.weekday != 0 || f.match >= 0
}

// noFields are the fields of no stamp.
var noFields = fields{hour: -1, second: -1, match: -1}

// A reader reads the elements of a stamp from a row of tokens.
type reader struct {
	toks []token
	f    fields
	line bool // the stamp must be all of the line: every token may be tried
}

// read reads the longest stamp at the start of the tokens. It returns the fields, the first token and the token behind it;
// the first is past the punctuation that leads it. end is 0 if there is no stamp.
func (r *reader) read(toks []token, line bool) (f fields, first, end int) {
	r.toks, r.line = toks, line
	r.f = noFields
	first = -1
	for i := 0; i < len(toks); {
		next, means := r.element(i)
		if next == i {
			break
		}
		if means && first < 0 {
			first = i
		}
		if means && r.f.complete() {
			f, end = r.f, next
		} else if !means && !r.line && end > 0 && r.stops(end, next) {
			break
		}
		i = next
	}
	return f, first, end
}

// stops reports whether the tokens from end up to next part a complete stamp from the text behind it, although a date or
// clock may follow: "4.57pm - On February 24 …" is a clock and a text, and so is "12:30: 5 May is …".
func (r *reader) stops(end, next int) bool {
	t := r.at(next - 1)
	if t.kind == markTok {
		return t.mark == ':' && r.at(next).gap != glued && r.f.hasClock()
	}
	if t.word.has(rolePrep) && t.capital && !t.upper && t.gap != glued && r.f.hasClock() && !r.f.hasDate() {
		return true // "12:35 On 15 March the crane …": a sentence begins
	}
	if !t.word.has(rolePrep) || next-1 <= end || r.at(next-2).kind != markTok || !isStrongMark(r.at(next-2).mark) {
		return false
	}
	return r.f.hasClock() || r.clockLength(next) == 0 // but not "17 ago 2023 - às 02:50"
}

// element reads one element at token i. It returns the token behind it, i if there is none, and whether it adds to the
// stamp's meaning: punctuation and particles do not.
func (r *reader) element(i int) (next int, means bool) {
	t := r.at(i)
	switch t.kind {
	case numberTok:
		return r.numeric(i)
	case wordTok:
		return r.verbal(i)
	case versionTok:
		next = r.version(i)
		return next, next > i
	case zoneTok:
		next = r.zoneName(i)
		return next, next > i
	case markTok:
		return r.punctuation(i)
	}
	return i, false
}

// numeric reads what begins with a number: an age, a clock, a date. Ages are tried first: ago is August in Italian.
func (r *reader) numeric(i int) (next int, means bool) {
	for _, try := range [...]func(*reader, int) int{(*reader).age, (*reader).clock, (*reader).repeat, (*reader).date, (*reader).repeatDate, (*reader).lateYear, (*reader).version, (*reader).matchMinute} {
		if next = try(r, i); next > i {
			return next, true
		}
	}
	if next = r.readingTime(i); next > i {
		return next, false
	}
	if next = r.hijri(i); next > i {
		return next, false
	}
	if r.line && r.at(i).digits == 2 && r.isMark(i+1, '+') && r.at(i+2).kind == endTok {
		return i + 2, false // an age rating: 16+
	}
	return i, false
}

// verbal reads what begins with a word.
func (r *reader) verbal(i int) (next int, means bool) {
	w := r.at(i).word
	if i == 0 && w.has(roleWeekdayShort) {
		r.noteShortDay(w)
	}
	if w.has(roleAgoBefore) {
		if next = r.age(i); next > i {
			return next, true
		}
	}
	if w.has(roleNow|roleRelDay|roleNumber|roleUnit|roleApprox) && !r.f.complete() {
		if next = r.age(i); next > i {
			return next, true
		}
	}
	if w.has(roleUpdated | rolePublished) {
		if next = r.label(i); next > i {
			return next, false
		}
	}
	if next = r.zoneFirst(i); next > i {
		return next, r.f.zone != 0
	}
	for _, try := range [...]func(*reader, int) int{(*reader).day, (*reader).clock, (*reader).zone, (*reader).date, (*reader).weekdayAt, (*reader).repeatDate, (*reader).version, (*reader).matchMinute} {
		if next = try(r, i); next > i {
			return next, true
		}
	}
	return r.particle(i)
}

// particle reads over a word that has a place in stamps but no meaning of its own. Words that belong to what stands before them, as
// Uhr does to a clock and года to a year, are part of the stamp.
func (r *reader) particle(i int) (next int, means bool) {
	w := r.at(i).word
	switch {
	case r.line && i == 0 && w.unit == days && r.isNumber(i+1, 4) && r.at(i+2).kind == markTok && r.at(i+2).mark != '/' && r.at(i+2).mark != '.':
		return i + 3, false // "Day 2: 16 August"
	case w.has(roleHour) && !r.f.hasClock():
		if i == 0 {
			r.f.has |= hourLed
		}
		return r.skipDot(i + 1), false
	case w.has(roleClock|roleOClock) && r.f.hasClock() && r.at(i).gap != wide && i > 0 && r.at(i-1).kind != markTok:
		return i + 1, true
	case w.has(roleYear) && r.f.year != 0 && r.at(i).gap != wide:
		return r.skipYearWord(i), true
	case w.has(rolePrep):
		if !r.f.complete() && i == 0 && !w.has(roleHour) {
			r.f.has |= leadingPrep
		}
		return i + 1, false
	case w.has(roleApprox):
		r.f.has |= approximate
		return i + 1, false
	case w.has(roleNoise):
		if next := r.readingTime(i); next > i {
			return next, false
		}
		return i + 1, false
	case w.has(roleFiller | roleNow):
		return i + 1, false
	case w.has(roleOrdinal) && r.f.complete():
		return i + 1, false
	}
	return i, false
}

// punctuation reads over a mark that may stand in or around a stamp.
func (r *reader) punctuation(i int) (next int, means bool) {
	t := r.at(i)
	if t.mark == '#' && r.at(i+1).gap == glued && r.at(i+1).kind != markTok {
		return i, false // a hashtag: #16August
	}
	if (t.mark == '»' || t.mark == '›') && i == 0 && r.at(1).gap != glued {
		return i + 1, false // a bullet
	}
	if t.mark == '<' && i > 0 {
		return i, false // a tag
	}
	if t.mark == '@' && r.at(i+1).kind == numberTok && r.at(i+1).gap != glued {
		return i + 1, false // 16 August @ 20:15
	}
	if next := r.shortYearFirst(i); next > i {
		return next, true
	}
	if !r.f.hasClock() || r.f.zone != 0 || r.f.has&offsetGiven != 0 {
		if isDecoration(t.mark) {
			return i + 1, false
		}
		return i, false
	}
	if next := r.numericOffset(i); next > i {
		return next, true
	}
	if t.mark == '(' && r.at(i+1).kind == wordTok {
		if next := r.zone(i + 1); next > i+1 {
			if r.isMark(next, ')') {
				next++
			}
			return next, true
		}
	}
	if isDecoration(t.mark) {
		return i + 1, false
	}
	return i, false
}

// at returns token i, or the last one, which ends the row.
func (r *reader) at(i int) *token { return &r.toks[max(0, min(i, len(r.toks)-1))] }

// isWord reports whether token i is a word that can play one of the parts.
func (r *reader) isWord(i int, roles roles) bool {
	return r.at(i).kind == wordTok && r.at(i).word.has(roles)
}

func (r *reader) isMark(i int, mark rune) bool {
	return r.at(i).kind == markTok && r.at(i).mark == mark
}

// isNumber reports whether token i is a number of at most so many digits.
func (r *reader) isNumber(i, digits int) bool {
	return r.at(i).kind == numberTok && int(r.at(i).digits) <= digits
}

// isDecoration reports whether a mark may stand around or between the elements of a stamp. Quotation marks, money and
// percent may not: they are text.
func isDecoration(mark rune) bool {
	switch mark {
	case '"', '\'', '“', '”', '„', '«', '»', '‹', '›', '‘', '’', '「', '」', '『', '』', '$', '€', '£', '¥', '₹', '%', '@', '&', '?', '!', '\\', '^', '{', '}', ';',
		'‰', '§', '©', '®', '™', '…':
		return false
	}
	return true
}

// isStrongMark reports whether a mark parts a stamp from the text behind it.
func isStrongMark(mark rune) bool {
	switch mark {
	case ':', '-', '–', '|', ']', '】', ')', '·', '+', '>', '〉', '》', '/', '*', '»', '›', '→', '►', '▶', '#', '~', '=', '_', '〕', '■', '●':
		return true
	}
	return false
}
