package words

// ProseRoles is a set of tags: what a word can be in running text; see .tools/words/prose.tsv.
type ProseRoles uint32

const (
	ProsePronoun    ProseRoles = 1 << iota // he, this
	ProseConnective                        // however, in a statement
	ProseSpeech                            // verbs of speech
	ProseAdjective                         // the two leaders' two
	ProseAnaphor                           // the outlet
	ProseAlso                              // also
	ProseTitle                             // President
	ProseHonorific                         // Mr
	ProseParticiple                        // held
	ProseReport                            // announced
	ProseCiting                            // according to
	ProseArticle                           // the
	ProseHave                              // has
	ProseAdverb                            // reportedly
	ProseStop                              // function words
	ProseOpening                           // good morning: the first entry of a feed
	ProseClosing                           // that's all: the last one
	ProsePresents                          // here is: hands something on
	ProseSelf                              // I, we
	ProseMore                              // a longer form begins with this word
	ProseInner                             // a longer form goes on with this word
)

// A proseWord is what a form of the word lists of running text is in one language.
type proseWord struct {
	lang  Language
	roles ProseRoles
}

// The table of forms is made of small arrays of numbers, with the forms of one language side
// by side. A process that reads one feed touches little of it, and the rest is never loaded.

// proseRows returns what a folded form is in the languages that have it; h is the form's hash.
func proseRows(form []byte, h uint32) []proseWord {
	const mask = uint32(len(proseSlots)) - 1
	for at := h & mask; proseSlots[at] != 0; at = (at + 1) & mask {
		n := proseSlots[at] - 1
		if proseHashes[n] == h && proseText[proseTexts[n]:proseTexts[n+1]] == string(form) {
			return proseWords[proseFirst[n]:proseFirst[n+1]]
		}
	}
	return nil
}

// LookupProse returns the roles of a folded form in a language; h is the form's hash.
func LookupProse(form []byte, h uint32, lang Language) ProseRoles {
	rows := proseRows(form, h)
	for i := range rows {
		if rows[i].lang == lang {
			return rows[i].roles
		}
	}
	return 0
}
