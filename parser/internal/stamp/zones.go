package stamp

import "newstimeline/parser/internal/words"

// Zone reads a zone by its name, abbreviation or offset after a clock: BST, GMT+3, "Moscow time",
// "local time". Abbreviations must be in capitals: wet and east are words.
func (r *Reader) Zone(i int) int {
	t := r.at(i)
	if t.Kind != words.WordTok || r.F.Zone != 0 || !r.F.HasClock() {
		return i
	}
	if r.F.Has&OffsetGiven != 0 {
		return r.zoneAgain(i)
	}
	if t.Word.Has(words.RoleLocal) && !t.Word.Has(words.RoleZone) {
		if t.End-t.Start == 2 && !t.Upper {
			return i // Lt.
		}
		if next := r.at(i + 1); words.IsPhrase(t.Word) || next.Kind == words.EndTok ||
			next.Kind == words.MarkTok {
			return i + 1
		}
		return i // "08:33 Local fishermen …"
	}
	if !t.Word.Has(words.RoleZone) || r.isWide(i) && !r.endsColumn(i+1) {
		return i
	}
	if t.End-t.Start <= 5 && !t.Upper && t.Word.Zone != words.UtcZone &&
		!words.IsPhrase(t.Word) && !(r.line && r.F.Day != 0 && t.End-t.Start > 2 &&
		r.closes(i+1)) { // but "16 August 2025, 8:15 pm est"
		return i
	}
	next := i + 1
	if t.Word.Has(words.RoleLocal) && r.at(next).Kind != words.EndTok &&
		r.at(next).Kind != words.MarkTok {
		return i // "20:15 Eastern Ukraine …"
	}
	r.F.Zone = t.Word.Zone
	r.F.ZoneStart, r.F.ZoneEnd = int16(t.Start), int16(t.End)
	if t.Word.Zone == words.UtcZone {
		if after := r.offset(next); after > next {
			next = after
		}
	}
	return next
}

// zoneAgain skips an abbreviation after the offset that it means: "20:15 +0200 CEST".
func (r *Reader) zoneAgain(i int) int {
	t := r.at(i)
	if !t.Word.Has(words.RoleZone) || !t.Upper || t.End-t.Start > 5 || r.isWide(i) ||
		r.at(i+1).Gap == words.Glued && r.at(i+1).Kind == words.WordTok {
		return i
	}
	return i + 1
}

// endsColumn reports whether token i shows that the column before it is over: the line's end, a
// mark, wide blanks. In such a column EST is a zone.
func (r *Reader) endsColumn(i int) bool {
	t := r.at(i)
	return r.line || t.Kind == words.EndTok || t.Kind == words.MarkTok || t.Gap == words.Wide
}

// zoneInBrackets reads a zone in brackets after a clock: "20:15 (CEST)". After an offset it is
// read over.
func (r *Reader) zoneInBrackets(i int) int {
	if !r.isMark(i, '(') && !r.isMark(i, '[') || r.at(i+1).Kind != words.WordTok {
		return i
	}
	kept, known := r.F, r.F.Zone != 0 || r.F.Has&OffsetGiven != 0
	if known {
		r.F.Zone, r.F.Has = 0, r.F.Has&^OffsetGiven // GMT+0200 (CEST): it is said twice
	}
	next := r.Zone(i + 1)
	if known {
		r.F = kept
	}
	if next == i+1 {
		return i
	}
	if r.isMark(next, ')') || r.isMark(next, ']') {
		next++
	} else if known {
		return i
	}
	return next
}

// isLocal reports whether token i says that the clock before it is of a zone that is not named: LT.
func (r *Reader) isLocal(i int) bool { return r.isWord(i, words.RoleLocal) }

// otherZone reads over the clock of another zone: "8.30am ET (12.30pm GMT)", "8.30am ET / 12.30pm
// GMT". Behind a local clock, that of UTC tells the offset: "1200LT, 1500UTC".
func (r *Reader) otherZone(i int) int {
	if !r.F.HasClock() || r.F.Has&Tail != 0 {
		return i
	}
	bracket, local := r.isMark(i, '(') || r.isMark(i, '['), r.isLocal(i-1)
	if !bracket && !r.isMark(i, '/') && !((local || r.F.Zone != 0) && r.isMark(i, ',')) {
		return i
	}
	other, next := r.aside(i+1, (*Reader).zonedClock)
	if next > i+1 && local && other.Zone == words.UtcZone {
		r.F.setOffsetBy(&other)
	}
	switch {
	case next == i+1:
		return i
	case !bracket:
		return next
	case r.isMark(next, ')') || r.isMark(next, ']'):
		return next + 1
	}
	return i
}

// setOffsetBy sets the offset of a clock without a zone by the same moment in UTC.
func (f *Fields) setOffsetBy(utc *Fields) {
	const day = 24 * 60
	east := int(f.Hour)*60 + int(f.Minute) - int(utc.Hour)*60 - int(utc.Minute)
	east = (east+day+day/2)%day - day/2
	f.Offset, f.Has = int16(east), f.Has|OffsetGiven|UtcBeside
}

// zonedClock reads a clock that names its zone.
func (r *Reader) zonedClock(i int) int {
	at := r.anyClock(i)
	if at == i {
		return i
	}
	if r.isWord(at, words.RoleClock|words.RoleOClock) {
		at++ // 18.15 Uhr GMT
	}
	next := r.Zone(at)
	if next == at {
		next = r.numericOffset(at)
	}
	if next == at {
		return i
	}
	return next
}

// zoneName reads a name of the zone database after a clock. An offset before it is exacter.
func (r *Reader) zoneName(i int) int {
	t := r.at(i)
	if !r.F.HasClock() || r.isWide(i) {
		return i
	}
	if r.F.Zone == 0 && r.F.Has&OffsetGiven == 0 {
		r.F.Zone, r.F.ZoneStart, r.F.ZoneEnd = words.NamedZone, int16(t.Start), int16(t.End)
	}
	return i + 1
}

// zoneFirst reads a zone before its clock: "GMT 20:15", 北京时间20:15. "Local time: 20:15" names none
// and is read over.
func (r *Reader) zoneFirst(i int) int {
	t := r.at(i)
	if r.F.HasClock() || r.F.Zone != 0 || !t.Word.Has(words.RoleZone|words.RoleLocal) {
		return i
	}
	next := i + 1
	if r.isMark(next, ':') || r.isMark(next, ',') {
		next++
	}
	if r.clockLength(next) == 0 {
		if end := r.over(next, (*Reader).date); end == next || r.clockLength(end) == 0 {
			return i
		}
	}
	if !t.Word.Has(words.RoleZone) {
		return next
	}
	if t.End-t.Start <= 5 && !t.Upper && t.Word.Zone != words.UtcZone && !words.IsPhrase(t.Word) {
		return i
	}
	r.F.Zone = t.Word.Zone
	r.F.ZoneStart, r.F.ZoneEnd = int16(t.Start), int16(t.End)
	return next
}

// numericOffset reads +01:00 or -0400 right after a clock, or in brackets.
func (r *Reader) numericOffset(i int) int {
	t := r.at(i)
	if (t.Mark == '+' || t.Mark == '-') && r.at(i+1).Kind == words.NumberTok &&
		r.at(i+1).Gap == words.Glued && r.at(i+1).Digits != 1 {
		n := r.at(i + 1)
		if n.Digits == 4 || n.Digits == 2 && r.isMark(i+2, ':') && r.isNumber(i+3, 2) {
			return r.offset(i)
		}
	}
	return i
}

// isNumericOffset reports whether an offset begins at token i.
func (r *Reader) isNumericOffset(i int) bool {
	_, next := r.aside(i, (*Reader).numericOffset)
	return next > i
}

// offset reads a signed offset: +3, -05:30, +0100, 3.
func (r *Reader) offset(i int) int {
	t := r.at(i)
	if t.Kind != words.MarkTok || t.Mark != '+' && t.Mark != '-' && t.Mark != '–' ||
		r.at(i+1).Kind != words.NumberTok || r.at(i+1).Gap != words.Glued {
		return i
	}
	n := r.at(i + 1)
	hours, mins, next := n.Value, 0, i+2
	switch {
	case n.Digits == 4:
		hours, mins = n.Value/100, n.Value%100
	case n.Digits > 2:
		return i
	case r.isMark(next, ':') && r.at(next).Gap == words.Glued && r.isNumber(next+1, 2) &&
		r.at(next+1).Gap == words.Glued && r.at(next+1).Digits == 2:
		mins = r.at(next + 1).Value
		next += 2
	}
	if hours > 14 || mins > 59 {
		return i
	}
	total := hours*60 + mins
	if t.Mark != '+' {
		total = -total
	}
	if r.F.ZoneEnd == 0 {
		r.F.ZoneStart = int16(t.Start)
	}
	r.F.Offset, r.F.ZoneEnd = int16(total), int16(r.at(next-1).End)
	r.F.Has |= OffsetGiven
	return next
}
