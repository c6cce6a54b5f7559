package cmd

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"unicode/utf8"

	"newstimeline/parser/fault"
	"newstimeline/timeline"
	"newstimeline/timeline/format"
)

// saveTimeline writes a timeline to a file. A notation that can add to a file (a database) adds
// what is new.
func (a *app) saveTimeline(path string, f format.Format, t *timeline.Timeline,
	o format.Options) error {
	info, err := os.Stat(path)
	switch {
	case f.Add == nil, err == nil && !info.Mode().IsRegular():
		return a.save(path, true, func(w *os.File) error { return f.Write(w, t, o) })
	case err == nil:
		return f.Add(linked(path), t, o)
	}
	return a.saveNew(linked(path), f, t, o)
}

// saveNew makes a new file of a notation that can add to files. If another process has made it
// meanwhile, what is new is added to that one, so that none of several processes loses what it has.
// Where files cannot have two names, the file grows in its place from the start.
func (a *app) saveNew(path string, f format.Format, t *timeline.Timeline, o format.Options) error {
	temporary, w, err := a.beside(path)
	if err != nil {
		return err
	}
	defer a.remove(temporary)
	w.Close() // SQLite opens the file itself, by its name, and keeps a journal beside it
	journal := temporary + journalEnd
	a.unfinished.add(journal)
	defer a.unfinished.drop(journal)
	err = fault.Guard(func() error { return f.Add(temporary, t, o) })
	switch {
	case err != nil || os.Link(temporary, path) == nil:
		return err
	case a.noClobber && exists(path):
		return errExists
	}
	return f.Add(path, t, o)
}

// remove deletes a temporary file.
func (a *app) remove(temporary string) {
	os.Remove(temporary)
	a.unfinished.drop(temporary)
}

// save writes a file whole or not at all: write fills a temporary file beside it, which is then
// renamed. sync: what was written is on the disk before the rename. Devices and pipes are written
// to directly; a symbolic link stays one, and the file that it leads to is replaced. The mode of a
// file that was there stays, a new one has that of the umask.
func (a *app) save(path string, sync bool, write func(*os.File) error) error {
	path = linked(path)
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return overwrite(path, write)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err // the name is too long, for one
	}
	temporary, f, failed := a.beside(path)
	if failed != nil {
		return failed
	}
	defer a.unfinished.drop(temporary)
	if err == nil {
		f.Chmod(info.Mode().Perm()) // not every file system has modes
	}
	err = fault.Guard(func() error { return write(f) })
	if err == nil && sync {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = a.publish(temporary, path)
	}
	if err != nil {
		os.Remove(temporary)
	}
	return err
}

// publish gives a whole file its name. Where files cannot have two names, --no-clobber looks before
// it renames.
func (a *app) publish(temporary, path string) error {
	if a.noClobber {
		err := os.Link(temporary, path)
		switch {
		case err == nil:
			return os.Remove(temporary)
		case exists(path):
			return errExists
		}
	}
	return os.Rename(temporary, path)
}

// linked follows symbolic links and returns the path of the file that they lead to, which need not
// exist (filepath.EvalSymlinks demands that).
func linked(path string) string {
	const most = 40 // links in a row; the limit of Linux
	for range most {
		to, err := os.Readlink(path)
		switch {
		case err != nil:
			return path
		case !filepath.IsAbs(to):
			to = filepath.Join(filepath.Dir(path), to)
		}
		path = to
	}
	return path
}

// beside creates a temporary file next to path, which is removed if the program is interrupted. The
// umask applies to its mode.
func (a *app) beside(path string) (string, *os.File, error) {
	dir, base := filepath.Split(path)
	for n := 0; ; n++ {
		temporary := dir + temporaryName(base, int64(n))
		a.unfinished.add(temporary)
		f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err == nil {
			return temporary, f, nil
		}
		a.unfinished.drop(temporary)
		if !os.IsExist(err) {
			return "", nil, err
		}
	}
}

// longestName is how many bytes the name of a file may have, on most systems.
const longestName = 255

// A database has a journal beside it while it is written. longestDatabase is how many bytes its own
// name may have.
const (
	journalEnd      = "-journal"
	longestDatabase = longestName - len(journalEnd)
)

// temporaryName returns the name of a temporary file beside one that is called base. No other
// process has the same, nor this one another time. Of a long name only the beginning is in it: it
// would be too long with what is added.
func temporaryName(base string, serial int64) string {
	end := "." + strconv.Itoa(os.Getpid()) + "-" + strconv.FormatInt(serial, 10) + ".tmp"
	return "." + shorten(base, longestDatabase-len(".")-len(end)) + end
}

// shorten returns the beginning of a text of UTF-8, whole characters of at most n bytes.
func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// overwrite writes to a device or pipe, which cannot be replaced.
func overwrite(path string, write func(*os.File) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	err = write(f)
	if closing := f.Close(); err == nil {
		err = closing
	}
	return err
}
