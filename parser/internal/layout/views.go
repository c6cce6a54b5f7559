package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/parallel"
	"slices"
	"sort"
)

// Views: what a reader sees of a page is read as it is, and without what its markup marks as noise.
// Which is better is for the document to decide. A class with "banner" may hold every entry of a
// page, and an aside the captions that separate them.

// A noise is what a view of a document leaves out.
type noise uint8

const (
	noNoise noise = iota // nothing: the page is read as its text is
	// what markup marks as noise, if nothing in it looks like a timestamp
	stamplessNoise
	allNoise // everything that markup marks as noise
)

// noises returns the views of a document that are worth a look, the one that believes most first.
func (j *judge) noises() []noise {
	if !j.D.HasAsides() {
		return []noise{noNoise}
	}
	if slices.Equal(j.asides(allNoise), j.asides(stamplessNoise)) {
		return []noise{allNoise, noNoise}
	}
	return []noise{allNoise, stamplessNoise, noNoise}
}

// asides returns by line whether a view leaves it out; nil: it leaves out none.
func (j *judge) asides(n noise) []bool {
	switch n {
	case allNoise:
		return j.D.Asides(func(feed.Span) bool { return true })
	case stamplessNoise:
		return j.D.Asides(func(s feed.Span) bool { return !j.holdsCandidate(s) })
	}
	return nil
}

// holdsCandidate reports whether a span of the text holds what looks like a timestamp and not like
// a date in prose.
func (j *judge) holdsCandidate(s feed.Span) bool {
	k := sort.Search(len(j.Candidates),
		func(k int) bool { return int(j.Candidates[k].Start) >= s.Start })
	for ; k < len(j.Candidates) && int(j.Candidates[k].End) <= s.End; k++ {
		if c := &j.Candidates[k]; c.Fields.Has&stamp.WeakDate == 0 {
			return true
		}
	}
	return false
}

// view returns a judge of the document without its noise, all of it or some.
func (j *judge) view(n noise) *judge {
	v := j.desk.judges.one()
	*v = *j
	v.Candidates = slices.Clone(j.Candidates)
	return v.viewed(n)
}

// viewed is view for a judge that is not used any more: the view takes over its candidates.
func (j *judge) viewed(n noise) *judge {
	v := j.desk.judges.one()
	*v = *j
	if v.noise = n; n != noNoise {
		v.D = j.D.Without(j.asides(n))
		v.dropMuted()
	}
	v.muteEnds()
	v.dropMuted()
	v.prepare()
	v.styles = j.desk.styles.take(len(v.Candidates))
	parallel.Pieces(len(v.styles), func(from, to int) {
		for i := from; i < to; i++ {
			v.styles[i] = v.Candidates[i].Style()
		}
	})
	v.tellKeys()
	return v
}

// dropMuted drops the candidates in muted lines.
func (j *judge) dropMuted() {
	if j.D.Muted == nil {
		return
	}
	j.Candidates = slices.DeleteFunc(j.Candidates,
		func(c stamp.Candidate) bool { return j.D.IsMuted(int(c.Line)) })
}

// aboutNoise describes what a view believes of the markup; "" if markup marks nothing as noise, or
// is believed.
func (j *judge) aboutNoise() string {
	switch {
	case !j.D.HasAsides() || j.noise == allNoise:
		return ""
	case j.noise == stamplessNoise:
		return "; what markup says is noise is text where it has timestamps"
	}
	return "; what markup says is noise is text"
}
