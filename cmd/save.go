package cmd

import (
	"os"
	"path/filepath"
	"strconv"

	"newstimeline/parser/fault"
	"newstimeline/timeline"
	"newstimeline/timeline/format"
)

// saveTimeline writes a timeline to a file. A notation that can add to a file (a database) adds what is new.
func (a *app) saveTimeline(path string, f format.Format, t *timeline.Timeline, o format.Options) error {
	info, err := os.Stat(path)
	switch {
	case f.Add == nil, err == nil && !info.Mode().IsRegular():
		return a.save(path, true, func(w *os.File) error { return f.Write(w, t, o) })
	case err == nil:
		return f.Add(linked(path), t, o)
	}
	return a.save(path, true, func(w *os.File) error { // SQLite opens the file itself, by its name, and keeps a journal beside it
		journal := w.Name() + "-journal"
		a.unfinished.add(journal)
		defer a.unfinished.drop(journal)
		return f.Add(w.Name(), t, o)
	})
}

// save writes a file whole or not at all: write fills a temporary file beside it, which is then renamed. sync: what was written is on the disk
// before the rename. Devices and pipes are written to directly; a symbolic link stays one, and the file that it leads to is replaced.
func (a *app) save(path string, sync bool, write func(*os.File) error) error {
	path = linked(path)
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return overwrite(path, write)
	}
	mode := os.FileMode(0o666)
	if err == nil {
		mode = info.Mode().Perm()
	}
	temporary, f, err := a.beside(path, mode)
	if err != nil {
		return err
	}
	defer a.unfinished.drop(temporary)
	err = fault.Guard(func() error { return write(f) })
	if err == nil && sync {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		os.Remove(temporary)
	}
	return err
}

// linked follows symbolic links and returns the path of the file that they lead to, which need not exist (filepath.EvalSymlinks demands that).
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

// beside creates a temporary file next to path, which is removed if the program is interrupted. The umask applies to its mode.
func (a *app) beside(path string, mode os.FileMode) (string, *os.File, error) {
	dir, base := filepath.Split(path)
	for n := 0; ; n++ {
		temporary := dir + "." + base + "." + strconv.Itoa(os.Getpid()) + "-" + strconv.Itoa(n) + ".tmp"
		a.unfinished.add(temporary)
		f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if err == nil {
			return temporary, f, nil
		}
		a.unfinished.drop(temporary)
		if !os.IsExist(err) {
			return "", nil, err
		}
	}
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
