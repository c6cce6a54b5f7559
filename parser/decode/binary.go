package decode

import "bytes"

// Which bytes are not text.

// checked is how many bytes at the start of an input are looked at for bytes that text does not
// have.
const checked = 8 << 10

// noText returns the error of bytes that are not text, nil if they may be. A NUL or two are no
// proof: a log has them where a machine lost its power, a page where a program was careless. sure:
// the user declares them as text.
func noText(b []byte, sure bool) error {
	head := b[:min(len(b), checked)]
	switch {
	case bytes.IndexByte(head, 0) < 0:
		return nil
	case looksUTF16(head):
		return ErrUTF16
	case !sure && looksBinary(head):
		return ErrBinary
	}
	return nil
}

// looksUTF16 reports whether every other byte is a NUL, as in UTF-16 of a western language.
func looksUTF16(head []byte) bool {
	var nuls [2]int // at even and at odd places
	for i, c := range head {
		if c == 0 {
			nuls[i%2]++
		}
	}
	n := nuls[0] + nuls[1]
	return n*10 >= 3*len(head) && n*10 <= 6*len(head) && len(head) >= 8 &&
		min(nuls[0], nuls[1])*10 <= n
}

// looksBinary reports whether too many bytes are control characters that text does not have: more
// than one in twenty. A run of NULs counts as one. Compressed data has twice as many.
func looksBinary(head []byte) bool {
	strange, all, last := 0, 0, byte(1)
	for _, c := range head {
		if c == 0 && last == 0 {
			continue
		}
		all++
		if last = c; c < ' ' && (c < '\a' || c > '\r') && c != 0x1B {
			strange++
		}
	}
	return strange*20 > all || bytes.HasPrefix(head[min(len(head), tarMagic):], []byte("ustar"))
}

// tarMagic is where a tar archive has its magic number. It may hold little else that is not text.
const tarMagic = 257
