package grouping

import "newstimeline/parser/internal/words"

// The names in a paragraph.

// A readName is a run of capitalised words.
type readName struct {
	at      int32  // characters of the paragraph before it and its titles
	last    uint16 // the number of its last word
	full    bool   // it has more than one word
	first   bool   // it is in the first sentence
	titled  bool   // a title is before it
	initial bool   // a single word that begins a sentence: it may be no name
}

// findNames finds the runs of capitalised words outside the lists.
func (r *proseReader) findNames() {
	for i := r.capitals.next(0); i >= 0; {
		end := i + 1
		if !r.isNamePart(i) {
			i = r.capitals.next(end)
			continue
		}
		for r.capitals.has(end) && r.kinds[end]&(joinedWord|initialWord) == joinedWord {
			end++
		}
		// in German every noun has a capital
		if r.lang != words.German || end-i > 1 {
			r.addName(i, end)
		}
		i = r.capitals.next(end)
	}
}

// isNamePart reports whether a run of names may begin at word i, which has a capital. It is not a
// function word, and at the start of a sentence no other word of the lists.
func (r *proseReader) isNamePart(i int) bool {
	w := &r.words[i]
	if w.size < 2 {
		return false
	}
	if r.kinds[i]&initialWord == 0 {
		return w.roles&words.ProseStop == 0
	}
	return w.roles&(words.ProseStop|words.ProsePronoun|words.ProseConnective|words.ProseArticle|
		words.ProseSpeech|words.ProseAdverb|words.ProseParticiple) == 0
}

// addName adds the run of words [i, end), titles cut from its front.
func (r *proseReader) addName(i, end int) {
	titled := i > 0 && r.words[i-1].roles&words.ProseTitle != 0 && r.kinds[i]&joinedWord != 0
	from := i
	for k := i; k < end-1; k++ {
		if r.words[k].roles&(words.ProseTitle|words.ProseHonorific) != 0 &&
			!(k == end-2 && r.words[end-1].roles&words.ProseAnaphor != 0) {
			from = k + 1
			titled = true
		}
	}
	if end-from == 1 && r.words[from].roles&(words.ProseTitle|words.ProseHonorific) != 0 {
		return
	}
	for k := from; k < end; k++ {
		r.contents.drop(k)
	}
	r.names = append(r.names, readName{
		at: r.words[i].at, last: r.words[end-1].number, full: end-from > 1, first: from < r.first,
		titled: titled, initial: end-i == 1 && r.kinds[i]&initialWord != 0,
	})
}
