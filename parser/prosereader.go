package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A proseReader cuts a paragraph into words and finds the names and the forms of news in it. It is reused from paragraph to
// paragraph and keeps its buffers.
type proseReader struct {
	words []proseToken
	names []nameRun
	runes int
	lang  language
	text  string
	// first is the number of words of the first sentence.
	first int
	quote bool // the paragraph begins with a quotation mark
	open  bool // a quotation is still open at its end
	colon bool // it ends with a colon
	buf   [maxWord]byte
}

// A proseToken is a word of a paragraph.
type proseToken struct {
	start, end int32 // bytes of the text
	at         int32 // characters of the text before it
	stem       uint32
	roles      proseRoles
	kind       wordKind
	sentence   int16
}

// wordKind is what can be seen of a word.
type wordKind uint8

const (
	capitalWord wordKind = 1 << iota // begins with a capital
	quotedWord                       // inside quotation marks
	initialWord                      // the first word of a sentence
	afterComma                       // a comma stands before it
	contentWord                      // over three letters, no name and no function word
	joinedWord                       // only a blank or a hyphen stands before it
	elidedWord                       // an elided article stands before it: l'armée
)

// A nameRun is a run of capitalised words.
type nameRun struct {
	last, full uint32 // hashes of the last word and of all words
	stem       uint32 // of the last word, as a common word
	words      int
	at         int // characters of the paragraph before it
	token      int // its first word
	sentence   int16
	titled     bool
	initial    bool // a single word that begins a sentence: it may be no name
}

// read reads a paragraph.
func (r *proseReader) read(text string, lang language) {
	r.words, r.names = r.words[:0], r.names[:0]
	r.text, r.lang, r.runes, r.first = text, lang, 0, 0
	r.quote, r.open, r.colon = false, false, false
	r.cut()
	r.findNames()
	r.markContent()
}

// cut cuts the text into words.
func (r *proseReader) cut() {
	text := r.text
	next := proseToken{kind: initialWord} // what is known of the next word
	depth, straight := 0, 0
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[i:])
		}
		if isWordRune(c) {
			if depth > 0 || straight%2 == 1 {
				next.kind |= quotedWord
			}
			next.start, next.at = int32(i), int32(r.runes)
			i = r.addWord(next)
			next.kind = 0
			continue
		}
		r.runes++
		switch c {
		case '"':
			straight++
			r.quote = r.quote || i == 0
		case '“', '„', '«', '‹':
			depth++
			r.quote = r.quote || i == 0
		case '”', '»', '›':
			depth = max(0, depth-1)
			r.quote = r.quote || i == 0
		case '‘', '’', '\'':
			r.quote = r.quote || i == 0
		case ',', ';', '—', '–', ':':
			next.kind |= afterComma
		case '.', '!', '?', '…', '。', '।', '؟':
			if r.endsHere(i, size) {
				next.sentence++
				next.kind |= initialWord
			}
		}
		next.kind &^= joinedWord
		if c == ' ' || c == '-' || c == 0xA0 {
			next.kind |= joinedWord
		}
		i += size
	}
	r.open = depth > 0 || straight%2 == 1
	r.colon = strings.HasSuffix(strings.TrimRight(text, " "), ":")
	for r.first < len(r.words) && r.words[r.first].sentence == 0 {
		r.first++
	}
}

// addWord adds the word that begins at t.start and returns the byte behind it.
func (r *proseReader) addWord(t proseToken) int {
	if end := r.plainWord(&t); end > 0 {
		r.words = append(r.words, t)
		return end
	}
	start := int(t.start)
	end := r.wordEnd(start)
	t.end = int32(end)
	word := r.text[start:end]
	r.runes += utf8.RuneCountInString(word)
	if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
		t.kind |= capitalWord
	}
	if r.lang == french || r.lang == italian {
		word = r.afterElision(word, &t)
	}
	if len(word) < maxWord-1 {
		folded := appendFolded(r.buf[:1], word)
		folded = folded[:1+len(trimPossessive(folded[1:]))]
		t.roles = lookupProse(folded, r.lang)
		t.stem = stemHash(folded[1:])
	}
	r.words = append(r.words, t)
	return end
}

// plainWord reads a word of ASCII letters and digits alone, the most frequent kind, in one pass: its end, its folded form and the hashes of
// that. It returns the byte behind the word, 0 if the word is of another kind.
func (r *proseReader) plainWord(t *proseToken) int {
	text, i, n := r.text, int(t.start), 1
	r.buf[0] = r.lang.prefix()
	whole, stem, shorter := hashByte(hashSeed, r.buf[0]), uint32(hashSeed), uint32(0)
	for i < len(text) && n < maxWord-1 {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		} else if !('a' <= c && c <= 'z' || isDigit(c)) {
			break
		}
		whole = hashByte(whole, c)
		if n <= stemLength {
			shorter, stem = stem, hashByte(stem, c)
		}
		r.buf[n] = c
		n++
		i++
	}
	if i < len(text) && (text[i] >= utf8.RuneSelf || text[i] == '\'' || isLetter(text[i]) || isDigit(text[i])) {
		return 0
	}
	if n--; n > 4 && n <= stemLength && r.buf[n] == 's' {
		stem = shorter
	}
	if c := text[t.start]; 'A' <= c && c <= 'Z' {
		t.kind |= capitalWord
	}
	t.end, t.stem = int32(i), stem
	t.roles = lookupHashed(r.buf[:n+1], whole, r.lang)
	r.runes += n
	return i
}

func isWordRune(c rune) bool {
	if c < utf8.RuneSelf {
		return isLetter(byte(c)) || isDigit(byte(c))
	}
	return unicode.IsLetter(c) || unicode.IsMark(c)
}

// wordEnd returns the byte behind the word that starts at byte i: letters and digits, apostrophes between letters.
func (r *proseReader) wordEnd(i int) int {
	text := r.text
	for i < len(text) {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[i:])
		}
		if !isWordRune(c) {
			if c != '\'' && c != '’' {
				return i
			}
			if next, _ := utf8.DecodeRuneInString(text[i+size:]); !isWordRune(next) {
				return i
			}
		}
		i += size
	}
	return i
}

// endsHere reports whether the mark at byte i ends a sentence: a blank and a capital follow, and no initial or title stands before.
func (r *proseReader) endsHere(i, size int) bool {
	text := r.text
	k := i + size
	for k < len(text) && (text[k] == '"' || text[k] == '\'' || text[k] == ')' || text[k] >= 0xE2 && len(text) > k+2 && isClosingQuote(text[k:])) {
		if text[k] >= utf8.RuneSelf {
			k += 3
		} else {
			k++
		}
	}
	if k >= len(text) {
		return true
	}
	if text[k] != ' ' && text[k] < utf8.RuneSelf {
		return false
	}
	_, k = skipSpace(text, k)
	next, _ := utf8.DecodeRuneInString(text[k:])
	if unicode.IsLower(next) {
		return false
	}
	if text[i] != '.' || len(r.words) == 0 {
		return true
	}
	w := &r.words[len(r.words)-1]
	return w.end-w.start > 1 && w.roles&proseHonorific == 0
}

func isClosingQuote(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return c == '”' || c == '’'
}

// afterElision returns what stands behind an elided article: armée of l'armée.
func (r *proseReader) afterElision(word string, t *proseToken) string {
	for i, c := range word {
		if (c == '\'' || c == '’') && i > 0 && i <= 4 {
			_, size := utf8.DecodeRuneInString(word[i:])
			rest := word[i+size:]
			if first, _ := utf8.DecodeRuneInString(rest); unicode.IsUpper(first) {
				t.kind |= capitalWord
			} else {
				t.kind &^= capitalWord
			}
			t.kind |= elidedWord
			return rest
		}
	}
	return word
}

// trimPossessive drops 's and a bare apostrophe from the end of a folded word.
func trimPossessive(w []byte) []byte {
	n := len(w)
	if n > 2 && w[n-1] == 's' && w[n-2] == '\'' {
		return w[:n-2]
	}
	if n > 1 && w[n-1] == '\'' {
		return w[:n-1]
	}
	return w
}

// stemLength is how many bytes of a folded word make its stem: enough to tell words apart, few enough to let go of most endings.
const stemLength = 7

// stemHash returns the hash of a folded word's stem.
func stemHash(w []byte) uint32 {
	if len(w) > 4 && w[len(w)-1] == 's' {
		w = w[:len(w)-1]
	}
	limit := stemLength
	if len(w) > 0 && w[0] >= 0xC0 {
		limit = 2 * stemLength
	}
	if len(w) > limit {
		w = w[:limit]
	}
	return hash(w)
}

// findNames finds the runs of capitalised words outside the lists.
func (r *proseReader) findNames() {
	for i := 0; i < len(r.words); i++ {
		w := &r.words[i]
		if !r.isNamePart(i) {
			continue
		}
		end := i + 1
		for end < len(r.words) && r.words[end].kind&(capitalWord|joinedWord) == capitalWord|joinedWord && r.words[end].sentence == w.sentence {
			end++
		}
		if r.lang == german && end-i == 1 {
			continue // every noun has a capital
		}
		r.addName(i, end)
		i = end - 1
	}
}

// isNamePart reports whether a run of names may begin at word i: it has a capital, and at the start of a sentence it is no word of
// the lists.
func (r *proseReader) isNamePart(i int) bool {
	w := &r.words[i]
	if w.kind&capitalWord == 0 || w.end-w.start < 2 {
		return false
	}
	if w.kind&initialWord == 0 {
		return w.roles&proseStop == 0
	}
	if w.roles&(proseStop|prosePronoun|proseConnective|proseArticle|proseSpeech|proseAdverb|proseParticiple) == 0 {
		return true
	}
	return false
}

// addName adds the run of words [i, end), titles cut from its front.
func (r *proseReader) addName(i, end int) {
	titled := i > 0 && r.words[i-1].roles&proseTitle != 0 && r.words[i].kind&joinedWord != 0
	from := i
	for k := i; k < end-1; k++ {
		if r.words[k].roles&(proseTitle|proseHonorific) != 0 && !(k == end-2 && r.words[end-1].roles&proseAnaphor != 0) {
			from = k + 1
			titled = true
		}
	}
	if end-from == 1 && r.words[from].roles&(proseTitle|proseHonorific) != 0 {
		return
	}
	n := nameRun{words: end - from, at: int(r.words[i].at), token: from, sentence: r.words[from].sentence, titled: titled, initial: end-i == 1 && r.words[i].kind&initialWord != 0}
	h := uint32(hashSeed)
	for k := from; k < end; k++ {
		r.words[k].kind &^= contentWord
		s := r.nameHash(k)
		h = (h ^ s) * 16777619
		n.last = s
	}
	n.full, n.stem = h, r.words[end-1].stem
	r.names = append(r.names, n)
}

// nameHash returns the hash of word k as a name: whole, without a possessive ending.
func (r *proseReader) nameHash(k int) uint32 {
	w := r.word(k)
	if len(w) >= maxWord-1 {
		w = w[:maxWord-8]
	}
	return hash(trimPossessive(appendFolded(r.buf[:0], w)))
}

// word returns the spelling of word k.
func (r *proseReader) word(k int) string { return r.text[r.words[k].start:r.words[k].end] }

// markContent marks the words that tell what a paragraph is about: over three letters, no names, no function words.
func (r *proseReader) markContent() {
	n := 0
	for i := range r.words {
		w := &r.words[i]
		for n < len(r.names) && r.names[n].token+r.names[n].words <= i {
			n++
		}
		inName := n < len(r.names) && i >= r.names[n].token
		if !inName && w.roles&proseStop == 0 && w.end-w.start > 3 && utf8.RuneCountInString(r.word(i)) > 3 {
			w.kind |= contentWord
		}
	}
}

// forms returns the forms of the paragraph.
func (r *proseReader) forms() form {
	var f form
	if r.quote {
		f |= startsQuote
	}
	if r.open {
		f |= leavesQuoteOpen
	}
	if r.colon {
		f |= endsColon
	}
	if len(r.words) == 0 {
		return f
	}
	switch first := r.rolesAt(0); {
	case first&proseOpening != 0:
		f |= greets | opensFeed
	case first&proseClosing != 0:
		f |= greets | closesFeed
	}
	if r.words[0].roles&prosePresents != 0 {
		f |= greets
	}
	if !endsSentence(r.text) {
		f |= noStop
	}
	if r.text[len(r.text)-1] == '?' {
		f |= endsQuestion
	}
	if c, _ := utf8.DecodeRuneInString(r.text); unicode.IsLower(c) {
		f |= startsLower
	}
	if r.words[0].roles&prosePronoun != 0 {
		f |= startsPronoun
	}
	if r.rolesAt(0)&proseConnective != 0 {
		f |= startsConnective
	}
	if r.isAnaphor(0) {
		f |= startsAnaphor
	}
	for i := 1; i < min(9, len(r.words)); i++ {
		if r.words[i].roles&proseAlso != 0 {
			f |= saysAlso
		}
	}
	return f | r.verbForms()
}

// rolesAt returns the roles of word i and of the longer forms that begin with it.
func (r *proseReader) rolesAt(i int) proseRoles {
	roles := r.words[i].roles
	if roles&proseMore == 0 {
		return roles
	}
	for end := i + 1; end < min(i+5, len(r.words)); end++ {
		if r.words[end].kind&joinedWord == 0 {
			break
		}
		span := r.text[r.words[i].start:r.words[end].end]
		if len(span) >= maxWord-1 {
			break
		}
		more := lookupProse(appendFolded(r.buf[:1], span), r.lang)
		roles |= more
		if more&proseMore == 0 && more == 0 {
			break
		}
	}
	return roles
}

// isAnaphor reports whether an article and a noun that refers back stand at word i, not followed by "of".
func (r *proseReader) isAnaphor(i int) bool {
	if r.words[i].kind&elidedWord != 0 && r.words[i].roles&proseAnaphor != 0 {
		return true
	}
	if r.words[i].roles&proseArticle == 0 {
		return false
	}
	for k := i + 1; k < min(i+5, r.first); k++ {
		w := &r.words[k]
		if r.rolesAt(k)&proseAnaphor != 0 {
			if r.isPossessive(k) {
				return false // the president's schedule
			}
			next := k + 1
			return next >= len(r.words) || r.word(next) != "of"
		}
		if w.roles&(proseAdjective|proseTitle) == 0 && w.kind&capitalWord == 0 {
			return false
		}
	}
	return false
}

// isPossessive reports whether word k ends with 's.
func (r *proseReader) isPossessive(k int) bool {
	folded := appendFolded(r.buf[:0], r.word(k))
	return len(trimPossessive(folded)) < len(folded)
}

// verbForms finds the perfects, the verbs of saying and the sources of the first sentence, quotations left out.
func (r *proseReader) verbForms() form {
	var f form
	for i := 0; i < r.first; i++ {
		w := &r.words[i]
		if w.kind&quotedWord != 0 {
			continue
		}
		if w.roles&proseHave != 0 {
			f |= r.perfectAt(i)
		}
		if r.rolesAt(i)&proseCiting != 0 && !r.citesBack(i) {
			f |= citesSource
		}
		if r.saysBack(i) {
			f |= heSaid
		}
	}
	if len(r.names) == 0 {
		return f
	}
	for i := range r.names {
		if n := &r.names[i]; n.sentence == 0 && n.words > 1 && n.titled {
			f |= namesTitled
		}
	}
	lead := &r.names[0]
	if next := lead.token + lead.words; lead.words == 1 && !lead.titled && lead.sentence == 0 && next < r.first && r.words[next].roles&proseSpeech != 0 && f&hasPerfect == 0 {
		f |= bareNameSaid
	}
	return f
}

// perfectAt returns what kind of perfect the auxiliary at word i makes.
func (r *proseReader) perfectAt(i int) form {
	for k := i + 1; k < min(i+4, len(r.words)); k++ {
		w := &r.words[k]
		word := r.word(k)
		if w.roles&proseAdverb != 0 {
			if word == "long" || word == "previously" || word == "also" {
				return 0
			}
			continue
		}
		report := w.roles&proseReport != 0
		if !report && w.roles&proseParticiple == 0 && !(len(word) > 3 && word[len(word)-2:] == "ed") {
			return 0
		}
		f := hasPerfect
		if report {
			f |= hasPerfectOfSaying
			if r.isInverted(i) {
				f |= isInverted
			}
		}
		return f
	}
	return 0
}

// isInverted reports whether the subject of the auxiliary at word i stands behind a comma and a clause.
func (r *proseReader) isInverted(i int) bool {
	for k := i - 1; k > 3 && k > i-14; k-- {
		if r.words[k].kind&afterComma != 0 {
			return r.words[k].kind&capitalWord != 0 || r.words[k].roles&proseArticle != 0
		}
	}
	return false
}

// citesBack reports whether a source at word i is a pronoun or refers back: "according to him", "according to the outlet".
func (r *proseReader) citesBack(i int) bool {
	for k := i + 1; k < min(i+3, r.first); k++ {
		if r.words[k].roles&(prosePronoun|proseStop) == proseStop && (r.word(k) == "him" || r.word(k) == "them") || r.words[k].roles&prosePronoun != 0 && r.words[k].roles&proseArticle == 0 || r.isAnaphor(k) {
			return true
		}
	}
	return false
}

// saysBack reports whether "he said" or "the outlet wrote" stands at word i, at the start or behind a comma, or "according to him".
func (r *proseReader) saysBack(i int) bool {
	w := &r.words[i]
	if r.rolesAt(i)&proseCiting != 0 {
		return r.citesBack(i) && w.kind&afterComma != 0
	}
	if i > 0 && w.kind&afterComma == 0 && !(r.words[i-1].kind&quotedWord != 0) {
		return false
	}
	if w.roles&prosePronoun != 0 && w.roles&proseArticle == 0 && i+1 < r.first && r.words[i+1].roles&proseSpeech != 0 {
		return true
	}
	if r.lang != english && w.roles&proseSpeech != 0 && i+1 < r.first && r.words[i+1].roles&prosePronoun != 0 {
		return true // sagte er, сказал он
	}
	if !r.isAnaphor(i) {
		return false
	}
	for k := i + 2; k < min(i+5, r.first); k++ {
		if r.words[k].roles&proseSpeech != 0 {
			return true
		}
	}
	return false
}
