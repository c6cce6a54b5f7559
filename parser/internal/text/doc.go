// Package text has the lines of a source and their features, by the words of a line alone. Examples
// are whether it ends a sentence, could be a title, is a button or a credit.
package text
