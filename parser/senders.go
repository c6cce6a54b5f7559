package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/words"
)

// Senders: who wrote the messages of a chat. "[14/10/2021, 15:34] Kim: text", "10:15 <kim> text".

// Limits of senders.
const (
	senderSize   = 40  // bytes of a name
	senderWords  = 4   // words of it
	senderLeast  = 3   // messages that tell whether a feed has senders
	senderSample = 500 // messages that are looked at
)

// A senderForm is how a message names its sender.
type senderForm uint8

const (
	noSender    senderForm = iota
	colonSender            // Kim: text
	angleSender            // <kim> text
)

// senderOf returns the name that opens a text, how it is written, and where the message behind it
// begins. All offsets are of the text.
func senderOf(s string) (name feed.Span, message int, form senderForm) {
	if strings.HasPrefix(s, "<") {
		end := strings.IndexByte(s, '>')
		if end > 1 && end <= senderSize && end+1 < len(s) && s[end+1] == ' ' &&
			!strings.ContainsAny(s[1:end], " /=!") {
			return feed.Span{Start: 1, End: end}, end + 2, angleSender
		}
		return feed.Span{}, 0, noSender
	}
	end := strings.Index(s, ": ")
	if end <= 0 || end > senderSize || !isSender(s[:end]) {
		return feed.Span{}, 0, noSender
	}
	return feed.Span{Start: 0, End: end}, end + 2, colonSender
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

// haveSenders reports whether the texts of the feed's timestamps begin with their authors. Nearly
// all do, and the names recur, or each timestamp is whole and in brackets. Rubrics recur too: "16
// August 2025, 20:15 Berlin: text".
func (b *builder) haveSenders() bool {
	if len(b.Stamps) < senderLeast || b.Style.Place != stamp.Opens || b.Style.Led || b.Byline {
		return false
	}
	stamps := b.Stamps[:min(len(b.Stamps), senderSample)]
	names := map[string]int{}
	named, whole, angled := 0, 0, 0
	for _, i := range stamps {
		m := &b.Candidates[i]
		s := b.D.Lines.Span(b.D.Text, int(m.Line))
		rest := b.D.Text[m.Rest:max(s.End, int(m.Rest))]
		name, _, form := senderOf(rest)
		if form == noSender {
			continue
		}
		named++
		names[name.Of(rest)]++
		if form == angleSender {
			angled++
		}
		if m.Fields.IsFull() && m.Fields.HasClock() && isBracketed(b.D.Text, m) {
			whole++
		}
	}
	switch {
	case 10*named < 9*len(stamps):
		return false
	case whole == named || angled == named:
		return true
	}
	first := &b.Candidates[stamps[0]]
	return b.Style.Family == stamp.StampFamily && b.Style.Sep == stamp.StrongSep &&
		first.Fields.Has&stamp.NamedDate == 0 && len(names) > 1 && 2*len(names) <= named
}

// isBracketed reports whether a timestamp stands in square brackets.
func isBracketed(text string, m *stamp.Candidate) bool {
	return m.Start > 0 && text[m.Start-1] == '[' && int(m.End) < len(text) && text[m.End] == ']'
}

// takeSender takes the sender who opens a message, and returns the message without it.
func (b *builder) takeSender(e *feed.Entry, part feed.Span) feed.Span {
	if !b.senders {
		return part
	}
	name, message, form := senderOf(part.Of(b.D.Text))
	if form == noSender {
		return part
	}
	e.Author = feed.Span{Start: part.Start + name.Start, End: part.Start + name.End}
	return feed.Span{Start: part.Start + message, End: part.End}.Trim(b.D.Text)
}
