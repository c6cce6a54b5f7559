// Package dating works out when entries were: the year, the day, the zone and the instant, from what
// their timestamps and the whole document say. It changes no candidate and no entry but the one it fills in.
package dating
