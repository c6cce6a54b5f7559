package parser

import (
	"bufio"
	"compress/gzip"
	"io"
	"io/fs"
	"math"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/words"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Running text must not be taken for stamps. The texts are what the machine has: its manuals and documents, in all their languages.

// feedLike are names of files that are feeds themselves, or lists of dates: change logs, news, lists of releases and of years of copyright.
var feedLike = regexp.MustCompile(`(?i)change|news|history|release|copyright|license|todo|log|whats|announce|authors|thanks`)

// proseFolders are read as far as they are there.
func proseFolders() []string {
	folders := []string{"/usr/share/doc", "/usr/share/man"}
	if out, err := exec.Command("go", "env", "GOROOT").Output(); err == nil {
		root := strings.TrimSpace(string(out))
		folders = append(folders, filepath.Join(root, "doc"), filepath.Join(root, "src"))
	}
	return folders
}

// tooMany reports whether more lines were taken than chance lets a rate of 1 in 100,000 give, three standard deviations above the mean:
// every machine has other manuals, and a test must not fail for that.
func tooMany(taken, lines int) bool {
	mean := float64(lines) / 100_000
	return float64(taken) > mean+3*math.Sqrt(mean)
}

// TestProse reads lines of running text by themselves and counts those that are taken for a stamp by their form, although they tell neither a
// full date nor a clock, a weekday or a distance in time: a manual may hold such lines, but it does not mean dates by the others.
func TestProse(t *testing.T) {
	if testing.Short() {
		t.Skip("reads all manuals of the machine")
	}
	lines, taken := 0, 0
	for _, dir := range proseFolders() {
		eachFile(dir, *proseLines-lines, func(_, line string) {
			lines++
			marks := stamp.Find(line)
			if len(marks) == 0 || marks[0].Place != stamp.Whole || isCertain(&marks[0].Fields) {
				return
			}
			taken++
			t.Logf("%q", line)
		})
	}
	if lines < 100_000 {
		t.Skipf("only %d lines of running text here", lines)
	}
	t.Logf("%d of %d lines taken: %.2f in 100,000", taken, lines, 1e5*float64(taken)/float64(lines))
	if tooMany(taken, lines) {
		t.Errorf("%d of %d lines of running text were taken for stamps: more than 1 in 100,000", taken, lines)
	}
}

// isCertain reports whether fields tell so much that words of another meaning could hardly have formed them.
func isCertain(f *stamp.Fields) bool {
	return f.Month != 0 && f.Year != 0 || f.HasClock() || f.IsAge() || f.Weekday != 0 && f.Day == 0 || f.Has&stamp.RelDayGiven != 0
}

// certain matches lines that mean a date or a clock whatever they stand in: with a year, also 08/03/10, or minutes.
var certain = regexp.MustCompile(`\b[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}\b|\b1[0-9]{3}\b|\b20[0-9]{2}|[0-9]:[0-9]{2}|[0-9][ap]m|-[A-Z][A-Za-z]{2}-[0-9]{2}`)

// TestProseDocuments reads documents of running text whole: what is no feed has no day headers and no stamps but those that are dates.
func TestProseDocuments(t *testing.T) {
	if testing.Short() {
		t.Skip("reads all manuals of the machine")
	}
	lines, taken := 0, 0
	for _, dir := range proseFolders() {
		eachDocument(dir, *proseLines-lines, func(path string, doc []string) {
			lines += len(doc)
			d := new(Parser).Parse(feed.Source{Text: strings.Join(doc, "\n")})
			for i, role := range d.Roles {
				if (role == feed.DateHeader || role == feed.StampLine) && !certain.MatchString(d.Lines.Span(d.Text, i).Of(d.Text)) {
					taken++
					t.Logf("%s: %s: %q", path, role, d.Lines.Span(d.Text, i).Of(d.Text))
				}
			}
		})
	}
	t.Logf("%d of %d lines taken: %.2f in 100,000", taken, lines, 1e5*float64(taken)/float64(max(1, lines)))
	if lines >= 100_000 && tooMany(taken, lines) {
		t.Errorf("%d of %d lines of running text were taken for stamps: more than 1 in 100,000", taken, lines)
	}
}

// eachDocument calls f with the running lines of the documents under dir, up to so many lines.
func eachDocument(dir string, limit int, f func(path string, doc []string)) {
	var at string
	var doc []string
	eachFile(dir, limit, func(path, line string) {
		if path != at && doc != nil {
			f(at, doc)
			doc = nil
		}
		at, doc = path, append(doc, line)
	})
	if doc != nil {
		f(at, doc)
	}
}

// eachFile calls f with up to so many lines of running text of the documents under dir.
func eachFile(dir string, limit int, f func(path, line string)) {
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || limit <= 0 {
			return nil
		}
		if !d.Type().IsRegular() || !isDocument(path) || feedLike.MatchString(filepath.Base(path)) {
			return nil
		}
		eachLine(path, func(line string) {
			if limit > 0 && isRunning(path, line) {
				limit--
				f(path, strings.TrimSpace(line))
			}
		})
		return nil
	})
}

// isDocument reports whether a file holds text for people.
func isDocument(path string) bool {
	ext := filepath.Ext(strings.TrimSuffix(path, ".gz"))
	switch ext {
	case ".txt", ".md", ".rst", ".html", ".pod", ".go", "":
		return true
	}
	return len(ext) == 2 && '1' <= ext[1] && ext[1] <= '9' // a manual
}

// isRunning reports whether a line is of running text: no command of a manual's markup; of Go sources the comments.
func isRunning(path, line string) bool {
	line = strings.TrimSpace(line)
	if strings.HasSuffix(path, ".go") && !strings.HasPrefix(line, "//") {
		return false
	}
	return line != "" && line[0] != '.' && line[0] != '\'' && strings.ContainsFunc(line, words.IsLetterRune)
}

func eachLine(path string, f func(line string)) {
	file, err := os.Open(path)
	if err != nil {
		return
	}
	defer file.Close()
	var in io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(file); err != nil {
			return
		}
	}
	for s := bufio.NewScanner(in); s.Scan(); {
		f(strings.TrimPrefix(s.Text(), "// "))
	}
}
