package parser

// The names in a paragraph.

// A nameRun is a run of capitalised words.
type nameRun struct {
	full    uint32 // hash of all words
	at      int32  // characters of the paragraph before it and its titles
	token   int    // its first word
	words   int
	starts  bool // it begins where the paragraph does
	early   bool // or near there
	titled  bool
	initial bool // a single word that begins a sentence: it may be no name
}

// findNames finds the runs of capitalised words outside the lists.
func (r *proseReader) findNames() {
	for i := 0; i < len(r.words); i++ {
		if !r.isNamePart(i) {
			continue
		}
		end := i + 1
		for end < len(r.words) && r.words[end].kind&(capitalWord|joinedWord|initialWord) == capitalWord|joinedWord {
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
	n := nameRun{full: hashSeed, at: r.words[i].at, token: from, words: end - from, titled: titled, initial: end-i == 1 && r.words[i].kind&initialWord != 0}
	for k := from; k < end; k++ {
		r.words[k].kind &^= contentWord
		n.full = (n.full ^ r.vocabulary.hashes[r.words[k].number].name) * 16777619
	}
	r.names = append(r.names, n)
}
