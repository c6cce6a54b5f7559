package decode

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/net/html/atom"
)

// A Format is the format of an input.
type Format uint8

const (
	Auto       Format = iota // unknown: decided by the content
	PlainText                // lines of text
	HTML                     // a saved page
	RSS                      // RSS of any version, RDF
	Atom                     // RFC 4287
	JSONFeed                 // jsonfeed.org, any version
	JSONL                    // lines of JSON, each a document: see Documents
	JSON                     // objects, wherever they are, each of which is an entry
	CSV                      // a table with a line of names, whose rows are entries
	TSV                      // the same, separated by tabs, without quotes
	Mbox                     // an archive of mail, whose messages are entries
	ICS                      // a calendar (iCalendar), whose events are entries
	TimelineJS               // slides of TimelineJS, JSON or its spreadsheet as CSV
	Markdown                 // as this program writes it
	List                     // as this program writes it
	Table                    // as this program draws it
)

// Formats are the names of all formats, indexed by Format.
var Formats = [...]string{"auto", "text", "html", "rss", "atom", "jsonfeed", "jsonl", "json", "csv",
	"tsv", "mbox", "ics", "timelinejs", "markdown", "list", "table"}

// String returns the name of the format, as flags and the JSON contract have it.
func (f Format) String() string { return Formats[f] }

// ErrDocuments is the error of Source for JSONL, which holds many documents.
var ErrDocuments = errors.New(
	"holds one document per line; use timeline export --input jsonl -f jsonl")

// sniffed is how many bytes at the start of an input sniff looks at.
const sniffed = 16 << 10

// sniff returns the format of an input, detected from its first bytes, and the reason in words.
// keys are those of JSONL records. What is none of the other formats is PlainText.
func sniff(b []byte, keys Keys) (Format, string) {
	all := b
	b = b[:min(len(b), sniffed)]
	if bytes.HasPrefix(b, []byte("\xFF\xFE")) || bytes.HasPrefix(b, []byte("\xFE\xFF")) {
		b = narrow(b[2:])
		all = b
	}
	b = trimStart(b)
	switch {
	case len(b) == 0:
		return PlainText, "it is empty"
	case b[0] == '{':
		return sniffJSON(trimStart(all), b, keys)
	case b[0] == '<':
		return sniffMarkup(b)
	case b[0] == '[' && holdsRecords(b, keys.naming()):
		return JSON, "an array of objects with time and text"
	case hasFold(b, "BEGIN:VCALENDAR"):
		return ICS, "it begins with a calendar"
	case isSlideTable(b):
		return TimelineJS, "its first line has the columns of TimelineJS"
	case beginsMessage(b):
		return Mbox, "it begins with a From line and message headers"
	}
	switch comma(b, keys.naming()) {
	case '\t':
		return TSV, "its first line names tab-separated columns, with time and text"
	case ',', ';':
		return CSV, "its first line names columns, with time and text"
	}
	switch {
	case isNotebook(all):
		return Markdown, "its title, source, days and entries are Markdown as timeline writes it"
	case isList(all):
		return List, "its days and entries are a list as timeline writes it"
	case isDrawn(all):
		return Table, "its lines, days and entries are a table as timeline draws it"
	}
	return PlainText, "it begins with text, not markup"
}

// trimStart returns b without a byte order mark and white space at its start.
func trimStart(b []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\uFEFF")), " \t\r\n\f\x00")
}

// narrow drops the zero bytes of UTF-16, so that markup in it can be recognised.
func narrow(b []byte) []byte { return bytes.ReplaceAll(b, []byte{0}, nil) }

// sniffMarkup is sniff for an input that begins with "<". Its first element decides, after
// comments, declarations and instructions, unless most of the text is outside of its elements.
func sniffMarkup(b []byte) (Format, string) {
	for b = bytes.TrimLeft(b, " \t\r\n\f"); bytes.HasPrefix(b, []byte("<?")) ||
		bytes.HasPrefix(b, []byte("<!")); b = bytes.TrimLeft(b, " \t\r\n\f") {
		if hasFold(b, "<!doctype html") {
			return HTML, "its doctype is html"
		}
		n := declarationSize(b)
		if n == 0 {
			return PlainText, "it begins with an unclosed tag"
		}
		b = b[n:]
	}
	name := tagName(b)
	switch local := strings.ToLower(name[strings.IndexByte(name, ':')+1:]); {
	case local == "rss", local == "rdf":
		return RSS, fmt.Sprintf("its first element is <%s>", name)
	case local == "feed":
		return Atom, fmt.Sprintf("its first element is <%s>", name)
	case !isBlock(atom.Lookup([]byte(local))) && !isHeadElement(local):
	case !isOfPages(local) && isOutside(b):
		return PlainText, "most of its lines are outside of its elements"
	default:
		return HTML, fmt.Sprintf("its first element is <%s>", name)
	}
	return PlainText, "it does not begin with an element of a page or feed"
}

// declarationSize returns the length of the comment, instruction or declaration that b begins with;
// 0: it has no end. That of a document type may hold others, and signs of markup between quotes.
func declarationSize(b []byte) int {
	depth, quote := 0, byte(0)
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case bytes.HasPrefix(b[i:], []byte("<!--")):
			n := bytes.Index(b[i:], []byte("-->"))
			if n < 0 {
				return 0
			}
			if i += n + len("-->") - 1; depth == 0 {
				return i + 1
			}
		case c == '<':
			depth++
		case c == '>':
			if depth--; depth == 0 {
				return i + 1
			}
		case c == '"' || c == '\'':
			quote = c
		}
	}
	return 0
}

// isHeadElement reports whether a page, or a part of one, may begin with an element that is no
// block.
func isHeadElement(name string) bool {
	switch name {
	case "title", "meta", "link", "script", "style", "base", "span", "a", "b", "strong", "em", "i",
		"img", "time", "noscript", "template", "br":
		return true
	}
	return false
}

func hasFold(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && strings.EqualFold(string(b[:len(prefix)]), prefix)
}

// tagName returns the name of the tag that b begins with, "" if it begins with none.
func tagName(b []byte) string {
	if len(b) < 2 || b[0] != '<' {
		return ""
	}
	n := bytes.IndexAny(b[1:], " \t\r\n\f/>")
	if n < 0 || n > 40 {
		return ""
	}
	return string(b[1 : 1+n])
}
