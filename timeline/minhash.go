package timeline

import "slices"

// MinHash finds texts that are alike among many without comparing all with all (A. Z. Broder, "On
// the resemblance and containment of documents", 1997; the bands are described by J. Leskovec, A.
// Rajaraman and J. Ullman, "Mining of Massive Datasets", 2014, chapter 3). The least value of a
// hash over a set of shingles is the same for two sets with the probability of their resemblance. A
// signature has bands of rows such values; sets that agree in all rows of some band are candidates,
// and are then compared exactly.

// With 32 bands of 3 rows, two texts of resemblance r become candidates with the probability
// 1-(1-r³)³². That is 99 % at 50 percent, 39 % at 25, 1 % at 7.
const (
	bands = 32
	rows  = 3
)

// A signature is one value for each band.
type signature [bands]uint64

// sign returns the signature of a set of shingles.
func sign(set shingled) signature {
	var least [bands * rows]uint64
	for i := range least {
		least[i] = 1<<64 - 1
	}
	for _, shingle := range set {
		h := shingle
		for i := range least {
			// a step of a linear congruential generator (D. Knuth, MMIX) from the shingle on
			h = h*0x5851f42d4c957f2d + 0x14057b7ef767814f
			least[i] = min(least[i], h^h>>32)
		}
	}
	var s signature
	for band := range s {
		h := uint64(band)
		for _, v := range least[band*rows : (band+1)*rows] {
			h = mix(h ^ v)
		}
		s[band] = h
	}
	return s
}

// A sketchbook holds texts by the bands of their signatures.
type sketchbook struct {
	sets  []shingled
	bands map[uint64][]int32 // the texts that share a band
	asked []int32            // by text: the last question that it was an answer to
	asks  int32
}

// crowd is how many texts may share a band before it has no meaning any more: "Read more" a
// thousand times.
const crowd = 64

// alike returns the texts of the book that may be like a set, in the order in which they were
// added.
func (k *sketchbook) alike(set shingled, s *signature) (found []int32) {
	if len(set) == 0 {
		return nil
	}
	k.asks++
	for _, band := range s {
		for _, n := range k.bands[band] {
			if k.asked[n] != k.asks {
				k.asked[n] = k.asks
				found = append(found, n)
			}
		}
	}
	slices.Sort(found)
	return found
}

// add puts a text into the book. Texts are numbered from 0.
func (k *sketchbook) add(set shingled, s *signature) {
	n := int32(len(k.sets))
	k.sets, k.asked = append(k.sets, set), append(k.asked, 0)
	if len(set) == 0 {
		return
	}
	if k.bands == nil {
		k.bands = map[uint64][]int32{}
	}
	for _, band := range s {
		if others := k.bands[band]; len(others) < crowd {
			k.bands[band] = append(others, n)
		}
	}
}
