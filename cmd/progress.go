package cmd

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"
)

// A progress is a line on a terminal that shows how far a batch has come. It shows nothing
// elsewhere, nor for batches that take no time. It is our own because libraries draw theirs from a
// goroutine. That would have to be kept apart from the messages, and would slow down the start of
// every run.
type progress struct {
	w           io.Writer // nil: nothing is shown
	width       int       // of the terminal, in columns
	done, total int
	begun, next time.Time // when the batch began; when the line is drawn again
	shown       bool      // the line is on the terminal
}

const (
	progressEvery = 100 * time.Millisecond // how often the line is drawn
	progressAfter = 500 * time.Millisecond // when it is drawn first
)

// newProgress returns the progress of a batch of total inputs. It is shown if stderr is a terminal.
func newProgress(a *app, total int) *progress {
	p := &progress{total: total, begun: time.Now()}
	f, ok := a.stderr.(*os.File)
	if !ok || a.quiet || os.Getenv("TERM") == "dumb" || !term.IsTerminal(int(f.Fd())) {
		return p
	}
	p.w, p.width = f, columns(int(f.Fd()))
	p.next = p.begun.Add(progressAfter)
	return p
}

// step counts one more input as done, and draws the line when it is time.
func (p *progress) step() {
	p.done++
	if p.w == nil {
		return
	}
	now := time.Now()
	if now.Before(p.next) {
		return
	}
	p.next = now.Add(progressEvery)
	fmt.Fprintf(p.w, "\r%s\x1b[K", p.line(now.Sub(p.begun)))
	p.shown = true
}

// clear erases the line, so that a message can be written.
func (p *progress) clear() {
	if p.shown {
		io.WriteString(p.w, "\r\x1b[K")
		p.shown = false
	}
}

// line returns the line: a bar, how many inputs are done, how many in a second, how long the rest
// will take.
func (p *progress) line(elapsed time.Duration) string {
	rate := float64(p.done) / elapsed.Seconds()
	left := time.Duration(float64(p.total-p.done) / rate * float64(time.Second)).Round(time.Second)
	words := fmt.Sprintf("%d/%d  %.0f/s  %v left", p.done, p.total, rate, left)
	const bar = 30
	if p.width < bar+len(words)+4 {
		return words
	}
	full := bar * p.done / p.total
	return strings.Repeat("━", full) + strings.Repeat("─", bar-full) + "  " + words
}
