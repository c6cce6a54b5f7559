// Package text has the lines of a source and their features: what can be told from the words of one
// line alone. That is whether it ends a sentence, could be a title, is a button or a credit.
package text
