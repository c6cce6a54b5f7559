package cmd

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"newstimeline/timeline/format"
)

// No output of an export is one of its inputs. Names are compared when they are made, see namer;
// here files are, for the folder may hold links to inputs, or be a link itself.

// A trait is what the same file has under all of its names. Few other files have it too.
type trait struct {
	size    int64
	changed time.Time
}

func traitOf(info fs.FileInfo) trait { return trait{info.Size(), info.ModTime()} }

// protect refuses an export one of whose outputs is an input. Only outputs that are there can be:
// of a new folder nothing is looked at.
func (e *export) protect(a *app, c *cobra.Command, args, places []string) error {
	if isEmptyFolder(e.dir) {
		return nil
	}
	read := append(slices.Clip(places), e.out.template, e.in.files, e.in.nul)
	alike, err := e.alike(a, c, args, places, read)
	if err != nil || len(alike) == 0 {
		return err
	}
	for _, place := range read {
		info := a.statPlace(place)
		if info == nil {
			continue
		}
		for _, output := range alike[traitOf(info)] {
			if other, err := os.Stat(output); err == nil && os.SameFile(info, other) {
				return usagef(c,
					"-d %s: the output %s is the input %s; inputs are never overwritten; name another folder",
					format.Clean(e.dir), format.Clean(output), format.Clean(placeName(place)))
			}
		}
	}
	return nil
}

// isEmptyFolder reports whether nothing is in a folder, or there is none.
func isEmptyFolder(dir string) bool {
	f, err := os.Open(dir)
	if err != nil {
		return true
	}
	defer f.Close()
	names, _ := f.Readdirnames(1)
	return len(names) == 0
}

// alike returns the paths of the outputs of places that are there and share their trait with a file
// that is read.
func (e *export) alike(a *app, c *cobra.Command, args, places,
	read []string) (map[trait][]string, error) {
	n, err := e.name(c, args, places)
	if err != nil {
		return nil, err
	}
	inputs := make(map[trait]struct{}, len(read))
	for _, place := range read {
		if info := a.statPlace(place); info != nil {
			inputs[traitOf(info)] = struct{}{}
		}
	}
	found := map[trait][]string{}
	for _, place := range places {
		name, err := n.name(place)
		if err != nil {
			continue // reported when the input is converted
		}
		path := filepath.Join(e.dir, filepath.FromSlash(name))
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			if _, shared := inputs[traitOf(info)]; shared {
				found[traitOf(info)] = append(found[traitOf(info)], path)
			}
		}
	}
	return found, nil
}
