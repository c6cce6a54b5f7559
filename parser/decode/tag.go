package decode

import "bytes"

// A tagReader reads the attributes of a start tag, as golang.org/x/net/html does, without its table
// of references: see references.go.
type tagReader struct {
	tag        []byte // from < to >
	at         int
	seen       map[string]bool // the names so far; of equal ones the first counts
	key, value []byte          // buffers
}

// begin begins with the tag of a start tag.
func (r *tagReader) begin(tag []byte) {
	r.tag = tag
	clear(r.seen)
	for r.at = 1; r.at < len(tag) && !endsName(tag[r.at]); r.at++ {
	}
}

// next returns the name of the next attribute, in small letters, and its value. Both hold until the
// next call. ok: there is one.
func (r *tagReader) next() (key, value []byte, ok bool) {
	for {
		r.skipSpace()
		if r.at >= len(r.tag) || r.tag[r.at] == '>' {
			return nil, nil, false
		}
		name := r.readName()
		value := r.readValue()
		if len(name) == 0 || r.hasSeen(name) {
			continue
		}
		if bytes.IndexByte(r.key, 0) >= 0 {
			r.key = bytes.ReplaceAll(r.key, []byte{0}, []byte("\uFFFD"))
		}
		r.value = appendMeant(r.value[:0], value, attributeText)
		return r.key, r.value, true
	}
}

// hasSeen puts a name into r.key, in small letters, and reports whether the tag had it before.
func (r *tagReader) hasSeen(name []byte) bool {
	r.key = r.key[:0]
	for _, c := range name {
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		r.key = append(r.key, c)
	}
	if r.seen[string(r.key)] {
		return true
	}
	if r.seen == nil {
		r.seen = map[string]bool{}
	}
	r.seen[string(r.key)] = true
	return false
}

// readName reads a name, which may be empty. A = is a part of it if it comes first.
func (r *tagReader) readName() []byte {
	from := r.at
	for ; r.at < len(r.tag); r.at++ {
		if c := r.tag[r.at]; endsName(c) || c == '=' && r.at > from {
			break
		}
	}
	return r.tag[from:r.at]
}

// readValue reads what follows a name: a value after =, or a slash, or nothing.
func (r *tagReader) readValue() []byte {
	r.skipSpace()
	if r.at >= len(r.tag) || r.tag[r.at] != '=' {
		if r.at < len(r.tag) && r.tag[r.at] == '/' {
			r.at++
		}
		return nil
	}
	r.at++
	if r.skipSpace(); r.at >= len(r.tag) {
		return nil
	}
	switch quote := r.tag[r.at]; quote {
	case '>':
		return nil
	case '\'', '"':
		r.at++
		value, _, _ := bytes.Cut(r.tag[r.at:], []byte{quote})
		r.at = min(r.at+len(value)+1, len(r.tag))
		return value
	}
	from := r.at
	for r.at < len(r.tag) && !isTagSpace(r.tag[r.at]) && r.tag[r.at] != '>' {
		r.at++
	}
	return r.tag[from:r.at]
}

func (r *tagReader) skipSpace() {
	for r.at < len(r.tag) && isTagSpace(r.tag[r.at]) {
		r.at++
	}
}

// endsName reports whether a byte ends the name of an element or an attribute.
func endsName(c byte) bool { return isTagSpace(c) || c == '/' || c == '>' }

func isTagSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f'
}
