package decode

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"newstimeline/parser/feed"
)

// Archives of mail (mbox): messages, each below a line "From ADDRESS DATE". The archives of mailing
// lists and what mail programs export are such.

// maxParts is how deep parts of a message may be nested.
const maxParts = 8

// readMbox makes a Source of an archive of mail: a message is an item, its subject the title.
func readMbox(src *feed.Source, text []byte, _ Keys) error {
	var f itemFeed
	unread := 0
	for len(text) > 0 {
		n := messageEnd(text)
		it, err := message(text[:n])
		if text = text[n:]; err != nil {
			unread++
			continue
		}
		f.items = append(f.items, it)
	}
	if len(f.items) == 0 {
		return notFeed(src.Meta.Format,
			errors.New("no message begins with a From line and headers"))
	}
	if unread > 0 {
		src.Remarks = append(src.Remarks, feed.Diagnostic{Severity: feed.Warning,
			Code: "broken-feed",
			Message: counted(unread, "message has", "messages have") + " unreadable headers and " +
				plural(unread, "was", "were") + " skipped"})
	}
	return f.writeRecords(src)
}

// messageEnd returns where the first message of an archive ends: before the next line that begins
// one.
func messageEnd(text []byte) int {
	for at := 1; ; {
		i := bytes.Index(text[at:], []byte("\nFrom "))
		if i < 0 {
			return len(text)
		}
		if at += i + 1; beginsMessage(text[at:]) {
			return at
		}
	}
}

// beginsMessage reports whether a text begins like a message of an archive: with From and a moment
// on one line, and a header line.
func beginsMessage(b []byte) bool {
	line, rest, ok := bytes.Cut(b, []byte("\n"))
	if !ok || !bytes.HasPrefix(line, []byte("From ")) || len(line) > 200 ||
		bytes.IndexByte(line, ':') < 0 {
		return false
	}
	head, _, _ := bytes.Cut(rest, []byte("\n"))
	name, _, ok := bytes.Cut(head, []byte(":"))
	return ok && len(name) > 1 && !bytes.ContainsAny(name, " \t") &&
		bytes.ContainsAny(line, "0123456789")
}

// message reads a message under its line From.
func message(b []byte) (item, error) {
	_, b, _ = bytes.Cut(b, []byte("\n"))
	m, err := mail.ReadMessage(bytes.NewReader(b))
	if err != nil {
		return item{}, err
	}
	words := mime.WordDecoder{CharsetReader: charsetReader}
	head := func(name string) string {
		s := m.Header.Get(name)
		if plain, err := words.DecodeHeader(s); err == nil {
			return plain
		}
		return s
	}
	it := item{title: head("Subject"), printed: head("Date"), author: writer(head("From"))}
	it.time = mailTime(it.printed)
	it.body, it.markup = mailPart(mailHeader{m.Header.Get("Content-Type"),
		m.Header.Get("Content-Transfer-Encoding")}, m.Body, 0)
	if !it.markup {
		it.body = strings.ReplaceAll("\n"+it.body, "\n>From ", "\nFrom ")[1:]
	}
	return it, nil
}

// writer returns the name of who wrote: "Ann Lee <ann@example.org>", "ann at example.org (Ann
// Lee)"; else the address.
func writer(from string) string {
	if a, err := mail.ParseAddress(from); err == nil && a.Name != "" {
		return a.Name
	}
	if open := strings.LastIndexByte(from, '('); open >= 0 && strings.HasSuffix(from, ")") {
		return from[open+1 : len(from)-1]
	}
	return strings.Trim(from, "<> ")
}

// A mailHeader is how a part of a message is written.
type mailHeader struct{ kind, transfer string }

// mailPart returns the text of a part of a message and whether it is HTML: of several, the first
// plain text, else the first HTML.
func mailPart(h mailHeader, body io.Reader, depth int) (text string, markup bool) {
	kind, params, err := mime.ParseMediaType(h.kind)
	if err != nil {
		kind = "text/plain"
	}
	if strings.HasPrefix(kind, "multipart/") && depth < maxParts {
		parts := multipart.NewReader(body, params["boundary"])
		for {
			p, err := parts.NextRawPart()
			if err != nil {
				return text, markup
			}
			s, isMarkup := mailPart(mailHeader{p.Header.Get("Content-Type"),
				p.Header.Get("Content-Transfer-Encoding")}, p, depth+1)
			if strings.TrimSpace(s) != "" && (text == "" || markup && !isMarkup) {
				text, markup = s, isMarkup
			}
		}
	}
	if kind != "text/plain" && kind != "text/html" {
		return "", false
	}
	return mailText(body, h.transfer, params["charset"]), kind == "text/html"
}

// mailText decodes the text of a part. What breaks off is kept up to there. The bytes of a part
// without an encoding are UTF-8 by now.
func mailText(body io.Reader, transfer, charset string) string {
	encoded := true
	switch strings.ToLower(strings.TrimSpace(transfer)) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	default:
		encoded = false
	}
	if encoded && charset != "" {
		if r, err := charsetReader(charset, body); err == nil {
			body = r
		}
	}
	b, _ := io.ReadAll(body) // what broke off is not needed
	text := strings.ToValidUTF8(strings.ReplaceAll(string(b), "\r\n", "\n"), "\uFFFD")
	return strings.Trim(text, "\n")
}

// charsetReader decodes a charset that mail names.
func charsetReader(charset string, in io.Reader) (io.Reader, error) {
	e, _, err := named(charset)
	if err != nil {
		return nil, err
	}
	return e.NewDecoder().Reader(in), nil
}
