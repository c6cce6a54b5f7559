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
	s.level = j.levelOf(line)
	return s
}

// levelOf returns the level of a line that is a heading in Markdown, 0 if it is none.
func (j *judge) levelOf(line int) int {
	if mark, _ := text.CutWord(j.D.Line(line)); strings.Trim(mark, "#") == "" {
		return len(mark)
	}
	return 0
}

// headDeeper reports whether candidates are headings in Markdown with deeper ones below. Sections
// nest, so what is below such a heading is its own.
func (j *judge) headDeeper(stamps []int32) bool {
	level := j.levelOf(int(j.Candidates[stamps[0]].Line))
	if level == 0 {
		return false
	}
	for _, k := range stamps {
		if j.levelOf(int(j.Candidates[k].Line)) != level {
			return false
		}
	}
	last := int(j.Candidates[stamps[len(stamps)-1]].Line)
	for i := int(j.Candidates[stamps[0]].Line); i <= last; i++ {
		if j.D.Look(i).Has(text.LookMarkdown) && j.levelOf(i) > level {
			return true
		}
	}
	return false
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
