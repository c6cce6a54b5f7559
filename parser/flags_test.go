package parser

import "flag"

// allPlans makes TestGenerated try every layout, not one in seven.
var allPlans = flag.Bool("all", false, "generate feeds of every layout")

// showWorst is a prefix of the layouts of which TestGenerated prints one feed that was not read back.
var showWorst = flag.String("worst", "", "print a generated feed of this layout that was not read back")

// proseLines is how many lines of the machine's documents TestProse reads.
var proseLines = flag.Int("prose", 400_000, "lines of running text to read")
