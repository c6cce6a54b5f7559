package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"newstimeline/parser"
	"newstimeline/parser/decode"
	"newstimeline/parser/feed"
	"newstimeline/timeline"
	"newstimeline/timeline/format"
)

// All that the pipeline asks of the parser is in this file.

// A reader reads documents as the settings say. It is what the process behind a sandbox does.
type reader struct {
	settings
	parser  parser.Parser
	options decode.Options
	jsonl   format.Format
}

// newReader checks the settings that are words. The errors are fit to be shown to users.
func newReader(s settings) (*reader, error) {
	r := &reader{settings: s}
	if err := r.setOptions(); err != nil {
		return nil, err
	}
	var err error
	if s.Zone != "" {
		if r.parser.Zone, err = parser.ReadZone(s.Zone); err != nil {
			return nil, fmt.Errorf("--tz %w", err)
		}
	}
	if s.AsOf != "" {
		m, err := r.parser.ReadMoment(s.AsOf, feed.Date{})
		if err != nil {
			return nil, fmt.Errorf("--as-of %w", err)
		}
		r.parser.AsOf = m.AsOf()
	}
	var ok bool
	if r.jsonl, ok = format.Find("jsonl"); !ok {
		return nil, errors.New("internal error: no notation jsonl")
	}
	return r, nil
}

// The words of flags and what they mean to the parser.
var (
	dayFirstWords = map[string]feed.Tri{"auto": feed.Auto, "yes": feed.Yes, "no": feed.No}
	orderWords    = map[string]feed.Order{
		"auto": feed.Unknown, "newest-first": feed.NewestFirst, "oldest-first": feed.OldestFirst,
	}
	groupWords = map[string]parser.Grouping{
		"auto": parser.GroupAuto, "paragraph": parser.GroupParagraph, "blank": parser.GroupBlank,
		"stamp": parser.GroupStamp,
	}
)

// setOptions sets what is chosen from lists.
func (r *reader) setOptions() (err error) {
	if r.parser.DayFirst, err = choose("day-first", r.DayFirst, dayFirstWords); err != nil {
		return err
	}
	if r.parser.Order, err = choose("order", r.Order, orderWords); err != nil {
		return err
	}
	if r.parser.Group, err = choose("group", r.Group, groupWords); err != nil {
		return err
	}
	formats := map[string]decode.Format{"warc": decode.Auto, "jsonl": decode.Auto}
	for i, name := range decode.Formats {
		if f := decode.Format(i); f != decode.JSONL {
			formats[name] = f
		}
	}
	if r.options.Format, err = choose("input", r.Input, formats); err != nil {
		return err
	}
	if err := decode.CheckEncoding(r.Encoding); err != nil {
		return fmt.Errorf("--encoding %w", err)
	}
	r.options.Encoding, r.options.Max = r.Encoding, r.MaxDocument
	r.options.Keys = decode.Keys{Text: r.TextKey, ID: r.IDKey, URL: r.URLKey, Date: r.DateKey}
	return nil
}

// choose returns what the word of a flag means.
func choose[T any](flag, word string, words map[string]T) (T, error) {
	means, ok := words[word]
	if !ok {
		return means, fmt.Errorf("--%s %q: one of %s", flag, word, strings.Join(sortedKeys(words), ", "))
	}
	return means, nil
}

// source decodes a document and completes its name.
func (r *reader) source(d *document) (decode.Record, error) {
	rec, err := r.decoded(d)
	var large *decode.SizeError
	if errors.As(err, &large) {
		err = errTooLarge(large.Max)
	}
	return rec, err
}

// decoded is source with the errors of the decoder.
func (r *reader) decoded(d *document) (decode.Record, error) {
	if d.Line > 0 {
		rec, err := decode.Document(d.Path, d.Line, d.Body, r.options)
		d.Name = cmp.Or(rec.Name, d.Name)
		var bad *decode.RecordError
		if errors.As(err, &bad) {
			err = bad.Err // the letter tells the place
		}
		return rec, err
	}
	o := r.options
	if o.Encoding == "" && decode.CheckEncoding(d.Charset) == nil {
		o.Encoding = d.Charset
	}
	src, err := decode.Source(d.Name, d.Body, o)
	if d.URL != "" {
		src.URL = d.URL
	}
	return decode.Record{Source: src, Date: d.Date}, err
}

// parse parses a document. If its record tells when it was captured, and --as-of does not, that
// counts; a date that cannot be read does not.
func (r *reader) parse(d *document) (*feed.Document, error) {
	rec, err := r.source(d)
	if err != nil {
		return nil, err
	}
	p := r.parser
	if rec.Date != "" && r.AsOf == "" {
		if m, err := p.ReadMoment(rec.Date, feed.Date{}); err == nil {
			p.AsOf = m.AsOf()
		}
	}
	return p.Parse(rec.Source), nil
}

// convert parses documents and makes one timeline of them.
func (r *reader) convert(parsed []*feed.Document) (result, error) {
	var res result
	for _, d := range parsed {
		res.count(d)
	}
	t := timeline.New(parsed...)
	if r.Dedupe {
		t.Dedupe()
		for i := range t.Entries {
			e := &t.Entries[i]
			res.Notes = append(res.Notes, note{e.ID.String(), e.Source.Name, int(e.Line), e.Sketch()})
		}
	}
	var b bytes.Buffer
	err := r.jsonl.Write(&b, t, format.Options{})
	res.Lines = b.Bytes()
	return res, err
}

// count adds what a document holds to the counts.
func (res *result) count(d *feed.Document) {
	res.Entries += len(d.Entries)
	for i := range d.Entries {
		if d.Entries[i].Date.IsZero() {
			res.Undated++
		}
	}
	for i := range d.Diagnostics {
		if d.Diagnostics[i].Severity != feed.Info {
			res.Warnings++
		}
	}
}

// key returns the key by which a document is merged with others; "": it has none.
func (r *reader) key(d *document) (string, error) {
	rec, err := r.source(d)
	if err != nil {
		return "", err
	}
	switch by := cmp.Or(r.MergeBy, "url"); by {
	case "source":
		return rec.Name, nil
	case "url":
		return address(rec.URL), nil
	case "host":
		u, err := url.Parse(rec.URL)
		if err != nil {
			return "", nil
		}
		return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."), nil
	default:
		return member(d, by), nil
	}
}

// A note is what is known of an entry where it is compared with those of other feeds.
type note struct {
	ID, Source string
	Line       int // from 1
	Sketch     timeline.Sketch
}

// crowd is how many entries may share a band before it says nothing any more.
const crowd = timeline.Crowd

// address returns an address without what makes no other page of it: the fragment.
func address(u string) string {
	u, _, _ = strings.Cut(u, "#")
	return u
}
