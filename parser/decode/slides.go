package decode

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"newstimeline/parser/feed"
)

// TimelineJS (Knight Lab, version 3): each slide is an entry. Its files are JSON, or the
// spreadsheet that journalists fill in, as CSV. Words are HTML in both.

// A slide is one of either.
type slide struct {
	Start   slideDate  `json:"start_date"`
	Display string     `json:"display_date"`
	Text    slideText  `json:"text"`
	Media   slideMedia `json:"media"`
}

type slideText struct {
	Headline string `json:"headline"`
	Text     string `json:"text"`
}

type slideMedia struct {
	Caption string `json:"caption"`
}

// A slideDate is a date as precise as its parts; "" is none.
type slideDate struct {
	Year    looseNumber `json:"year"`
	Month   looseNumber `json:"month"`
	Day     looseNumber `json:"day"`
	Hour    looseNumber `json:"hour"`
	Minute  looseNumber `json:"minute"`
	Second  looseNumber `json:"second"`
	Display string      `json:"display_date"`
	clock   string      // of a spreadsheet: hour, minute and second in words
}

// A looseNumber is a number of JSON, or a string with one: both are met with.
type looseNumber string

func (n *looseNumber) UnmarshalJSON(b []byte) error {
	if s := strings.TrimSpace(strings.Trim(string(b), `"`)); s != "null" {
		*n = looseNumber(s)
	}
	return nil
}

// isSlideJSON reports whether JSON is that of TimelineJS.
func isSlideJSON(b []byte) bool {
	return bytes.Contains(b, []byte(`"events"`)) && bytes.Contains(b, []byte(`"start_date"`)) &&
		bytes.Contains(b, []byte(`"year"`))
}

// isSlideTable reports whether a table begins with the names of TimelineJS's spreadsheet.
func isSlideTable(b []byte) bool {
	line, _, _ := bytes.Cut(b, []byte("\n"))
	at := slideColumns(strings.Split(string(line), ","))
	return at["year"] > 0 && at["month"] > 0 && at["headline"] > 0 && at["text"] > 0
}

// slideColumns returns the places of columns, from 1, by their names in small letters.
func slideColumns(names []string) map[string]int {
	at := map[string]int{}
	for i, name := range names {
		at[strings.ToLower(strings.Trim(name, " \t\r\"\uFEFF"))] = i + 1
	}
	return at
}

// readSlides makes a Source of slides.
func readSlides(src *feed.Source, text []byte, _ Keys) error {
	text = bytes.TrimLeft(bytes.TrimPrefix(text, []byte("\uFEFF")), " \t\r\n")
	var f itemFeed
	var err error
	if len(text) > 0 && text[0] == '{' {
		err = f.takeSlides(text)
	} else {
		err = f.takeSlideRows(src, text)
	}
	if err != nil {
		return notFeed(src.Meta.Format, err)
	}
	return f.writeRecords(src)
}

// takeSlides reads JSON.
func (f *itemFeed) takeSlides(text []byte) error {
	var file struct {
		Title  *slide  `json:"title"`
		Events []slide `json:"events"`
	}
	if err := json.Unmarshal(text, &file); err != nil {
		var at *json.SyntaxError
		if errors.As(err, &at) {
			err = atLine(text, at)
		}
		return err
	}
	if file.Title != nil {
		f.takeTitle(&file.Title.Text)
	}
	for i := range file.Events {
		f.items = append(f.items, file.Events[i].item())
	}
	return nil
}

// takeSlideRows reads a spreadsheet.
func (f *itemFeed) takeSlideRows(src *feed.Source, text []byte) error {
	r := csv.NewReader(bytes.NewReader(text))
	r.LazyQuotes, r.FieldsPerRecord = true, -1
	names, err := r.Read()
	if err != nil {
		return err
	}
	at, eras := slideColumns(names), 0
	if at["headline"] == 0 {
		return errors.New(
			"the first line does not have the TimelineJS columns: Year, Month, Headline, Text")
	}
	for {
		row, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			src.Remarks = append(src.Remarks, feed.Diagnostic{Severity: feed.Warning,
				Code: "broken-feed", Message: "the table is incomplete or broken: " + err.Error()})
			break
		}
		cell := func(name string) string {
			if i := at[name]; i > 0 && i <= len(row) {
				return strings.TrimSpace(row[i-1])
			}
			return ""
		}
		s := slideOfRow(cell)
		switch strings.ToLower(cell("type")) {
		case "title":
			f.takeTitle(&s.Text)
		case "era":
			eras++
		default:
			f.items = append(f.items, s.item())
		}
	}
	if eras > 0 {
		src.Remarks = append(src.Remarks, feed.Diagnostic{Severity: feed.Info, Code: "columns",
			Message: counted(eras, "era was", "eras were") + " skipped"})
	}
	return nil
}

// slideOfRow returns a row of the spreadsheet as a slide.
func slideOfRow(cell func(name string) string) slide {
	return slide{
		Start: slideDate{Year: looseNumber(cell("year")), Month: looseNumber(cell("month")),
			Day: looseNumber(cell("day")), clock: cell("time")},
		Display: cell("display date"),
		Text:    slideText{cell("headline"), cell("text")},
		Media:   slideMedia{cell("media caption")},
	}
}

// takeTitle reads the slide that has no date: the title, and the text above the entries.
func (f *itemFeed) takeTitle(t *slideText) {
	f.Title = plain(t.Headline)
	f.lead = strings.TrimSpace(string(newPage(parseTree([]byte(t.Text))).out))
}

// item returns a slide as an item.
func (s *slide) item() item {
	it := item{title: s.Text.Headline, titleMarkup: true, body: s.Text.Text, markup: true}
	it.body, it.author, it.url = cutCredit(it.body)
	if s.Media.Caption != "" {
		it.body += "<p>" + s.Media.Caption + "</p>"
	}
	it.printed, it.time = s.Start.when(firstOf(s.Start.Display, s.Display))
	return it
}

// cutCredit returns a text without the author and the address that this program writes at its end.
func cutCredit(body string) (text, author, url string) {
	if before, link, ok := lastParagraph(body); ok && strings.HasPrefix(link, `<a href="`) &&
		strings.HasSuffix(link, "</a>") {
		if words := plain(link); absolute(words) == words && strings.HasPrefix(words, "http") {
			body, url = before, words
		}
	}
	if before, words, ok := lastParagraph(body); ok && strings.HasPrefix(words, "— ") {
		body, author = before, plain(strings.TrimPrefix(words, "— "))
	}
	return body, author, url
}

// lastParagraph splits off the last paragraph of a text, if it ends with one.
func lastParagraph(body string) (before, words string, ok bool) {
	i := strings.LastIndex(body, "<p>")
	if i < 0 || !strings.HasSuffix(body, "</p>") {
		return body, "", false
	}
	return body[:i], strings.TrimSuffix(body[i+len("<p>"):], "</p>"), true
}

// when returns a date, in words and for machines, as precise as it is. The words that a slide shows
// instead may have the zone of its clock, which TimelineJS does not know.
func (d *slideDate) when(shown string) (printed, machine string) {
	year, month, day := string(d.Year), string(d.Month), string(d.Day)
	switch {
	case year == "":
		return shown, ""
	case month == "":
		return year, ""
	}
	at, err := time.Parse("2006-1-2", fmt.Sprintf("%04s-%s-%s", year, month, firstOf(day, "1")))
	switch {
	case err != nil:
		return strings.Join([]string{year, month, day}, "-"), ""
	case day == "":
		return at.Format("January 2006"), ""
	}
	printed, machine = at.Format(dayForm), plausibleTime(at, dayForm)
	clock := d.clockWords()
	if clock == "" {
		return printed, machine
	}
	printed += " " + clock
	for _, layout := range [...]string{"15:4:5", "15:4", "3:4 PM", "3:4:5 PM", "3 PM"} {
		if t, err := time.Parse(layout, strings.ToUpper(clock)); err == nil {
			at = at.Add(time.Duration(t.Hour())*time.Hour + time.Duration(
				t.Minute())*time.Minute + time.Duration(t.Second())*time.Second)
			if strings.Contains(shown, ":") { // a clock, and its zone
				printed = shown
			}
			return printed, plausibleTime(at, localForm)
		}
	}
	return printed, ""
}

// clockWords returns the clock, "" if there is none.
func (d *slideDate) clockWords() string {
	if d.clock != "" || d.Hour == "" {
		return d.clock
	}
	words := string(d.Hour) + ":" + firstOf(string(d.Minute), "00")
	if d.Second != "" {
		words += ":" + string(d.Second)
	}
	return words
}
