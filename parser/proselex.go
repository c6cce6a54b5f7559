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
	proseMore                              // a longer form begins with this word
)

// A proseWord is a form of the word lists of running text.
type proseWord struct {
	at    uint16
	size  uint8
	roles proseRoles
}

// language is the number of a language that has word lists, counted from 1; 0 is any other.
type language uint8

const (
	noLanguage language = iota
	english
)

// lookupProse returns the roles of a folded form of a language; buf[0] is free for the language.
func lookupProse(buf []byte, lang language) proseRoles {
	if lang == noLanguage {
		return 0
	}
	buf[0] = 'A' + byte(lang) - 1
	for at := hash(buf) & (uint32(len(proseSlots)) - 1); proseSlots[at] != 0; at = (at + 1) & (uint32(len(proseSlots)) - 1) {
		w := &proseWords[proseSlots[at]]
		if proseSpellings[w.at:int(w.at)+int(w.size)] == string(buf) {
			return w.roles
		}
	}
	return 0
}
