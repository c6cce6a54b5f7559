package decode

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"
)

// TestLabels compares all labels, and what differs from one by a letter, with the index of
// golang.org/x/text.
func TestLabels(t *testing.T) {
	labels := 0
	for _, row := range encodingLabels {
		for _, label := range strings.Fields(row.labels) {
			labels++
			compareLabel(t, label)
			compareLabel(t, "\t"+strings.ToUpper(label)+" ")
			for i := range label {
				compareLabel(t, label[:i]+label[i+1:])
				compareLabel(t, label[:i]+" "+label[i:])
			}
		}
	}
	if want := 228; labels != want {
		t.Errorf("%d labels, the standard has %d", labels, want)
	}
}

func compareLabel(t *testing.T, label string) {
	t.Helper()
	want, err := htmlindex.Get(label)
	name := canonicalName(label)
	if (name != "") != (err == nil) {
		t.Errorf("%q is of %q, the index says %v", label, name, err)
	}
	if name == "" || err != nil {
		return
	}
	canonical, err := htmlindex.Name(want)
	if got := encodingOf(name); got != want && canonical != "utf-16be" && canonical != "utf-16le" || got == nil ||
		err != nil || canonical != name {
		t.Errorf("%q is of %q, %v; the index says %q, %v, %v", label, name, got, canonical, want, err)
	}
}
