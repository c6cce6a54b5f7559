package parser

// language is the number of a language that has word lists, counted from 1; 0 is any other.
type language uint8

const (
	noLanguage language = iota
	english
	german
	french
	spanish
	italian
	portuguese
	russian
	ukrainian
	polish
	dutch
)

// String returns the language's code, "" if it is none of those with lists.
func (l language) String() string {
	if l == noLanguage {
		return ""
	}
	return proseLanguages[l-1]
}

// alphabets are the small letters beyond ASCII of each language, as the CLDR has them for its own words and those that it has taken over.
var alphabets = [...]string{
	english:    "é",
	german:     "äöüßéèàâçêôñ",
	french:     "àâæçéèêëîïôœùûüÿñ",
	spanish:    "áéíóúüñ",
	italian:    "àèéìíîòóùú",
	portuguese: "áàâãçéêíóôõúü",
	russian:    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
	ukrainian:  "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяʼ",
	polish:     "ąćęłńóśźż",
	dutch:      "áâäçéèêëíîïóôöúûü",
}

// everyLanguage stands for all languages at once: what a vocabulary knows as the roles of a word in it are the languages of which it is a
// function word, as bits.
const everyLanguage language = 1<<8 - 1

// functionWordOf returns the languages, as bits, of which a folded form is a function word.
func functionWordOf(form []byte) (languages proseRoles) {
	rows := proseRows(form, hash(form))
	for i := range rows {
		if rows[i].roles&proseStop != 0 {
			languages |= 1 << rows[i].lang
		}
	}
	return languages
}
