package parser

import "flag"

// generated is how many layouts TestGenerated draws; those that feeds are not written in are passed over.
var generated = flag.Int("generated", 20_000, "layouts of feeds to draw")

// onlyFamilies and withoutFamilies are the families of layouts that TestGenerated looks at, with commas between them.
var (
	onlyFamilies    = flag.String("only", "", "families of generated feeds to look at")
	withoutFamilies = flag.String("without", "", "families of generated feeds to leave out")
)

// examples is how many of the feeds that were not read back are printed for each combination of families.
var examples = flag.Int("examples", 0, "generated feeds to print that were not read back")

// proseLines is how many lines of the machine's documents TestProse reads.
var proseLines = flag.Int("prose", 150_000, "lines of running text to read")
