// Package words has the words of timestamps and of running text, as tables in static data, and the
// lexer that cuts a line into tokens. The tables are generated: a form is a row.
package words
