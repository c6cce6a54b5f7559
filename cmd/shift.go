package cmd

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// A shift is how far the clock of a source was off. It is one value of --shift.
type shift struct {
	source string // its name, or the last element of its path; "": all sources
	by     time.Duration
}

// shifts are the values of --shift. They are a pflag.Value.
type shifts []shift

// errShift describes the argument of --shift.
var errShift = errors.New(
	"expected NAME=DURATION, such as a.txt=+2h; DURATION alone applies to all sources")

// Set takes a value.
func (s *shifts) Set(word string) error {
	at := strings.LastIndexByte(word, '=') + 1
	by, err := time.ParseDuration(word[at:])
	if err != nil || at == 1 {
		return errShift
	}
	*s = append(*s, shift{strings.TrimSuffix(word[:at], "="), by})
	return nil
}

// String returns the default: there is none.
func (s *shifts) String() string { return "" }

// Type returns how help writes the default.
func (s *shifts) Type() string { return "string" }

// register adds the flag.
func (s *shifts) register(c *cobra.Command) {
	group(c, reading, func(flags *pflag.FlagSet) {
		flags.Var(s, "shift",
			"`NAME=DURATION`: correct a source whose clock is off: a.txt=+2h, a.txt=-90m")
	})
}

// isOf reports whether the shift is meant for the source of a name.
func (s *shift) isOf(name string) bool {
	return s.source == "" || s.source == name || s.source == filepath.Base(name)
}

// apply moves the times of a document.
func (s shifts) apply(d *feed.Document) {
	for i := range s {
		if s[i].isOf(d.Name) {
			timeline.Shift(d, s[i].by)
		}
	}
}

// check refuses a shift for a source that is not among those of some names.
func (s shifts) check(c *cobra.Command, names []string) error {
	for i := range s {
		if !slices.ContainsFunc(names, s[i].isOf) {
			return usagef(c, "--shift: no source named %q; available: %s",
				s[i].source, strings.Join(names, ", "))
		}
	}
	return nil
}
