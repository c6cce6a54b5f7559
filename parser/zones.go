package parser

// zone reads a zone by its name, abbreviation or offset behind a clock: BST, GMT+3, "Moscow time", "local time". Abbreviations
// must be in capitals: wet and east are words.
func (r *reader) zone(i int) int {
	t := r.at(i)
	if t.kind != wordTok || r.f.zone != 0 || r.f.has&offsetGiven != 0 {
		return i
	}
	if !r.f.hasClock() {
		return i
	}
	if t.word.has(roleLocal) && !t.word.has(roleZone) {
		if next := r.at(i + 1); isPhrase(t.word) || next.kind == endTok || next.kind == markTok {
			return i + 1
		}
		return i // "08:33 Local fishermen …"
	}
	if !t.word.has(roleZone) || t.gap == wide {
		return i
	}
	if t.end-t.start <= 5 && !t.upper && t.word.zone != utcZone && !isPhrase(t.word) {
		return i
	}
	next := i + 1
	if t.word.has(roleLocal) && r.at(next).kind != endTok && r.at(next).kind != markTok {
		return i // "20:15 Eastern Ukraine …"
	}
	r.f.zone = t.word.zone
	r.f.zoneStart, r.f.zoneEnd = int16(t.start), int16(t.end)
	if t.word.zone == utcZone {
		if after := r.offset(next); after > next {
			next = after
		}
	}
	return next
}

// zoneName reads the name of a zone in the zone database behind a clock. An offset before it is exacter.
func (r *reader) zoneName(i int) int {
	t := r.at(i)
	if !r.f.hasClock() || t.gap == wide {
		return i
	}
	if r.f.zone == 0 && r.f.has&offsetGiven == 0 {
		r.f.zone, r.f.zoneStart, r.f.zoneEnd = namedZone, int16(t.start), int16(t.end)
	}
	return i + 1
}

// zoneFirst reads a zone before its clock: "GMT 20:15", 北京时间20:15. "Local time: 20:15" names none and is read over.
func (r *reader) zoneFirst(i int) int {
	t := r.at(i)
	if r.f.hasClock() || r.f.zone != 0 || !t.word.has(roleZone|roleLocal) {
		return i
	}
	next := i + 1
	if r.isMark(next, ':') || r.isMark(next, ',') {
		next++
	}
	if r.clockLength(next) == 0 {
		if end := r.over(next, (*reader).date); end == next || r.clockLength(end) == 0 {
			return i
		}
	}
	if !t.word.has(roleZone) {
		return next
	}
	if t.end-t.start <= 5 && !t.upper && t.word.zone != utcZone && !isPhrase(t.word) {
		return i
	}
	r.f.zone = t.word.zone
	r.f.zoneStart, r.f.zoneEnd = int16(t.start), int16(t.end)
	return next
}

// numericOffset reads +01:00 or -0400 right behind a clock, or in brackets.
func (r *reader) numericOffset(i int) int {
	t := r.at(i)
	if (t.mark == '+' || t.mark == '-') && r.at(i+1).kind == numberTok && r.at(i+1).gap == glued && r.at(i+1).digits != 1 {
		n := r.at(i + 1)
		if n.digits == 4 || n.digits == 2 && r.isMark(i+2, ':') && r.isNumber(i+3, 2) {
			return r.offset(i)
		}
	}
	return i
}

// offset reads a signed offset: +3, -05:30, +0100, 3.
func (r *reader) offset(i int) int {
	t := r.at(i)
	if t.kind != markTok || t.mark != '+' && t.mark != '-' && t.mark != '–' || r.at(i+1).kind != numberTok || r.at(i+1).gap != glued {
		return i
	}
	n := r.at(i + 1)
	hours, mins, next := n.value, 0, i+2
	switch {
	case n.digits == 4:
		hours, mins = n.value/100, n.value%100
	case n.digits > 2:
		return i
	case r.isMark(next, ':') && r.at(next).gap == glued && r.isNumber(next+1, 2) && r.at(next+1).gap == glued && r.at(next+1).digits == 2:
		mins = r.at(next + 1).value
		next += 2
	}
	if hours > 14 || mins > 59 {
		return i
	}
	total := hours*60 + mins
	if t.mark != '+' {
		total = -total
	}
	if r.f.zoneEnd == 0 {
		r.f.zoneStart = int16(t.start)
	}
	r.f.offset, r.f.zoneEnd = int16(total), int16(r.at(next-1).end)
	r.f.has |= offsetGiven
	return next
}
