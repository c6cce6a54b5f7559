package cmd

import (
	"os"
	"path/filepath"
	"strconv"

	"newstimeline/timeline"
	"newstimeline/timeline/format"
)

// saveTimeline has a timeline written to a file or, where the notation can, added to what the file holds.
func (a *app) saveTimeline(path string, f format.Format, t *timeline.Timeline, o format.Options) error {
	info, err := os.Stat(path)
	switch {
	case f.Add == nil, err == nil && !info.Mode().IsRegular():
		return a.save(path, true, func(w *os.File) error { return f.Write(w, t, o) })
	case err == nil:
		return f.Add(linked(path), t, o)
	}
	return a.save(path, true, func(w *os.File) error {
		journal := w.Name() + "-journal"
		a.unfinished.add(journal)
		defer a.unfinished.drop(journal)
		return f.Add(w.Name(), t, o)
	})
}

// save has a file written whole or not at all: a temporary file beside it takes its place when all is written, synced to the disk if
// asked. Devices and pipes are written directly, and a link stays a link.
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
	err = write(f)
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

// linked returns the file that a link leads to, even if it is not there yet; a path that is no link is returned as it is.
func linked(path string) string {
	const most = 40 // links in a row, as Linux has it
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

// beside creates a file next to path that is removed if the program is interrupted. The system's mask applies to the mode of a new file.
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

// overwrite writes to a device or pipe.
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
