package grouping

import (
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"unicode"
	"unicode/utf8"
)

// The forms of news in a paragraph.

// forms returns the forms of the paragraph.
func (r *proseReader) forms() form {
	f := anyForm
	if r.quote {
		f |= startsQuote
	}
	if r.open {
		f |= leavesQuoteOpen
	}
	if r.colon {
		f |= endsColon
	}
	if r.text != "" && words.IsDigit(r.text[0]) {
		f |= startsNumber
	}
	if r.quotes {
		f |= hasQuote
	}
	if len(r.words) == 0 {
		return f
	}
	if text.IsBullet(r.text) {
		f |= startsBullet
	}
	if !text.EndsSentence(r.text) {
		f |= noStop
	}
	if r.text[len(r.text)-1] == '?' {
		f |= endsQuestion
	}
	if c, _ := utf8.DecodeRuneInString(r.text); unicode.IsLower(c) {
		f |= startsLower
	}
	if r.lang == words.English && r.words[0].roles&words.ProseArticle != 0 &&
		r.words[0].roles&words.ProsePronoun == 0 {
		f |= startsArticle
	}
	f |= r.alsoForms()
	f |= r.openingForms() | r.sentenceForms()
	return f | r.nameForms()
}

// soon is how many words from the start of a paragraph "also" says most.
const soon = 9

// alsoForms finds the words that add to what was said, in the first sentence or soon.
func (r *proseReader) alsoForms() (f form) {
	near := min(soon, len(r.words))
	if rolesIn(r.words[1:near])&words.ProseAlso != 0 {
		f |= saysAlso
	}
	if near < r.first && rolesIn(r.words[near:r.first])&words.ProseAlso != 0 {
		f |= alsoLater
	}
	return f
}

// rolesIn returns the roles that any of some words has.
func rolesIn(tokens []proseToken) (roles words.ProseRoles) {
	for i := range tokens {
		roles |= tokens[i].roles
	}
	return roles
}

// openingForms finds the forms of the first word, and the longer forms that begin with it.
func (r *proseReader) openingForms() form {
	var f form
	word, all := r.words[0].roles, r.rolesAt(0)
	switch {
	case all&words.ProseOpening != 0:
		f |= greets | opensFeed
	case all&words.ProseClosing != 0:
		f |= greets | closesFeed
	case word&words.ProsePresents != 0:
		f |= greets
	}
	if word&words.ProsePronoun != 0 {
		f |= startsPronoun
	}
	if all&words.ProseConnective != 0 {
		f |= startsConnective
	}
	if all&words.ProseCiting != 0 {
		f |= startsCiting
	}
	if r.isAnaphor(0) {
		f |= startsAnaphor
	}
	return f
}

// formRoles are the roles of the words at which sentenceForms may find something.
const formRoles = words.ProseSelf | words.ProseHave | words.ProseCiting |
	words.ProsePronoun | words.ProseSpeech | words.ProseArticle | words.ProseMore

// sentenceForms finds, in the first sentence, what distinguishes the lead of a report from its
// continuation. These are the perfects, the verbs of saying and the sources; quotations are left
// out.
func (r *proseReader) sentenceForms() form {
	var f form
	for i := r.formed.next(0); i >= 0 && i < r.first; i = r.formed.next(i + 1) {
		w := &r.words[i]
		if r.kinds[i]&quotedWord != 0 {
			continue
		}
		all := r.rolesAt(i)
		if w.roles&words.ProseSelf != 0 {
			f |= inFirstPerson
		}
		if w.roles&words.ProseHave != 0 {
			f |= r.perfectAt(i)
		}
		if all&words.ProseCiting != 0 && !r.citesBack(i) {
			f |= citesSource
		}
		if r.saysBack(i, all) {
			f |= heSaid
		}
	}
	return f
}

// nameForms finds the forms of the names of a paragraph.
func (r *proseReader) nameForms() form {
	if len(r.names) == 0 {
		return 0
	}
	g := givesName
	for i := range r.names {
		n := &r.names[i]
		if !n.full {
			continue
		}
		g |= givesFullName
		if n.first && n.titled {
			g |= namesTitled
		}
	}
	return g
}

// rolesAt returns the roles of word i and of the longer forms that begin with it.
func (r *proseReader) rolesAt(i int) words.ProseRoles {
	roles := r.words[i].roles
	if roles&words.ProseMore == 0 {
		return roles
	}
	for end := i + 1; end < min(i+5, len(r.words)); end++ {
		if r.kinds[end]&joinedWord == 0 || r.words[end].roles&words.ProseInner == 0 {
			break
		}
		more := r.vocabulary.rolesOf(r.text[r.words[i].start:r.end(end)], r.lang)
		if more == 0 {
			break
		}
		roles |= more
	}
	return roles
}

// isAnaphor reports whether an article and a noun that refers back are at word i, not followed by
// "of".
func (r *proseReader) isAnaphor(i int) bool {
	if r.kinds[i]&elidedWord != 0 && r.words[i].roles&words.ProseAnaphor != 0 {
		return true
	}
	if r.words[i].roles&words.ProseArticle == 0 {
		return false
	}
	for k := i + 1; k < min(i+5, r.first); k++ {
		w := &r.words[k]
		if r.rolesAt(k)&words.ProseAnaphor != 0 {
			if r.isPossessive(k) {
				return false // the president's schedule
			}
			next := k + 1
			return next >= len(r.words) || r.word(next) != "of"
		}
		if w.roles&(words.ProseAdjective|words.ProseTitle) == 0 && r.kinds[k]&capitalWord == 0 {
			return false
		}
	}
	return false
}

// isPossessive reports whether word k ends with 's.
func (r *proseReader) isPossessive(k int) bool {
	folded := words.AppendFolded(r.buf[:0], r.word(k))
	return len(trimPossessive(folded)) < len(folded)
}

// perfectAt returns what kind of perfect the auxiliary at word i makes.
func (r *proseReader) perfectAt(i int) form {
	for k := i + 1; k < min(i+4, len(r.words)); k++ {
		w := &r.words[k]
		word := r.word(k)
		switch word {
		case "long", "previously", "repeatedly", "never", "always", "often":
			return tellsLong
		case "also":
			return 0
		}
		if w.roles&words.ProseAdverb != 0 {
			continue
		}
		report := w.roles&words.ProseReport != 0
		if !report && w.roles&words.ProseParticiple == 0 &&
			!(len(word) > 3 && word[len(word)-2:] == "ed") {
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

// isInverted reports whether the subject of the auxiliary at word i is after a comma and a
// clause.
func (r *proseReader) isInverted(i int) bool {
	for k := i - 1; k > 3 && k > i-14; k-- {
		if r.kinds[k]&afterComma != 0 {
			return r.kinds[k]&capitalWord != 0 || r.words[k].roles&words.ProseArticle != 0
		}
	}
	return false
}

// citesBack reports whether a source at word i is a pronoun or refers back: "according to him",
// "according to the outlet".
func (r *proseReader) citesBack(i int) bool {
	for k := i + 1; k < min(i+3, r.first); k++ {
		roles := r.words[k].roles
		if roles&(words.ProsePronoun|words.ProseStop) == words.ProseStop &&
			(r.word(k) == "him" || r.word(k) == "them") ||
			roles&words.ProsePronoun != 0 && roles&words.ProseArticle == 0 || r.isAnaphor(k) {
			return true
		}
	}
	return false
}

// saysBack reports whether "he said" or "the outlet wrote" is at word i, at the start or after
// a comma, or "according to him". all are the roles of that word and of the longer forms that begin
// with it.
func (r *proseReader) saysBack(i int, all words.ProseRoles) bool {
	w := &r.words[i]
	if all&words.ProseCiting != 0 {
		return r.citesBack(i) && r.kinds[i]&afterComma != 0
	}
	if i > 0 && r.kinds[i]&afterComma == 0 && r.kinds[i-1]&quotedWord == 0 {
		return false
	}
	if w.roles&words.ProsePronoun != 0 && w.roles&words.ProseArticle == 0 && i+1 < r.first &&
		r.words[i+1].roles&words.ProseSpeech != 0 {
		return true
	}
	if r.lang != words.English && w.roles&words.ProseSpeech != 0 && i+1 < r.first &&
		r.words[i+1].roles&words.ProsePronoun != 0 {
		return true // sagte er, сказал он
	}
	if !r.isAnaphor(i) {
		return false
	}
	for k := i + 2; k < min(i+5, r.first); k++ {
		if r.words[k].roles&words.ProseSpeech != 0 {
			return true
		}
	}
	return false
}
