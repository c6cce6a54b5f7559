package text

import "testing"

// TestSeparators: lines of marks divide, but for brackets, which are of code.
func TestSeparators(t *testing.T) {
	for line, want := range map[string]bool{"---": true, "* * *": true, "___": true, "•••": true, "({*})": true,
		"{": false, "});": false, "[ ]": true, "[],": false, "a": false, "7": false} {
		if got := isSeparator(line); got != want {
			t.Errorf("%q divides: %v", line, got)
		}
	}
}
