package format

import (
	"io"

	"newstimeline/timeline"
)

// writeChangesMarkdown writes a comparison as Markdown, with a heading for each change. Deleted and
// inserted words are in <del> and <ins>, which GitHub, GitLab, Obsidian and pandoc show.
func writeChangesMarkdown(w io.Writer, c *timeline.Changes, o Options) error {
	n := changeNotes{notebook{buffer: newBuffer(w), o: o}}
	n.mark("# ")
	n.say(n.o.changesTitle(c), false)
	n.mark("\n\n")
	n.say(fileNames(c.Old)+" → "+fileNames(c.New)+": "+changeCounts(c), true)
	n.mark("\n")
	for i := range c.List {
		if c.List[i].Kind != timeline.Dropped {
			n.change(&c.List[i])
		}
		if !n.spill() {
			break
		}
	}
	if words := droppedWords(c); words != "" {
		n.mark("\n*")
		n.say(words, false)
		n.mark("*\n")
	}
	return n.flush()
}

// A changeNotes writes a comparison as Markdown.
type changeNotes struct{ notebook }

// change writes one change.
func (n *changeNotes) change(c *timeline.Change) {
	n.mark("\n## " + kindNames[c.Kind] + ": ")
	n.say(n.o.changeWhen(c), false)
	n.mark("\n\n*" + placeOf(c) + "*\n")
	title, paragraphs := changeParagraphs(c)
	if title != "" {
		n.mark("\n**")
		n.say(title, false)
		n.mark("**\n")
	}
	for _, pieces := range paragraphs {
		n.mark("\n")
		n.pieces(pieces)
		n.mark("\n")
	}
}

// pieces writes a paragraph.
func (n *changeNotes) pieces(pieces []timeline.Piece) {
	for i, p := range pieces {
		n.mark(p.Gap + insOrDel("<", p.Kind))
		n.say(p.Text, i == 0 && p.Kind == timeline.Kept)
		n.mark(insOrDel("</", p.Kind))
	}
}

// insOrDel returns the tag of a piece, which opens with < or </; "" if it is in both texts.
func insOrDel(open string, kind timeline.PieceKind) string {
	if kind == timeline.Kept {
		return ""
	}
	return open + [...]string{timeline.Deleted: "del", timeline.Inserted: "ins"}[kind] + ">"
}
