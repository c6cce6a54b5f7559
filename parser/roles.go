package parser

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// The roles of lines that are no text, and what frames the feed.

// set gives line i, from 0, a role and the reason for it.
func (j *judge) set(i int, role feed.Role, why feed.Rule) {
	j.d.Roles[i], j.d.Rules[i] = role, why
}

// markLines gives the lines that are no text their roles.
func (j *judge) markLines() {
	for i, class := range j.classes {
		switch class {
		case blankLine:
			if j.d.isMuted(i) {
				j.set(i, feed.Noise, j.d.muted[i])
				continue
			}
			j.set(i, feed.Blank, feed.RuleBlank)
		case dividing:
			j.set(i, feed.Separator, feed.RuleSeparator)
		case buttonLine:
			j.set(i, feed.Noise, feed.RuleButton)
		case creditLine, whoLine:
			j.set(i, feed.Noise, feed.RuleCredit)
		case headLine:
			j.set(i, feed.Noise, feed.RuleHead)
		case footLine:
			j.set(i, feed.Noise, feed.RuleFoot)
		}
	}
	for k := range j.marks {
		m := &j.marks[k]
		if m.Place == stamp.Whole || j.verdicts[k] == indexMark || j.verdicts[k] == headerMark && m.Place == stamp.Closes {
			j.set(int(m.Line), j.roleOf(k), j.ruleOf(k))
		}
	}
	j.markIndex()
}

// markIndex gives the headlines of an index its role: a line below each of its stamps.
func (j *judge) markIndex() {
	for k := range j.marks {
		if j.verdicts[k] != indexMark || j.marks[k].Place != stamp.Whole {
			continue
		}
		if i := int(j.marks[k].Line) + 1; i < len(j.classes) && j.classes[i] == textLine {
			j.set(i, feed.Index, feed.RuleIndex)
		}
	}
}

// roleOf returns the role of a line that is, all of it, mark k.
func (j *judge) roleOf(k int) feed.Role {
	switch j.verdicts[k] {
	case entryMark:
		if j.daily {
			return feed.DateHeader
		}
		return feed.StampLine
	case headerMark:
		return feed.DateHeader
	case indexMark:
		return feed.Index
	case doubleMark:
		return feed.StampLine
	}
	if j.isOfPage(k) {
		return feed.PageStamp
	}
	return feed.Noise
}

// isOfPage reports whether mark k dates the page: it is labelled, or it stands above the feed and tells a day.
func (j *judge) isOfPage(k int) bool {
	f := &j.marks[k].Fields
	return f.Has&(stamp.Updated|stamp.Published) != 0 || f.HasDay() && f.Has&stamp.WeakDate == 0 && j.main != nil && int32(k) < j.main.marks[0]
}

func (j *judge) ruleOf(k int) feed.Rule {
	switch j.verdicts[k] {
	case entryMark:
		if j.daily {
			return feed.RuleHeaderEntry
		}
		return feed.RuleStamp
	case headerMark:
		return feed.RuleHeader
	case indexMark:
		return feed.RuleIndex
	case doubleMark:
		return feed.RuleDouble
	}
	if j.isOfPage(k) {
		return feed.RulePage
	}
	return feed.RuleOtherStamp
}

// frame gives the lines before, between and behind the entries their roles, and finds the lead and the notices.
func (j *judge) frame(blocks []block) {
	d := j.d
	first := d.Lines.Count()
	if len(blocks) > 0 {
		first = blocks[0].from
	}
	if j.main != nil && !j.daily {
		first = min(first, int(j.marks[j.main.marks[0]].Line))
	} else if j.main != nil {
		first = int(j.marks[j.main.marks[0]].Line)
	}
	for _, h := range j.headers {
		first = min(first, int(j.marks[h].Line))
	}
	lead := feed.Span{Start: -1}
	for i := range d.Roles {
		if d.Rules[i] != feed.RuleNone && !(i < first && d.Roles[i] == feed.Noise && d.Rules[i] != feed.RuleButton && d.Rules[i] != feed.RuleMarkup) {
			continue
		}
		s := d.Lines.Span(d.Text, i)
		switch {
		case j.isNotice(s.Of(d.Text)):
			j.set(i, feed.NoticeLine, feed.RuleNotice)
			d.Notices = append(d.Notices, feed.Notice{Line: i + 1, Text: s})
			d.Ended = true
			continue
		case i < first:
			j.set(i, feed.Lead, feed.RuleLead)
		case j.containers != nil:
			j.set(i, feed.Noise, feed.RuleOutside)
		default:
			j.set(i, feed.Noise, feed.RuleTail)
		}
		if i < first {
			if lead.Start < 0 {
				lead.Start = s.Start
			}
			lead.End = s.End
		}
	}
	if lead.Start >= 0 {
		d.Lead = lead
	}
}

// isNotice reports whether a line says that the feed is over: short, with a word for the feed and a word for its end.
func (j *judge) isNotice(line string) bool {
	const over = words.RoleLive | words.RoleEnded
	return len(line) <= 2*text.SentenceSize && j.lexer.RolesIn(line)&over == over
}
