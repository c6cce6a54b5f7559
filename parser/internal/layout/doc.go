// Package layout judges a whole document. It decides which candidates date entries, which are date
// headers, the placement of an entry's timestamp, and which lines each of them dates. [Judge] takes
// candidates and returns a [Layout]; the candidates are its own from then on.
package layout
