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
		from, to := lines[k]+1, j.D.Lines.Count()
		switch {
		case j.Below && k == 0:
			from, to = j.firstBody(), lines[k]
		case j.Below:
			from, to = lines[k-1]+1, lines[k]
		case k+1 < len(stamps):
			to = lines[k+1]
		}
		to = max(from, to) // two of them may share a line
		blocks[k] = Segment{From: int32(from), To: int32(to), Mark: i, Header: j.headerOf(i),
			Day: true}
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
	if j.Place == feed.BelowText {
		return nil
	}
	var filled []Segment
	k := 0
	for n, h := range j.Headers {
		from := int(j.Candidates[h].Line) + 1
		for k < len(blocks) && int(blocks[k].From) < from {
			k++
		}
		if k > 0 {
			// the header's own line may end in the timestamp of an entry
			from = max(from, int(blocks[k-1].To))
		}
		to := j.D.Lines.Count()
		if n+1 < len(j.Headers) {
			to = int(j.Candidates[j.Headers[n+1]].Line)
		} else if k == len(blocks) {
			to = j.tailOf(int(j.Candidates[h].Line), to)
		}
		if k < len(blocks) {
			to = min(to, int(blocks[k].From))
		}
		if from >= to {
			continue
		}
		stampless := n+1 < len(j.Headers) &&
			(k == len(blocks) || blocks[k].From >= j.Candidates[j.Headers[n+1]].Line)
		if j.bodies[to] > j.bodies[from] || stampless {
			filled = append(filled, Segment{From: int32(from), To: int32(to), Mark: h, Header: h,
				Day: true})
		}
	}
	return filled
}
