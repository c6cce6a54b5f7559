package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// The inputs. They are made anew in each run and the same in all of them.

// writeFeed writes a live feed, newest first, of so many megabytes: see feed.awk.
func (b *bench) writeFeed(name string, megabytes int, stamps bool) {
	kind := "stamps=0"
	if stamps {
		kind = "stamps=1"
	}
	f, err := os.Create(b.path(name))
	check(err)
	c := exec.Command("mawk", "-v", fmt.Sprintf("bytes=%d", megabytes*1_000_000), "-v", kind,
		"-f", filepath.Join(b.tools, "feed.awk"))
	c.Stdout, c.Stderr = f, os.Stderr
	check(c.Run())
	check(f.Close())
}

// writeMany writes a feed and the same entries as files of 22 KB or a little more, each with a date
// header.
func (b *bench) writeMany(folder, feed string, megabytes int) {
	const size = 22_000
	b.writeFeed(feed, megabytes, true)
	check(os.MkdirAll(b.path(folder), 0o755))
	in, err := os.Open(b.path(feed))
	check(err)
	defer in.Close()
	var header, text string
	files := 0
	flush := func() {
		name := filepath.Join(b.path(folder), fmt.Sprintf("%06d.txt", files))
		check(os.WriteFile(name, []byte(text), 0o644))
		text = header + "\n"
		files++
	}
	for lines := bufio.NewScanner(in); lines.Scan(); text += lines.Text() + "\n" {
		if _, err := time.Parse("2 January 2006", lines.Text()); err == nil {
			header = lines.Text()
		} else if strings.HasSuffix(lines.Text(), " GMT") && len(text) > size {
			flush()
		}
	}
	flush()
}

// writeRSS writes a feed of RSS of so many megabytes.
func (b *bench) writeRSS(name string, megabytes int) {
	at := time.Date(2025, 12, 31, 23, 0, 0, 0, time.UTC)
	b.write(name, func(w *bufio.Writer, r *rand.Rand) {
		fmt.Fprint(w, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"+
			`<rss version="2.0"><channel><title>Harbour live</title><link>https://example.org/</link>`+"\n")
		for n, bytes := 0, 0; bytes < megabytes*1_000_000; n++ {
			at = at.Add(-time.Duration(3+r.IntN(20)) * time.Minute)
			size, _ := fmt.Fprintf(w, "<item><title>%s</title><link>https://example.org/%d</link>"+
				"<pubDate>%s</pubDate><description>&lt;p&gt;%s %s&lt;/p&gt;&lt;p&gt;%s&lt;/p&gt;</description></item>\n",
				sentence(r), n, at.Format(time.RFC1123Z), sentence(r), sentence(r), sentence(r))
			bytes += size
		}
		fmt.Fprint(w, "</channel></rss>\n")
	})
}

// writeLines writes a feed of so many entries of one line, with a clock each, below date headers.
func (b *bench) writeLines(name string, entries int) {
	at := time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	b.write(name, func(w *bufio.Writer, r *rand.Rand) {
		for n, day := 0, 0; n < entries; n++ {
			if at.YearDay() != day {
				day = at.YearDay()
				fmt.Fprintf(w, "%s\n", at.Format("2 January 2006"))
			}
			fmt.Fprintf(w, "%s Lamp %d is dark.\n", at.Format("15:04"), r.IntN(1_000_000))
			at = at.Add(time.Duration(1+r.IntN(2)) * time.Minute)
		}
	})
}

// write has an input written with the random numbers that are the same in each run.
func (b *bench) write(name string, content func(*bufio.Writer, *rand.Rand)) {
	f, err := os.Create(b.path(name))
	check(err)
	w := bufio.NewWriter(f)
	content(w, rand.New(rand.NewPCG(1, 2)))
	check(w.Flush())
	check(f.Close())
}

// sentence returns a sentence of a live feed.
func sentence(r *rand.Rand) string {
	who := [...]string{"The harbour master", "Mayor Anna Berg", "The ferry company", "Engineers"}
	what := [...]string{"has counted", "said there were", "expects", "reported"}
	rest := [...]string{"ships at the pier behind the market", "lamps on the bridge – all dark",
		"crossings of the strait before the evening", "houses in the streets by the river"}
	return fmt.Sprintf("%s %s %d %s.", who[r.IntN(len(who))], what[r.IntN(len(what))],
		10+r.IntN(900), rest[r.IntN(len(rest))])
}
