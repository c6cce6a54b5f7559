// Package stamp is the grammar of timestamps. [Scan] finds the candidates of a document: every
// place that could be a timestamp by its form alone, read into [Fields]. It decides nothing that
// only the whole document can know.
package stamp
