package words

// Language is the number of a language that has word lists, counted from 1; 0 is any other.
type Language uint8

const (
	NoLanguage Language = iota
	English
	German
	French
	Spanish
	Italian
	Portuguese
	Russian
	Ukrainian
	Polish
	Dutch
)

// String returns the language's code, "" if it is none of those with lists.
func (l Language) String() string {
	if l == NoLanguage {
		return ""
	}
	return ProseLanguages[l-1]
}

// Alphabets are the small letters beyond ASCII of each language, as the CLDR has them for its own
// words and for loan words.
var Alphabets = [...]string{
	English:    "é",
	German:     "äöüßéèàâçêôñ",
	French:     "àâæçéèêëîïôœùûüÿñ",
	Spanish:    "áéíóúüñ",
	Italian:    "àèéìíîòóùú",
	Portuguese: "áàâãçéêíóôõúü",
	Russian:    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
	Ukrainian:  "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяʼ",
	Polish:     "ąćęłńóśźż",
	Dutch:      "áâäçéèêëíîïóôöúûü",
}

// FunctionWordOf returns the languages, as bits, of which a folded form is a function word.
func FunctionWordOf(form []byte) (languages ProseRoles) {
	rows := proseRows(form, ProseHash(form))
	for i := range rows {
		if rows[i].roles&ProseStop != 0 {
			languages |= 1 << rows[i].lang
		}
	}
	return languages
}
