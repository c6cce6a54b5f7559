package parser

// proseRoles is a set of the parts that a word can play in running text; see .tools/words/prose.tsv.
type proseRoles uint32

const (
	prosePronoun    proseRoles = 1 << iota // he, this
	proseConnective                        // however, in a statement
	proseSpeech                            // said
	proseAdjective                         // the two leaders' two
	proseAnaphor                           // the outlet
	proseAlso                              // also
	proseTitle                             // President
	proseHonorific                         // Mr
	proseParticiple                        // held
	proseReport                            // announced
	proseCiting                            // according to
	proseArticle                           // the
	proseHave                              // has
	proseAdverb                            // reportedly
	proseStop                              // function words
	proseOpening                           // good morning: the first entry of a feed
	proseClosing                           // that's all: the last one
	prosePresents                          // here is: hands something on
	proseFresh                             // a man, three people: not named yet
	proseWhen                              // today
	proseSelf                              // I, we
	proseMore                              // a longer form begins with this word
	proseInner                             // a longer form goes on with this word
)

// A proseWord is what a form of the word lists of running text is in one language.
type proseWord struct {
	at    uint16 // where its spelling starts in proseSpellings
	size  uint8
	lang  language
	roles proseRoles
}

// proseRows returns what a folded form is in the languages that have it; h is the form's hash.
func proseRows(form []byte, h uint32) []proseWord {
	const mask = uint32(len(proseSlots)) - 1
	for at := h & mask; proseSlots[at] != 0; at = (at + 1) & mask {
		first := int(proseSlots[at])
		w := &proseWords[first]
		if int(w.size) != len(form) || proseSpellings[w.at:int(w.at)+int(w.size)] != string(form) {
			continue
		}
		end := first + 1
		for end < len(proseWords) && proseWords[end].at == w.at {
			end++
		}
		return proseWords[first:end]
	}
	return nil
}

// lookupProse returns the roles of a folded form in a language; h is the form's hash.
func lookupProse(form []byte, h uint32, lang language) proseRoles {
	rows := proseRows(form, h)
	for i := range rows {
		if rows[i].lang == lang {
			return rows[i].roles
		}
	}
	return 0
}
