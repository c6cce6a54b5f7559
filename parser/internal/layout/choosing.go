package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/logit"
	"newstimeline/parser/internal/stamp"
	"slices"
	"strings"
)

// Choosing among readings: each is measured, scored by the weights of the features, and the best is
// taken.

// A choice is the readings of a document with their scores, the best first.
type choice struct {
	options []*option
}

// An option is a reading and what it makes of the document.
type option struct {
	reading layoutReading
	judge   *judge
	measure *measure
	values  [len(features)]int32
	signs   [len(markupSigns)]int32
	score   int // in tenths: a difference of 10 makes a reading e times as likely
}

// choosing returns a judge that lays the document out as the best of its readings.
func (j *judge) choosing() *judge {
	if j.isLong() {
		return j.chooseOnSample()
	}
	c := j.weighReadings()
	n := j.o.reading(len(c.options))
	best := c.options[n]
	best.judge.choice, best.judge.reading = c, n+1
	best.setSure(c)
	return best.judge
}

// isLong reports whether readings of a document are compared by its first lines.
func (j *judge) isLong() bool { return j.D.Lines.Count() > 2*sampleLines }

// reading returns the place among n readings of the one that was asked for.
func (o *Options) reading(n int) int { return min(max(o.Reading, 1), n) - 1 }

// chooseOnSample lays out a long document by the reading that is best for its first lines.
func (j *judge) chooseOnSample() *judge {
	c := j.weighSample()
	return j.followSample(c, j.o.reading(len(c.options)))
}

// weighSample returns the readings of the first lines of a long document.
func (j *judge) weighSample() *choice {
	end := int(j.D.Lines[sampleLines].At)
	hints := slices.DeleteFunc(slices.Clone(j.D.Hints),
		func(h feed.Hint) bool { return h.End > end })
	src := feed.Source{Text: j.D.Text[:end], Hints: hints}
	d, found := stamp.Scan(src)
	sample := judgeOn(j.desk, d, stamp.Settle(d, found), j.o)
	sample.sampled = true
	return sample.weighReadings()
}

// followSample lays a long document out by reading n of its first lines, or by the next one that
// finds timestamps in all of it.
func (j *judge) followSample(c *choice, n int) *judge {
	f := j.viewed(c.options[n].judge.noise)
	n = f.followFirst(c.options, n)
	f.choice, f.reading = c, n+1
	f.cut()
	sure := int8(c.massOf(c.options[n]))
	f.eachSegment(func(b *Segment) { b.Sure = sure })
	return f
}

// followFirst lays the document out by reading n of its first lines, or by the next that finds
// timestamps in all of it. It returns which. The elements of a page may be others further below.
func (j *judge) followFirst(options []*option, n int) int {
	for k := range options {
		i := (n + k) % len(options)
		if options[i].judge.noise != j.noise {
			continue
		}
		r := options[i].reading
		r.settled = nil // what is around the first lines' timestamps
		if j.follow(&r); j.main != nil || r.isNone() {
			return i
		}
	}
	j.follow(&layoutReading{})
	return n
}

// layOut returns a judge of the same candidates that follows a reading.
func (j *judge) layOut(r *layoutReading) *judge {
	if r.settled != nil {
		j = r.settled
	}
	f := j.fork()
	f.follow(r)
	return f
}

// eachSegment calls do for the segments of all entries and days.
func (j *judge) eachSegment(do func(b *Segment)) {
	for k := range j.Entries {
		do(&j.Entries[k])
	}
	for k := range j.Days {
		do(&j.Days[k])
	}
}

// weighReadings measures and scores the readings of a document, and puts the best first.
func (j *judge) weighReadings() *choice {
	c := &choice{}
	for _, noise := range j.noises() {
		c.weigh(j.view(noise))
	}
	if len(c.options) == 0 { // each lost its timestamps to what is no feed
		c.measureReading(j.view(noNoise), layoutReading{})
	}
	c.dropTextless()
	slices.SortStableFunc(c.options, func(a, b *option) int { return b.score - a.score })
	return c
}

// dropTextless drops the readings that find nothing but timestamps, such as the months of an
// archive, if others find text.
func (c *choice) dropTextless() {
	hasText := func(o *option) bool { return !o.measure.isTextless() }
	if slices.ContainsFunc(c.options, hasText) {
		c.options = slices.DeleteFunc(c.options, func(o *option) bool { return !hasText(o) })
	}
}

// weigh measures and scores the readings of one view of a document.
func (c *choice) weigh(j *judge) {
	patterns := j.fork()
	patterns.gather()
	j.weighed, j.lines = patterns.series, newNotes(j, j.Classes)
	j.lines.rows = j.fork().likelyRows()
	readings := j.readings(j.lines.rows)
	c.options = slices.Grow(c.options, len(readings))
	for _, r := range readings {
		c.measureReading(j, r)
	}
}

// measureReading adds a reading of a view, if it finds timestamps or wants none.
func (c *choice) measureReading(j *judge, r layoutReading) {
	f := j.layOut(&r)
	if f.main == nil && !r.isNone() {
		return
	}
	f.cut()
	o := j.desk.options.one()
	o.reading, o.judge = r, f
	o.measure = f.measure(j.Classes)
	o.values, o.signs = o.measure.features(), o.measure.signs()
	o.score = scoreOf(&o.values, weights[:]) + scoreOfSigns(&o.signs)
	c.add(o)
}

// add adds a reading. Of two that give the same entries the likelier one is kept.
func (c *choice) add(o *option) {
	switch n := slices.IndexFunc(c.options, func(p *option) bool { return p.givesSame(o) }); {
	case n < 0:
		c.options = append(c.options, o)
	case o.score > c.options[n].score:
		c.options[n] = o
	}
}

// givesSame reports whether two readings give the same entries.
func (o *option) givesSame(other *option) bool {
	same := func(a, b segmentUnit) bool {
		a.segment, b.segment = nil, nil
		return a == b
	}
	return o.judge.heads == other.judge.heads && o.judge.Daily == other.judge.Daily &&
		slices.EqualFunc(o.measure.units, other.measure.units, same)
}

func scoreOf(values *[len(features)]int32, weights []int32) int {
	sum := 0
	for i, v := range values {
		sum += int(v) * int(weights[i])
	}
	return sum / 1000
}

// falling[n] is e^(-n/10) in millionths.
var falling = func() (t [160]int64) {
	const tenth = 904_837_418 // e^-0.1, in thousand millionths
	x := int64(1_000_000_000)
	for i := range t {
		t[i] = x / 1000
		x = x / 1000 * tenth / 1_000_000
	}
	return t
}()

// odds returns how likely an option is against the best one, in millionths.
func (c *choice) odds(o *option) int64 {
	return falling[min(max(c.options[0].score-o.score, 0), len(falling)-1)]
}

// untoldSure is how sure an entry is, in percent, of a text without timestamps or of a page that
// may be an article. No labelled feed is such a text. Of 24 pages with two timestamps six were read
// right.
const untoldSure = 35

// isUntold reports whether the fit knows nothing of how sure the entries are.
func (o *option) isUntold() bool { return o.judge.main == nil || o.judge.MayBeArticle() }

// sureness returns how sure an entry is, in percent, that has a part of the likelihood of all
// readings. The doubt that the reading itself raises is in tenths.
func sureness(part, all int64, doubt int) int {
	share := int(min(max(part*100/max(1, all), 1), 99))
	return logit.Percent(baseDoubt + shareDoubt*logit.Tenths(share)/10 + doubt)
}

// doubt returns what the reading itself adds to how sure its entries are, in tenths.
func (o *option) doubt() int {
	sum := 0
	for i, v := range o.values {
		sum += int(v) * int(doubts[i])
	}
	return sum / 1000
}

// massOf returns the share of the likelihood that readings of the same timestamps and placement as
// o have, in percent.
func (c *choice) massOf(best *option) int {
	if best.isUntold() {
		return untoldSure
	}
	all, same := int64(0), int64(0)
	for _, o := range c.options {
		n := c.odds(o)
		all += n
		if o.score == best.score && o.judge == best.judge || placeAlike(o.judge, best.judge) {
			same += n
		}
	}
	return sureness(same, all, best.doubt())
}

// placeAlike reports whether two judges have the same timestamps, placed alike.
func placeAlike(a, b *judge) bool {
	return a.Place == b.Place && a.Daily == b.Daily && a.main != nil && b.main != nil &&
		slices.Equal(a.main.stamps, b.main.stamps)
}

// setSure gives each segment the share of the likelihood of all readings that hold it.
func (o *option) setSure(c *choice) {
	if o.isUntold() {
		o.judge.eachSegment(func(b *Segment) { b.Sure = untoldSure })
		return
	}
	units := o.measure.units
	at := make(map[unitKey]int32, len(units)) // the first unit of a key, from 1
	mass, all := make([]int64, len(units)+1), int64(0)
	for k := range units {
		if key := o.keyOf(&units[k]); at[key] == 0 {
			at[key] = int32(k + 1)
		}
	}
	for _, other := range c.options {
		n := c.odds(other)
		if all += n; n == 0 {
			continue // its units weigh nothing
		}
		for k := range other.measure.units {
			mass[at[other.keyOf(&other.measure.units[k])]] += n
		}
	}
	doubt := o.doubt()
	unsure := int8(sureness(1, 2, doubt))
	o.judge.eachSegment(func(b *Segment) { b.Sure = unsure })
	for k := range units {
		units[k].segment.Sure = int8(sureness(mass[at[o.keyOf(&units[k])]], all, doubt))
	}
}

// A unitKey tells units apart by their first line of text and the line of their timestamp, in one
// number: maps find those faster. Units of several readings may be the same.
type unitKey uint64

func newUnitKey(first, stamp int) unitKey {
	return unitKey(uint32(first))<<32 | unitKey(uint32(stamp))
}

func (o *option) keyOf(u *segmentUnit) unitKey {
	if o.judge.Daily && u.texts > 1 {
		return newUnitKey(-2, u.stamp) // where a day begins is not in question
	}
	return newUnitKey(u.firstText, u.stamp)
}

// told is how many readings are told of, and how many features that decided against each.
const told = 3

// tell says what the best readings are, and what decided between them.
func (c *choice) tell() []feed.Reading {
	if c == nil {
		return nil // records are not read as text
	}
	all := int64(0)
	for _, o := range c.options {
		all += c.odds(o)
	}
	var readings []feed.Reading
	for i, o := range c.options[:min(len(c.options), told)] {
		r := feed.Reading{About: o.about(), Share: int((c.odds(o)*100 + all/2) / all),
			Entries: len(o.measure.units)}
		if r.Entries > 0 {
			r.Line, r.EndLine = o.measure.units[0].top+1, o.measure.units[r.Entries-1].bottom+1
		}
		if i > 0 {
			r.Reasons = c.options[0].reasonsAgainst(o)
		}
		readings = append(readings, r)
	}
	return readings
}

// reasonsAgainst returns the features that speak most for a reading against another.
func (o *option) reasonsAgainst(other *option) (reasons []string) {
	type reason struct {
		sign, about string
		gain        int
	}
	var best [told]reason
	add := func(about string, by int32, weight int) {
		gain := int(by) * weight / 1000
		for k := range best {
			if gain > best[k].gain {
				copy(best[k+1:], best[k:])
				best[k] = reason{"more: ", about, gain}
				if weight < 0 {
					best[k].sign = "less: "
				}
				return
			}
		}
	}
	for i := range features {
		add(features[i].about, o.values[i]-other.values[i], int(weights[i]))
	}
	for i := range markupSigns {
		add(markupSigns[i].about, o.signs[i]-other.signs[i], markupSigns[i].weight)
	}
	for _, r := range best {
		if r.gain > 0 {
			reasons = append(reasons, r.sign+r.about)
		}
	}
	return reasons
}

// about says in words what a reading is.
func (o *option) about() string {
	j := o.judge
	if j.main == nil {
		return "no timestamps: all of the text is undated"
	}
	var b strings.Builder
	b.Grow(128) // most are shorter
	b.WriteString(j.main.style.String())
	if n := o.measure.patterns(); n > 1 {
		b.WriteString(", and other notations")
	}
	if j.Daily {
		b.WriteString("; each heads a day of entries")
	} else {
		b.WriteString("; ")
		b.WriteString(j.Place.String())
	}
	if j.containers != nil {
		b.WriteString("; an entry in each ")
		b.WriteString(j.container)
	}
	b.WriteString(j.aboutNoise())
	return b.String()
}
