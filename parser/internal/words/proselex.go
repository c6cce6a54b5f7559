package words

import "encoding/binary"

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

// A proseForm is where the spelling of a form begins in proseText, and its rows in proseWords. They
// end where those of the next one begin.
type proseForm struct{ text, rows uint16 }

// The table of forms is made of small arrays of numbers, with the forms of one language side
// by side. A process that reads one feed touches little of it, and the rest is never loaded. Most
// words have no form. A few bits of the hash in the slot say so, and nothing else is looked at.

// proseRows returns what a folded form is in the languages that have it; h is the form's hash.
func proseRows(form []byte, h uint32) []proseWord {
	const mask, tag = uint32(len(proseSlots)) - 1, 1<<16 - 1<<proseTag
	for at := h & mask; ; at = (at + 1) & mask {
		slot := proseSlots[at]
		if slot == 0 {
			return nil
		}
		if (slot^uint16(h>>16))&tag != 0 {
			continue
		}
		f, next := proseForms[slot&^tag-1], proseForms[slot&^tag]
		if proseText[f.text:next.text] == string(form) {
			return proseWords[f.rows:next.rows]
		}
	}
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

// ProseHash returns the hash of a folded form of running text. Nearly all words are short, and one
// step or two of it: no loop over their bytes.
func ProseHash(b []byte) uint32 {
	h := uint64(len(b)) * 0xFF51AFD7ED558CCD
	for ; len(b) > 8; b = b[8:] {
		h = mixed(h ^ binary.LittleEndian.Uint64(b))
	}
	switch n := len(b); {
	case n >= 4: // the two halves overlap
		h ^= uint64(binary.LittleEndian.Uint32(b)) | uint64(binary.LittleEndian.Uint32(b[n-4:]))<<32
	case n > 0:
		h ^= uint64(b[0]) | uint64(b[n/2])<<8 | uint64(b[n-1])<<16
	}
	return uint32(mixed(mixed(h)))
}

// mixed mixes the bits of a hash.
func mixed(x uint64) uint64 {
	x *= 0x9E3779B97F4A7C15
	return x ^ x>>32
}
