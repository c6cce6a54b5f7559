// Package grouping finds where entries begin in paragraphs that no timestamp separates: by signs of
// the feed such as blank lines and bullets, else by cues in the words.
package grouping
