package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/http/httputil"
	"regexp"
	"strings"

	"github.com/nlnwa/gowarc/v3"
)

// records reads the records of a web archive that hold pages: what servers answered, and what tools
// saved or made of it. What is no text, or not what was asked for (a redirection, a page that is not
// there), is no document.
func (r *reader) records(in *bufio.Reader, path string, yield func(document, error) bool) error {
	plain, err := inflated(in) // the library reads gzip too, if each record is compressed by itself
	if err != nil {
		return err
	}
	in = bufio.NewReaderSize(plain, buffered)
	// Not without validation: then the library gives no blocks of records.
	archive, err := gowarc.NewWarcFileReaderFromStream(struct{ io.Reader }{in}, 0,
		gowarc.WithBufferMaxMemBytes(r.MaxDocument+1))
	if err != nil {
		return err
	}
	defer archive.Close()
	for {
		rec, err := archive.Next()
		if err == io.EOF {
			return nil
		}
		d := document{Path: path, Place: rec.Offset}
		if err != nil { // where the next record begins is not known any more
			if rec.Offset == 0 {
				return err
			}
			yield(d, err)
			return nil
		}
		more := true
		isPage, err := r.page(rec.WarcRecord, &d)
		if isCutOff(rec.Validation) {
			isPage, d.Body, err = true, nil, io.ErrUnexpectedEOF
		}
		if isPage {
			more = yield(d, err)
		}
		rec.Close()
		if !more {
			return nil
		}
	}
}

// isCutOff reports whether a record has less than its header says.
func isCutOff(found []error) bool {
	for _, err := range found {
		var length *gowarc.ContentLengthError
		if errors.As(err, &length) && length.Actual < length.Expected {
			return true
		}
	}
	return false
}

// page fills in a document from a record, and reports whether the record holds one.
func (r *reader) page(rec gowarc.WarcRecord, d *document) (bool, error) {
	head := rec.WarcHeader()
	if !head.Has(gowarc.WarcType) {
		return true, errors.New("no record of a web archive")
	}
	d.URL = head.GetId(gowarc.WarcTargetURI)
	d.Name, d.Date = d.URL, head.Get(gowarc.WarcDate)
	kind := head.Get(gowarc.ContentType)
	var body io.Reader
	var err error
	switch rec.Type() {
	case gowarc.Response:
		answer, ok := rec.Block().(gowarc.HttpResponseBlock)
		if !ok || answer.HttpStatusCode() != http.StatusOK {
			return false, nil
		}
		kind = answer.HttpHeader().Get("Content-Type")
		if body, err = payload(answer); err != nil {
			return true, err
		}
	case gowarc.Resource, gowarc.Conversion:
		if body, err = rec.Block().RawBytes(); err != nil {
			return true, err
		}
	default:
		return false, nil
	}
	media, parameters, _ := mime.ParseMediaType(kind)
	if !isText(media) {
		return false, nil
	}
	d.Charset = parameters["charset"]
	d.Body, err = io.ReadAll(io.LimitReader(body, r.MaxDocument+1))
	if err == nil && int64(len(d.Body)) > r.MaxDocument {
		d.Body, err = nil, errTooLarge(r.MaxDocument)
	}
	return true, err
}

// payload returns the body of an answer. Some archives keep the chunks in which it came, others keep
// only the header that tells of them. What is compressed with gzip the decoder knows by itself.
func payload(answer gowarc.HttpResponseBlock) (io.Reader, error) {
	raw, err := answer.PayloadBytes()
	if err != nil {
		return nil, err
	}
	head := answer.HttpHeader()
	switch strings.ToLower(head.Get("Content-Encoding")) {
	case "", "identity", "gzip", "x-gzip", "zstd":
	default:
		return nil, errors.New("compressed as " + head.Get("Content-Encoding"))
	}
	if !chunked.Match(answer.ProtocolHeaderBytes()) { // the parsed head has lost it
		return raw, nil
	}
	in := bufio.NewReader(raw)
	if !isChunk(in) {
		return in, nil
	}
	return httputil.NewChunkedReader(in), nil
}

// chunked finds the header of a body that came in chunks.
var chunked = regexp.MustCompile(`(?im)^transfer-encoding:[ \t]*chunked`)

// isChunk reports whether a stream begins with the head of a chunk: its size in hexadecimal digits,
// which is not 0 for a page, and a line end.
func isChunk(in *bufio.Reader) bool {
	const most = 64
	head, _ := in.Peek(most)
	line, _, found := bytes.Cut(head, []byte("\r\n"))
	size, _, _ := bytes.Cut(line, []byte(";"))
	size = bytes.TrimSpace(size)
	return found && len(size) > 0 && len(size) <= 8 &&
		len(bytes.Trim(size, "0123456789abcdefABCDEF")) == 0
}

// isText reports whether a type of media is one that the parser reads. No type at all may be one.
func isText(media string) bool {
	switch media {
	case "", "application/xhtml+xml", "application/rss+xml", "application/atom+xml",
		"application/rdf+xml", "application/xml", "application/json", "application/feed+json",
		"application/ld+json", "application/x-ndjson", "application/mbox":
		return true
	case "text/css", "text/javascript":
		return false
	}
	return strings.HasPrefix(media, "text/")
}
