// Package text has the lines of a source and what can be told from the words of one line alone:
// whether it ends a sentence, could be a headline, is a control of the page or a credit.
package text
