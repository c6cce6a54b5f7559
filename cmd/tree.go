package cmd

import (
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
	"sync/atomic"

	"newstimeline/parser/fault"
)

// A tree is the folder that an export writes into. Names in it are relative, with slashes. Whatever
// the names and links, nothing is written outside the folder: os.Root ensures that. A file is there
// whole or not at all. Unlike -o it is not synced to the disk: ten thousand small files would take
// minutes.
type tree struct {
	dir        string
	root       *os.Root
	unfinished *unfinished
	noClobber  bool // files that are there are not replaced
	serial     atomic.Int64

	sync.Mutex         // for what follows
	last       *folder // that was written into: the next file will mostly lie in the same
}

// A folder of the tree is open while somebody uses it.
type folder struct {
	*os.File
	name  string // in the tree
	users int
}

// openTree makes the folder if it is not there.
func openTree(dir string, a *app) (*tree, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &tree{dir: dir, root: root, unfinished: a.unfinished, noClobber: a.noClobber}, nil
}

func (t *tree) close() {
	if t.last != nil {
		t.leave(t.last)
	}
	t.root.Close()
}

// enter opens a folder of the tree, which is made if it is not there.
func (t *tree) enter(name string) (*folder, error) {
	t.Lock()
	defer t.Unlock()
	if t.last == nil || t.last.name != name {
		if err := t.root.MkdirAll(name, 0o777); err != nil {
			return nil, err
		}
		f, err := t.root.Open(name)
		if err != nil {
			return nil, err
		}
		if t.last != nil {
			t.last.drop()
		}
		t.last = &folder{f, name, 1}
	}
	t.last.users++
	return t.last, nil
}

// leave ends the use of a folder.
func (t *tree) leave(f *folder) {
	t.Lock()
	defer t.Unlock()
	f.drop()
}

func (f *folder) drop() {
	if f.users--; f.users == 0 {
		f.Close()
	}
}

// path returns where a name is, for messages.
func (t *tree) path(name string) string { return filepath.Join(t.dir, filepath.FromSlash(name)) }

func (t *tree) stat(name string) (fs.FileInfo, error) { return t.root.Stat(name) }

// write has a file written whole or not at all.
func (t *tree) write(name string, write func(io.Writer) error) error {
	dir, err := t.enter(path.Dir(name))
	if err != nil {
		return err
	}
	defer t.leave(dir)
	guarded := func(w io.Writer) error { return fault.Guard(func() error { return write(w) }) }
	done, err := t.writeNameless(dir, name, guarded)
	if !done {
		err = t.writeBeside(name, guarded)
	}
	return err
}

// writeBeside writes a file under another name and gives it its own when it is whole.
func (t *tree) writeBeside(name string, write func(io.Writer) error) error {
	temporary := t.temporary(name)
	t.unfinished.add(t.path(temporary))
	defer t.unfinished.drop(t.path(temporary))
	f, err := t.root.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	t.keepMode(f, name)
	err = write(f)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = t.publish(temporary, name)
	}
	if err != nil {
		t.root.Remove(temporary)
	}
	return err
}

// publish gives a whole file its name. Where files cannot have two names, --no-clobber looks before
// it renames.
func (t *tree) publish(temporary, name string) error {
	if t.noClobber {
		err := t.root.Link(temporary, name)
		switch {
		case err == nil:
			return t.root.Remove(temporary)
		case t.keeps(name):
			return errExists
		}
	}
	return t.root.Rename(temporary, name)
}

// keeps reports whether --no-clobber forbids to write a file, because it is there.
func (t *tree) keeps(name string) bool {
	if !t.noClobber {
		return false
	}
	_, err := t.root.Lstat(name)
	return err == nil
}

// temporary returns a name beside another that no other worker or process uses.
func (t *tree) temporary(name string) string {
	dir, base := path.Split(name)
	return dir + temporaryName(base, t.serial.Add(1))
}

// keepMode gives a file the mode of the regular file that it will replace. If there is none, it
// keeps that of the umask. Not every file system has modes.
func (t *tree) keepMode(f *os.File, name string) {
	if info, err := t.root.Lstat(name); err == nil && info.Mode().IsRegular() {
		f.Chmod(info.Mode().Perm())
	}
}
