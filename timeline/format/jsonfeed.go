package format

import (
	"io"
	"strings"

	"newstimeline/timeline"
)

// JSON Feed 1.1 (jsonfeed.org). An item has date_published only if its feed has a clock: a day
// alone is not an instant. It is in _timeline with everything else that the format has no key for,
// under the names of our own JSON. Items of the same instant are a millisecond apart, so that
// readers that sort by time keep their order; "time" in _timeline is exact.

func writeJSONFeed(w io.Writer, t *timeline.Timeline, o Options) error {
	out := newBuffer(w)
	out.b = append(out.b, `{"version":"https://jsonfeed.org/version/1.1","title":`...)
	out.b = appendQuoted(out.b, o.heading(t))
	names := publicNames(t)
	out.b = appendFeed(out.b, t, &o, names)
	out.b = append(out.b, `,`+"\n"+`"items":[`...)
	at := ranked(t)
	for i := range t.Entries {
		out.b = appendItem(out.b, i)
		e := &t.Entries[i]
		out.b = append(out.b, `{"id":"`...)
		out.b = e.ID.Append(out.b)
		out.b = append(out.b, '"')
		if _, known := e.Instant(); known {
			out.b = append(out.b, `,"date_published":"`...)
			out.b = appendRanked(out.b, at[i])
			out.b = append(out.b, '"')
		}
		out.b = appendFeedItem(out.b, e, &o, names[e.Source.Index])
		if !out.spill() {
			return out.err
		}
	}
	out.b = append(out.b, "]}\n"...)
	return out.flush()
}

// appendFeed appends what is known of the feed as a whole.
func appendFeed(dst []byte, t *timeline.Timeline, o *Options, names []string) []byte {
	if len(t.Sources) == 1 {
		s := t.Sources[0]
		if isAddress(s.URL) {
			dst = appendKnown(dst, `,"home_page_url":`, s.URL)
		}
	}
	dst = appendKnown(dst, `,"description":`, strings.Join(o.lead(t), "\n\n"))
	dst = appendKnown(dst, `,"language":`, language(t.Sources))
	if allEnded(t) {
		dst = append(dst, `,"expired":true`...)
	}
	dst = append(dst, `,`+"\n"+`"_timeline":{"schema":`+schemaVersion+`,"sources":[`...)
	for i, s := range t.Sources {
		dst = appendItem(dst, i)
		dst = appendSourceAs(dst, s, names[i])
	}
	return append(dst, "]}"...)
}

// appendFeedItem appends an entry of a source of that name, but its id and time.
func appendFeedItem(dst []byte, e *timeline.Entry, o *Options, source string) []byte {
	if isAddress(e.URL) {
		dst = appendKnown(dst, `,"url":`, e.URL)
	}
	dst = appendKnown(dst, `,"title":`, e.TitleText())
	dst = append(dst, `,"content_text":"`...)
	if len(e.Paragraphs) == 0 { // an item must have content
		dst = appendEscaped(dst, e.TitleText())
	}
	dst = appendText(dst, e)
	dst = append(dst, '"')
	if author := e.AuthorText(); author != "" {
		dst = append(dst, `,"authors":[{"name":`...)
		dst = appendQuoted(dst, author)
		dst = append(dst, `}]`...)
	}
	dst = appendNumber(dst, `,"_timeline":{"seq":`, e.Seq)
	dst = appendString(dst, `,"source":`, source)
	dst = appendWhen(dst, e, o)
	dst = appendProvenance(dst, e)
	dst = appendSpan(dst, e)
	if len(e.Paragraphs) == 0 {
		dst = append(dst, `,"made_up":"text"`...)
	}
	return append(dst, "}}"...)
}
