package cmd

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"
)

// A progress is a line on a terminal that tells how far a batch has come. Elsewhere, and for what takes no time, it is silent. It is written
// here: libraries draw it from a goroutine of their own, between which and the messages somebody has to mediate, and cost every run of the
// program their start.
type progress struct {
	w           io.Writer // nil: silent
	width       int       // of the terminal, in columns
	done, total int
	begun, next time.Time // when the batch began; when the line is drawn again
	shown       bool
}

// How often the line is drawn, and how long a batch takes at least that has one.
const (
	progressEvery = 100 * time.Millisecond
	progressAfter = 500 * time.Millisecond
)

// newProgress returns a progress on stderr, if that is a terminal.
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

// step notes that one more is done.
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

// clear takes the line away, so that something else can be written.
func (p *progress) clear() {
	if p.shown {
		io.WriteString(p.w, "\r\x1b[K")
		p.shown = false
	}
}

// line returns the line after some time: a bar, how many are done, how fast, how long it will take.
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
