package parser

import (
	"unicode"
	"unicode/utf8"
)

//go:generate go -C ../.tools run ./words -o ../parser

// roles is a set of the parts that a word can play in a stamp. One word may have several: mar is March, and Tuesday in
// Spanish; ago is August in Italian, and "ago" in English.
type roles uint64

const (
	roleMonth          roles = 1 << iota // August, août, 8月's 月 is roleMonthSign
	roleMonthDot                         // another month, its number, in the language that puts dots behind the day and the year: listopada
	roleJalali                           // a month of the Iranian solar calendar
	roleRoman                            // a month in Roman numerals: 16 VIII 2025
	roleHijri                            // a month of the Islamic calendar, whose dates are read over
	roleMonthWord                        // makes a month of the number behind it: tháng 8
	roleMonthSign                        // makes a month of the number before it: 8月
	roleWeekday                          // Saturday
	roleWeekdayShort                     // Sat, Sa, 土: a weekday only beside a date
	roleWeekdayCapital                   // So: with a capital the weekday that its number tells, where it stands without a date
	roleDayWord                          // makes a day of the number before it: 16日
	roleYear                             // stands behind a year: 2025 года, 2025年
	roleEra                              // years are counted from another start: 令和7年
	roleRelDay                           // yesterday
	roleRelDayShort                      // the same, but a word of other meanings too: it counts only beside a clock
	roleRelWeek                          // last, beside a weekday
	roleUnit                             // a unit of time in an age: 2 hours ago
	roleAgo                              // behind an age: ago
	roleAgoBefore                        // before an age: vor, il y a
	roleNow                              // just now
	roleNumber                           // a number word in an age: an hour ago
	roleOrdinal                          // 16th, 1er
	rolePrep                             // a preposition that may lead a stamp: at, um, le
	roleFiller                           // a particle that may stand within one: of, de
	roleApprox                           // about, 左右
	roleRange                            // between the two ends of a span of time: to
	roleClock                            // may follow a clock: 14:30 hrs
	roleHour                             // before a clock; makes one of a bare hour: klo 20
	roleOClock                           // makes a clock of a bare hour: 14 Uhr
	roleMinute                           // 20时15分's 分
	roleSecond                           //
	roleAM                               //
	rolePM                               //
	roleNoon                             // noon, midnight
	roleZone                             // BST, Moscow time
	roleLocal                            // local time
	roleUpdated                          // labels of page stamps: Updated, Stand
	rolePublished                        // Published, Publié le
	roleNoise                            // words without meaning beside a stamp: live, Lesezeit
	roleVersion                          // v, release
	roleMatchMinute                      // Minute 23
	roleIndex                            // heads a list of key events
	roleEnd                              // heads what stands behind a feed
	roleButton                           // Share, Print
	roleLive                             // live blog
	roleEnded                            // has ended
	roleByline                           // begins a line that names its writers: By
	roleCredit                           // begins a line that names the source of a picture: Photo
	roleTimes                            // what a feed calls its clocks: All times
	roleMeasure                          // what numbers with a dot count: Euro
	roleMore                             // a longer form begins with this word

	// stampRoles are the parts of stamps; the other roles are of whole lines.
	stampRoles = roleIndex - 1
)

// A word is a form of the lexicon with all that it can mean.
type word struct {
	at      uint32 // where its spelling starts in spellings
	size    uint8
	roles   roles
	month   int8
	weekday int8 // 1 Monday … 7 Sunday
	unit    unit
	number  int8
	day     int8  // days from today
	zone    uint8 // counts zones from 1
	era     int16 // the year before the era's first
}

// has reports whether the word can play one of the parts.
func (w *word) has(r roles) bool { return w.roles&r != 0 }

// A unit of time, as ages are counted in: "2 hours ago".
type unit int8

const (
	noUnit unit = iota
	seconds
	minutes
	hours
	days
	weeks
	months
	years
)

// lookup returns the word that a folded spelling is, nil if it is none that stamps are made of.
func lookup(spelling []byte) *word {
	for at := hash(spelling) & (uint32(len(slots)) - 1); slots[at] != 0; at = (at + 1) & (uint32(len(slots)) - 1) {
		w := &words[slots[at]]
		if spellings[w.at:int(w.at)+int(w.size)] == string(spelling) {
			return w
		}
	}
	return nil
}

// hash is FNV-1a, as in .tools/words.
func hash(s []byte) uint32 {
	h := uint32(hashSeed)
	for _, c := range s {
		h = hashByte(h, c)
	}
	return h
}

// hashSeed is the hash of nothing.
const hashSeed = 2166136261

// hashByte returns the hash of what has the hash h and one more byte.
func hashByte(h uint32, c byte) uint32 { return (h ^ uint32(c)) * 16777619 }

// fold returns the letter that r counts as when words are compared: lower case, without accents in the alphabets where
// capitals drop them. It is 0 for what does not count at all, such as the points of Hebrew vowels.
func fold(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case r < 0xC0:
		return r
	case r <= 0x6FF:
		return rune(foldLow[r-0xC0])
	case 0x1E00 <= r && r <= 0x1FFF:
		return rune(foldHigh[r-0x1E00])
	case r == '’' || r == '‘':
		return '\''
	}
	return unicode.ToLower(r)
}

// appendFolded appends the folded letters of s to dst.
func appendFolded(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if f := fold(r); f != 0 {
			dst = utf8.AppendRune(dst, f)
		}
		i += size
	}
	return dst
}

// wordAt reads the word at byte i: the longest form of the lexicon that begins there. Scripts with blanks between words are
// read a run of letters at a time, so that May is not found in Mayor; scripts without are read a character at a time.
func (x *lexer) wordAt(line string, i int) token {
	end := letterRun(line[:min(len(line), i+2*maxWord)], i) // a longer word is none of ours
	if w, stop := x.dotted(line, i, end); w != nil {
		return wordToken(line, i, stop, w)
	}
	if r, _ := utf8.DecodeRuneInString(line[i:]); isUnspaced(r) {
		return x.longest(line, i, end)
	}
	if w, stop := x.phrase(line, i, end); w != nil {
		return wordToken(line, i, stop, w)
	}
	// Text extraction glues words: "UhrLesedauer" is Uhr.
	if cut := caseBreak(line, i, end); cut < end {
		if w := x.find(line[i:cut], 0); w != nil && w.roles&^roleMore != 0 {
			return wordToken(line, i, cut, w)
		}
	}
	return token{kind: unknownTok, start: int32(i), end: int32(end)}
}

// dotted returns the form of two initials that begins at byte i, and the byte behind it: p.m., a. m., μ.μ., มิ.ย.
func (x *lexer) dotted(line string, i, end int) (*word, int) {
	if end >= len(line) || line[end] != '.' || !isInitial(line[i:end]) {
		return nil, 0
	}
	g, next := skipSpace(line, end+1)
	stop := letterRun(line, next)
	if g == wide || stop == next || !isInitial(line[next:stop]) {
		return nil, 0
	}
	n := x.folded(line[i:end], 0)
	x.buf[n] = '.'
	w := x.find(line[next:stop], n+1)
	if w == nil {
		return nil, 0
	}
	if stop < len(line) && line[stop] == '.' {
		stop++
	}
	return w, stop
}

// isInitial reports whether s is a letter; of scripts without blanks between words, a letter with its mark.
func isInitial(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	if size == len(s) {
		return true
	}
	_, mark := utf8.DecodeRuneInString(s[size:])
	return isUnspaced(r) && size+mark == len(s)
}

// phrase returns the longest form that begins with the word line[i:end] and the byte where it ends.
func (x *lexer) phrase(line string, i, end int) (found *word, stop int) {
	n := 0
	for range maxPhrase {
		w := x.find(line[i:end], n)
		if w == nil {
			break
		}
		if w.roles&^roleMore != 0 {
			found, stop = w, end
		}
		if !w.has(roleMore) || end >= len(line) {
			break
		}
		n = x.folded(line[i:end], n)
		g, next := skipSpace(line, end)
		if g == glued && line[end] == '-' {
			next++
		} else if g != blank && next == end { // Persian joins the words of a phrase without a blank
			break
		}
		if next >= len(line) || n+1 >= maxWord {
			break
		}
		x.buf[n] = ' '
		n++
		i, end = next, letterRun(line, next)
		if end == i {
			break
		}
	}
	return found, stop
}

// find looks up the form that stands in the buffer's first n bytes, with s behind it.
func (x *lexer) find(s string, n int) *word {
	m := x.folded(s, n)
	if m == 0 {
		return nil
	}
	return lookup(x.buf[:m])
}

// folded folds s into the buffer from byte n on and returns where it ends, 0 if it is too long to be a form.
func (x *lexer) folded(s string, n int) int {
	if len(s) > maxWord-n-4 {
		return 0
	}
	return len(appendFolded(x.buf[:n], s))
}

// longest returns the longest form of the lexicon at byte i of text without blanks.
func (x *lexer) longest(line string, i, end int) token {
	found := token{kind: unknownTok, start: int32(i), end: int32(end)}
	stop := i
	for range maxLetters {
		if stop >= end {
			break
		}
		_, size := utf8.DecodeRuneInString(line[stop:])
		stop += size
		if w, full := x.phraseOr(line, i, stop, end); w != nil {
			found = wordToken(line, i, full, w)
		}
	}
	return found
}

// phraseOr is phrase for a form that ends where a run of letters does, and find for any other.
func (x *lexer) phraseOr(line string, i, stop, end int) (*word, int) {
	if end == stop {
		return x.phrase(line, i, stop)
	}
	if w := x.find(line[i:stop], 0); w != nil && w.roles&^roleMore != 0 {
		return w, stop
	}
	return nil, 0
}

func wordToken(line string, i, end int, w *word) token {
	return token{kind: wordTok, start: int32(i), end: int32(end), word: w, upper: isUpper(line[i:end])}
}
