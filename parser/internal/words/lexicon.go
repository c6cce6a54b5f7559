package words

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"
)

//go:generate go -C ../../../.tools run ./words -o ../parser/internal/words

// Roles is a set of tags: the parts of a timestamp that a word can be. One word may have several:
// mar is March, and Tuesday in Spanish; ago is August in Italian, and "ago" in English.
type Roles uint64

const (
	RoleMonth Roles = 1 << iota // August, août, 8月's 月 is roleMonthSign
	// another month, its number, in the language with dots after the day and the year: listopada
	RoleMonthDot
	RoleJalali // a month of the Iranian solar calendar
	RoleRoman  // a month in Roman numerals: 16 VIII 2025
	// a month of the Islamic calendar, whose dates are read over
	RoleHijri
	RoleMonthWord    // makes a month of the number after it: tháng 8
	RoleMonthSign    // makes a month of the number before it: 8月
	RoleWeekday      // Saturday
	RoleWeekdayShort // Sat, Sa, 土: a weekday only beside a date
	// So: with a capital, the weekday of its number, where there is no date
	RoleWeekdayCapital
	RoleDayWord // makes a day of the number before it: 16日
	RoleYear    // follows a year: 2025 года, 2025年
	RoleEra     // years are counted from another start: 令和7年
	RoleRelDay  // yesterday
	// the same, but a word of other meanings too: it counts only beside a clock
	RoleRelDayShort
	RoleRelWeek     // last, beside a weekday
	RoleUnit        // a unit of time in an age: 2 hours ago
	RoleAgo         // follows an age: ago
	RoleAgoBefore   // before an age: vor, il y a
	RoleNow         // just now
	RoleNumber      // a number word in an age: an hour ago
	RoleOrdinal     // 16th, 1er
	RolePrep        // a preposition that may lead a stamp: at, um, le
	RoleFiller      // a particle that may be within one: of, de
	RoleApprox      // about, 左右
	RoleRange       // between the two ends of a span of time: to
	RoleClock       // may follow a clock: 14:30 hrs
	RoleHour        // before a clock; makes one of a bare hour: klo 20
	RoleOClock      // makes a clock of a bare hour: 14 Uhr
	RoleMinute      // 20时15分's 分
	RoleSecond      //
	RoleAM          //
	RolePM          //
	RoleNoon        // noon, midnight
	RoleZone        // BST, Moscow time
	RoleLocal       // local time
	RoleUpdated     // labels of page timestamps: Updated, Stand
	RolePublished   // Published, Publié le
	RoleNoise       // words without meaning beside a stamp: live, Lesezeit
	RoleVersion     // v, release
	RoleMatchMinute // Minute 23
	RoleSeason      // summer, with the month in which it begins as its number
	RolePart        // a part of a year or month: early, mid, late
	RoleQuarter     // Q, before the number of a quarter
	RoleIndex       // heads a list of key events
	RoleEnd         // heads what follows a feed
	RoleButton      // Share, Print
	RoleLive        // live blog
	RoleEnded       // has ended
	RoleByline      // begins a line that names its writers: By
	RoleCredit      // begins a line that names the source of a picture: Photo
	RoleTimes       // what a feed calls its clocks: All times
	RoleMeasure     // what numbers with a dot count: Euro
	RoleWriter      // before the name of a writer, in a line with a timestamp: przez
	RoleNamed       // the same after the name: tarafından
	RoleWrote       // someone wrote, in such a line: submitted
	RoleCount       // what such lines count: 3 comments
	RoleJoined      // before the date since which a writer is a member of a forum
	RoleMore        // a longer form begins with this word

	// StampRoles are the tags of timestamps; the other tags are of whole lines.
	StampRoles = RoleIndex - 1
)

// A Word is a form of the lexicon with all that it can mean.
type Word struct {
	Spelling string // folded
	Roles    Roles
	Month    int8
	Weekday  int8 // 1 Monday … 7 Sunday
	Unit     Unit
	Number   int8
	Day      int8  // days from today
	Zone     uint8 // counts zones from 1
	Era      int16 // the year before the era's first
}

// Has reports whether the word can be one of the parts.
func (w *Word) Has(r Roles) bool { return w.Roles&r != 0 }

// A Unit of time, as ages are counted in: "2 hours ago".
type Unit int8

const (
	NoUnit Unit = iota
	Seconds
	Minutes
	Hours
	Days
	Weeks
	Months
	Years
)

// lookup returns the word that a folded spelling is, nil if it is none that stamps are made of.
func lookup(spelling []byte) *Word {
	const mask = uint32(len(slots)) - 1
	at := Hash(spelling) & mask
	for slots[at] != nil && slots[at].Spelling != string(spelling) {
		at = (at + 1) & mask
	}
	return slots[at]
}

// Hash is FNV-1a, as in .tools/words.
func Hash(s []byte) uint32 {
	h := uint32(HashSeed)
	for _, c := range s {
		h = hashByte(h, c)
	}
	return h
}

// HashSeed is the hash of nothing.
const HashSeed = 2166136261

// hashByte returns the hash of what has the hash h and one more byte.
func hashByte(h uint32, c byte) uint32 { return (h ^ uint32(c)) * 16777619 }

// MayEndForm reports whether a word of small letters of ASCII, the first perhaps a capital, may end
// a form of the lexicon. It is quick, and wrong about one word in twelve that does not.
func MayEndForm(word string) bool {
	h := hashByte(HashSeed, word[0]|0x20)
	for i := 1; i < len(word); i++ {
		h = hashByte(h, word[i])
	}
	h %= 64 * uint32(len(lastWords))
	return lastWords[h/64]>>(h%64)&1 != 0
}

// plainWord returns where the plain word at byte i ends, and what it is in the lexicon; nil: it is
// not there. Such a word is small letters of ASCII, the first perhaps a capital, with a blank after
// them. Most words of prose are: they are hashed while they are read, and not copied. i: there is
// no such word.
func plainWord(line string, i int) (end int, w *Word) {
	first, h := line[i]|0x20, uint32(HashSeed)
	if first < 'a' || first > 'z' {
		return i, nil
	}
	h = hashByte(h, first)
	for end = i + 1; end < len(line) && 'a' <= line[end] && line[end] <= 'z'; end++ {
		h = hashByte(h, line[end])
	}
	if end == len(line) || line[end] != ' ' || end-i > MaxWord {
		return i, nil
	}
	const mask = uint32(len(slots)) - 1
	for at := h & mask; slots[at] != nil; at = (at + 1) & mask {
		if s := slots[at].Spelling; len(s) == end-i && s[0] == first && s[1:] == line[i+1:end] {
			return end, slots[at]
		}
	}
	return end, nil
}

// fold returns the letter that r counts as when words are compared: lower case, without accents in
// the alphabets where capitals drop them. It is 0 for what does not count at all, such as the
// points of Hebrew vowels and the dot below letters of India.
func fold(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case r < 0xC0:
		return r
	case r <= 0x6FF:
		return rune(foldLow[r-0xC0])
	case 0x900 <= r && r <= 0xA7F:
		return rune(foldIndic[r-0x900])
	case 0x1E00 <= r && r <= 0x1FFF:
		return rune(foldHigh[r-0x1E00])
	case r == '’' || r == '‘':
		return '\''
	}
	return ToSmall(r)
}

// ToSmall returns r as a small letter. It has a short way to the letters of most texts beyond ASCII
// that are none but small.
func ToSmall(r rune) rune {
	switch {
	case 0xDF <= r && r <= 0xFF, 0x430 <= r && r <= 0x45F: // Latin and Cyrillic letters
		return r
	case 0x700 <= r && r < 0x10A0, 0x2E80 <= r && r < 0xA640, 0xAC00 <= r && r < 0xD800:
		return r // no letter of these scripts is a capital
	}
	return unicode.ToLower(r)
}

// AppendFolded appends the folded letters of s to dst.
func AppendFolded(dst []byte, s string) []byte {
	for len(s) >= 8 {
		some := EightBytes(s, 0)
		if some&HighBits != 0 {
			break
		}
		dst = binary.LittleEndian.AppendUint64(dst, Lowered(some))
		s = s[8:]
	}
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

// Lowered returns eight bytes of ASCII with small letters for capitals, all at once. A constant is
// added with which only letters from A on reach the highest bit, and one for those beyond Z.
func Lowered(w uint64) uint64 {
	const each = 0x0101010101010101
	capitals := (w + each*(0x80-'A')) &^ (w + each*(0x7F-'Z')) & HighBits
	return w | capitals>>2
}

// wordAt reads the word at byte i: the longest form of the lexicon that begins there. Scripts with
// spaces between words are read a run of letters at a time, so that May is not found in Mayor.
// Other scripts are read a character at a time.
func (x *Lexer) wordAt(t *Token, line string, i int) {
	end, w := plainWord(line, i)
	if w != nil && !w.Has(RoleMore) { // no longer form begins with it
		*t = Token{Kind: WordTok, Start: int32(i), End: int32(end), Word: w,
			Upper: isUpper(line[i:end])}
		return
	}
	if end == i || w != nil {
		end = LetterRun(line[:min(len(line), i+2*MaxWord)], i) // a longer word is none of ours
		if w, stop := x.formAt(line, i, end); w != nil {
			*t = Token{Kind: WordTok, Start: int32(i), End: int32(stop), Word: w,
				Upper: isUpper(line[i:stop])}
			return
		}
	}
	*t = Token{Kind: UnknownTok, Start: int32(i), End: int32(end)}
}

// formAt returns the longest form of the lexicon at byte i and where it ends; end is the end of the
// letters there. nil: there is none.
func (x *Lexer) formAt(line string, i, end int) (w *Word, stop int) {
	if w, stop := x.dotted(line, i, end); w != nil {
		return w, stop
	}
	if r, _ := utf8.DecodeRuneInString(line[i:]); IsUnspaced(r) {
		return x.longest(line, i, end)
	}
	if w, stop := x.phrase(line, i, end); w != nil {
		return w, stop
	}
	// Text extraction glues words: "UhrLesedauer" is Uhr.
	if cut := caseBreak(line, i, end); cut < end {
		if w := x.Find(line[i:cut], 0); w != nil && w.Roles&^RoleMore != 0 {
			return w, cut
		}
	}
	return nil, 0
}

// dotted returns the form of two initials that begins at byte i, and its end: p.m., a. m., μ.μ.,
// มิ.ย.
func (x *Lexer) dotted(line string, i, end int) (*Word, int) {
	if end >= len(line) || line[end] != '.' || !isInitial(line[i:end]) {
		return nil, 0
	}
	g, next := SkipSpace(line, end+1)
	stop := LetterRun(line, next)
	if stop == next || !isInitial(line[next:stop]) {
		return nil, 0
	}
	n := x.folded(line[i:end], 0)
	x.buf[n] = '.'
	w := x.Find(line[next:stop], n+1)
	if w == nil || g == Wide && !w.Has(RoleAM|RolePM|RoleEra) {
		return nil, 0
	}
	if stop < len(line) && line[stop] == '.' {
		stop++
	}
	return w, stop
}

// isInitial reports whether s is a letter; of scripts without blanks between words, a letter with
// its mark.
func isInitial(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	if size == len(s) {
		return true
	}
	_, mark := utf8.DecodeRuneInString(s[size:])
	return IsUnspaced(r) && size+mark == len(s)
}

// phrase returns the longest form that begins with the word line[i:end] and the byte where it ends.
func (x *Lexer) phrase(line string, i, end int) (found *Word, stop int) {
	n := 0
	for range maxPhrase {
		w := x.Find(line[i:end], n)
		if w == nil {
			break
		}
		if w.Roles&^RoleMore != 0 {
			found, stop = w, end
		}
		if !w.Has(RoleMore) || end >= len(line) {
			break
		}
		n = x.folded(line[i:end], n)
		g, next := SkipSpace(line, end)
		if g == Glued && line[end] == '-' {
			next++
		} else if g != Blank && next == end { // Persian joins the words of a phrase without a blank
			break
		}
		if next >= len(line) || n+1 >= MaxWord {
			break
		}
		x.buf[n] = ' '
		n++
		i, end = next, LetterRun(line, next)
		if end == i {
			break
		}
	}
	return found, stop
}

// Find looks up the form in the buffer's first n bytes, followed by s.
func (x *Lexer) Find(s string, n int) *Word {
	m := x.folded(s, n)
	if m == 0 {
		return nil
	}
	return lookup(x.buf[:m])
}

// folded folds s into the buffer from byte n on and returns where it ends, 0 if it is too long to
// be a form.
func (x *Lexer) folded(s string, n int) int {
	if len(s) > MaxWord-n-4 {
		return 0
	}
	m := len(AppendFolded(x.buf[:n], s))
	if m > MaxWord {
		return 0 // bytes that are no characters grow when they are folded
	}
	return m
}

// longest returns the longest form of the lexicon at byte i of text without blanks and where it
// ends; nil: there is none.
func (x *Lexer) longest(line string, i, end int) (found *Word, full int) {
	n, at := 0, i
	for range maxLetters {
		if at >= end {
			break
		}
		_, size := utf8.DecodeRuneInString(line[at:])
		stop := at + size
		if stop == end { // a phrase may go on behind a blank
			if w, to := x.phrase(line, i, stop); w != nil {
				found, full = w, to
			}
			break
		}
		n = x.folded(line[at:stop], n)
		if w := lookup(x.buf[:n]); w != nil && w.Roles&^RoleMore != 0 {
			found, full = w, stop
		}
		at = stop
	}
	return found, full
}
