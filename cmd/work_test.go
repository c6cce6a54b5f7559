package cmd

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestWork checks that the work grows with the input and not faster, whatever the input holds. Work is counted, not timed: the program is built
// with coverage counters, which tell how many statements it ran. The third piece of an input must not take more than the second.
func TestWork(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program with counters")
	}
	counted := filepath.Join(t.TempDir(), "timeline")
	build := exec.Command("go", "build", "-cover", "-covermode=atomic", "-coverpkg=newstimeline/...", "-o", counted, "newstimeline/cmd/timeline")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	covdata, err := exec.Command("go", "tool", "-n", "covdata").Output()
	if err != nil {
		t.Fatal(err)
	}
	counter := counter{program: counted, covdata: strings.TrimSpace(string(covdata))}
	const lines = 3000 // over the limits up to which some passes look
	for name, line := range hostile {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			counter.check(t, "jsonl", func(n int) string { return feedOf(line, n*lines) })
		})
	}
	for _, format := range formatNames() {
		t.Run("as "+format, func(t *testing.T) {
			t.Parallel()
			counter.check(t, format, func(n int) string { return feedOf(hostile["stamped"], n*lines) })
		})
	}
	t.Run("one line", func(t *testing.T) {
		t.Parallel()
		for _, piece := range []string{"x", "20:15 ", "16 August 2025 ", "a. B ", "\x1b[31m", "\"", "‘", "1", ": ", "the President "} {
			counter.check(t, "list", func(n int) string { return strings.Repeat(piece, n*20_000) })
		}
	})
}

// hostile are feeds, line by line, that invite a program to look at everything once for each line.
var hostile = map[string]func(i int) string{
	"stamped": func(i int) string {
		return fmt.Sprintf("%02d:%02d GMT\nThe harbour master has counted ship %d, which lies at pier %d.", 23-i/60%24, 59-i%60, i, i%7)
	},
	"days": func(i int) string {
		return time.Date(2025, 8, 16-i, 0, 0, 0, 0, time.UTC).Format("2 January 2006") + "\n20:15\nThe harbour has reopened, officials said.\n08:30\nThe harbour is closed."
	},
	"paragraphs": func(i int) string {
		return fmt.Sprintf("The mayor of district %d has met Anna Berg%d, he said on day %d.", i%50, i, i)
	},
	"one paragraph": func(int) string { return "The mayor has met Anna Berg, he said." },
	"headers":       func(i int) string { return fmt.Sprintf("%d August 2025", 1+i%31) },
	"one header":    func(int) string { return "16 August 2025" },
	"clocks":        func(i int) string { return fmt.Sprintf("%02d:%02d", i/60%24, i%60) },
	"clocks jump":   func(i int) string { return fmt.Sprintf("%02d:%02d\nShips.", i*7%24, i*13%60) },
	"clocks mixed": func(i int) string {
		return fmt.Sprintf("%02d:%02d\n%d August\nThe harbour is closed.", i*7%24, i*13%60, 1+i%28)
	},
	"index": func(i int) string {
		return fmt.Sprintf("%02d:%02d\nHeadline of the hour number %d", i/60%24, i%60, i%3000)
	},
	"dates":         func(i int) string { return fmt.Sprintf("%d/%d/2025 %d ships", 1+i%12, 1+i/12%12, i) },
	"dates of page": func(i int) string { return fmt.Sprintf("Updated %d August 2025 at %02d:%02d", 1+i%28, i%24, i%60) },
	"ages":          func(i int) string { return fmt.Sprintf("%d minutes ago\nThe harbour has reopened, officials said.", i) },
	"at the end":    func(i int) string { return fmt.Sprintf("The harbour has reopened (%02d:%02d)", i/60%24, i%60) },
	"chapters":      func(i int) string { return fmt.Sprintf("0:00 Ship %d\n0:45 Pier\n1:02:33 Harbour", i) },
	"transcripts":   func(i int) string { return fmt.Sprintf("00:00:01 Ship %d\n00:00:45 Pier\n00:02:33 Harbour", i) },
	"led":           func(i int) string { return fmt.Sprintf("Riverside, %02d:%02d — Ship %d is in", i/60%24, i%60, i) },
	"repeats":       func(i int) string { return fmt.Sprintf("Key events of %d March\nShip %d is in.", 1+i%28, i) },
	"pages":         func(i int) string { return fmt.Sprintf("\fReport, page %d\n%02d:%02d Ships are in.", i, i/60%24, i%60) },
	"headlines": func(i int) string {
		return fmt.Sprintf("Harbour %d is closed\n%02d:%02d The harbour has closed, they said.", i, i/60%24, i%60)
	},
	"counts":     func(i int) string { return fmt.Sprintf("%02d:%02d\nShips are in.\n%d\n%d", i/60%24, i%60, i, i%9) },
	"blanks":     func(int) string { return "" },
	"separators": func(i int) string { return "* * *\nThe harbour has reopened, officials said.\n___" },
	"bullets":    func(i int) string { return fmt.Sprintf("- Ship %d\n  lies at the pier", i) },
	"quotations": func(int) string { return "“We hope so," },
	"wrapped":    func(i int) string { return fmt.Sprintf("and the ships at pier %d, which had waited for the storm", i) },
	"by-lines":   func(i int) string { return fmt.Sprintf("By Anna Berg%d\n20:15\nThe harbour has reopened.", i) },
	"markup":     func(int) string { return "<p>=cmd|'/c calc'!A1</p>\\n\x1b]0;x\a|`*_[](" },
	"not UTF-8":  func(int) string { return "\xff\xfe caf\xe9 20:15 \xf0\x9f" },
}

// feedOf writes n lines, or groups of lines, below a date.
func feedOf(line func(int) string, n int) string {
	var b strings.Builder
	b.WriteString("16 August 2025\n")
	for i := range n {
		b.WriteString(line(i) + "\n")
	}
	return b.String()
}

// A counter counts the statements that a program built with coverage counters runs.
type counter struct{ program, covdata string }

// check compares what the second and the third of equal pieces of a text take; text returns the first n of them. The first does not count: some
// passes look at the head of a feed only, and what they find there may be another matter, an index of a thousand lines.
func (c counter) check(t *testing.T, format string, text func(n int) string) {
	t.Helper()
	one, two, three := c.statements(t, format, text(1)), c.statements(t, format, text(2)), c.statements(t, format, text(3))
	if float64(three-two) > 1.05*float64(two-one) {
		t.Errorf("%.60q as %s: %d statements for %d bytes, %d for twice and %d for three times as many", text(1), format, one, len(text(1)), two, three)
	}
}

// statements returns how many statements the program runs to parse a text.
func (c counter) statements(t *testing.T, format, text string) int64 {
	t.Helper()
	dir := t.TempDir()
	feed, data, profile := filepath.Join(dir, "feed.txt"), filepath.Join(dir, "data"), filepath.Join(dir, "profile")
	if err := os.WriteFile(feed, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(data, 0o777); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(c.program, "parse", "-q", "-f", format, "-o", filepath.Join(dir, "out"), feed)
	run.Env = append(os.Environ(), "GOCOVERDIR="+data)
	if out, err := run.CombinedOutput(); err != nil && run.ProcessState.ExitCode() != int(undated) {
		t.Fatalf("%v\n%.300s", err, out)
	}
	if out, err := exec.Command(c.covdata, "textfmt", "-i", data, "-o", profile).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return sumProfile(t, profile)
}

// sumProfile adds up the statements of a profile: each line ends with those of a block and how often it was run.
func sumProfile(t *testing.T, path string) (sum int64) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) != 3 {
			continue // mode: atomic
		}
		in, err1 := strconv.ParseInt(fields[1], 10, 64)
		times, err2 := strconv.ParseInt(fields[2], 10, 64)
		if err1 != nil || err2 != nil {
			t.Fatalf("%q", lines.Text())
		}
		sum += in * times
	}
	if sum == 0 {
		t.Fatal("nothing was counted")
	}
	return sum
}
