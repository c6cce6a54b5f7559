package cmd

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"newstimeline/timeline/format"
)

// No input is overwritten. Before anything is read, outputs are compared with inputs, by file and
// not by name, so that links and capitals make no difference.

// A target is a file that will be written to. The zero target is the standard output.
type target struct{ flag, path string }

// errNothing is why an empty standard input is refused: a file would be replaced by nothing. Either
// what writes into the pipe has failed, or "-o *.txt" matched a single file, and there is no input.
var errNothing = errors.New("empty input; the existing output file was kept")

// mayLose reports whether a file that is there will be replaced.
func (a *app) mayLose() bool {
	return slices.ContainsFunc(a.targets, func(t target) bool {
		info := t.stat(a)
		return t.path != "" && info != nil && info.Size() > 0
	})
}

// errExists is why a file is not written under --no-clobber.
var errExists = errors.New("already exists; --no-clobber keeps it")

// registerNoClobber adds --no-clobber. It has no short form: -n is --number.
func (a *app) registerNoClobber(c *cobra.Command) {
	group(c, writing, func(flags *pflag.FlagSet) {
		flags.BoolVar(&a.noClobber, "no-clobber", false,
			"fail (code 1) rather than replace an existing file")
	})
}

// aim declares that a flag names a file to be written. others are files that the command reads
// besides its inputs.
func (a *app) aim(c *cobra.Command, flag, path string, others ...string) error {
	t := target{flag, path}
	info, err := os.Stat(path)
	if err == nil && info.Mode().IsRegular() && a.noClobber {
		return a.written(path, errExists)
	}
	a.targets = append(a.targets, t)
	return a.protect(c, others, nil)
}

// stat returns what is at the target now, nil if that is no regular file: there is nothing to lose
// then.
func (t target) stat(a *app) fs.FileInfo {
	var info fs.FileInfo
	var err error
	if t.path != "" {
		info, err = os.Stat(t.path)
	} else if f, ok := a.stdout.(*os.File); ok {
		info, err = f.Stat()
	}
	if err != nil || info == nil || !info.Mode().IsRegular() {
		return nil
	}
	return info
}

// protect refuses to write where one of some places is read. An empty place is none. args are the
// arguments of the command.
func (a *app) protect(c *cobra.Command, places, args []string) error {
	for _, t := range a.targets {
		info := t.stat(a)
		if info == nil {
			continue
		}
		for _, place := range places {
			if own := a.statPlace(place); own != nil && os.SameFile(own, info) {
				return t.refuse(c, place, args)
			}
		}
		if t.isExpanded(a, args) && info.Size() > 0 && !isOwnFile(t.path) {
			return t.refusePattern(c)
		}
	}
	return nil
}

// statPlace returns the file that a place is, nil if it is none.
func (a *app) statPlace(place string) fs.FileInfo {
	var info fs.FileInfo
	var err error
	switch f, ok := a.stdin.(*os.File); {
	case place == "":
		return nil
	case place != stdinPlace:
		info, err = os.Stat(place)
	case ok:
		info, err = f.Stat()
	}
	if err != nil {
		return nil
	}
	return info
}

// refuse returns the error of a target that is an input.
func (t target) refuse(c *cobra.Command, place string, args []string) error {
	name := format.Clean(placeName(place))
	if t.path == "" {
		return usagef(c, "standard output is the input file %s; inputs are never overwritten", name)
	}
	what, hint := "an input file", "name another file"
	if t.path != place {
		what = "the input file " + name
	}
	if len(args) == 1 && place == args[0] && place != stdinPlace {
		hint = "did you mean `" + c.CommandPath() + " " + name + " " + t.flag + " FILE`?"
	}
	return usagef(c, "%s %s: is %s; inputs are never overwritten; %s", t.flag, format.Clean(t.path),
		what, hint)
}

// refusePattern returns the error of a target that isExpanded.
func (t target) refusePattern(c *cobra.Command) error {
	return usagef(c,
		"%s %s: exists and was not written by timeline; did you mean `%s %s %[1]s FILE`? "+
			"To replace %[2]s, name it after the inputs",
		t.flag, format.Clean(t.path), c.CommandPath(), globOf(t.path))
}

// isExpanded reports whether the target may be the first file of a pattern that the shell expanded,
// "-o *.txt". The next argument is then an input of the same folder and extension.
func (t target) isExpanded(a *app, args []string) bool {
	i := slices.Index(a.args, t.path)
	if t.path == "" || i < 1 || !strings.HasPrefix(a.args[i-1], "-") || len(args) == 0 ||
		i+1 == len(a.args) || a.args[i+1] != args[0] {
		return false
	}
	return globOf(t.path) == globOf(args[0])
}

// globOf returns the pattern of the files in the same folder and with the same extension:
// "feeds/*.txt".
func globOf(path string) string {
	dir, base := filepath.Split(path)
	return format.Clean(dir + "*" + filepath.Ext(base))
}

// isOwnFile reports whether a file seems to be an output of this program.
func isOwnFile(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 4096)
	n, _ := io.ReadFull(f, head)
	return format.IsOwn(head[:n])
}
