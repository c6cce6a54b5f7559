package main

import (
	"fmt"
	"path/filepath"
)

// groups returns the kinds of work that are measured.
func (b *bench) groups() []*group {
	return []*group{b.large("a stamp above each entry", true), b.large("day headers alone", false),
		b.formats(), b.records(), b.lines(), b.batch(), b.start()}
}

// large is a large feed as JSON lines, by all programs that make such from one.
func (b *bench) large(title string, stamps bool) *group {
	feed, peer := b.path("feed.txt"), filepath.Join(b.tools, "peer.")
	parse := b.bin("timeline") + " parse -q -f jsonl "
	return &group{
		title:   fmt.Sprintf("%d MB, %s", b.megabytes, title),
		prepare: func() { b.writeFeed("feed.txt", b.megabytes, stamps) },
		commands: []command{
			{name: "mawk | tac", line: "mawk -f " + peer + "awk " + feed + " | tac"},
			{name: "timeline parse -f jsonl", line: parse + feed},
			{name: "the same through a pipe", line: "cat " + feed + " | " + parse},
			{name: "the same | head -n 1", line: parse + feed + " | head -n 1"},
			{name: "wc -l", line: "wc -l " + feed},
			{name: "gawk | tac", needs: "gawk", line: "gawk -f " + peer + "awk " + feed + " | tac"},
			{name: "Miller, without dates", needs: "mlr",
				line: `mlr --inidx --ifs '\t' --ojsonl cat ` + feed},
			{name: "jq -R, without dates", needs: "jq", line: "jq -Rc '{text: .}' " + feed},
			{name: "python", needs: "python3", line: "python3 " + peer + "py " + feed},
			{name: "node and chrono", needs: filepath.Join(b.tools, "node_modules", "chrono-node"),
				line: "node " + peer + "mjs " + feed},
		},
	}
}

// formats is a feed in the other formats.
func (b *bench) formats() *group {
	feed, base := b.path("feed.txt"), b.path("feed.db")
	parse := b.bin("timeline") + " parse -q "
	return &group{
		title:   fmt.Sprintf("%d MB with stamps, formats", b.megabytes/4),
		prepare: func() { b.writeFeed("feed.txt", b.megabytes/4, true) },
		commands: []command{
			{name: "jsonl", line: parse + "-f jsonl " + feed},
			{name: "csv", line: parse + "-f csv " + feed},
			{name: "html", line: parse + "-f html " + feed},
			{name: "explain", line: b.bin("timeline") + " explain -q " + feed},
			{name: "table", line: parse + "-f table " + feed},
			{name: "sqlite", line: "rm -f " + base + "; " + parse + "-o " + base + " " + feed},
		},
	}
}

// records is a feed as RSS.
func (b *bench) records() *group {
	full, half := b.path("feed.rss"), b.path("half.rss")
	parse := b.bin("timeline") + " parse -q -f jsonl "
	return &group{
		title: fmt.Sprintf("%d MB of RSS", b.megabytes/5),
		prepare: func() {
			b.writeRSS("feed.rss", max(1, b.megabytes/5))
			b.writeRSS("half.rss", max(1, b.megabytes/10))
		},
		commands: []command{
			{name: "python with ElementTree", needs: "python3",
				line: "python3 " + filepath.Join(b.tools, "rss.py") + " " + full},
			{name: "timeline parse -f jsonl", line: parse + full},
			{name: "the same of half the size", line: parse + half},
		},
	}
}

// lines is a feed of very short entries.
func (b *bench) lines() *group {
	feed := b.path("lines.txt")
	return &group{
		title:   fmt.Sprintf("%d thousand one-line entries", 10*b.megabytes),
		prepare: func() { b.writeLines("lines.txt", 10_000*b.megabytes) },
		commands: []command{
			{name: "mawk | tac", line: "mawk -f " + filepath.Join(b.tools, "peer.awk") + " " + feed + " | tac"},
			{name: "timeline parse -f jsonl", line: b.bin("timeline") + " parse -q -f jsonl " + feed},
		},
	}
}

// batch is many small feeds, each to a file of its own.
func (b *bench) batch() *group {
	// a new folder for each run: ext4 is slow to make files where others were just removed
	out := b.path("out.$$")
	export := b.bin("timeline") + " export -q -r " + b.path("many") + " -f jsonl -d " + out
	return &group{
		title:   fmt.Sprintf("%d MB in files of 22 KB", b.megabytes/4),
		prepare: func() { b.writeMany("many", "feed.txt", b.megabytes/4) },
		commands: []command{
			{name: "the same bytes as one file",
				line: b.bin("timeline") + " parse -q -o " + b.path("one.jsonl") + " " + b.path("feed.txt")},
			{name: "timeline export -j 1", line: export + " -j 1"},
			{name: "timeline export -j 2", line: export + " -j 2"},
			{name: "cp -r", line: "cp -r " + b.path("many") + " " + out},
		},
	}
}

// start is how long the program takes for nearly nothing.
func (b *bench) start() *group {
	const times = 50
	sample := filepath.Join(root(), "testdata", "feed.txt")
	return &group{
		title:   fmt.Sprintf("%d starts", times),
		prepare: func() {},
		commands: []command{
			{name: "a program of cobra that does nothing", line: b.bin("bare") + " run", times: times},
			{name: "timeline --version", line: b.bin("timeline") + " --version", times: times},
			{name: "the sample feed to JSON lines", times: times,
				line: b.bin("timeline") + " parse -q -f jsonl " + sample},
		},
	}
}
