package cmd

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"newstimeline/timeline/format"
)

// evil is every character that does something to whoever looks at it, a letter before each, and marks of the notations that we write.
func evil() string {
	var b strings.Builder
	for r := rune(1); r <= 0x9F; r++ {
		if r < ' ' && r != '\n' && r != '\r' || r >= 0x7F {
			fmt.Fprintf(&b, "x%c ", r)
		}
	}
	for _, r := range []rune{0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0x206F, 0xFEFF, 0xFFF9, 0xFFFB, 0xFFFE} {
		fmt.Fprintf(&b, "x%c ", r)
	}
	for r := rune(0xE0000); r <= 0xE007F; r++ {
		fmt.Fprintf(&b, "%c", r)
	}
	return b.String() + "\x1b[31mred \x1b]0;title\a \u009b31m \x00 \xff " +
		`<evil onx="1">"'&amp;]]> <!-- --> </script></title></style> ![x](javascript:1) [x]: y =cmd|'/c calc'!A1 ` + "`$(x)` {{x}} %x;\\,"
}

// hostileInputs writes feeds that are evil in all fields that a feed has, and returns their paths: two snapshots of each kind.
func hostileInputs(t *testing.T, dir string) [][2]string {
	bad := evil()
	name := "feed"
	if runtime.GOOS != "windows" {
		name = "f\x1b[31m\a\u202e\u009b\U000E0041<evil>=e"
	}
	markup := html.EscapeString(strings.NewReplacer("\x00", "", "\xff", "").Replace(bad))
	xmlText := strings.Map(func(r rune) rune {
		if r < ' ' || r == 0xFFFE {
			return -1
		}
		return r
	}, markup)
	quoted, err := json.Marshal(bad)
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]string{
		".txt": "Lead " + bad + "\n\nUpdated 16 August 2025 " + bad + "\n\n16 August 2025\n\n20:15 CEST\n=Head " + bad + "\nText " + bad + " WORD.\n\n20:05 CEST\n@Head " + bad + "\n=Text " + bad +
			".\n\nThis live feed has ended.\n",
		".html": `<!doctype html><html lang="` + markup + `"><title>` + markup + `</title><meta property="og:url" content="https://example.org/` + markup + `"><h1>` + markup + "</h1>" +
			strings.Repeat(`<article class="post `+markup+`" id="`+markup+`"><time datetime="2025-08-16T20:15:00Z">20:15 `+"\x1b"+`</time><h2>Head `+markup+`</h2><address>By `+markup+
				`</address><p>Text `+markup+` WORD.</p><a rel=bookmark href="https://example.org/`+markup+`">x</a></article>`, 3),
		".xml": `<rss version="2.0"><channel><title>` + xmlText + `</title><link>https://example.org/` + xmlText + `</link><language>` + xmlText + `</language><item><title>=Head ` + xmlText +
			`</title><author>=` + xmlText + `</author><link>https://example.org/` + xmlText + `</link><pubDate>Sat, 16 Aug 2025 20:15:00 GMT</pubDate><description>=Text ` + xmlText + ` WORD.</description></item></channel></rss>`,
		".json": fmt.Sprintf(`[{"date":"2025-08-16T20:15:00Z","title":%s,"author":%s,"url":"https://example.org/%s,"text":"WORD","more":%s}]`, quoted, quoted, quoted[1:], quoted),
	}
	var inputs [][2]string
	for kind, text := range kinds {
		edit := "\v now other \u0085words\u2028are \fhere"
		switch kind {
		case ".xml": // has no such characters
			edit = "\u0085 now words\u2028are here"
		case ".json":
			edit = `\u000b now other \u0085words\u2028are \fhere`
		}
		inputs = append(inputs, [2]string{write(t, dir, name+kind, text), write(t, dir, name+"2"+kind, strings.ReplaceAll(text, "WORD", edit))})
	}
	return inputs
}

// TestHostileText reads feeds that are evil in every field and writes them in every format and report. What no output may hold is told by kind: what
// a terminal obeys, what runs in a spreadsheet, what becomes markup in a page, what is no XML or JSON.
func TestHostileText(t *testing.T) {
	dir := t.TempDir()
	template := write(t, dir, "all.tmpl", "{{range .sources}}{{.name}} {{.title}}{{end}}{{range .entries}}{{.title}} {{.text}} {{.author}} {{.url}} {{.stamp}}\n{{end}}")
	for n, versions := range hostileInputs(t, dir) {
		for _, name := range formatNames() {
			check, known := kindsOfOutput[name]
			if !known {
				t.Fatalf("what may %s not hold?", name)
			}
			args := []string{"parse", "-f", name, versions[0]}
			if name == "csv" || name == "tsv" {
				args = append(args, "--csv-safe")
			}
			check(t, name, hostileRun(t, filepath.Join(dir, fmt.Sprintf("out%d.%s", n, name)), args...))
		}
		checkTerminal(t, "template", hostileRun(t, "", "parse", "--template", template, versions[0]))
		for command, reports := range map[string][]string{"explain": format.ExplainReports.Names(), "stats": format.StatsReports.Names(), "diff": format.ChangeReports.Names()} {
			inputs := versions[:1]
			if command == "diff" {
				inputs = versions[:]
			}
			for _, name := range reports {
				kinds := map[string]func(*testing.T, string, []byte){"text": checkTerminal, "json": checkJSON, "jsonl": checkJSON, "csv": checkSheet, "svg": checkXML, "html": checkPage, "markdown": checkTerminal}
				kinds[name](t, command+" as "+name, hostileRun(t, "", append([]string{command, "-f", name}, inputs...)...))
			}
		}
	}
}

// hostileRun runs the program, checks what it says on stderr, and returns what it writes to a file or, without one, to stdout.
func hostileRun(t *testing.T, file string, args ...string) []byte {
	t.Helper()
	var out, words bytes.Buffer
	if file != "" {
		args = append(args, "-o", file)
	}
	if code := Main(args, strings.NewReader(""), &out, &words); code != 0 && code != int(undated) {
		t.Fatalf("%q: exit code %d: %s", args, code, &words)
	}
	checkTerminal(t, "messages", words.Bytes())
	if file == "" {
		return out.Bytes()
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// kindsOfOutput is what checks the output of each format.
var kindsOfOutput = map[string]func(t *testing.T, name string, out []byte){
	"table": checkTerminal, "list": checkTerminal, "markdown": checkTerminal, "markwhen": checkTerminal, "mermaid": checkTerminal,
	"json": checkJSON, "jsonl": checkJSON, "jsonld": checkJSON, "jsonfeed": checkJSON, "timelinejs": checkJSON, "timesketch": checkJSON,
	"csv": checkSheet, "tsv": checkSheet, "timelinejs-csv": checkCharacters, "ics": checkCalendar,
	"html": checkPage, "atom": checkXML, "xlsx": checkWorkbook, "sqlite": func(*testing.T, string, []byte) {},
}

// refuse fails where a text is no UTF-8 or holds a character that it may not.
func refuse(t *testing.T, name string, out []byte, is func(r rune) bool) {
	t.Helper()
	if !utf8.Valid(out) {
		t.Errorf("%s is not UTF-8", name)
	}
	for i, r := range string(out) {
		if is(r) {
			t.Errorf("%s holds %U: %.60q", name, r, out[max(0, i-20):])
			return
		}
	}
}

// isActive reports whether a terminal or a program may obey a character, or nobody sees it.
func isActive(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' && r != '\r' || r >= 0x7F && r < 0xA0 || r >= 0xE0000 && r <= 0xE007F
}

// isHidden reports whether a character reorders, parts or joins what is shown without being seen.
func isHidden(r rune) bool {
	return r == '\r' || r == 0xAD || r == 0x61C || r == 0x180E || r == 0x200B || r == 0x200E || r == 0x200F || r >= 0x2028 && r <= 0x202E || r >= 0x2060 && r <= 0x206F || r == 0xFEFF ||
		r >= 0xFFF9 && r <= 0xFFFB
}

func checkCharacters(t *testing.T, name string, out []byte) {
	t.Helper()
	refuse(t, name, out, isActive)
}

func checkTerminal(t *testing.T, name string, out []byte) {
	t.Helper()
	refuse(t, name, out, func(r rune) bool { return isActive(r) || isHidden(r) })
}

// checkJSON wants values of JSON, nothing else, and no line end that is one to JavaScript alone.
func checkJSON(t *testing.T, name string, out []byte) {
	t.Helper()
	refuse(t, name, out, func(r rune) bool { return isActive(r) || r == 0x2028 || r == 0x2029 })
	d := json.NewDecoder(bytes.NewReader(out))
	for {
		var v any
		if err := d.Decode(&v); err == io.EOF {
			return
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}

// checkSheet wants no cell that a spreadsheet would run.
func checkSheet(t *testing.T, name string, out []byte) {
	t.Helper()
	checkCharacters(t, name, out)
	r := csv.NewReader(bytes.NewReader(out))
	if name == "tsv" {
		r.Comma, r.LazyQuotes = '\t', true
	}
	rows, err := r.ReadAll()
	if err != nil || len(rows) < 2 {
		t.Errorf("%s: %d rows, %v", name, len(rows), err)
	}
	for _, cell := range slices.Concat(rows...) {
		if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
			t.Errorf("%s: a cell %.20q", name, cell)
		}
	}
}

// checkXML wants XML in which nothing of the feed is an element.
func checkXML(t *testing.T, name string, out []byte) {
	t.Helper()
	checkCharacters(t, name, out)
	d := xml.NewDecoder(bytes.NewReader(out))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "evil" {
			t.Errorf("%s: an element <evil>", name)
		}
	}
}

// checkWorkbook wants that of all parts of a workbook.
func checkWorkbook(t *testing.T, name string, out []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		checkXML(t, name+" "+f.Name, b)
		if bytes.Contains(b, []byte("<f>")) {
			t.Errorf("%s: %s has a formula", name, f.Name)
		}
	}
}

// checkPage wants a page in which nothing of the feed is an element, an attribute or an address that runs, and its text as for a terminal.
func checkPage(t *testing.T, name string, out []byte) {
	t.Helper()
	checkCharacters(t, name, out)
	scripted := false
	for z := html.NewTokenizer(bytes.NewReader(out)); z.Next() != html.ErrorToken; {
		token := z.Token()
		switch {
		case token.Type == html.TextToken && !scripted:
			refuse(t, name+"'s text", []byte(token.Data), isHidden)
		case token.Type == html.StartTagToken || token.Type == html.EndTagToken || token.Type == html.SelfClosingTagToken:
			scripted = token.Type == html.StartTagToken && token.Data == "script"
			if token.Data == "evil" {
				t.Errorf("%s: an element <evil>", name)
			}
			for _, a := range token.Attr {
				if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.TrimSpace(strings.ToLower(a.Val)), "javascript:") {
					t.Errorf("%s: an attribute %s=%.40q", name, a.Key, a.Val)
				}
			}
		}
	}
}

// property is how a line of a calendar begins.
var property = regexp.MustCompile(`^[A-Z-]+[:;]`)

// checkCalendar wants lines that each begin with a property, or a blank where one goes on.
func checkCalendar(t *testing.T, name string, out []byte) {
	t.Helper()
	checkCharacters(t, name, out)
	for line := range strings.SplitSeq(strings.TrimSuffix(string(out), "\r\n"), "\r\n") {
		if strings.ContainsAny(line, "\r\n") || line[0] != ' ' && !property.MatchString(line) {
			t.Errorf("%s: a line %.60q", name, line)
		}
	}
}
