// Package tally has what is counted in more than one stage.
package tally
