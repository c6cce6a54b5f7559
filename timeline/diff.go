package timeline

// Changes are the differences between two snapshots of a feed.
type Changes struct {
	Old, New *Timeline
	List     []Change // in the order in which the entries happened
	Same     int      // how many entries both have, with the same words and the same stamp
}

// A Change is one difference.
type Change struct {
	Kind     ChangeKind
	Old, New *Entry // nil: the entry is not in that snapshot
	// of an edited entry: how alike its two texts are, in percent; 100: only its stamp has changed
	Likeness int
}

// ChangeKind is what happened to an entry.
type ChangeKind uint8

const (
	Added   ChangeKind = iota // only the new snapshot has it
	Edited                    // its text, its stamp or both have changed
	Removed                   // only the old snapshot has it, though the new one has older entries
	// only the old snapshot has it, and nothing as old is in the new one, which begins later
	Dropped
)

// String returns the kind as the JSON of a comparison names it.
func (k ChangeKind) String() string {
	return [...]string{"added", "edited", "removed",
		"dropped"}[k]
}

// Count returns how many changes are of a kind.
func (c *Changes) Count(kind ChangeKind) (n int) {
	for i := range c.List {
		if c.List[i].Kind == kind {
			n++
		}
	}
	return n
}

// Diff compares two snapshots of a feed. Two entries are versions of one report, as in Dedupe, if
// they share the words, the URL, or the timestamp and similar text. Nearly the same text and
// timestamps at most a day apart suffice too. Both timelines must be in chronological order.
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
			c.List = append(c.List, Change{Edited, &old.Entries[m.old], &new.Entries[m.new],
				m.likeness})
		}
	}
	return c
}
