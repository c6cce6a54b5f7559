// Package feed is the model: the [Source] that a parser reads and the [Document] that it returns. A
// Document has entries, timestamps, dates, the role of each line, and diagnostics. It computes
// nothing that needs more than these values, and imports no other package of ours.
//
// Offsets count the bytes of a Source's Text from 0, lines count from 1, but for indices of slices,
// which count from 0.
package feed
