// Package grouping finds where entries begin in paragraphs that no timestamp separates. It uses
// signs of the feed, such as blank lines and bullets, else cues in the words.
package grouping
