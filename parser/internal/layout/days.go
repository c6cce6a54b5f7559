package layout

import (
	"newstimeline/parser/feed"
)

// Days without stamps: the paragraphs under a day header, or of a text that has none, become
// entries.

// cutDays returns the days of a feed that has day headers alone.
func (j *judge) cutDays() []Segment {
	stamps := j.main.stamps
	lines := make([]int, len(stamps))
	for k, i := range stamps {
		lines[k] = int(j.Candidates[i].Line)
	}
	blocks := make([]Segment, len(stamps))
	for k, i := range stamps {
		b := Segment{From: lines[k] + 1, To: j.D.Lines.Count(), Mark: i, Header: j.headerOf(i),
			Day: true}
		switch {
		case j.Below && k == 0:
			b.From, b.To = j.firstBody(), lines[k]
		case j.Below:
			b.From, b.To = lines[k-1]+1, lines[k]
		case k+1 < len(stamps):
			b.To = lines[k+1]
		}
		b.To = max(b.From, b.To) // two of them may share a line
		blocks[k] = b
	}
	return blocks
}

// firstBody returns the first line of running text.
func (j *judge) firstBody() int {
	for i := range j.Classes {
		if j.bodies[i+1] > j.bodies[i] {
			return i
		}
	}
	return 0
}

// openDays returns what a stamped feed has below a day header before the first timestamp, or on a
// day without timestamps.
func (j *judge) openDays(blocks []Segment) []Segment {
	if j.Below || j.Place == feed.BelowText || j.Place == feed.AtEnd {
		return nil
	}
	var filled []Segment
	k := 0
	for n, h := range j.Headers {
		from := int(j.Candidates[h].Line) + 1
		for k < len(blocks) && blocks[k].From < from {
			k++
		}
		if k > 0 {
			// the header's own line may end in the timestamp of an entry
			from = max(from, blocks[k-1].To)
		}
		to := j.D.Lines.Count()
		if n+1 < len(j.Headers) {
			to = int(j.Candidates[j.Headers[n+1]].Line)
		} else if k == len(blocks) {
			to = j.tailOf(int(j.Candidates[h].Line), to)
		}
		if k < len(blocks) {
			to = min(to, blocks[k].From)
		}
		if from >= to {
			continue
		}
		stampless := n+1 < len(j.Headers) &&
			(k == len(blocks) || blocks[k].From >= int(j.Candidates[j.Headers[n+1]].Line))
		if j.bodies[to] > j.bodies[from] || stampless && j.textsBetween(from, to) > 0 {
			filled = append(filled, Segment{From: from, To: to, Mark: h, Header: h, Day: true})
		}
	}
	return filled
}
