package format

import (
	"cmp"
	"path"
	"strings"

	"newstimeline/timeline"
)

// What the pages of a comparison share: Markdown and HTML.

// kindNames are the names of changes as people read them.
var kindNames = [...]string{timeline.Added: "Added", timeline.Edited: "Edited",
	timeline.Removed: "Removed", timeline.Dropped: "No longer shown"}

// changesTitle returns the title of a comparison. It may hold words of the feed.
func (o *Options) changesTitle(c *timeline.Changes) string {
	if title := cmp.Or(o.ownHeading(c.New.Sources), o.ownHeading(c.Old.Sources)); title != "" {
		return "Changes: " + strings.TrimSpace(Clean(title))
	}
	return "Changes"
}

// fileNames returns the names of a timeline's sources without their folders.
func fileNames(t *timeline.Timeline) string {
	var names []string
	for _, s := range t.Sources {
		names = append(names, path.Base(strings.ReplaceAll(Clean(s.Name), `\`, "/")))
	}
	return strings.Join(names, ", ")
}

// changeCounts returns how many entries are unchanged and how many changes of each kind there are.
func changeCounts(c *timeline.Changes) string {
	counts := thousands(c.Same) + " unchanged"
	for kind := range changeSigns {
		if n := c.Count(timeline.ChangeKind(kind)); n > 0 {
			counts += ", " + thousands(n) + " " + timeline.ChangeKind(kind).String()
		}
	}
	return counts
}

// changeWhen returns when the entry of a change was reported, before and after where that differs.
func (o *Options) changeWhen(c *timeline.Change) string {
	switch {
	case c.Old == nil:
		return o.when(c.New)
	case c.Kind != timeline.Edited:
		return o.when(c.Old)
	}
	was, now := o.when(c.Old), o.when(c.New)
	if now == was {
		return was
	}
	return was + " → " + strings.TrimPrefix(now, o.dayBefore(c)+" ")
}

// changeParagraphs returns the paragraphs of a change as pieces of words, which are clean.
func changeParagraphs(c *timeline.Change) (title string, paragraphs [][]timeline.Piece) {
	if c.Kind == timeline.Edited {
		return "", editedParagraphs(c.Words())
	}
	e := c.New
	if e == nil {
		e = c.Old
	}
	for _, p := range e.Paragraphs {
		if text := strings.TrimSpace(Clean(p.Of(e.Source.Text))); text != "" {
			paragraphs = append(paragraphs, []timeline.Piece{{Kind: timeline.Kept, Text: text}})
		}
	}
	return strings.TrimSpace(Clean(e.TitleText())), paragraphs
}

// editedParagraphs splits the pieces of an edited text where its paragraphs end.
func editedParagraphs(pieces []timeline.Piece) [][]timeline.Piece {
	var all [][]timeline.Piece
	var paragraph []timeline.Piece
	end := func() {
		if paragraph != nil {
			all = append(all, paragraph)
		}
		paragraph = nil
	}
	for i, p := range pieces {
		gap := p.Gap
		if strings.Contains(gap, "\n\n") {
			end()
		}
		if gap == "" && i > 0 && p.Kind != timeline.Kept && pieces[i-1].Kind != timeline.Kept {
			gap = " "
		}
		for k, text := range strings.Split(p.Text, "\n\n") {
			if k > 0 {
				end()
			}
			if gap != "" && paragraph != nil {
				gap = " "
			} else {
				gap = ""
			}
			if text = Clean(text); text != "" {
				paragraph = append(paragraph, timeline.Piece{Kind: p.Kind, Text: text, Gap: gap})
			}
			gap = ""
		}
	}
	end()
	return all
}

// droppedWords describes how many entries are older than the newer snapshot; "" if none.
func droppedWords(c *timeline.Changes) string {
	n := c.Count(timeline.Dropped)
	if n == 0 {
		return ""
	}
	return counted(n, "entry") + " from before the start of " + fileNames(c.New) +
		": no longer shown, not removed"
}
