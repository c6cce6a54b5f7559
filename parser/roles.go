package parser

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// The roles of lines that are not text, and what frames the feed.

// set gives line i, from 0, a role and the reason for it.
func (b *builder) set(i int, role feed.Role, why feed.Rule) {
	b.out.Roles[i], b.out.Rules[i] = role, why
}

// markLines gives the lines that are not text their roles.
func (b *builder) markLines() {
	for i, class := range b.Classes {
		switch class {
		case text.BlankLine:
			switch {
			case b.D.IsOutside(i): // see frame
			case b.D.IsMuted(i):
				b.set(i, feed.Noise, b.D.Muted[i])
			default:
				b.set(i, feed.Blank, feed.RuleBlank)
			}
		case text.Dividing, text.Underline:
			if b.D.Look(i).Has(text.LookDivider) {
				b.set(i, feed.Separator, feed.RuleSeparator)
			} else {
				b.set(i, feed.Noise, feed.RuleListHead)
			}
		case text.ButtonLine:
			b.set(i, feed.Noise, feed.RuleButton)
		case text.LabelLine:
			b.set(i, feed.Noise, feed.RuleLabel)
		case text.CreditLine, text.WhoLine:
			b.set(i, feed.Noise, feed.RuleCredit)
		case text.HeadLine:
			b.set(i, feed.Noise, feed.RuleHead)
		case text.FootLine:
			b.set(i, feed.Noise, feed.RuleFoot)
		case text.SectionLine:
			b.set(i, feed.Noise, feed.RuleSection)
		}
	}
	for k := range b.Candidates {
		m := &b.Candidates[k]
		if m.Place == stamp.Whole || b.Labels[k] == stamp.IndexLabel ||
			b.Labels[k] == stamp.HeaderLabel && m.Place == stamp.Closes {
			b.set(int(m.Line), b.roleOf(k), b.ruleOf(k))
		}
	}
	b.markIndex()
}

// markIndex gives the headlines of an index its role: a line below each of its stamps.
func (b *builder) markIndex() {
	for k := range b.Candidates {
		if b.Labels[k] != stamp.IndexLabel || b.Candidates[k].Place != stamp.Whole {
			continue
		}
		if i := int(b.Candidates[k].Line) + 1; i < len(b.Classes) && b.Classes[i] == text.TextLine {
			b.set(i, feed.Index, feed.RuleIndex)
		}
	}
}

// roleOf returns the role of a line that is all candidate k.
func (b *builder) roleOf(k int) feed.Role {
	switch b.Labels[k] {
	case stamp.EntryLabel:
		if b.Daily && b.isIdle(k) {
			return feed.Noise
		}
		if b.Daily {
			return feed.DateHeader
		}
		return feed.StampLine
	case stamp.HeaderLabel:
		return feed.DateHeader
	case stamp.IndexLabel:
		return feed.Index
	case stamp.DoubleLabel:
		return feed.StampLine
	}
	if b.isOfPage(k) {
		return feed.PageStamp
	}
	return feed.Noise
}

// isIdle reports whether a date alone dates nothing: the document has no text, and the date could
// be something else. "March", "Monday" and "9/11" are words and numbers of many kinds.
func (b *builder) isIdle(k int) bool {
	f := &b.Candidates[k].Fields
	return b.Texts[b.D.Lines.Count()] == 0 && (!f.IsFull() || f.Has&stamp.BadWeekday != 0)
}

// isOfPage reports whether candidate k dates the page.
func (b *builder) isOfPage(k int) bool {
	return b.Candidates[k].DatesPage(len(b.Stamps) > 0 && int32(k) < b.Stamps[0])
}

func (b *builder) ruleOf(k int) feed.Rule {
	switch b.Labels[k] {
	case stamp.EntryLabel:
		if b.Daily && b.isIdle(k) {
			return feed.RuleIdleDate
		}
		if b.Daily {
			return feed.RuleHeaderEntry
		}
		return feed.RuleStamp
	case stamp.HeaderLabel:
		return feed.RuleHeader
	case stamp.IndexLabel:
		return feed.RuleIndex
	case stamp.DoubleLabel:
		return feed.RuleDouble
	}
	if b.isOfPage(k) {
		return feed.RulePage
	}
	return feed.RuleOtherStamp
}

// frame gives the lines before, between and after the entries their roles, and finds the lead and
// the notices.
func (b *builder) frame(blocks []part) {
	d := b.out
	first := d.Lines.Count()
	if len(blocks) > 0 {
		first = int(blocks[0].From)
	}
	if len(b.Stamps) > 0 && !b.Daily {
		first = min(first, int(b.Candidates[b.Stamps[0]].Line))
	} else if len(b.Stamps) > 0 {
		first = int(b.Candidates[b.Stamps[0]].Line)
	}
	for _, h := range b.Headers {
		first = min(first, int(b.Candidates[h].Line))
	}
	lead := feed.Span{Start: -1}
	for i := range d.Roles {
		if d.Rules[i] != feed.RuleNone && !(i < first && d.Roles[i] == feed.Noise &&
			d.Rules[i] != feed.RuleButton && d.Rules[i] != feed.RuleMarkup) {
			continue
		}
		s := d.Lines.Span(d.Text, i)
		switch {
		case isNotice(&b.lexer, s.Of(d.Text)):
			b.set(i, feed.NoticeLine, feed.RuleNotice)
			d.Notices = append(d.Notices, feed.Notice{Line: i + 1, Text: s})
			d.Ended = true
			continue
		case i < first:
			b.set(i, feed.Lead, feed.RuleLead)
		case b.Contained:
			b.set(i, feed.Noise, feed.RuleOutside)
		default:
			b.set(i, feed.Noise, feed.RuleTail)
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

// isNotice reports whether a line states that the feed has ended. It is short, with a word for the
// feed and a word for its end.
func isNotice(x *words.Lexer, line string) bool {
	const over = words.RoleLive | words.RoleEnded
	return len(line) <= 2*text.SentenceSize && x.RolesIn(line)&over == over
}
