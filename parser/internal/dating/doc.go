// Package dating finds when entries were: the year, the day, the zone and the instant. It uses
// their timestamps and the whole document. It changes no entry but the one it fills in.
//
// The days are one search for the whole document. A Problem holds what the timestamps say and what
// is known of the document. An assignment gives every segment a day. What an assignment breaks has
// the cost in the table of prices. Solve finds the cheapest assignment by dynamic programming, and
// how much more the next best one costs for each segment.
package dating
