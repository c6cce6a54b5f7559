package format

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"newstimeline/parser"
	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// The contract as encoding/json knows it: names, order and types of the keys.
type (
	jsonDocument struct {
		Schema      int              `json:"schema"`
		Sources     []jsonSource     `json:"sources"`
		Entries     []jsonEntry      `json:"entries"`
		Diagnostics []jsonDiagnostic `json:"diagnostics"`
	}
	jsonSource struct {
		Name      string       `json:"name"`
		SHA256    *string      `json:"sha256"`
		Lines     int          `json:"lines"`
		Format    *string      `json:"format"`
		Encoding  *string      `json:"encoding"`
		Language  *string      `json:"language"`
		Title     *string      `json:"title"`
		URL       *string      `json:"url"`
		Published *string      `json:"published"`
		Updated   *string      `json:"updated"`
		Order     *string      `json:"order"`
		Ended     bool         `json:"ended"`
		AsOf      *string      `json:"as_of"`
		Zone      *string      `json:"zone"`
		Lead      *jsonLead    `json:"lead"`
		Notices   []jsonNotice `json:"notices"`
		Entries   int          `json:"entries"`
	}
	jsonLead struct {
		Line    int    `json:"line"`
		EndLine int    `json:"end_line"`
		Text    string `json:"text"`
	}
	jsonNotice struct {
		Line int    `json:"line"`
		Text string `json:"text"`
	}
	jsonEntry struct {
		Seq        int            `json:"seq"`
		ID         string         `json:"id"`
		Source     string         `json:"source"`
		Date       *string        `json:"date"`
		Clock      *string        `json:"clock"`
		Zone       *string        `json:"zone"`
		Time       *string        `json:"time"`
		Epoch      *int64         `json:"epoch"`
		Precision  *string        `json:"precision"`
		Stamp      *string        `json:"stamp"`
		Title      *string        `json:"title"`
		Text       string         `json:"text"`
		Author     *string        `json:"author"`
		URL        *string        `json:"url"`
		Line       int            `json:"line"`
		EndLine    int            `json:"end_line"`
		StartByte  int            `json:"start_byte"`
		EndByte    int            `json:"end_byte"`
		StampLine  *int           `json:"stamp_line"`
		Inferred   []string       `json:"inferred"`
		Confidence float64        `json:"confidence"`
		Revisions  []jsonRevision `json:"revisions"`
		Related    []jsonRelated  `json:"related"`
		MonthDay   *string        `json:"month_day"`
		End        *string        `json:"end"`
		About      bool           `json:"approximate"`
		Links      []jsonLink     `json:"links"`
		Media      []jsonMedia    `json:"media"`
		Parts      []jsonPart     `json:"parts"`
	}
	jsonPart struct {
		Kind   string  `json:"kind"`
		Number *string `json:"number"`
		First  int     `json:"first"`
		Last   int     `json:"last"`
	}
	jsonLink struct {
		Text      string `json:"text"`
		URL       string `json:"url"`
		StartByte int    `json:"start_byte"`
		EndByte   int    `json:"end_byte"`
	}
	jsonMedia struct {
		URL     string  `json:"url"`
		Alt     *string `json:"alt"`
		Caption *string `json:"caption"`
		Credit  *string `json:"credit"`
	}
	jsonRevision struct {
		ID        string  `json:"id"`
		Source    string  `json:"source"`
		Line      int     `json:"line"`
		Likeness  float64 `json:"likeness"`
		EndLine   int     `json:"end_line"`
		Date      *string `json:"date"`
		Clock     *string `json:"clock"`
		Zone      *string `json:"zone"`
		Time      *string `json:"time"`
		Epoch     *int64  `json:"epoch"`
		Precision *string `json:"precision"`
		Stamp     *string `json:"stamp"`
		Title     *string `json:"title"`
		Text      string  `json:"text"`
	}
	jsonRelated struct {
		Kind     string  `json:"kind"`
		ID       string  `json:"id"`
		Source   string  `json:"source"`
		Line     int     `json:"line"`
		Likeness float64 `json:"likeness"`
	}
	jsonDiagnostic struct {
		Source   string  `json:"source"`
		Line     *int    `json:"line"`
		Severity *string `json:"severity"`
		Code     *string `json:"code"`
		Message  *string `json:"message"`
	}
)

// mirror builds the document as the contract describes it, without the encoder.
func mirror(t *timeline.Timeline) jsonDocument {
	d := jsonDocument{1, []jsonSource{}, []jsonEntry{}, []jsonDiagnostic{}}
	for _, s := range t.Sources {
		d.Sources = append(d.Sources, mirrorSource(s))
		for _, g := range s.Diagnostics {
			d.Diagnostics = append(d.Diagnostics, jsonDiagnostic{s.Name, number(g.Line), text(g.Severity.String()), text(g.Code), text(g.Message)})
		}
	}
	for i := range t.Entries {
		d.Entries = append(d.Entries, mirrorEntry(&t.Entries[i]))
	}
	return d
}

func mirrorSource(s *timeline.Source) jsonSource {
	m := jsonSource{
		Name: s.Name, SHA256: text(s.SHA256), Lines: s.NumLines(), Format: text(s.Format), Encoding: text(s.Encoding), Language: text(s.Language),
		Title: text(s.Title), URL: text(s.URL), Published: text(s.Published), Updated: text(s.Updated), Order: text(s.Order.String()),
		Ended: s.Ended, AsOf: text(s.AsOf.String()), Zone: text(s.ZoneName), Notices: []jsonNotice{}, Entries: len(s.Document.Entries),
	}
	if !s.Lead.IsZero() {
		above := 1 + strings.Count(s.Text[:s.Lead.Start], "\n")
		lead := s.Lead.Of(s.Text)
		m.Lead = &jsonLead{above, above + strings.Count(lead, "\n"), lead}
	}
	for _, n := range s.Notices {
		m.Notices = append(m.Notices, jsonNotice{n.Line, n.Text.Of(s.Text)})
	}
	return m
}

func mirrorEntry(e *timeline.Entry) jsonEntry {
	m := jsonEntry{
		Seq: e.Seq, ID: e.ID.String(), Source: e.Source.Name, Clock: text(e.Clock.String()), Zone: text(e.Zone), Precision: text(e.Precision.String()),
		Stamp: text(e.As), Title: text(e.TitleText()), Text: string(e.AppendText(nil)), Author: text(e.AuthorText()), URL: text(e.URL), Line: int(e.Line),
		EndLine: int(e.EndLine), StartByte: e.Bytes().Start, EndByte: e.Bytes().End, StampLine: number(int(e.StampLine)), Inferred: []string{},
		Confidence: float64(e.Confidence) / 100, Revisions: []jsonRevision{}, Related: []jsonRelated{}, Links: []jsonLink{}, Media: []jsonMedia{}, Parts: []jsonPart{},
	}
	if !e.Date.IsZero() {
		m.Date = text(e.Date.String())
	}
	if at, known := e.Instant(); known {
		epoch := at.Unix()
		m.Time, m.Epoch = text(at.Format("2006-01-02T15:04:05Z")), &epoch
	}
	for bit, name := range []string{"year", "date", "zone", "midnight", "grouping", "order"} {
		if int(e.Inferred)>>bit&1 == 1 {
			m.Inferred = append(m.Inferred, name)
		}
	}
	for _, l := range e.Revisions() {
		r := mirrorEntry(l.Entry)
		m.Revisions = append(m.Revisions, jsonRevision{r.ID, r.Source, r.Line, float64(l.Likeness) / 100, r.EndLine, r.Date, r.Clock, r.Zone, r.Time,
			r.Epoch, r.Precision, r.Stamp, r.Title, r.Text})
	}
	if !e.Yearless.IsZero() {
		day := fmt.Sprintf("--%02d-%02d", e.Yearless.Month, e.Yearless.Day)
		m.MonthDay = &day
	}
	m.About = e.Approximate
	for _, s := range append([]feed.Span{e.Title}, e.Paragraphs...) {
		for p := range pieces(e, s) {
			if p.url != "" {
				m.Links = append(m.Links, jsonLink{string(p.AppendFolded(nil, e.Source.Text)), p.url, p.Start, p.End})
			}
		}
	}
	if e.Attached != nil {
		for _, i := range e.Attached.Media {
			m.Media = append(m.Media, jsonMedia{i.URL, text(i.Alt), text(i.CaptionText(e.Source.Text)), text(i.Credit)})
		}
		for _, p := range e.Attached.Parts {
			kind := map[bool]string{true: "quote", false: "item"}[p.Quoted]
			first, last := e.ParagraphsIn(p.Span)
			m.Parts = append(m.Parts, jsonPart{kind, text(p.Number), first + 1, last})
		}
	}
	if end, known := e.Stamp.End(); known {
		s := end.Format(time.RFC3339)
		m.End = &s
	} else if !e.Until.IsZero() {
		s := e.Until.String()
		m.End = &s
	}
	for _, l := range e.Related() {
		kind := map[bool]string{true: "copy", false: "report"}[l.Folded]
		m.Related = append(m.Related, jsonRelated{kind, l.ID.String(), l.Source.Name, int(l.Line), float64(l.Likeness) / 100})
	}
	return m
}

// text returns s as the contract has it, where no text is null.
func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// number is text for lines, where 0 is none.
func number(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

// encode returns what encoding/json makes of v without HTML escaping, without the line end.
func encode(t testing.TB, v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// escapeControls writes DEL, the C1 controls and tag characters as we do, and encoding/json does not.
func escapeControls(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r >= 0x7F && r < 0xA0 {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else if isTagCharacter(r) {
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func FuzzAppendQuoted(f *testing.F) {
	for _, s := range []string{
		"", "plain", "eight by eight by eight by eight", "say \"no\"", `back\slash`, "\x00\x01\b\f\n\r\t\x1f\x7f", "</script>&", "\u2028 \u2029 \u2027",
		"\u0080\u009f\u00a0", "“quoted” – dash…", "Привет, мир", "北京时间", "👨‍👩‍👧‍👦", "\xff\xfe\xc2", "a\xe2\x80", "\xed\xa0\x80", "\ufffd", "a\U000E0041\U000E007Fb\xF3\xA0\U000E0100", "12345678\"", "1234567\\8",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := string(appendQuoted(nil, s))
		if want := escapeControls(encode(t, s)); got != want {
			t.Errorf("%q: got %s, want %s", s, got, want)
		}
	})
}

// FuzzJSON parses any text and compares the document with what encoding/json writes of the same facts, byte by byte, and each line of
// JSONL with its entry.
func FuzzJSON(f *testing.F) {
	f.Add("Lead\n\n16 August 2025\n\n21:05 BST\nTitle\n\nText \"one\"\n\nText two\n", "feed.txt")
	f.Add("16 August 2025\r\n\r\nOne\r\n\r\nTwo \xff\u2028\x7f", "\x1b[31m\"")
	f.Add("Saturday, 16 August\n\n14:20\nOne\n\n13:55\nTwo", "yearless")
	f.Add("14:20 One\n14:10 Two\n13:55 Three\nThis live feed has ended.", "")
	f.Fuzz(func(t *testing.T, input, name string) {
		tl := parse(feed.Source{Name: name, Text: input}, feed.Source{Name: "second", Text: "1 May 2020\n\n" + input})
		compareJSON(t, tl)
		tl.Dedupe()
		compareJSON(t, tl)
	})
}

// TestJSONLinks holds that revisions and related entries are written as the contract has them.
func TestJSONLinks(t *testing.T) {
	const old = "16 August 2025\n13:10 GMT: The strike is over, both sides say\n11:00 GMT: The union has called all members to the quay\n"
	const other = "16 August 2025\n12:05 GMT: The union has called all its members to the quay\n"
	tl := parse(feed.Source{Name: "old", Text: old}, feed.Source{Name: "new", Text: strings.Replace(old, "say", "say at noon", 1)},
		feed.Source{Name: "other", Text: other})
	tl.Dedupe()
	compareJSON(t, tl)
	var d jsonDocument
	if err := json.Unmarshal(write(t, tl, "json"), &d); err != nil {
		t.Fatal(err)
	}
	if len(d.Entries) != 3 || len(d.Entries[0].Related) != 2 || d.Entries[0].Related[0].Kind != "copy" || d.Entries[0].Related[1].ID != d.Entries[1].ID ||
		len(d.Entries[2].Revisions) != 1 || d.Entries[2].Revisions[0].Text != "The strike is over, both sides say" {
		t.Errorf("%+v", d.Entries)
	}
}

// compareJSON compares what is written of a timeline with what encoding/json writes of it.
func compareJSON(t *testing.T, tl *timeline.Timeline) {
	t.Helper()
	want := mirror(tl)
	got := write(t, tl, "json")
	if diff := cmp.Diff(escapeControls(encode(t, want)), joinLines(got)); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	var decoded jsonDocument
	if err := json.Unmarshal(got, &decoded); err != nil {
		t.Fatal(err)
	}
	var again jsonDocument
	if err := json.Unmarshal([]byte(encode(t, want)), &again); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(again, decoded); diff != "" {
		t.Fatalf("decoded (-want +got):\n%s", diff)
	}
	lines := bytes.SplitAfter(write(t, tl, "jsonl"), []byte("\n"))
	for i, e := range want.Entries {
		if diff := cmp.Diff(escapeControls(encode(t, e))+"\n", string(lines[i])); diff != "" {
			t.Fatalf("line %d (-want +got):\n%s", i+1, diff)
		}
	}
}

// joinLines takes the line ends out of a document: within strings there are none.
func joinLines(b []byte) string { return string(bytes.ReplaceAll(b, []byte("\n"), nil)) }

func TestMeta(t *testing.T) {
	zone := time.FixedZone("", 2*3600)
	p := parser.Parser{AsOf: feed.AsOf{Date: feed.Date{Year: 2025, Month: 8, Day: 16}, Clock: feed.Clock{Hour: 9, Minute: 30, Second: -1, Known: true}, Zone: zone}, Zone: time.UTC}
	meta := feed.Meta{
		Format: "html", SHA256: strings.Repeat("ab", 32), Encoding: "utf-8", Language: "en", Title: "A title", URL: "https://example.org/",
		Published: "2025-08-15", Updated: "2025-08-16T10:00:00Z",
	}
	tl := timeline.New(p.Parse(feed.Source{Name: "page.html", Text: "9:15 One\n", Meta: meta}))
	var got jsonDocument
	if err := json.Unmarshal(write(t, tl, "json"), &got); err != nil {
		t.Fatal(err)
	}
	want := jsonSource{
		Name: "page.html", SHA256: &meta.SHA256, Lines: 1, Format: &meta.Format, Encoding: &meta.Encoding, Language: &meta.Language, Title: &meta.Title,
		URL: &meta.URL, Published: &meta.Published, Updated: &meta.Updated, Order: got.Sources[0].Order, AsOf: text("2025-08-16T09:30:00+02:00"),
		Zone: text("UTC"), Lead: got.Sources[0].Lead, Notices: []jsonNotice{}, Entries: len(got.Entries),
	}
	if diff := cmp.Diff(want, got.Sources[0]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestConfidence(t *testing.T) {
	for percent, want := range map[int]string{0: "0", 5: "0.05", 10: "0.1", 90: "0.9", 93: "0.93", 100: "1"} {
		if got := string(appendConfidence(nil, percent)); got != want {
			t.Errorf("%d%%: got %s, want %s", percent, got, want)
		}
	}
}

// TestJSONIsUTF8 holds that a document is UTF-8 and holds no control character but the line ends between its items, whatever the feed holds.
func TestJSONIsUTF8(t *testing.T) {
	var all strings.Builder
	for b := range 256 {
		if b != '\n' {
			all.WriteByte(byte(b))
		}
	}
	for r := rune(0); r < 0x3000; r++ {
		all.WriteRune(r)
	}
	got := write(t, parse(feed.Source{Name: all.String(), Text: "16 August 2025\n\nA" + all.String() + "Z"}), "json")
	if !utf8.Valid(got) {
		t.Error("not UTF-8")
	}
	for _, r := range string(got) {
		if r < ' ' && r != '\n' || r >= 0x7F && r < 0xA0 || r == 0x2028 || r == 0x2029 {
			t.Errorf("%U is not escaped", r)
		}
	}
}
