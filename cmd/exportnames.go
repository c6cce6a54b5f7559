package cmd

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/cespare/xxhash/v2"
)

// A namer names the outputs of an export: each input's path below the root, with the extension of the format. A name that is taken, or that
// only capitals tell from one that is (some systems do not), gets a number. What it returns is always below the folder of the export.
type namer struct {
	root      string // an absolute path
	extension string
	working   string              // the folder that relative paths begin at
	taken     map[uint64]struct{} // the hashes of names: of many inputs, the names would take more memory than anything else
}

// newNamer returns a namer for inputs. root is the folder whose subfolders are mirrored; "": the deepest that holds all inputs and folders.
// Inputs that lie in dir, the folder of the export, are not overwritten.
func newNamer(places, folders []string, root, dir, extension string) (*namer, error) {
	n := &namer{extension: extension, taken: map[uint64]struct{}{}}
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
	hold := func(folder string) {
		switch {
		case root != "":
		case n.root == "":
			n.root = folder
		default:
			n.root = common(n.root, folder)
		}
	}
	for _, place := range places {
		if place == "-" {
			continue
		}
		at, err := n.absolute(place)
		if err != nil {
			return nil, err
		}
		if inside, ok := below(dir, at); ok {
			n.take(inside)
		}
		hold(filepath.Dir(at))
	}
	for _, folder := range folders {
		at, err := n.absolute(folder)
		if err != nil {
			return nil, err
		}
		hold(at)
	}
	return n, nil
}

// common returns the deepest folder that two folders lie in, or are.
func common(a, b string) string {
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

// below returns the path from a folder to what lies in it, with slashes, and whether it does.
func below(folder, at string) (string, bool) {
	rel, ok := strings.CutPrefix(at, folder)
	if !ok || rel != "" && !strings.HasSuffix(folder, string(filepath.Separator)) && rel[0] != filepath.Separator {
		return "", false
	}
	return strings.TrimPrefix(filepath.ToSlash(rel), "/"), true
}

var errOutside = errors.New("outside of --root")

// name returns the name of an input's output, with slashes.
func (n *namer) name(place string) (string, error) {
	inside := stdinName
	if place != "-" {
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
	name := stem + "." + n.extension
	for i := 2; !n.take(name); i++ {
		name = fmt.Sprintf("%s-%d.%s", stem, i, n.extension)
	}
	return name, nil
}

// take takes a name, as systems that ignore capitals compare it, and reports whether it was free.
func (n *namer) take(name string) bool {
	before := len(n.taken)
	n.taken[xxhash.Sum64String(strings.ToLower(name))] = struct{}{}
	return len(n.taken) > before
}

// absolute is filepath.Abs, which asks the system for the working folder each time.
func (n *namer) absolute(path string) (string, error) {
	if filepath.IsLocal(path) {
		return filepath.Join(n.working, path), nil
	}
	return filepath.Abs(path)
}

// trimExtension returns a path without the extension of its last element, and without that of a compressed file behind it. A name that is
// all extension is left.
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
