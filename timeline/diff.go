package timeline

// Changes are the differences between two snapshots of a feed.
type Changes struct {
	Old, New *Timeline
	List     []Change // in the order in which the entries happened
	Same     int      // entries that both have, neither words nor stamp changed
}

// A Change is one difference.
type Change struct {
	Kind     ChangeKind
	Old, New *Entry // nil where there is none
	Likeness int    // of the two texts, in percent, if it was edited; 100: only the stamp was changed
}

// ChangeKind is what became of an entry.
type ChangeKind uint8

const (
	Added   ChangeKind = iota
	Edited             // the text, the stamp or both
	Removed            // while older entries stayed
	Dropped            // all that is as old is gone: the newer snapshot begins later
)

// String returns the kind as the JSON of a comparison names it.
func (k ChangeKind) String() string { return [...]string{"added", "edited", "removed", "dropped"}[k] }

// Count returns how many changes are of a kind.
func (c *Changes) Count(kind ChangeKind) (n int) {
	for i := range c.List {
		if c.List[i].Kind == kind {
			n++
		}
	}
	return n
}

// Diff compares two snapshots of a feed. Entries belong together by the rules of Dedupe: the same words; the same address; the same
// stamp and a like text; nearly the same text with a stamp at most a day apart.
func Diff(old, new *Timeline) *Changes {
	c := &Changes{Old: old, New: new}
	matches := collate(old.Entries, new.Entries)
	edits := map[int][]match{} // by new entry
	matched := map[int]bool{}
	begun := -1 // the last old entry that was dropped
	for _, m := range matches {
		matched[m.new] = true
		if m.same {
			c.Same++
		} else {
			edits[m.new] = append(edits[m.new], m)
		}
	}
	if len(matches) > 0 && matches[0].new == 0 {
		begun = matches[0].old - 1
	}
	for _, p := range weave(len(old.Entries), len(new.Entries), matches) {
		switch {
		case p.b == nowhere && p.a <= begun:
			c.List = append(c.List, Change{Kind: Dropped, Old: &old.Entries[p.a]})
		case p.b == nowhere:
			c.List = append(c.List, Change{Kind: Removed, Old: &old.Entries[p.a]})
		case !matched[p.b]:
			c.List = append(c.List, Change{Kind: Added, New: &new.Entries[p.b]})
		}
		for _, m := range edits[p.b] {
			c.List = append(c.List, Change{Edited, &old.Entries[m.old], &new.Entries[m.new], m.likeness})
		}
	}
	return c
}
