package cmd

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/cespare/xxhash/v2"
)

// A namer names the outputs of an export: each is the path of its input below root, with the
// extension of the format. A name that is taken, or that differs from a taken one only by capitals
// (some file systems ignore them), gets a number. All names are local: they lie below the folder of
// the export.
type namer struct {
	root      string // the folder whose subfolders are mirrored, as an absolute path
	extension string // without a dot
	working   string // the folder that relative paths start from
	// the hashes of the names in lower case: the names themselves would take more memory than
	// anything else
	taken map[uint64]struct{}
	// by the hash of a name that was wanted more than once: the last number that it was given
	numbered map[uint64]int
}

// newNamer returns a namer for the outputs of places. root is the folder whose subfolders are
// mirrored; if it is "", that is the deepest one that holds all places and folders. The names of
// inputs that lie in dir, the folder of the export, are taken: no input is overwritten.
func newNamer(places, folders []string, root, dir, extension string) (*namer, error) {
	n := &namer{extension: extension, taken: map[uint64]struct{}{}, numbered: map[uint64]int{}}
	var err error
	if n.working, err = filepath.Abs("."); err != nil {
		return nil, err
	}
	if dir, err = n.absolute(dir); err != nil {
		return nil, err
	}
	if root != "" {
		if n.root, err = n.absolute(root); err != nil {
			return nil, err
		}
	}
	deepest := "" // folder that holds all that was looked at so far
	for _, folder := range folders {
		at, err := n.absolute(folder)
		if err != nil {
			return nil, err
		}
		deepest = common(deepest, at)
	}
	for _, place := range places {
		if place == stdinPlace {
			continue
		}
		at, err := n.absolute(place)
		if err != nil {
			return nil, err
		}
		if inside, ok := below(dir, at); ok {
			n.take(inside)
		}
		deepest = common(deepest, filepath.Dir(at))
	}
	if root == "" {
		n.root = deepest
	}
	return n, nil
}

// reserve takes the name of a file, if it lies in dir: a report is not to be an output. No file:
// "".
func (n *namer) reserve(dir, file string) error {
	if file == "" {
		return nil
	}
	dir, err := n.absolute(dir)
	if err != nil {
		return err
	}
	file, err = n.absolute(file)
	if inside, ok := below(dir, file); err == nil && ok {
		n.take(inside)
	}
	return err
}

// common returns the deepest folder that holds two folders, or is one of them. If a is "", it
// returns b.
func common(a, b string) string {
	if a == "" {
		return b
	}
	for {
		if _, ok := below(a, b); ok {
			return a
		}
		up := filepath.Dir(a)
		if up == a {
			return a
		}
		a = up
	}
}

// below returns the path from a folder to a file in it, with slashes, and whether the file lies in
// the folder.
func below(folder, at string) (string, bool) {
	rel, ok := strings.CutPrefix(at, folder)
	if !ok || rel != "" && !strings.HasSuffix(folder, string(filepath.Separator)) &&
		rel[0] != filepath.Separator {
		return "", false
	}
	return strings.TrimPrefix(filepath.ToSlash(rel), "/"), true
}

var errOutside = errors.New("outside --root")

// name returns the name of the output of a place, with slashes. Every call gives another name.
func (n *namer) name(place string) (string, error) {
	inside := stdinName
	if place != stdinPlace {
		at, err := n.absolute(place)
		if err != nil {
			return "", err
		}
		var ok bool
		if inside, ok = below(n.root, at); !ok || inside == "" {
			return "", errOutside
		}
	}
	stem := trimExtension(inside)
	name := fit(stem, "."+n.extension)
	for wanted := hashName(name); !n.take(name); {
		n.numbered[wanted] = max(n.numbered[wanted], 1) + 1 // the numbers below are taken
		name = fit(stem, fmt.Sprintf("-%d.%s", n.numbered[wanted], n.extension))
	}
	return name, nil
}

// fit returns a path with a suffix. If its last element would be too long, its end is replaced by a
// hash.
func fit(stem, end string) string {
	dir, base := path.Split(stem)
	if len(base)+len(end) > longestName {
		end = fmt.Sprintf("-%08x", uint32(xxhash.Sum64String(base))) + end
		base = shorten(base, longestName-len(end))
	}
	return dir + base + end
}

// hashName returns the hash of a name. Capitals make no difference.
func hashName(name string) uint64 { return xxhash.Sum64String(strings.ToLower(name)) }

// take takes a name and reports whether it was free. Capitals make no difference.
func (n *namer) take(name string) bool {
	before := len(n.taken)
	n.taken[hashName(name)] = struct{}{}
	return len(n.taken) > before
}

// absolute is filepath.Abs, but does not ask the system for the working folder each time.
func (n *namer) absolute(path string) (string, error) {
	if filepath.IsLocal(path) {
		return filepath.Join(n.working, path), nil
	}
	return filepath.Abs(path)
}

// trimExtension returns a path without the extension of its last element; of a compressed file,
// without both: "a.txt.gz" gives "a". A name that is only an extension stays as it is.
func trimExtension(inside string) string {
	dir, base := path.Split(inside)
	for range 2 {
		extension := path.Ext(base)
		if extension == base {
			break
		}
		base = strings.TrimSuffix(base, extension)
		if !isCompressed(extension) {
			break
		}
	}
	return dir + base
}

func isCompressed(extension string) bool {
	switch strings.ToLower(extension) {
	case ".gz", ".zst", ".bz2", ".xz":
		return true
	}
	return false
}
