package layout

import (
	"newstimeline/parser/internal/text"
	"slices"
	"strings"
)

// Settings: how the line of a timestamp is set off from the text around it. Of headings that are
// set off alike, one may be written otherwise: "1.4 (2 May 2024)" among "1.4.1 (14 May 2024)".

// A setting is what sets a line off.
type setting struct {
	level       int  // of a heading in Markdown; 0: it is none
	apart       bool // nothing or a blank line is above it
	beforeBlank bool // a blank line is below it
}

// settingOf returns the setting of the line of candidate i.
func (j *judge) settingOf(i int32) setting {
	line := int(j.Candidates[i].Line)
	next := line + 1
	s := setting{apart: line == 0 || j.D.IsBlank(line-1)}
	if next < j.D.Lines.Count() {
		s.beforeBlank = j.D.IsBlank(next)
	}
	if mark, _ := text.CutWord(j.D.Line(line)); strings.Trim(mark, "#") == "" {
		s.level = len(mark)
	}
	return s
}

// setsOff reports whether a setting is that of a heading.
func (s setting) setsOff() bool { return s.level > 0 || s.apart }

// areHeadingsAlike reports whether a few candidates are on headings as most of a series are.
func (j *judge) areHeadingsAlike(s, odd []int32) bool {
	counts := map[setting]int{}
	for _, k := range s {
		counts[j.settingOf(k)]++
	}
	return !slices.ContainsFunc(odd, func(i int32) bool {
		own := j.settingOf(i)
		return !own.setsOff() || !isMost(counts[own], len(s))
	})
}
