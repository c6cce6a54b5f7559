package layout

// Bounds of work: how much of a document is looked at, so that a long one takes little longer than
// a short one. None of them decides anything in a document that has less.
const (
	// sampleLines is how many lines of a long document are read in order to choose. The first 120
	// lines of long feeds told as much.
	sampleLines  = 600
	mostReadings = 64  // readings that are compared
	mostPatterns = 8   // patterns that are tried by themselves, or united with each other
	mostIndex    = 400 // candidates of an index
	sampled      = 24  // entries, or gaps between timestamps, whose lines are compared
)

// headLines is how many lines around the timestamp of an entry may be none of its text. These are
// names and rubrics, the template, or what precedes it in a container. Cards have no more.
const headLines = 4

// titledOf is of how many entries one at least has a marked headline, where markup marks headlines.
const titledOf = 4
