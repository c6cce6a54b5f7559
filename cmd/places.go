package cmd

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"
)

// Places: the inputs that a command line names. A place is the path of a file, or stdinPlace. A
// pattern is replaced by the files that match it. With --recursive, a folder is replaced by the
// files in it that have the names of feeds. --files-from names a file that lists more.

// stdinPlace is the place that is the standard input, and stdinName its name in messages and
// output.
const (
	stdinPlace = "-"
	stdinName  = "stdin"
)

// A placing holds the flags that locate the input.
type placing struct {
	recursive  bool
	files, nul string // files that list names: one a line, or each ended by a NUL
	// a folder that is written into; what is in it is read only if it is named itself
	output string
}

func (p *placing) register(c *cobra.Command) {
	group(c, reading, func(flags *pflag.FlagSet) {
		flags.BoolVarP(&p.recursive, "recursive", "r", false,
			"read all text, page and feed files below folders (by extension)")
		flags.StringVar(&p.files, "files-from", "",
			"`FILE`: read the names of the inputs from this file, one per line (-: standard input)")
		flags.StringVar(&p.nul, "files0-from", "",
			"`FILE`: the same with NUL-separated names, as from find -print0")
	})
}

// readTwice is the error for naming the standard input more than once.
const readTwice = "standard input can be read only once"

// Why a place cannot be read, and what to do about it.
var (
	errDirectory = errors.New("is a directory; use --recursive to read its files")
	errNetwork   = errors.New(
		"is a URL, and timeline does not fetch; use curl -s URL | timeline parse -")
	errEmptyList = errors.New("lists no files")
	errNoMatch   = errors.New("no file matches")
	errNoFeeds   = errors.New("contains no text, page or feed files (by extension); name the files")
)

// places returns the places that the arguments and lists name; if they name none, the standard
// input. A name that matches no file is reported. If nothing is left, the error is errReported.
func (a *app) places(c *cobra.Command, in *input, args []string) ([]string, error) {
	a.watchLate()
	named, err := in.placing.named(a, c, args)
	if err != nil {
		return nil, err
	}
	if len(named) == 0 && in.files == "" && in.nul == "" {
		if f, ok := a.stdin.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
			return nil, usagef(c,
				"no input: standard input is a terminal; use `%s FILE`, or `%[1]s -` to type the text",
				c.CommandPath())
		}
		return []string{stdinPlace}, a.protect(c, []string{stdinPlace}, args)
	}
	var all []string
	for _, name := range named {
		found, err := in.placing.expand(a, name)
		if err != nil {
			a.fail(name, err)
		}
		all = append(all, found...)
	}
	if len(all) == 0 {
		return nil, errReported
	}
	return all, a.protect(c, append(all, in.files, in.nul), args)
}

// named returns the arguments and the names in the lists.
func (p *placing) named(a *app, c *cobra.Command, args []string) ([]string, error) {
	stdins := 0
	for _, name := range append([]string{p.files, p.nul}, args...) {
		if name == stdinPlace {
			stdins++
		}
	}
	if stdins > 1 {
		return nil, usagef(c, readTwice)
	}
	named := slices.Clone(args)
	for _, list := range [...]struct {
		file string
		end  byte
	}{{p.files, '\n'}, {p.nul, 0}} {
		if list.file == "" {
			continue
		}
		names, err := a.list(list.file, list.end)
		if err != nil {
			a.fail(list.file, err)
			return nil, errReported
		}
		if len(names) == 0 {
			a.fail(list.file, errEmptyList)
		}
		named = append(named, names...)
	}
	return named, nil
}

// list reads a list of names, each of which ends with the byte end. Empty ones are left out.
func (a *app) list(file string, end byte) ([]string, error) {
	r := a.stdin
	if file != stdinPlace {
		f, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		r = f
	}
	var names []string
	for in := bufio.NewReader(r); ; {
		name, err := in.ReadString(end)
		name = strings.TrimSuffix(name, string(end))
		if end == '\n' {
			name = strings.TrimSuffix(name, "\r")
		}
		if name != "" {
			names = append(names, name)
		}
		if err == io.EOF {
			return names, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// expand returns the places that a name covers. A name that is neither a file nor a pattern is
// returned as it is: reading it will fail and be reported.
func (p *placing) expand(a *app, name string) ([]string, error) {
	if name == stdinPlace {
		return []string{name}, nil
	}
	isPattern := strings.ContainsAny(name, "*?[{")
	if !p.recursive && !isPattern {
		return []string{name}, nil
	}
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir() && p.recursive:
		return p.walk(a, name)
	case err == nil || !isPattern || strings.Contains(name, "://"):
		return []string{name}, nil
	}
	found, err := doublestar.FilepathGlob(name, doublestar.WithFilesOnly(),
		doublestar.WithNoHidden())
	switch {
	case err != nil:
		return []string{name}, nil // no pattern: a name with a bracket in it
	case len(found) == 0:
		return nil, errNoMatch
	}
	slices.Sort(found)
	return found, nil
}

// walk returns the files in a folder and its subfolders that have the names of feeds, in lexical
// order. Hidden files and the output folder are left out. A folder that cannot be read is reported,
// and the others are read all the same.
func (p *placing) walk(a *app, dir string) ([]string, error) {
	var found []string
	output, _ := os.Stat(p.output) // nil: there is none
	root := dir
	if info, err := os.Lstat(dir); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		root += string(filepath.Separator) // so that the link is followed
	}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			a.fail(path, err)
		case path != root && e.IsDir() && isSame(e, output):
			return fs.SkipDir // what an earlier run has written
		case path != root && strings.HasPrefix(e.Name(), "."):
			if e.IsDir() {
				return fs.SkipDir
			}
		case !e.IsDir() && isFeedName(e.Name()):
			found = append(found, path)
		}
		return nil
	})
	if err == nil && len(found) == 0 {
		err = errNoFeeds
	}
	return found, err
}

// isSame reports whether an entry of a folder is the file or folder that info, which may be nil, is
// of.
func isSame(e fs.DirEntry, info fs.FileInfo) bool {
	own, err := e.Info()
	return info != nil && err == nil && os.SameFile(own, info)
}

// isFeedName reports whether a file is likely to be a feed, by its extension. The extension of a
// compression is ignored. It only decides what is read from a folder; the format of a file is
// detected from its content.
func isFeedName(name string) bool {
	name = strings.ToLower(name)
	for _, compressed := range [...]string{".gz", ".zst"} {
		name = strings.TrimSuffix(name, compressed)
	}
	switch filepath.Ext(name) {
	case ".txt", ".text", ".md", ".markdown", ".log", ".html", ".htm", ".xhtml", ".xml", ".rss",
		".atom", ".rdf", ".feed", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".mbox", ".ics":
		return true
	}
	return false
}

// open opens a place. Closing it does not close the standard input.
func (a *app) open(place string) (io.ReadCloser, error) {
	if place == stdinPlace {
		a.unfinished.watched()
		return io.NopCloser(a.stdin), nil
	}
	return openFile(place)
}

// readPlace reads all of a place.
func (a *app) readPlace(place string) ([]byte, error) {
	if place == stdinPlace {
		a.unfinished.watched()
		b, err := readAll(a.stdin)
		if err == nil && len(b) == 0 && a.mayLose() {
			err = errNothing
		}
		return b, err
	}
	f, err := openFile(place)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(f)
}

// openFile opens a file for reading. A folder is an error, and so is a URL, with a hint.
func openFile(path string) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		if strings.Contains(path, "://") {
			err = errNetwork
		}
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, errDirectory
	}
	return f, nil
}

// exists reports whether there is a file or folder of that name.
func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
