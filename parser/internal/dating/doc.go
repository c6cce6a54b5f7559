// Package dating works out when entries were: the year, the day, the zone and the instant, from what
// their timestamps and the whole document say. It changes no entry but the one it fills in.
//
// The days are one search for the whole document. A Problem holds what the timestamps say and what is known of the document; an
// assignment gives every segment a day; what an assignment breaks costs what the table of prices says. Solve finds the cheapest
// assignment by dynamic programming, and how much more the next best one costs for each segment.
package dating
