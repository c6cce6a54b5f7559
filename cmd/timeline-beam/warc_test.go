package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// archived returns a record of a web archive.
func archived(kind, uri, media, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2025-08-16T21:00:00Z\r\n"+
		"WARC-Record-ID: <urn:uuid:e9a0cecc-0221-11e7-adb1-0242ac12%04x>\r\nContent-Type: %s\r\n"+
		"Content-Length: %d\r\n\r\n%s\r\n\r\n", kind, uri, len(block), media, len(block), block)
}

// answered returns the record of what a server answered.
func answered(uri, head, body string) string {
	return archived("response", uri, "application/http; msgtype=response",
		"HTTP/1.1 "+strings.ReplaceAll(head, "\n", "\r\n")+"\r\n\r\n"+body)
}

// pageOf returns a page of two entries without dates, whose day the time of capture tells.
func pageOf(word string) string { return strings.ReplaceAll(page, "Fog", word) }

// TestWARC holds that the pages of a web archive are documents, called after their addresses, captured
// when their records say, and that nothing else of it is one.
func TestWARC(t *testing.T) {
	const at = "https://example.org/"
	chunks := pageOf("Chunks")
	chunked := fmt.Sprintf("%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n", 100, chunks[:100], len(chunks)-100, chunks[100:])
	all := []string{
		archived("warcinfo", "", "application/warc-fields", "software: test\r\n"),
		archived("request", at+"a", "application/http; msgtype=request", "GET /a HTTP/1.1\r\n\r\n"),
		answered(at+"a", "200 OK\nContent-Type: text/html; charset=utf-8", pageOf("Ä")),
		answered(at+"latin", "200 OK\nContent-Type: text/html; charset=ISO-8859-1", pageOf("\xC4")),
		answered(at+"chunked", "200 OK\nContent-Type: text/html\nTransfer-Encoding: chunked", chunked),
		answered(at+"unchunked", "200 OK\nContent-Type: text/html\nTransfer-Encoding: chunked", chunks),
		answered(at+"gzip", "200 OK\nContent-Type: text/html\nContent-Encoding: gzip", gzipped(pageOf("Smoke"))),
		answered(at+"gone", "404 Not Found\nContent-Type: text/html", page),
		answered(at+"moved", "301 Moved\nContent-Type: text/html\nLocation: /", page),
		answered(at+"image", "200 OK\nContent-Type: image/png", "\x89PNG\r\n\x1a\n"),
		answered(at+"brotli", "200 OK\nContent-Type: text/html\nContent-Encoding: br", "\x1b\x00"),
		answered(at+"large", "200 OK\nContent-Type: text/html", strings.Repeat("large ", 1000)),
		archived("conversion", at+"text", "text/plain", "20:15 GMT\nThe pier is closed.\n"),
		archived("revisit", at+"a", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n\r\n"),
		answered(at+"last", "200 OK\nContent-Type: text/plain", "20:15 GMT\nThe last word.\n"),
	}
	want := fromRecords(t, map[string]string{
		"a": pageOf("Ä"), "latin": pageOf("Ä"), "chunked": chunks, "unchunked": chunks, "gzip": pageOf("Smoke"),
		"text": "20:15 GMT\nThe pier is closed.\n", "last": "20:15 GMT\nThe last word.\n",
	})
	var members strings.Builder
	for _, record := range all {
		members.WriteString(gzipped(record))
	}
	plain := strings.Join(all, "")
	for name, content := range map[string]string{
		"a.warc": plain, "a.warc.gz": members.String(), "a.warc.zst": zstandard(plain), "whole.gz": gzipped(plain),
	} {
		c := base(t, created(t, t.TempDir(), name, content))
		c.MaxDocument = 4000
		got, dead, _ := ran(t, c)
		same(t, name, got, want)
		if len(dead) != 2 || !strings.Contains(dead[0], `"error":"compressed as br"`) ||
			!strings.Contains(dead[1], `"error":"larger than --max-document, 4000 bytes"`) {
			t.Errorf("%s: dead letters: %q", name, dead)
		}
	}
}

// fromRecords returns the entries of documents as JSON lines would give them.
func fromRecords(t *testing.T, texts map[string]string) []string {
	t.Helper()
	var lines strings.Builder
	for name, text := range texts {
		record, err := json.Marshal(map[string]string{"id": "https://example.org/" + name,
			"url": "https://example.org/" + name, "date": "2025-08-16T21:00:00Z", "text": text})
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(record, '\n'))
	}
	return printed(t, "export", "-q", "--input", "jsonl", "-f", "jsonl", created(t, t.TempDir(), "in.jsonl", lines.String()))
}

// TestBrokenWARC holds that of a web archive which breaks off what came before is read, and the rest
// is a dead letter.
func TestBrokenWARC(t *testing.T) {
	first := answered("https://example.org/a", "200 OK\nContent-Type: text/html", pageOf("Fog"))
	second := answered("https://example.org/b", "200 OK\nContent-Type: text/html", pageOf("Smoke"))
	want := fromRecords(t, map[string]string{"a": pageOf("Fog")})
	for name, content := range map[string]string{
		"cut.warc":    first + second[:len(second)-100],
		"cut.warc.gz": gzipped(first) + gzipped(second)[:200],
		"noise.warc":  first + "WARC/1.0\r\nno header\r\n\r\n",
	} {
		got, dead, _ := ran(t, base(t, created(t, t.TempDir(), name, content)))
		if len(got) > len(want) {
			got = got[:len(want)] // the page that breaks off may give entries
		}
		same(t, name, got, want)
		if len(dead) != 1 {
			t.Errorf("%s: dead letters: %q", name, dead)
		}
	}
}
