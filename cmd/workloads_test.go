package cmd

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A workload is one run of the program over n equal pieces of an input: it writes the input into a folder and returns the arguments.
type workload func(t *testing.T, dir string, n int) []string

// workloads are what TestWork counts.
func workloads() map[string]workload {
	const lines = 3000 // over the limits up to which some passes look
	all := map[string]workload{
		"many names": manyNames,
		"explain":    loading([]string{"explain", "-f", "text"}, "txt", func(n int) string { return feedOf(hostile["stamped"], n*lines) }),
		"stats":      loading([]string{"stats", "-f", "text"}, "txt", func(n int) string { return feedOf(hostile["stamped"], n*lines) }),
	}
	for name, line := range hostile {
		all[name] = parsing("jsonl", "txt", func(n int) string { return feedOf(line, n*lines) })
	}
	for name, element := range pages {
		all["page of "+name] = parsing("jsonl", "html", func(n int) string { return pageOf(element, n*lines) })
	}
	for _, format := range formatNames() {
		all["as "+format] = parsing(format, "txt", func(n int) string { return feedOf(hostile["stamped"], n*lines) })
	}
	for _, piece := range []string{"x", "20:15 ", "16 August 2025 ", "a. B ", "\x1b[31m", "\"", "‘", "1", ": ", "the President ", "\U000E0041", "\x00 and then they left "} {
		all[fmt.Sprintf("one line of %q", piece)] = parsing("list", "txt", func(n int) string { return strings.Repeat(piece, n*20_000) })
	}
	for command, args := range map[string][]string{"diff": {"diff", "-f", "text"}, "dedupe": {"parse", "--dedupe", "-f", "jsonl"}, "merge": {"parse", "-f", "jsonl"}} {
		for name, versions := range pairs {
			all[command+" of "+name] = comparing(args, "\n", versions)
		}
		for name, versions := range wordPairs {
			all[command+" of "+name] = comparing(args, " ", versions)
		}
	}
	return all
}

// parsing is the work of parsing a text.
func parsing(format, extension string, text func(n int) string) workload {
	return loading([]string{"parse", "-f", format}, extension, text)
}

// loading is the work of a command that reads one text.
func loading(args []string, extension string, text func(n int) string) workload {
	return func(t *testing.T, dir string, n int) []string {
		return append(args[:len(args):len(args)], "-q", "-o", filepath.Join(dir, "out"), write(t, dir, "feed."+extension, text(n)))
	}
}

// comparing is the work of a command that reads two snapshots of a feed, whose pieces have something between them.
func comparing(args []string, between string, versions func(i int) (old, new string)) workload {
	const lines = 1500 // too many for the table of the longest common subsequence
	return func(t *testing.T, dir string, n int) []string {
		old, new := []string{"16 August 2025\n20:15 Ships:"}, []string{"16 August 2025\n20:15 Ships:"}
		for i := range n * lines {
			o, n := versions(i)
			old, new = append(old, o), append(new, n)
		}
		return append(args[:len(args):len(args)], "-q", "-o", filepath.Join(dir, "out"), write(t, dir, "old.txt", strings.Join(old, between)), write(t, dir, "new.txt", strings.Join(new, between)))
	}
}

// manyNames is the work of exporting files whose outputs would all have one name.
func manyNames(t *testing.T, dir string, n int) []string {
	var names strings.Builder
	for i := range n * 500 {
		names.WriteString(write(t, dir, fmt.Sprintf("feed.%d", i), "16 August 2025\nThe harbour is closed.\n") + "\n")
	}
	return []string{"export", "-q", "-j", "1", "-d", filepath.Join(dir, "out"), "--files-from", write(t, dir, "names", names.String())}
}

// write writes a file and returns its path.
func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// feedOf writes n lines, or groups of lines, below a date.
func feedOf(line func(int) string, n int) string { return "16 August 2025\n" + repeat(line, n) }

// pageOf writes a page of n elements.
func pageOf(element func(int) string, n int) string {
	return "<!doctype html>\n<h1>Harbour, 16 August 2025</h1>\n" + repeat(element, n)
}

func repeat(line func(int) string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(line(i) + "\n")
	}
	return b.String()
}

// pages are pages, element by element, of the same kind as hostile.
var pages = map[string]func(i int) string{
	"classes of their own": func(i int) string {
		return fmt.Sprintf(`<div class="c%d"><b>%02d:%02d</b> Ship %d lies at the pier, they said.</div>`, i, i/60%24, i%60, i)
	},
	"inline classes of their own": func(i int) string { return fmt.Sprintf(`<i class="c%d">%02d:%02d</i> `, i, i/60%24, i%60) },
	"classes that recur once": func(i int) string {
		return fmt.Sprintf(`<p class="c%d">%02d:%02d Ship %d is in.</p>`, i%1500, i/60%24, i%60, i)
	},
	"ids": func(i int) string {
		return fmt.Sprintf(`<div id="post-%d"><time>%02d:%02d</time><p>Ship %d is in the harbour.</p></div>`, i, i/60%24, i%60, i)
	},
	"headings": func(i int) string {
		return fmt.Sprintf(`<h%d>%02d:%02d Ship %d</h%d><p>It is in the harbour.</p>`, 1+i%6, i/60%24, i%60, i, 1+i%6)
	},
	"containers": func(i int) string {
		return fmt.Sprintf(`<article class=post><time>%02d:%02d</time><p>Ship %d is in the harbour.</p></article>`, i/60%24, i%60, i)
	},
	"unclosed elements":   func(int) string { return "<div>a" },
	"unclosed items":      func(i int) string { return fmt.Sprintf("<li>%02d:%02d Ship %d is in", i/60%24, i%60, i) },
	"unclosed links":      func(int) string { return "<a href=x>a" },
	"end tags":            func(int) string { return "</div></p></b>" },
	"buttons in asides":   func(int) string { return "<aside><button>20:15" },
	"times without words": func(int) string { return `<time datetime="2025-08-16T20:15Z"></time>` },
	"cards": func(i int) string {
		return fmt.Sprintf(`<div class=card><a href="/%d">20:15 Ship %d is in</a></div>`, i, i)
	},
}

// pairs are entries of two snapshots of a feed, which invite a program to compare each with each.
var pairs = map[string]func(i int) (old, new string){
	"edits of one minute": func(i int) (string, string) {
		return fmt.Sprintf("20:15\nShip %d is in the harbour now, said Ann%d.", i, i), fmt.Sprintf("20:15\nShip %d was in a harbour then, wrote Ben%d.", i, i)
	},
	"the same words at other times": func(i int) (string, string) {
		return fmt.Sprintf("%02d:%02d\nShips are in.", i/60%24, i%60), fmt.Sprintf("%02d:%02d:30\nShips are in.", i/60%24, i%60)
	},
	"another order": func(i int) (string, string) {
		return fmt.Sprintf("20:15\nShip %d is in the harbour.", i), fmt.Sprintf("20:15\nShip %d is in the harbour.", i^1)
	},
	"near copies": func(i int) (string, string) {
		return fmt.Sprintf("%02d:%02d\nShip %d is in the harbour now.", i/60%24, i%60, i), fmt.Sprintf("%02d:%02d\nShip %d is in the harbour now.", i/60%24, i%60, i+7777)
	},
	"short words":    func(i int) (string, string) { return "20:15\nYes", "20:15\nNo" },
	"entries in one": func(i int) (string, string) { s := sentence(i); return "20:15\n" + s, s },
	"days": func(i int) (string, string) {
		day := time.Date(2025, 8, 16-i, 0, 0, 0, 0, time.UTC).Format("2 January 2006")
		return day + "\nThe harbour is closed.", day + "\nThe harbour is shut."
	},
}

// wordPairs are words of two versions of one long text.
var wordPairs = map[string]func(i int) (old, new string){
	"many words": func(i int) (string, string) {
		return fmt.Sprintf("word%d and", i), fmt.Sprintf("word%d or", i)
	},
	// Of each part that is left, only what stands at its beginning is in both parts once: see aligner.budget.
	"a staircase of words": func(i int) (string, string) {
		return fmt.Sprintf("one word%d word%d", i+1, i), fmt.Sprintf("two word%d word%d", i+1, i)
	},
}

func sentence(i int) string { return fmt.Sprintf("Ship %d is in the harbour now, said Ann%d.", i, i) }

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
