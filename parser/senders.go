package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/words"
)

// Senders: who wrote the messages of a chat. "[14/10/2021, 15:34] Kim: text", "10:15 <kim> text",
// "2021-10-14 15:34 | Kim | text".

// Limits of senders.
const (
	senderSize   = 40  // bytes of a name
	senderWords  = 4   // words of it
	senderLeast  = 3   // messages that show whether a feed has senders
	senderSample = 500 // messages that are looked at
)

// A senderForm is how the messages of a feed name their senders.
type senderForm uint8

const (
	noSender    senderForm = iota
	colonSender            // Kim: text
	angleSender            // <kim> text
	barSender              // Kim | text
	wideSender             // Kim, and two spaces or a tab before the text
)

// senderOf returns the name that opens a text in a form, and where the message after it begins.
// Offsets are of the text. The message is 0 if there is no name.
func senderOf(s string, form senderForm) (name feed.Span, message int) {
	end := -1
	switch form {
	case angleSender:
		return angledSender(s)
	case colonSender:
		end = strings.Index(s, ": ")
	case barSender:
		end = strings.Index(s, " | ")
	case wideSender:
		end = wideGap(s)
	}
	if end <= 0 || end > senderSize || !isSender(s[:end]) {
		return feed.Span{}, 0
	}
	message = end + 1 // past the mark
	if form == barSender {
		message++
	}
	for message < len(s) && (s[message] == ' ' || s[message] == '\t') {
		message++
	}
	return feed.Span{Start: 0, End: end}, message
}

// angledSender returns the name in angle brackets that opens a text: "<kim> text".
func angledSender(s string) (name feed.Span, message int) {
	end := strings.IndexByte(s, '>')
	if end <= 1 || s[0] != '<' || end > senderSize || strings.ContainsAny(s[1:end], " /=!") {
		return feed.Span{}, 0
	}
	_, message = words.SkipSpace(s, end+1)
	if message == end+1 || message >= len(s) {
		return feed.Span{}, 0
	}
	return feed.Span{Start: 1, End: end}, message
}

// wideGap returns where the first two spaces, or the first tab, of a text are; -1: nowhere.
func wideGap(s string) int {
	tab, wide := strings.IndexByte(s, '\t'), strings.Index(s, "  ")
	if tab < 0 || wide >= 0 && wide < tab {
		return wide
	}
	return tab
}

// isSender reports whether some words may name a sender. They are few, begin with a capital or the
// sign of a number or an account, and lack the signs of paths, sentences and programs. The level of
// a log is none.
func isSender(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	named := unicode.IsLetter(first) && !words.IsSmall(first)
	switch {
	case !named && strings.IndexByte("+~@", s[0]) < 0,
		strings.ContainsAny(s, ".,;!?()[]{}<>/\\|=\"#%$*"),
		strings.Count(s, " ") >= senderWords,
		named && strings.ContainsAny(s, "0123456789"),
		len(s) > 2 && strings.ToUpper(s) == s && strings.ToLower(s) != s:
		return false
	}
	switch s {
	case "Error", "Warning", "Warn", "Info", "Debug", "Notice", "Critical", "Fatal", "Trace",
		"Note", "Update":
		return false
	}
	return true
}

// sendersOf returns how the texts of the feed's timestamps begin with their authors, noSender if
// they do not.
func (b *builder) sendersOf() senderForm {
	if len(b.Stamps) < senderLeast || b.Style.Place != stamp.Opens || b.Style.Led || b.Byline {
		return noSender
	}
	for form := colonSender; form <= wideSender; form++ {
		if b.haveSenders(form) {
			return form
		}
	}
	return noSender
}

// labelRoles are the roles of words that label messages and name nobody.
const labelRoles = words.RoleUpdated | words.RolePublished | words.RoleLive | words.RoleNoise |
	words.RoleNow

// haveSenders reports whether the texts of the feed's timestamps begin with authors in a form.
// Nearly all do, and the names recur, or each timestamp is whole and in brackets. Rubrics recur
// too: "16 August 2025, 20:15 Berlin: text".
func (b *builder) haveSenders(form senderForm) bool {
	stamps := b.Stamps[:min(len(b.Stamps), senderSample)]
	names := map[string]int{}
	named, bracketed, whole := 0, 0, 0
	for _, i := range stamps {
		m := &b.Candidates[i]
		name := b.senderAfter(m, form)
		if name == "" {
			continue
		}
		named++
		names[name]++
		if isBracketed(b.D.Text, m) {
			bracketed++
			if m.Fields.IsFull() && m.Fields.HasClock() {
				whole++
			}
		}
	}
	recur := len(names) > 1 && 2*len(names) <= named
	switch {
	case 10*named < 9*len(stamps):
		return false
	case form == angleSender, form == colonSender && whole == named, recur && bracketed == named:
		return true
	}
	return recur && b.isBeforeColumn(form)
}

// senderAfter returns the name after a timestamp, "" if there is none or it is a label.
func (b *builder) senderAfter(m *stamp.Candidate, form senderForm) string {
	s := b.D.Lines.Span(b.D.Text, int(m.Line))
	rest := b.D.Text[m.Rest:max(s.End, int(m.Rest))]
	name, message := senderOf(rest, form)
	if message == 0 || b.lexer.FormRoles(name.Of(rest))&labelRoles != 0 {
		return ""
	}
	return name.Of(rest)
}

// isBeforeColumn reports whether a column of names may be between the feed's timestamps and their
// texts. The timestamps are whole and in numbers, and a mark or a wide space closes them.
func (b *builder) isBeforeColumn(form senderForm) bool {
	sep := stamp.StrongSep
	if form == wideSender {
		sep = stamp.WideSep
	}
	return b.Style.Family == stamp.StampFamily && b.Style.Sep == sep &&
		b.Candidates[b.Stamps[0]].Fields.Has&stamp.NamedDate == 0
}

// isBracketed reports whether a timestamp is in square brackets.
func isBracketed(text string, m *stamp.Candidate) bool {
	return m.Start > 0 && text[m.Start-1] == '[' && int(m.End) < len(text) && text[m.End] == ']'
}

// takeSender takes the sender who opens a message, and returns the message without it.
func (b *builder) takeSender(e *feed.Entry, part feed.Span) feed.Span {
	name, message := senderOf(part.Of(b.D.Text), b.senders)
	if message == 0 {
		return part
	}
	e.Author = feed.Span{Start: part.Start + name.Start, End: part.Start + name.End}
	return feed.Span{Start: part.Start + message, End: part.End}.Trim(b.D.Text)
}
