package format

import (
	"io"

	"newstimeline/timeline"
)

// writeChangesJSON writes one document.
func writeChangesJSON(w io.Writer, c *timeline.Changes, o Options) error {
	out := newBuffer(w)
	out.b = append(out.b, `{"schema":`+schemaVersion+",\n\"old\":["...)
	out.b = appendSources(out.b, c.Old)
	out.b = append(out.b, "],\n\"new\":["...)
	out.b = appendSources(out.b, c.New)
	out.b = appendNumber(out.b, "],\n\"counts\":{\"same\":", c.Same)
	for kind := range changeSigns {
		k := timeline.ChangeKind(kind)
		out.b = appendNumber(out.b, `,"`+k.String()+`":`, c.Count(k))
	}
	out.b = append(out.b, "},\n\"changes\":["...)
	for i := range c.List {
		out.b = appendItem(out.b, i)
		out.b = appendChange(out.b, &c.List[i], &o)
		if !out.spill() {
			break
		}
	}
	out.b = append(out.b, "]}\n"...)
	return out.flush()
}

// writeChangesJSONLines writes the changes, one a line.
func writeChangesJSONLines(w io.Writer, c *timeline.Changes, o Options) error {
	out := newBuffer(w)
	for i := range c.List {
		out.b = appendChange(out.b, &c.List[i], &o)
		out.b = append(out.b, '\n')
		if !out.spill() {
			break
		}
	}
	return out.flush()
}

// appendSources appends the sources of a timeline.
func appendSources(dst []byte, t *timeline.Timeline) []byte {
	for i, s := range t.Sources {
		dst = appendItem(dst, i)
		dst = appendSource(dst, s)
	}
	return dst
}

// appendChange appends a change: its kind, how alike the texts of an edit are, and the entries.
func appendChange(dst []byte, c *timeline.Change, o *Options) []byte {
	dst = append(dst, `{"kind":"`+c.Kind.String()+`","likeness":`...)
	if c.Kind == timeline.Edited {
		dst = appendConfidence(dst, c.Likeness)
	} else {
		dst = append(dst, "null"...)
	}
	dst = append(dst, `,"old":`...)
	dst = appendEntryOrNull(dst, c.Old, o)
	dst = append(dst, `,"new":`...)
	dst = appendEntryOrNull(dst, c.New, o)
	return append(dst, '}')
}

func appendEntryOrNull(dst []byte, e *timeline.Entry, o *Options) []byte {
	if e == nil {
		return append(dst, "null"...)
	}
	return appendEntry(dst, e, o)
}
