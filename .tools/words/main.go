// Command words writes the tables of parser/internal/words: all words that date and time stamps are made of, and those by which running text is told.
//
// It merges the month and weekday names of the CLDR, as github.com/go-playground/locales holds them, with the rows of words.tsv and, where a word
// is not known by then, those of intl.tsv. The results are hash tables in static data, a row a word: using them costs nothing at start-up and a
// look-up allocates nothing. The folding of letters (case, accents, spelling variants) is generated too, so that the tables and their reader
// cannot disagree.
//
//	go generate ./parser/internal/words
package main

import (
	"bytes"
	_ "embed"
	"flag"
	"fmt"
	"go/format"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// rows are the words of stamps, moreRows those that intl.mjs adds from the CLDR, proseRows those of running text.
var (
	//go:embed words.tsv
	rows string
	//go:embed intl.tsv
	moreRows string
	//go:embed prose.tsv
	proseRows string
)

// maxWords is how many words a form may have; the reader tries no longer phrases.
const maxWords = 6

// A word is one form with all that it can mean.
type word struct {
	roles                                  map[string]bool
	month, weekday, unit, number, day, era int
	zone                                   int // 1-based, 0: none
	more                                   bool
	several                                bool // a weekday of several days
	calendar                               bool // a weekday only in the columns of calendars
}

type zone struct {
	name      string
	offset    int // minutes east of UTC, for a zone without an IANA name
	ambiguous bool
}

type table struct {
	words map[string]*word
	zones []zone
	keep  bool // a word that has the role of a new form, or another meaning than a day that it could be, stays as it is
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("words: ")
	dir := flag.String("o", ".", "the folder to write to")
	flag.Parse()
	t := &table{words: map[string]*word{}}
	t.addLocales()
	if err := t.addRows("words.tsv", rows); err != nil {
		log.Fatal(err)
	}
	t.keep = true
	if err := t.addRows("intl.tsv", moreRows); err != nil {
		log.Fatal(err)
	}
	t.addPrefixes()
	write(filepath.Join(*dir, "foldtable.go"), printed(printFold))
	write(filepath.Join(*dir, "zonetable.go"), printed(t.printZones))
	write(filepath.Join(*dir, "wordtable.go"), printed(t.printWords))
	p, err := readProse(proseRows)
	if err != nil {
		log.Fatal(err)
	}
	write(filepath.Join(*dir, "prosetable.go"), p.print())
}

// write formats a Go source and writes it to a file.
func write(name string, src []byte) {
	src, err := format.Source(src)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(name, src, 0o644); err != nil {
		log.Fatal(err)
	}
}

// at returns the word for a form, which it makes where it is new.
func (t *table) at(form string) *word {
	key := fold(form)
	w := t.words[key]
	if w == nil {
		w = &word{roles: map[string]bool{}}
		t.words[key] = w
	}
	return w
}

// addLocales adds the names of months and days of every locale.
func (t *table) addLocales() {
	for _, l := range cldr {
		for _, names := range [][]string{l.MonthsWide(), l.MonthsAbbreviated()} {
			for i, name := range names {
				for _, form := range variants(l.Locale(), name) {
					t.addMonth(form, i+1)
				}
			}
		}
		for _, names := range [][]string{l.WeekdaysWide(), l.WeekdaysAbbreviated()} {
			for i, name := range names {
				t.addWeekday(clean(name), (i+6)%7+1)
			}
		}
	}
	for _, l := range cldr { // names of columns in calendars: texts hardly use them
		for i, name := range l.WeekdaysShort() {
			if w := t.words[fold(clean(name))]; w == nil || w.weekday == 0 || w.calendar {
				t.addWeekday(clean(name), (i+6)%7+1)
				if w := t.words[fold(clean(name))]; w != nil {
					w.calendar = true
				}
			}
		}
	}
}

// addMonth adds a month's name. The first language to use a form keeps it: see the order of cldr.
func (t *table) addMonth(form string, month int) {
	if utf8.RuneCountInString(form) < 2 || strings.ContainsAny(form, "0123456789") {
		return
	}
	if w := t.at(form); w.month == 0 {
		w.roles["month"] = true
		w.month = month
	}
}

// addWeekday adds a day's name. Names of up to three letters are words of other meanings too often to stand alone.
func (t *table) addWeekday(form string, day int) {
	n := utf8.RuneCountInString(form)
	if n == 0 || n == 1 && form[0] < utf8.RuneSelf {
		return
	}
	w := t.at(form)
	if n > 3 || n == 3 && isHan(form) {
		if w.weekday == 0 {
			w.weekday = day
			w.roles["weekday"] = true
		}
		return
	}
	w.shorten(day)
}

// shorten gives a word the meaning of a weekday in short. One that means several days, in languages of their own, is a weekday that tells none:
// so is Sunday in German and Saturday in Czech.
func (w *word) shorten(day int) {
	w.roles["weekday-short"] = true
	if w.weekday != 0 && w.weekday != day {
		w.several = true
	}
	w.weekday = day
}

func isHan(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Han, r)
}

// variants returns a month's name and what it is without the particle that some locales put before it.
func variants(locale, name string) []string {
	name = clean(name)
	forms := []string{name}
	for _, particle := range []string{"d'", "d’", "de "} {
		if rest, ok := strings.CutPrefix(name, particle); ok {
			forms = append(forms, rest)
		}
	}
	if locale == "he" {
		forms = append(forms, "ב"+name)
	}
	return forms
}

// clean cuts off the marks of abbreviation: Aug., अग॰, אוג׳.
func clean(name string) string { return strings.TrimRight(strings.TrimSpace(name), ".॰׳") }

// addRows adds the rows of words.tsv or intl.tsv.
func (t *table) addRows(name, rows string) error {
	for n, row := range strings.Split(rows, "\n") {
		if row == "" || row[0] == '#' {
			continue
		}
		cells := strings.Split(row, "\t")
		if len(cells) != 3 {
			return fmt.Errorf("%s:%d: want three cells, have %d", name, n+1, len(cells))
		}
		if err := t.addRow(cells[0], cells[1], strings.Split(cells[2], "|")); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n+1, err)
		}
	}
	return nil
}

func (t *table) addRow(role, value string, forms []string) error {
	if role == "zone" {
		return t.addZone(value, forms)
	}
	if role == "unit" {
		return t.addForms(role, strings.Index(units, value), forms)
	}
	if role == "span" {
		return t.addSpans(value, forms)
	}
	n, err := strconv.Atoi(value)
	if err != nil {
		return err
	}
	return t.addForms(role, n, forms)
}

// units are the letters of the units of time; words.Unit counts them from 1.
const units = " smhdwMy"

// addSpans adds forms that are a number and its unit in one, given as 30m.
func (t *table) addSpans(value string, forms []string) error {
	end := len(value) - 1
	n, err := strconv.Atoi(value[:end])
	if err != nil {
		return err
	}
	if err := t.addForms("number", n, forms); err != nil {
		return err
	}
	return t.addForms("unit", strings.Index(units, value[end:]), forms)
}

func (t *table) addForms(role string, value int, forms []string) error {
	for _, form := range forms {
		w := t.at(form)
		if t.keep && w.isKnown(role) {
			continue
		}
		switch role {
		case "month", "jalali", "roman":
			w.month = value
		case "weekday":
			w.weekday = value
		case "weekday-short":
			w.shorten(value)
		case "unit":
			w.unit = value
		case "number", "monthdot", "weekday-capital":
			w.number = value
		case "relday", "relday-short":
			w.day = value
		case "era":
			w.era = value
		case "noon", "season", "part", "count":
			w.number = value
		}
		if _, known := roleNames[role]; !known {
			return fmt.Errorf("unknown role %q", role)
		}
		w.roles[role] = true
	}
	return nil
}

// isKnown reports whether a word has a role already, or what would make it ambiguous: a word for a day has none but that.
func (w *word) isKnown(role string) bool {
	switch role {
	case "month":
		return w.month != 0
	case "weekday":
		return w.weekday != 0
	case "unit":
		return w.unit != 0
	case "relday":
		return len(w.roles) > 0
	}
	return w.roles[role]
}

// addZone adds the forms of a zone, given by its offset or its IANA name.
func (t *table) addZone(value string, forms []string) error {
	value, ambiguous := strings.CutSuffix(value, "?")
	z := zone{ambiguous: ambiguous}
	if strings.Contains(value, "/") {
		z.name = value
	} else {
		var hours, minutes int
		if _, err := fmt.Sscanf(value[1:], "%d:%d", &hours, &minutes); err != nil {
			return fmt.Errorf("offset %q: %w", value, err)
		}
		z.offset = hours*60 + minutes
		if value[0] == '-' {
			z.offset = -z.offset
		}
	}
	t.zones = append(t.zones, z)
	for _, form := range forms {
		w := t.at(form)
		w.roles["zone"] = true
		w.zone = len(t.zones)
	}
	return nil
}

// addPrefixes marks every word that a longer form begins with, so that the reader knows when to look further.
func (t *table) addPrefixes() {
	for _, key := range t.keys() {
		for i := range len(key) {
			if key[i] == ' ' {
				t.at(key[:i]).more = true
			}
		}
		if n := strings.Count(key, " ") + 1; n > maxWords {
			log.Fatalf("%q: more than %d words", key, maxWords)
		}
	}
}

func (t *table) keys() []string { return slices.Sorted(maps.Keys(t.words)) }

// fold brings a form to the spelling that the table is keyed by.
func fold(s string) string {
	var b []byte
	for _, r := range s {
		if f := foldRune(r); f != 0 {
			b = utf8.AppendRune(b, f)
		}
	}
	return string(b)
}

// foldRune returns the letter that a letter counts as, 0 if it counts as nothing: lower case, without accents in the
// scripts where texts in capitals drop them, one form of letters that are typed in several ways.
func foldRune(r rune) rune {
	switch r {
	case 'ı', 'İ':
		return 'i'
	case 'ø', 'Ø':
		return 'o'
	case 'ł', 'Ł':
		return 'l'
	case 'đ', 'Đ':
		return 'd'
	case 'ς':
		return 'σ'
	case '’', 'ʼ', '‘', '`', '´':
		return '\''
	case 'ی', 'ى':
		return 'ي'
	case 'ک':
		return 'ك'
	case 'ـ': // tatweel
		return 0
	}
	if isDropped(r) {
		return 0
	}
	if 0x900 <= r && r <= 0xA7F { // য় and য with a dot below are one letter, and क़ is often typed क
		if letters := []rune(norm.NFD.String(string(r))); len(letters) == 2 && isNukta(letters[1]) {
			return letters[0]
		}
		return r
	}
	if r >= 0x900 && !(0x1E00 <= r && r <= 0x1FFF) {
		return unicode.ToLower(r)
	}
	base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(unicode.ToLower(r))))
	return base
}

func isDropped(r rune) bool {
	return 0x300 <= r && r <= 0x36F || 0x591 <= r && r <= 0x5C7 || 0x64B <= r && r <= 0x65F || r == 0x670 || isNukta(r)
}

// isNukta reports whether r is the dot below letters of Devanagari, Bengali or Gurmukhi.
func isNukta(r rune) bool { return r == 0x93C || r == 0x9BC || r == 0xA3C }

// foldBlocks are the ranges for which the table of folded letters is printed; outside them letters are only lower-cased.
var foldBlocks = [][2]rune{{0xC0, 0x6FF}, {0x900, 0xA7F}, {0x1E00, 0x1FFF}}

// header opens the generated files.
const header = "// Code generated by `go generate ./parser/internal/words` from .tools/words; DO NOT EDIT.\n\npackage words\n\n"

// printed returns what print prints, with the header.
func printed(print func(*bytes.Buffer)) []byte {
	var b bytes.Buffer
	b.WriteString(header)
	print(&b)
	return b.Bytes()
}

func printFold(b *bytes.Buffer) {
	b.WriteString("// foldLow, foldIndic and foldHigh hold what the letters of three blocks count as when words are compared; 0: nothing.\nvar (\n")
	for i, name := range []string{"foldLow", "foldIndic", "foldHigh"} {
		from, to := foldBlocks[i][0], foldBlocks[i][1]
		fmt.Fprintf(b, "\t%s = [...]uint16{ // U+%04X..U+%04X\n", name, from, to)
		for r := from; r <= to; r++ {
			fmt.Fprintf(b, "0x%X,", foldRune(r))
			if r%16 == 15 {
				b.WriteByte('\n')
			}
		}
		b.WriteString("\n}\n")
	}
	b.WriteString(")\n\n")
}

func (t *table) printZones(b *bytes.Buffer) {
	b.WriteString("// Zones are the zones that words name; a word's zone counts them from 1.\nvar Zones = [...]Zone{\n")
	for _, z := range t.zones {
		fmt.Fprintf(b, "{Name: %q, Offset: %d, Ambiguous: %t},\n", z.name, z.offset, z.ambiguous)
	}
	b.WriteString("}\n\n")
}

// roleNames maps the roles of words.tsv to the constants of package words.
var roleNames = map[string]string{
	"month": "RoleMonth", "monthdot": "RoleMonthDot", "jalali": "RoleJalali", "weekday": "RoleWeekday", "weekday-short": "RoleWeekdayShort",
	"weekday-capital": "RoleWeekdayCapital",
	"relday":          "RoleRelDay", "relweek": "RoleRelWeek", "unit": "RoleUnit", "ago": "RoleAgo", "ago-before": "RoleAgoBefore",
	"now": "RoleNow", "number": "RoleNumber", "ordinal": "RoleOrdinal", "year": "RoleYear", "filler": "RoleFiller",
	"approx": "RoleApprox", "clock": "RoleClock", "minute": "RoleMinute", "second": "RoleSecond", "am": "RoleAM", "pm": "RolePM",
	"noon": "RoleNoon", "updated": "RoleUpdated", "published": "RolePublished", "noise": "RoleNoise", "zone": "RoleZone",
	"local": "RoleLocal", "monthword": "RoleMonthWord", "era": "RoleEra", "oclock": "RoleOClock", "dayword": "RoleDayWord", "monthsign": "RoleMonthSign",
	"index": "RoleIndex", "end": "RoleEnd", "button": "RoleButton", "live": "RoleLive", "ended": "RoleEnded", "byline": "RoleByline", "credit": "RoleCredit", "times": "RoleTimes", "matchminute": "RoleMatchMinute",
	"prep": "RolePrep", "roman": "RoleRoman", "hijri": "RoleHijri", "relday-short": "RoleRelDayShort", "hour": "RoleHour", "measure": "RoleMeasure", "range": "RoleRange", "version": "RoleVersion",
	"season": "RoleSeason", "part": "RolePart", "quarter": "RoleQuarter",
	"writer": "RoleWriter", "named": "RoleNamed", "wrote": "RoleWrote", "count": "RoleCount",
	"joined": "RoleJoined",
}

func (w *word) literal(key string) string {
	if w.several {
		w.weekday = 0
	}
	var roles []string
	for role := range w.roles {
		roles = append(roles, roleNames[role])
	}
	slices.Sort(roles)
	if w.more {
		roles = append(roles, "RoleMore")
	}
	if len(roles) == 0 {
		log.Fatalf("%q has no role", key)
	}
	lit := fmt.Sprintf("{Spelling: %q, Roles: %s", key, strings.Join(roles, "|"))
	for _, f := range []struct {
		name  string
		value int
	}{{"Month", w.month}, {"Weekday", w.weekday}, {"Unit", w.unit}, {"Number", w.number}, {"Day", w.day}, {"Zone", w.zone}, {"Era", w.era}} {
		if f.value != 0 {
			lit += fmt.Sprintf(", %s: %d", f.name, f.value)
		}
	}
	return lit + "},"
}

// printWords prints the words as a hash table: each form is a row of its own, so that a new one is a new line and no more.
func (t *table) printWords(b *bytes.Buffer) {
	keys := t.keys()
	size, slots := slotsOf(keys, hash)
	fmt.Fprintf(b, "// slots is a hash table of all forms: open addressing, linear probing, nil is an empty slot. The rows are sorted by spelling.\nvar slots = [%d]*Word{\n", size)
	for i, key := range keys {
		fmt.Fprintf(b, "%d: %s\n", slots[i], t.words[key].literal(key))
	}
	b.WriteString("}\n\n")
	printLast(b, keys)
}

// printLast prints a bit for the hash of each word of small letters of ASCII that ends a form.
func printLast(b *bytes.Buffer, keys []string) {
	var bits [1 << 10]uint64 // one word in twelve that ends no form has the bit of another
	for _, key := range keys {
		if last := key[strings.LastIndexByte(key, ' ')+1:]; strings.Trim(last, "abcdefghijklmnopqrstuvwxyz") == "" {
			h := hash(last) % (64 * uint32(len(bits)))
			bits[h/64] |= 1 << (h % 64)
		}
	}
	fmt.Fprintf(b, "// lastWords has a bit for the hash of each word of small letters of ASCII that ends a form.\nvar lastWords = [%d]uint64{\n", len(bits))
	for i, w := range bits {
		fmt.Fprintf(b, "%#x,", w)
		if i%8 == 7 {
			b.WriteByte('\n')
		}
	}
	b.WriteString("}\n")
}

// slotsOf returns the size of a hash table of sorted keys, and the slot of each. A third of the slots stay empty at least.
func slotsOf(keys []string, hash func(string) uint32) (size int, slots []int) {
	size = 1
	for size < 3*len(keys)/2 {
		size *= 2
	}
	taken := make([]bool, size)
	for _, key := range keys {
		at := int(hash(key)) & (size - 1)
		for taken[at] {
			at = (at + 1) & (size - 1)
		}
		taken[at] = true
		slots = append(slots, at)
	}
	return size, slots
}

// hash is FNV-1a; Hash of package words must be the same.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
