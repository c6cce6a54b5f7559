package parser

import (
	"fmt"
	"newstimeline/parser/feed"
	"strings"
	"time"
	"unicode/utf8"
)

// The zone of clocks that name none: as a line of the page states it for all of them, or as other stamps let expect.

// zoneOf returns the zone of an entry's clock and its name: as the stamp gives it, else as a line of the page does for all clocks, else that of
// the Parser, else that of the other stamps; without any of them UTC, and no name. inferred: the feed does not say it, nor does the Parser.
func (r *resolver) zoneOf(e *feed.Entry, m *mark) (loc *time.Location, name string, inferred bool) {
	if loc, name = r.toldZone(e, &m.f, r.zoneWords(m), int(m.line)); loc != nil {
		return loc, name, false
	}
	switch s := &r.stated; {
	case s.zone != nil:
		loc, name = r.toldZone(e, &s.f, s.name, s.line-1)
		return loc, name, s.inferred
	case r.p.Zone != nil:
		return r.p.Zone, r.p.Zone.String(), false
	}
	return time.UTC, "", true
}

// zoneWords returns the words of a mark that name its zone, "" if there are none.
func (r *resolver) zoneWords(m *mark) string {
	if m.f.zoneEnd <= 0 {
		return ""
	}
	s := r.d.Lines.Span(r.d.Text, int(m.line))
	return r.d.Text[s.Start+int(m.f.zoneStart) : s.Start+int(m.f.zoneEnd)]
}

// toldZone returns the zone that a stamp or a statement on some line, from 0, tells by a name, nil if it tells none. An abbreviation that several
// zones share is the Parser's zone's, where that uses it.
func (r *resolver) toldZone(e *feed.Entry, f *fields, name string, line int) (*time.Location, string) {
	switch {
	case f.has&offsetGiven != 0:
		if name == "" { // markup told it
			name = offsetName(int(f.offset))
		}
		return r.fixed(int(f.offset)), name
	case f.zone == namedZone:
		return r.named(name), name
	case f.zone == 0:
		return nil, ""
	}
	z := &zones[f.zone-1]
	if r.p.Zone != nil && z.name == "" && r.usesName(e, name) {
		return r.p.Zone, name
	}
	if z.ambiguous && !r.ambiguous {
		r.ambiguous = true
		r.note(line+1, feed.Warning, "ambiguous-zone", fmt.Sprintf("%s is the name of several zones; taken as %s; --tz decides", name, z.describe()))
	}
	return r.location(f.zone), name
}

// A feedZone is the zone of all clocks that name none.
type feedZone struct {
	zone     *time.Location // nil: the feed tells nothing
	f        fields         // that tell it
	name     string         // as the feed names it
	line     int            // that says so, from 1; 0: markup does
	inferred bool           // it is that of other stamps; else the line says it of all clocks
}

// feedZone returns the zone that the feed states for all clocks; else, if the Parser has none, the one that its other stamps have.
func (r *resolver) feedZone() feedZone {
	if r.j.main == nil || r.j.daily {
		return feedZone{} // there are no clocks
	}
	s := r.statedZone()
	if s.line == 0 && r.p.Zone == nil {
		s = r.zoneOfOthers()
		s.inferred = true
	}
	s.zone, s.name = r.toldZone(&feed.Entry{}, &s.f, s.name, s.line-1)
	return s
}

// A line that says of which zone all clocks are has at most statementSize bytes and is one of the first statementLines, or of the last
// footLines.
const (
	statementSize  = 160
	statementLines = 400
	footLines      = 40
)

// statedZone returns the zone that a short line above the first stamp, or behind the last one, says all clocks are of: "All times are GMT+2".
func (r *resolver) statedZone() feedZone {
	marks := r.j.main.marks
	for i := range min(int(r.j.marks[marks[0]].line), statementLines) {
		if s := r.statement(i, true); s.line > 0 {
			return s
		}
	}
	n := r.d.Lines.Count()
	for i := max(int(r.j.marks[marks[len(marks)-1]].line)+1, n-footLines); i < n; i++ {
		if s := r.statement(i, false); s.line > 0 {
			return s
		}
	}
	return feedZone{}
}

// statement returns the zone that line i, from 0, states for all clocks. Of a line above the feed the name of a zone is enough.
func (r *resolver) statement(i int, above bool) feedZone {
	line := r.d.line(i)
	if len(line) == 0 || len(line) > statementSize {
		return feedZone{}
	}
	roles := r.j.lexer.rolesIn(line)
	if roles&roleTimes == 0 && (roles&roleZone == 0 || !above) {
		return feedZone{}
	}
	line = strings.Trim(line, "()[]*_ ")
	f, whole := r.j.lexer.zoneIn(line)
	if f.zoneEnd == 0 || !whole && roles&roleTimes == 0 {
		return feedZone{}
	}
	return feedZone{f: f, name: line[f.zoneStart:f.zoneEnd], line: i + 1}
}

// zoneOfOthers returns the zone of the entries' stamps that name one, if all of those agree; if none does, that of the page's own stamps.
func (r *resolver) zoneOfOthers() feedZone {
	if at, agree := r.commonZone(r.datesEntry); at >= 0 {
		return r.zoneFrom(at, agree)
	}
	if at, agree := r.commonZone(r.datesPage); at >= 0 {
		return r.zoneFrom(at, agree)
	}
	for _, s := range [...]string{r.d.Updated, r.d.Published} {
		if t, ok := readMachineTime(s); ok && t.zoned {
			if _, seconds := t.Zone(); seconds != 0 { // programs write UTC whatever the page prints
				return feedZone{f: fields{offset: int16(seconds / 60), has: offsetGiven}}
			}
		}
	}
	return feedZone{}
}

// zoneFrom returns the zone of a mark, none if others do not agree with it.
func (r *resolver) zoneFrom(mark int, agree bool) feedZone {
	if !agree {
		return feedZone{}
	}
	m := &r.j.marks[mark]
	return feedZone{f: m.f, name: r.zoneWords(m), line: int(m.line) + 1}
}

// commonZone returns the first of some marks that names a zone, -1 if none does, and whether all of them that name one name the same.
func (r *resolver) commonZone(among func(k int) bool) (first int, agree bool) {
	first = -1
	for k := range r.j.marks {
		f := &r.j.marks[k].f
		if f.zone == 0 && f.has&offsetGiven == 0 || !among(k) {
			continue
		}
		if first < 0 {
			first = k
			continue
		}
		a := &r.j.marks[first].f
		if a.zone != f.zone || a.offset != f.offset || f.zone == namedZone && r.zoneWords(&r.j.marks[first]) != r.zoneWords(&r.j.marks[k]) {
			return first, false
		}
	}
	return first, true
}

func (r *resolver) datesEntry(k int) bool { return r.j.verdicts[k] == entryMark }

// datesPage reports whether mark k is a stamp of the page whose zone is one for readers: programs write UTC whatever the page prints.
func (r *resolver) datesPage(k int) bool {
	m := &r.j.marks[k]
	if v := r.j.verdicts[k]; v != undecided && v != pageMark || m.place != whole && m.f.has&(updated|published) == 0 || !r.j.isOfPage(k) {
		return false
	}
	return m.f.dateForm != isoDate || m.f.offset != 0 || m.f.has&namedDate != 0
}

// noteZone says where the zone of clocks that name none is from.
func (r *resolver) noteZone(dated bool) {
	s := &r.stated
	switch {
	case s.zone != nil && !s.inferred:
		r.note(s.line, feed.Info, "zone-stated", fmt.Sprintf("clocks that name no zone are taken as %s: this line says so", s.name))
	case r.unzoned == 0 || !dated:
	case s.zone == nil:
		r.note(0, feed.Warning, "zone-assumed", "clocks name no zone: taken as UTC; --tz ZONE sets it")
	case s.line == 0:
		r.note(0, feed.Warning, "zone-inferred", fmt.Sprintf("clocks name no zone: taken as %s, in which the page says when it was published; --tz ZONE sets it", s.name))
	default:
		r.note(s.line, feed.Warning, "zone-inferred", fmt.Sprintf("clocks that name no zone are taken as %s, as this stamp is; --tz ZONE sets it", s.name))
	}
}

// zoneIn returns the fields of the first zone that a line names; whole reports that the line is a zone of several words and nothing else.
func (x *lexer) zoneIn(line string) (f fields, whole bool) {
	for i := 0; i < len(line); {
		end := letterRun(line, i)
		if end == i {
			_, width := utf8.DecodeRuneInString(line[i:])
			i += width
			continue
		}
		toks := x.lex(line, i)
		r := reader{toks: toks, f: noFields}
		r.f.hour = 0 // a zone stands beside a clock
		if next := r.zone(0); next > 0 && r.f.zoneEnd > 0 {
			return r.f, i == 0 && toks[next].kind == endTok && isPhrase(toks[0].word)
		}
		if c, width := utf8.DecodeRuneInString(line[i+1 : end]); c == '\'' || c == '’' {
			end = i + 1 + width // behind an article: l'heure de Paris
		} else if toks[0].kind == wordTok {
			end = int(toks[0].end)
		} else if c, width := utf8.DecodeRuneInString(line[i:]); isUnspaced(c) {
			end = i + width
		}
		i = end
	}
	return fields{}, false
}
