package words

import (
	"strings"
	"testing"
)

// TestPlainWordAt holds that a plain word with a blank after it is the same token as one that is
// looked up with the forms that begin with it.
func TestPlainWordAt(t *testing.T) {
	for _, w := range slots {
		if w == nil || !isPlainWord(w.Spelling) || len(w.Spelling) > MaxWord {
			continue
		}
		var x Lexer
		var got, want Token
		line := strings.ToUpper(w.Spelling[:1]) + w.Spelling[1:] + " 5"
		x.wordAt(&got, line, 0)
		if form, stop := x.formAt(line, 0, len(w.Spelling)); form != nil {
			want = Token{Kind: WordTok, End: int32(stop), Word: form, Upper: isUpper(line[:stop])}
		} else {
			want = Token{Kind: UnknownTok, End: int32(len(w.Spelling))}
		}
		if got != want {
			t.Errorf("%q: %+v, not %+v", line, got, want)
		}
	}
}

// TestPlainWord holds that reading a plain word finds it in the lexicon wherever looking it up
// does, with a capital or without, and that other words are not read.
func TestPlainWord(t *testing.T) {
	for _, w := range slots {
		if w == nil || !isPlainWord(w.Spelling) || len(w.Spelling) > MaxWord {
			continue
		}
		for _, word := range []string{w.Spelling, strings.ToUpper(w.Spelling[:1]) + w.Spelling[1:],
			w.Spelling + "q"} {
			end, found := plainWord("x "+word+" x", 2)
			want := lookup([]byte(strings.ToLower(word)))
			if end != 2+len(word) || found != want {
				t.Errorf("%q: ends at %d, found %v", word, end, found)
			}
		}
	}
	for _, line := range []string{"a.m. x", "May", "May-Day", "MAY x", "L'an x", "5 May", "août x",
		strings.Repeat("a", MaxWord+1) + " x"} {
		if end, _ := plainWord(line, 0); end != 0 {
			t.Errorf("%q: a word that ends at %d", line, end)
		}
	}
}

// TestMayEndForm holds that the last word of every form may end one, and that most words of running
// text may not.
func TestMayEndForm(t *testing.T) {
	for _, w := range slots {
		if w == nil {
			continue
		}
		last := w.Spelling[strings.LastIndexByte(w.Spelling, ' ')+1:]
		if !isPlainWord(last) {
			continue
		}
		for _, word := range []string{last, strings.ToUpper(last[:1]) + last[1:]} {
			if !MayEndForm(word) {
				t.Errorf("%q: not in lastWords; go generate", word)
			}
		}
	}
	for _, word := range []string{"harbour", "lamps", "ferry", "Dark"} {
		if MayEndForm(word) {
			t.Errorf("%q may end a form", word)
		}
	}
}
