package stamp

import (
	"unicode/utf8"

	"newstimeline/parser/internal/words"
)

// The grammar of date and time stamps. A stamp is a row of elements in any order: weekday, date,
// clock, zone, age, label, particles, punctuation. Every token must have a role in one of them. The
// same reader serves a timestamp that is a whole line, one that opens a line and one that ends it.
// It looks at one line and decides nothing that needs the document. That is whether 3/4 is in
// March, which year a day is in, or whether the timestamp dates an entry at all.

// Fields are the elements of a timestamp as they were read.
type Fields struct {
	Year int16 // 0: none
	// 0: none; where day and month may be swapped, month is the second number
	Month, Day           int8
	Hour, Minute, Second int8 // hour -1: no clock; second -1: none
	Weekday              int8 // 1 Monday … 7 Sunday; 0: none
	// the weekday that the word before a clock at the line's start can be: Do 20:15; 0: none
	ShortDay           int8
	Zone               uint8 // counts zones from 1; 0: none
	Offset             int16 // minutes east of UTC, where has offsetGiven
	ZoneStart, ZoneEnd int16 // the zone's words, bytes in the line
	Age                int16 // how many units ago, where unit is set
	// the minute of a match, and of its added time in hundredths; with colonClock: elapsed seconds;
	// -1: none
	Match int16
	// words beside the stamp that name the entry, such as a release; bytes in the line
	TitleStart, TitleEnd int16
	// the name of the writer in a byline that is all a timestamp; bytes in the line
	AuthorStart, AuthorEnd int16
	// where the words begin that end a span; bytes in the line; 0: there is no span
	SpanAt   int16
	RelDay   int8 // days from today, where has relDayGiven
	Unit     words.Unit
	Notation Notation
	DateForm DateForm
	Has      Traits
}

// Traits are what a timestamp has besides its numbers.
type Traits uint32

const (
	Swappable   Traits = 1 << iota // day and month may be the other way round
	OffsetGiven                    // the zone is an offset
	RelDayGiven                    // today, yesterday
	LastWeek                       // "last Friday"
	Updated                        // labelled "updated"
	Published                      // labelled "published"
	// a date of a form that numbers of other kinds have too: 23/06, 2025-08
	WeakDate
	BadWeekday // the weekday is not that of the date
	// the stamp is a span of time or of days; the fields are its start
	Spanned
	LeadingPrep   // begins with a preposition
	Meridiem      // there was am or pm
	Approximate   // about, 左右
	SecondStamp   // another stamp follows a label: "11:30 (Updated 11:54)"
	Doubled       // the same clock is there twice
	NowGiven      // just now
	NamedDate     // the month is a word
	Tail          // a label has begun the second stamp
	BareAge       // 5h, without "ago"
	SpokenMinutes // 20時15分: the minutes were given
	// day and month are of the Iranian calendar, the year is unknown
	Solar
	TwoDigits // the year has two digits
	HourLed   // begins with a word for clocks: kl., ore
	MarkedUp  // markup marks it as a timestamp
	// the weekday decided which number is the month: Tuesday, 7/3/2023
	WeekdaySettled
	// an hour of one figure before a letter: 9h, which may be an age
	OneFigure
	LabelGlued // a label is between title and timestamp: every entry has it
	DayEnd     // 24:00, the moment that ends the day
	EraGiven   // the year names its era, or the document shows that it is one: AD 79
	// the clock may be a length of time or a release: 8h, 9.15
	DoubtfulClock
	Loose   // only a blank is between it and its text: it counts where such lines recur
	Bylined // its line names a writer or counts comments: it dates one entry and no day
	// the offset is that of the same moment in UTC beside a local clock: 1200LT, 1500UTC
	UtcBeside
)

// A Notation is how a clock is written.
type Notation uint8

const (
	NoClock     Notation = iota
	ColonClock           // 20:15
	DotClock             // 20.15
	LetterClock          // 20h15
	SignClock            // 20時15分, 14 Uhr
	BareClock            // 8 pm
	RunClock             // 815 PM, 2015 GMT
	WordClock            // noon
)

// A DateForm is how a date is written.
type DateForm uint8

const (
	NoDate    DateForm = iota
	IsoDate            // 2025-08-16, 20250816, 2025年8月16日
	DayMonth           // 16 August, 16.08.2025
	MonthDay           // August 16
	MonthOnly          // August 2025
	YearOnly           // 2025
	DayOnly            // the 3rd of the month, beside a clock
)

func (f *Fields) HasClock() bool { return f.Hour >= 0 }

// HasDate reports whether the fields name a day, a month or a year.
func (f *Fields) HasDate() bool { return f.DateForm != NoDate }

// HasDay reports whether the fields determine the day, even if only by the weekday or relative to
// today.
func (f *Fields) HasDay() bool {
	return f.Day != 0 || f.Has&RelDayGiven != 0 || f.Weekday != 0
}

func (f *Fields) IsAge() bool { return f.Unit != words.NoUnit || f.Has&NowGiven != 0 }

// IsFull reports whether the fields have year, month and day.
func (f *Fields) IsFull() bool {
	return f.Year != 0 && f.Month != 0 && f.Day != 0 && f.Has&RelDayGiven == 0 && !f.IsAge()
}

// endAt notes that the words from token i on end a span whose start was read.
func (r *Reader) endAt(i int) {
	r.F.Has |= Spanned
	r.F.SpanAt = int16(r.at(i).Start)
}

// isComplete reports whether the fields are enough for a stamp.
func (f *Fields) isComplete() bool {
	return f.HasClock() || f.HasDate() || f.IsAge() || f.Has&RelDayGiven != 0 || f.Weekday != 0 ||
		f.Match >= 0
}

// NoFields are the fields of no stamp.
var NoFields = Fields{Hour: -1, Second: -1, Match: -1}

// A Reader reads the elements of a stamp from a row of tokens.
type Reader struct {
	Toks []words.Token
	F    Fields
	line bool // the stamp must be all of the line: every token may be tried
	lead int  // how many marks lead it, such as bullets and brackets
	// clocks with a dot or a letter are none after a date
	amounts bool
}

// read reads the longest stamp at the start of the tokens. It returns the fields, the first token
// and the next one; the first is past leading punctuation. end is 0 if there is no stamp.
func (r *Reader) read(toks []words.Token, line bool) (f Fields, first, end int) {
	r.Toks, r.line = toks, line
	r.F, f = NoFields, NoFields
	for r.lead = 0; r.at(r.lead).Kind == words.MarkTok && r.lead < len(toks)-1; r.lead++ {
	}
	first = -1
	for i := 0; i < len(toks); {
		next, means := r.element(i)
		if next == i {
			break
		}
		if means && first < 0 {
			first = i
		}
		if means && r.F.isComplete() {
			if f.HasClock() && !f.HasDate() && r.isInSentence(next) {
				break
			}
			f, end = r.F, next
		} else if !means && !r.line && end > 0 && r.stops(end, next) {
			break
		}
		i = next
	}
	return f, first, end
}

// isInSentence reports whether the day up to token i is what the text behind it is about. An
// example is "20:15 16 May sees the ferry back".
func (r *Reader) isInSentence(i int) bool {
	t := r.at(i)
	return r.F.Day != 0 && r.F.Year == 0 && t.Kind == words.UnknownTok && t.Gap == words.Blank &&
		!t.Capital
}

// stops reports whether the tokens from end up to next separate a complete timestamp from its text,
// although a date or clock may follow. "4.57pm - On February 24 …" is a clock and a text, and so is
// "12:30: 5 May is …".
func (r *Reader) stops(end, next int) bool {
	t := r.at(next - 1)
	if t.Kind == words.MarkTok {
		return t.Mark == ':' && r.at(next).Gap != words.Glued && r.F.HasClock()
	}
	if t.Kind != words.WordTok {
		return false // the length of an article: "20:15 - 3 min read"
	}
	if t.Word.Has(words.RolePrep) && t.Capital && !t.Upper && t.Gap != words.Glued &&
		r.F.HasClock() && !r.F.HasDate() {
		return true // "12:35 On 15 March the crane …": a sentence begins
	}
	if !t.Word.Has(words.RolePrep) || next-1 <= end || r.at(next-2).Kind != words.MarkTok ||
		!isStrongMark(r.at(next-2).Mark) {
		return false
	}
	// but not "17 ago 2023 - às 02:50"
	return r.F.HasClock() || r.clockLength(next) == 0 || t.Capital && !t.Upper
}

// element reads one element at token i. It returns the next token, i if there is none, and whether
// it adds to the meaning of the timestamp: punctuation and particles do not.
func (r *Reader) element(i int) (next int, means bool) {
	t := r.at(i)
	switch t.Kind {
	case words.NumberTok:
		return r.numeric(i)
	case words.WordTok:
		return r.verbal(i)
	case words.VersionTok:
		next = r.version(i)
		return next, next > i
	case words.ZoneTok:
		next = r.zoneName(i)
		return next, next > i
	case words.MarkTok:
		return r.punctuation(i)
	}
	return i, false
}

// numeric reads what begins with a number: an age, a clock, a date. Ages are tried first: ago is
// August in Italian.
func (r *Reader) numeric(i int) (next int, means bool) {
	if r.F.IsFull() {
		if next = r.readingTime(i); next > i {
			return next, false // 24 May 2021 3 min read: no age
		}
	}
	for _, try := range [...]func(*Reader, int) int{(*Reader).age, (*Reader).clock,
		(*Reader).repeat, (*Reader).date, (*Reader).repeatDate, (*Reader).lateYear,
		(*Reader).version, (*Reader).matchMinute} {
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
	if r.line && r.at(i).Digits == 2 && r.isMark(i+1, '+') && r.at(i+2).Kind == words.EndTok {
		return i + 2, false // an age rating: 16+
	}
	return i, false
}

// verbal reads what begins with a word.
func (r *Reader) verbal(i int) (next int, means bool) {
	w := r.at(i).Word
	if i == r.lead && w.Has(words.RoleWeekdayShort) {
		r.noteShortDay(w, i)
	}
	if w.Has(words.RoleAgoBefore) {
		if next = r.age(i); next > i {
			return next, true
		}
	}
	if w.Has(words.RolePrep) && r.isNumber(i+1, 3) {
		if next = r.age(i + 1); next > i+1 {
			return next, true // för 2 timmar sedan
		}
	}
	if w.Has(words.RoleNow|words.RoleRelDay|words.RoleNumber|words.RoleUnit|words.RoleApprox) &&
		(!r.F.isComplete() || r.F.Has&Tail != 0) {
		if next = r.age(i); next > i {
			return next, true
		}
	}
	if w.Has(words.RoleUpdated | words.RolePublished) {
		if next = r.label(i); next > i {
			return next, false
		}
	}
	if next = r.zoneFirst(i); next > i {
		return next, r.F.Zone != 0
	}
	for _, try := range [...]func(*Reader, int) int{(*Reader).day, (*Reader).clock, (*Reader).Zone,
		(*Reader).date, (*Reader).weekdayAt, (*Reader).repeatDate, (*Reader).version,
		(*Reader).matchMinute} {
		if next = try(r, i); next > i {
			return next, true
		}
	}
	return r.particle(i)
}

// particle reads over a word that has a place in stamps but no meaning of its own. Words that
// belong to what precedes them, as Uhr does to a clock and года to a year, are part of the
// timestamp.
func (r *Reader) particle(i int) (next int, means bool) {
	w := r.at(i).Word
	switch {
	case r.isCode(i):
		return i, false
	case r.line && i == r.lead && w.Unit == words.Days && r.isNumber(i+1, 4) &&
		r.at(i+2).Kind == words.MarkTok && r.at(i+2).Mark != '/' && r.at(i+2).Mark != '.' &&
		r.clockLength(i+1) == 0: // but "la 20:15:09"
		return i + 3, false // "Day 2: 16 August"
	case w.Has(words.RoleHour) && !r.F.HasClock():
		if i == r.lead {
			r.F.Has |= HourLed
		}
		return r.skipDot(i + 1), false
	case w.Has(words.RoleClock|words.RoleOClock) && r.F.HasClock() && !r.isWide(i) && i > 0 &&
		r.at(i-1).Kind != words.MarkTok:
		return r.halfDayOnce(i + 1), true // 8.15 Uhr abends
	case w.Has(words.RoleYear) && r.F.Year != 0 && r.mayEndYear(i):
		return r.skipYearWord(i), true
	case w.Has(words.RolePrep):
		if !r.F.isComplete() && i == r.lead && !w.Has(words.RoleHour) {
			r.F.Has |= LeadingPrep
		}
		return i + 1, false
	case w.Has(words.RoleApprox) && !r.isMark(i+1, '|'): // | c | 16 August |
		r.F.Has |= Approximate
		return i + 1, false
	case w.Has(words.RoleNoise):
		if next := r.readingTime(i); next > i {
			return next, false
		}
		return i + 1, false
	case w.Has(words.RoleFiller | words.RoleNow):
		return i + 1, false
	case w.Has(words.RoleOrdinal) && r.F.isComplete():
		return i + 1, false
	}
	return i, false
}

// mayEndYear reports whether the word for years at token i is none of the text. In a script without
// blanks it is read with its number: "年末" behind 2023.12.28 is text.
func (r *Reader) mayEndYear(i int) bool {
	sign, _ := utf8.DecodeRuneInString(r.at(i).Word.Spelling)
	return !words.IsUnspaced(sign)
}

// isCode reports whether token i is a capital that is glued to a number: "E1.00 inch" is no clock.
func (r *Reader) isCode(i int) bool {
	t, next := r.at(i), r.at(i+1)
	return t.Upper && t.End-t.Start == 1 && next.Kind == words.NumberTok &&
		next.Gap == words.Glued && !t.Word.Has(words.RoleHour)
}

// punctuation skips a mark that may be in or around a timestamp.
func (r *Reader) punctuation(i int) (next int, means bool) {
	t := r.at(i)
	if t.Mark == '#' && r.at(i+1).Gap == words.Glued && r.at(i+1).Kind != words.MarkTok &&
		r.at(i+1).Kind != words.EndTok {
		return i, false // a hashtag: #16August
	}
	if (t.Mark == '»' || t.Mark == '›') && i < r.lead && r.at(i+1).Gap != words.Glued {
		return i + 1, false // a bullet
	}
	if t.Mark == '<' && i >= r.lead {
		return i, false // a tag
	}
	if t.Mark == '@' && r.at(i+1).Kind == words.NumberTok && (r.at(i+1).Gap != words.Glued ||
		r.F.Day != 0) {
		return i + 1, false // 16 August @ 20:15, 16 August @20:15
	}
	if next := r.shortYearFirst(i); next > i {
		return next, true
	}
	if t.Mark == '-' && t.Gap == words.Glued && r.F.HasClock() && r.isWord(i+1, words.RoleClock) &&
		r.at(i+1).Gap == words.Glued {
		return i + 2, true // 20:15-kor
	}
	if next := r.repeater(i); next > i {
		return next, true
	}
	if r.F.HasClock() {
		if next := r.besideMark(i); next > i {
			return next, true
		}
	}
	if isDecoration(t.Mark) || r.partsClock(i) {
		return i + 1, false
	}
	return i, false
}

// partsClock reports whether the mark at token i stands between date and clock, which are all of
// a line. Examples are "16.08.2025; 20:15" and "Sat Aug 16, 2025 » 8:15 pm".
func (r *Reader) partsClock(i int) bool {
	if !r.line || !r.isMark(i, ';') && !r.isMark(i, '»') && !r.isMark(i, '›') {
		return false
	}
	if r.F.HasClock() {
		return !r.F.HasDate() && (r.isWord(i+1, words.RoleWeekday|words.RoleWeekdayShort) ||
			r.over(i+1, (*Reader).date) > i+1)
	}
	return r.F.Day != 0 && r.clockLength(r.skipJoin(i+1, '(')) > 0
}

// besideMark reads what a mark after a clock may begin that belongs to it: am or pm, its zone, the
// same moment in another zone.
func (r *Reader) besideMark(i int) int {
	if next := r.halfInBrackets(i); next > i {
		return next
	}
	if r.F.Zone == 0 && r.F.Has&OffsetGiven == 0 {
		if next := r.numericOffset(i); next > i {
			return next
		}
	}
	if next := r.zoneInBrackets(i); next > i {
		return next
	}
	return r.otherZone(i)
}

// isWide reports whether token i is in another column than the one before it. A line that is
// all a timestamp has no columns.
func (r *Reader) isWide(i int) bool { return !r.line && r.at(i).Gap == words.Wide }

// at returns token i, or the last one, which ends the row.
func (r *Reader) at(i int) *words.Token { return &r.Toks[max(0, min(i, len(r.Toks)-1))] }

// isWord reports whether token i is a word with one of the tags.
func (r *Reader) isWord(i int, roles words.Roles) bool {
	return r.at(i).Kind == words.WordTok && r.at(i).Word.Has(roles)
}

func (r *Reader) isMark(i int, mark rune) bool {
	return r.at(i).Kind == words.MarkTok && r.at(i).Mark == mark
}

// isNumber reports whether token i is a number of at most so many digits.
func (r *Reader) isNumber(i, digits int) bool {
	return r.at(i).Kind == words.NumberTok && int(r.at(i).Digits) <= digits
}

// isDecoration reports whether a mark may be around or between the elements of a timestamp.
// Quotation marks, money and percent may not: they are text.
func isDecoration(mark rune) bool {
	switch mark {
	case '"', '\'', '“', '”', '„', '«', '»', '‹', '›', '‘', '’', '「', '」', '『', '』', '$', '€', '£',
		'¥', '₹', '%', '@', '&', '?', '!', '\\', '^', '{', '}', ';',
		'‰', '§', '©', '®', '™', '…':
		return false
	}
	return true
}

// isStrongMark reports whether a mark separates a timestamp from the text after it.
func isStrongMark(mark rune) bool {
	switch mark {
	case ':', '-', '–', '|', ']', '】', ')', '·', '+', '>', '〉', '》', '/', '*', '»', '›', '→', '►',
		'▶', '#', '~', '=', '_', '〕', '■', '●':
		return true
	}
	return false
}
