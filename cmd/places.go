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

// Places: which files a command line names. Files stand for themselves, patterns for the files that match them, folders, if --recursive
// is given, for the files in them that look like feeds; lists name more.

// A placing is what commands are told about where their input is.
type placing struct {
	recursive  bool
	files, nul string // lists of names, one a line and one up to each NUL
}

func (p *placing) register(c *cobra.Command) {
	group(c, reading, func(flags *pflag.FlagSet) {
		flags.BoolVarP(&p.recursive, "recursive", "r", false, "read the files in folders, and in theirs, that have the extension of a text, page or feed")
		flags.StringVar(&p.files, "files-from", "", "read the inputs that `FILE` names, one a line (-: the standard input)")
		flags.StringVar(&p.nul, "files0-from", "", "the same, a NUL behind each name, as find -print0 writes them")
	})
}

// stdinName is what messages and output call the standard input.
const stdinName = "stdin"

// Why a place cannot be read, with what to do.
var (
	errDirectory = errors.New("is a directory; --recursive reads the files in it")
	errNetwork   = errors.New("is an address, and this program reads no network; curl -s ADDRESS | timeline parse -")
	errEmptyList = errors.New("names no file")
	errNoMatch   = errors.New("no file matches")
	errNoFeeds   = errors.New("holds no file with the extension of a text, page or feed; name the files")
)

// places returns what the arguments and lists name: files, or "-" for the standard input, which is read if nothing is named. What names
// nothing is reported; if nothing is left, the error says that it has been.
func (a *app) places(c *cobra.Command, in *input, args []string) ([]string, error) {
	named, err := in.placing.named(a, c, args)
	if err != nil {
		return nil, err
	}
	if len(named) == 0 && in.files == "" && in.nul == "" {
		if f, ok := a.stdin.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
			return nil, usagef(c, "no file given, and the standard input is a terminal; `%s FILE` reads a file, `%[1]s -` what you type", c.CommandPath())
		}
		return []string{"-"}, nil
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
		return nil, errSaid
	}
	return all, nil
}

// named returns the arguments and what the lists hold.
func (p *placing) named(a *app, c *cobra.Command, args []string) ([]string, error) {
	stdins := 0
	for _, name := range append([]string{p.files, p.nul}, args...) {
		if name == "-" {
			stdins++
		}
	}
	if stdins > 1 {
		return nil, usagef(c, "the standard input can be read once only")
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
			return nil, errSaid
		}
		if len(names) == 0 {
			a.fail(list.file, errEmptyList)
		}
		named = append(named, names...)
	}
	return named, nil
}

// list reads a list of names.
func (a *app) list(file string, end byte) ([]string, error) {
	r := a.stdin
	if file != "-" {
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

// expand returns the files that a name stands for. A name that is neither there nor a pattern is returned, for whoever reads it to report.
func (p *placing) expand(a *app, name string) ([]string, error) {
	if name == "-" {
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
	found, err := doublestar.FilepathGlob(name, doublestar.WithFilesOnly(), doublestar.WithNoHidden())
	switch {
	case err != nil:
		return nil, err
	case len(found) == 0:
		return nil, errNoMatch
	}
	slices.Sort(found)
	return found, nil
}

// walk returns the files in a folder and its folders, in the order of their names, without those that a dot hides. A folder that cannot be
// read is reported, and its neighbours are read.
func (p *placing) walk(a *app, dir string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			a.fail(path, err)
		case path != dir && strings.HasPrefix(e.Name(), "."):
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

// isFeedName reports whether a file in a folder is likely to be a feed, by its extension, that of a compression left out. What it holds is
// decided by its content.
func isFeedName(name string) bool {
	name = strings.ToLower(name)
	for _, compressed := range [...]string{".gz", ".zst"} {
		name = strings.TrimSuffix(name, compressed)
	}
	switch filepath.Ext(name) {
	case ".txt", ".text", ".md", ".markdown", ".log", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".rdf", ".feed", ".json", ".jsonl", ".ndjson":
		return true
	}
	return false
}

// open opens one place. It is closed by its reader.
func (a *app) open(place string) (io.ReadCloser, error) {
	if place == "-" {
		a.unfinished.watched()
		return io.NopCloser(a.stdin), nil
	}
	return openFile(place)
}

// readPlace reads all of one place.
func (a *app) readPlace(place string) ([]byte, error) {
	if place == "-" {
		a.unfinished.watched()
		return readAll(a.stdin)
	}
	f, err := openFile(place)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(f)
}

// openFile opens a file to be read.
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

// isReadable reports whether a file of that name exists.
func isReadable(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
