package dating

import (
	"fmt"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"strings"
	"time"
	"unicode/utf8"
)

// The zone of clocks that name none: as a line of the page states it for all of them, or as other
// stamps let expect.

// ZoneOf returns the zone of an entry's clock and its name. The first of these applies: the
// timestamp's own, that of a line for all clocks, the Parser's, that of the other timestamps.
// Without any of them it is UTC, without a name. inferred: neither the feed nor the Parser states
// it.
func (r *Resolver) ZoneOf(e *feed.Entry,
	m *stamp.Candidate) (loc *time.Location, name string, inferred bool) {
	if loc, name = r.toldZone(e, &m.Fields, r.zoneWords(m), int(m.Line)); loc != nil {
		return loc, name, false
	}
	switch s := &r.Stated; {
	case s.Zone != nil:
		loc, name = r.toldZone(e, &s.f, s.Name, s.line-1)
		return loc, name, s.inferred
	case r.In.Zone != nil:
		return r.In.Zone, r.In.Zone.String(), false
	}
	return time.UTC, "", true
}

// zoneWords returns the words of a mark that name its zone, "" if there are none.
func (r *Resolver) zoneWords(m *stamp.Candidate) string {
	if m.Fields.ZoneEnd <= 0 {
		return ""
	}
	s := r.In.D.Lines.Span(r.In.D.Text, int(m.Line))
	return r.In.D.Text[s.Start+int(m.Fields.ZoneStart) : s.Start+int(m.Fields.ZoneEnd)]
}

// toldZone returns the named zone of a timestamp or a statement on some line, from 0, nil if there
// is none. An abbreviation that several zones share is the Parser's zone's, where that uses it.
func (r *Resolver) toldZone(e *feed.Entry, f *stamp.Fields, name string,
	line int) (*time.Location, string) {
	switch {
	case f.Has&stamp.OffsetGiven != 0:
		if name == "" { // given by markup
			name = offsetName(int(f.Offset))
		}
		return r.fixed(int(f.Offset)), name
	case f.Zone == words.NamedZone:
		return r.named(name), name
	case f.Zone == 0:
		return nil, ""
	}
	z := &words.Zones[f.Zone-1]
	if r.In.Zone != nil && z.Name == "" {
		if minutes, ok := r.offsetOf(e, name); ok {
			return r.fixed(minutes), name
		}
	}
	if z.Ambiguous && !r.ambiguous {
		r.ambiguous = true
		r.note(line+1, feed.Warning, "ambiguous-zone",
			fmt.Sprintf("%s names several zones; read as %s; set it with --tz", name, z.Describe()))
	}
	return r.Location(f.Zone), name
}

// A FeedZone is the zone of all clocks that name none.
type FeedZone struct {
	Zone *time.Location // nil: the feed has none
	f    stamp.Fields   // that give it
	Name string         // as the feed names it
	line int            // that states it, from 1; 0: markup does
	// it is that of other timestamps; else the line states it for all clocks
	inferred bool
}

// feedZone returns the zone that the feed states for all clocks; else, if the Parser has none, the
// one that its other stamps have.
func (r *Resolver) feedZone() FeedZone {
	if len(r.In.Stamps) == 0 || r.In.Daily {
		return FeedZone{} // there are no clocks
	}
	s := r.statedZone()
	if s.line == 0 && r.In.Zone == nil {
		s = r.zoneOfOthers()
		s.inferred = true
	}
	s.Zone, s.Name = r.toldZone(&feed.Entry{}, &s.f, s.Name, s.line-1)
	return s
}

// statedZone returns the zone that a short line above the first timestamp, or below the last one,
// states for all clocks: "All times are GMT+2".
func (r *Resolver) statedZone() FeedZone {
	marks := r.In.Stamps
	for i := range int(r.candidate(int(marks[0])).Line) {
		if s := r.statement(i, true); s.line > 0 {
			return s
		}
	}
	n := r.In.D.Lines.Count()
	for i := max(int(r.candidate(int(marks[len(marks)-1])).Line)+1, n-headLines); i < n; i++ {
		if s := r.statement(i, false); s.line > 0 {
			return s
		}
	}
	return FeedZone{}
}

// statement returns the zone that line i, from 0, states for all clocks. Of a line above the feed
// the name of a zone is enough.
func (r *Resolver) statement(i int, above bool) FeedZone {
	line := r.In.D.Line(i)
	if len(line) == 0 || len(line) > text.CreditSize {
		return FeedZone{}
	}
	roles := r.lexer.RolesIn(line)
	if roles&words.RoleTimes == 0 && (roles&words.RoleZone == 0 || !above) {
		return FeedZone{}
	}
	line = strings.Trim(line, "()[]*_ ")
	f, whole := zoneIn(&r.lexer, line)
	if f.ZoneEnd == 0 || !whole && roles&words.RoleTimes == 0 {
		return FeedZone{}
	}
	return FeedZone{f: f, Name: line[f.ZoneStart:f.ZoneEnd], line: i + 1}
}

// zoneOfOthers returns the zone of the entries' stamps that name one, if all of those agree; if
// none does, that of the page's own stamps.
func (r *Resolver) zoneOfOthers() FeedZone {
	if at, agree := r.commonZone(r.datesEntry); at >= 0 {
		return r.zoneFrom(at, agree)
	}
	if at, agree := r.commonZone(r.datesPage); at >= 0 {
		return r.zoneFrom(at, agree)
	}
	for _, s := range [...]string{r.In.D.Updated, r.In.D.Published} {
		if t, ok := stamp.ReadMachineTime(s); ok && t.Zoned {
			if _, seconds := t.Zone(); seconds != 0 { // programs write UTC whatever the page prints
				return FeedZone{f: stamp.Fields{Offset: int16(seconds / 60),
					Has: stamp.OffsetGiven}}
			}
		}
	}
	return FeedZone{}
}

// zoneFrom returns the zone of a mark, none if others do not agree with it.
func (r *Resolver) zoneFrom(mark int, agree bool) FeedZone {
	if !agree {
		return FeedZone{}
	}
	m := r.candidate(int(mark))
	return FeedZone{f: m.Fields, Name: r.zoneWords(m), line: int(m.Line) + 1}
}

// commonZone returns the first of some candidates that names a zone, -1 if none does. It also
// reports whether all of them that name one name the same.
func (r *Resolver) commonZone(among func(k int) bool) (first int, agree bool) {
	first = -1
	for k := range r.In.Candidates {
		f := &r.candidate(int(k)).Fields
		if f.Zone == 0 && f.Has&stamp.OffsetGiven == 0 || !among(k) {
			continue
		}
		if first < 0 {
			first = k
			continue
		}
		a := &r.candidate(int(first)).Fields
		if a.Zone != f.Zone || a.Offset != f.Offset || f.Zone == words.NamedZone &&
			r.zoneWords(r.candidate(int(first))) != r.zoneWords(r.candidate(int(k))) {
			return first, false
		}
	}
	return first, true
}

func (r *Resolver) datesEntry(k int) bool { return r.In.Labels[k] == stamp.EntryLabel }

// datesPage reports whether mark k is a stamp of the page whose zone is one for readers: programs
// write UTC whatever the page prints.
func (r *Resolver) datesPage(k int) bool {
	m := r.candidate(int(k))
	v := r.In.Labels[k]
	if v != stamp.Undecided && v != stamp.PageLabel || m.Place != stamp.Whole &&
		m.Fields.Has&(stamp.Updated|stamp.Published) == 0 || !m.DatesPage(len(r.In.Stamps) > 0 &&
		k < int(r.In.Stamps[0])) {
		return false
	}
	return m.Fields.DateForm != stamp.IsoDate || m.Fields.Offset != 0 ||
		m.Fields.Has&stamp.NamedDate != 0
}

// ZoneNote reports where the zone of clocks that name none is from; dated: some entries have a
// date. ok is false if there is nothing to report.
func (r *Resolver) ZoneNote(dated bool) (note feed.Diagnostic, ok bool) {
	s := &r.Stated
	switch {
	case s.Zone != nil && !s.inferred:
		return feed.Diagnostic{Line: s.line, Severity: feed.Info, Code: "zone-stated",
			Message: fmt.Sprintf("clocks that name no zone are read as %s, as this line says",
				s.Name)}, true
	case r.unzoned == 0 || !dated:
		return note, false
	case s.Zone == nil:
		return feed.Diagnostic{Line: 0, Severity: feed.Warning, Code: "zone-assumed",
			Message: "clocks name no zone; UTC is assumed; set it with --tz ZONE"}, true
	case s.line == 0:
		return feed.Diagnostic{Line: 0, Severity: feed.Warning, Code: "zone-inferred",
			Message: fmt.Sprintf(
				"clocks name no zone; %s is assumed, as in the page's own date; set it with --tz ZONE", s.Name)}, true
	default:
		return feed.Diagnostic{Line: s.line, Severity: feed.Warning, Code: "zone-inferred",
			Message: fmt.Sprintf(
				"clocks that name no zone are read as %s, like this timestamp; set it with --tz ZONE", s.Name)}, true
	}
}

// zoneIn returns the fields of the first zone that a line names. whole reports that the line is a
// zone of several words and nothing else.
func zoneIn(x *words.Lexer, line string) (f stamp.Fields, whole bool) {
	for i := 0; i < len(line); {
		end := words.LetterRun(line, i)
		if end == i {
			_, width := utf8.DecodeRuneInString(line[i:])
			i += width
			continue
		}
		toks := x.Lex(line, i)
		r := stamp.Reader{Toks: toks, F: stamp.NoFields}
		r.F.Hour = 0 // a zone is next to a clock
		if next := r.Zone(0); next > 0 && r.F.ZoneEnd > 0 {
			return r.F, i == 0 && toks[next].Kind == words.EndTok && words.IsPhrase(toks[0].Word)
		}
		if c, width := utf8.DecodeRuneInString(line[i+1 : end]); c == '\'' || c == '’' {
			end = i + 1 + width // after an article: l'heure de Paris
		} else if toks[0].Kind == words.WordTok {
			end = int(toks[0].End)
		} else if c, width := utf8.DecodeRuneInString(line[i:]); words.IsUnspaced(c) {
			end = i + width
		}
		i = end
	}
	return stamp.Fields{}, false
}

// note adds a diagnostic; line counts from 1, 0 is the whole document.
func (r *Resolver) note(line int, severity feed.Severity, code, message string) {
	r.Notes = append(r.Notes, feed.Diagnostic{Line: line, Severity: severity, Code: code,
		Message: message})
}
