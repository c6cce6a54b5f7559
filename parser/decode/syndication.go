package decode

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"newstimeline/parser/feed"
)

// RSS, Atom and JSON Feed. RSS and Atom are read by our own mapping over encoding/xml. gofeed would
// add 4 MB to the program and half a millisecond to every run. Only a dozen elements of these
// formats matter here.

// A channel is RSS of any version, RDF or Atom: their elements have different names, but none has
// two meanings.
type channel struct {
	XMLName  xml.Name
	Title    string     `xml:"title"`
	Language string     `xml:"language"`
	Lang     string     `xml:"lang,attr"`
	Links    []xmlLink  `xml:"link"`
	Pub      string     `xml:"pubDate"`
	Built    string     `xml:"lastBuildDate"`
	Date     string     `xml:"date"` // Dublin Core
	Updated  string     `xml:"updated"`
	Items    []xmlItem  `xml:"item"`
	Entries  []xmlItem  `xml:"entry"`
	Channel  *channel   `xml:"channel"`
	Undated  []xmlAttrs `xml:"urn:newstimeline:atom undated"` // of our own
}

type xmlLink struct {
	Href string `xml:"href,attr"`
	Rel  string `xml:"rel,attr"`
	Text string `xml:",chardata"`
}

type xmlItem struct {
	Title       xmlText   `xml:"title"`
	Description xmlText   `xml:"description"`
	Encoded     xmlText   `xml:"encoded"`
	Content     []xmlText `xml:"content"`
	Summary     xmlText   `xml:"summary"`
	Pub         string    `xml:"pubDate"`
	Published   string    `xml:"published"`
	Issued      string    `xml:"issued"`
	Updated     string    `xml:"updated"`
	Date        string    `xml:"date"`
	Links       []xmlLink `xml:"link"`
	GUID        struct {
		Permalink string `xml:"isPermaLink,attr"`
		Text      string `xml:",chardata"`
	} `xml:"guid"`
	Creator string      `xml:"creator"`
	Authors []xmlAuthor `xml:"author"`
	When    *xmlAttrs   `xml:"urn:newstimeline:atom when"` // of our own
	Place   *xmlAttrs   `xml:"urn:newstimeline:atom place"`
}

// xmlAttrs are the attributes of one of our elements.
type xmlAttrs struct {
	Attrs []xml.Attr `xml:",any,attr"`
	Text  string     `xml:",chardata"`
}

// An xmlText is a text of Atom: its type is how it is written.
type xmlText struct {
	Type  string `xml:"type,attr"`
	Src   string `xml:"src,attr"`
	Text  string `xml:",chardata"`
	Inner string `xml:",innerxml"`
}

type xmlAuthor struct {
	Name string `xml:"name"`
	Text string `xml:",chardata"`
}

// readXML makes a Source of RSS, RDF or Atom. A feed that breaks off keeps the items that are
// whole.
func readXML(src *feed.Source, text []byte, _ Keys) error {
	d := xml.NewDecoder(bytes.NewReader(text))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	// it is UTF-8 by now
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	var c channel
	err := d.Decode(&c)
	if err != nil && len(c.Items)+len(c.Entries) == 0 && c.Channel == nil {
		return notFeed(src.Meta.Format, err)
	}
	switch strings.ToLower(c.XMLName.Local) {
	case "rss", "rdf", "feed", "channel":
	default:
		return notFeed(src.Meta.Format, fmt.Errorf("its first element is <%s>", c.XMLName.Local))
	}
	f := c.feed(src)
	keep(&f.Meta, src.Meta)
	f.write(src)
	if err != nil {
		remark := feed.Diagnostic{Severity: feed.Warning, Code: "broken-feed",
			Message: "the feed is incomplete or broken: " + err.Error()}
		src.Remarks = append(src.Remarks, remark)
	}
	if len(f.items) == 0 {
		src.Remarks = append(src.Remarks, feed.Diagnostic{Severity: feed.Warning, Code: "empty",
			Message: "the feed has no items"})
	}
	return nil
}

// feed returns what a channel holds.
func (c *channel) feed(src *feed.Source) itemFeed {
	if c.Channel != nil { // RSS; in RDF the items are next to it
		c.Channel.Items = append(c.Channel.Items, c.Items...)
		c = c.Channel
	}
	f := itemFeed{Meta: feed.Meta{Title: fold(c.Title),
		Language: language(firstOf(c.Language, c.Lang)), URL: pageLink(c.Links)}}
	f.Published = mailTime(c.Pub)
	f.Updated = firstOf(mailTime(c.Updated), mailTime(c.Built), mailTime(c.Date))
	var own ownFeed
	for _, items := range [...][]xmlItem{c.Items, c.Entries} {
		for i := range items {
			f.items = append(f.items, items[i].item(&own))
		}
	}
	for i := range c.Undated {
		f.items = append(f.items, own.undatedItem(&c.Undated[i]))
	}
	if len(c.Undated) > 0 {
		own.arrange(f.items)
	}
	own.finish(&f, src)
	return f
}

// item returns what an element item or entry holds.
func (x *xmlItem) item(own *ownFeed) item {
	it := x.plainItem()
	if x.When != nil && x.Place != nil {
		return own.atomItem(x, it.url)
	}
	return it
}

// plainItem is item without our own elements.
func (x *xmlItem) plainItem() item {
	it := item{title: x.Title.plain(), printed: firstOf(x.Pub, x.Published, x.Issued, x.Date,
		x.Updated), url: absolute(pageLink(x.Links)), author: fold(x.Creator)}
	it.time = mailTime(it.printed)
	if it.url == "" && x.GUID.Permalink != "false" {
		it.url = absolute(x.GUID.Text)
	}
	for _, a := range x.Authors {
		if name := fold(firstOf(a.Name, a.Text)); it.author == "" {
			it.author = name
		}
	}
	bodies := append([]xmlText{x.Encoded}, x.Content...)
	for _, body := range append(bodies, x.Description, x.Summary) {
		if it.body, it.markup = body.body(); strings.TrimSpace(it.body) != "" {
			break
		}
	}
	return it
}

// plain returns a title. In RSS it may hold escaped markup, without any declaration.
func (x *xmlText) plain() string {
	if x.Type == "xhtml" || x.Type == "html" || x.Type == "" && (strings.Contains(x.Text, "</") ||
		strings.Contains(x.Text, "&")) {
		body, _ := x.body()
		return plain(body)
	}
	return fold(x.Text)
}

// body returns a text and whether it is HTML. Without a type it is, as in RSS: text without tags
// reads the same either way.
func (x *xmlText) body() (string, bool) {
	switch x.Type {
	case "xhtml", "application/xhtml+xml":
		return x.Inner, true
	case "text", "text/plain":
		return x.Text, false
	}
	return x.Text, strings.ContainsAny(x.Text, "<&")
}

// pageLink returns the address of the page that links lead to.
func pageLink(links []xmlLink) string {
	for _, l := range links {
		if l.Rel == "" || l.Rel == "alternate" {
			if u := strings.TrimSpace(firstOf(l.Href, l.Text)); u != "" {
				return u
			}
		}
	}
	return ""
}

// firstOf returns the first of some texts that is not blank.
func firstOf(all ...string) string {
	for _, s := range all {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

// A jsonFeed is what is read of JSON Feed 1 and 1.1.
type jsonFeed struct {
	Title    string `json:"title"`
	Home     string `json:"home_page_url"`
	Language string `json:"language"`
	Own      struct {
		Sources []any `json:"sources"`
	} `json:"_timeline"`
	Items []struct {
		URL       string         `json:"url"`
		Title     string         `json:"title"`
		HTML      string         `json:"content_html"`
		Text      string         `json:"content_text"`
		Summary   string         `json:"summary"`
		Published string         `json:"date_published"`
		Modified  string         `json:"date_modified"`
		Author    *jsonAuthor    `json:"author"`
		Authors   []jsonAuthor   `json:"authors"`
		Own       map[string]any `json:"_timeline"`
	} `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

// readJSONFeed makes a Source of a JSON Feed.
func readJSONFeed(src *feed.Source, text []byte, _ Keys) error {
	var j jsonFeed
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	if err := dec.Decode(&j); err != nil {
		var at *json.SyntaxError
		if errors.As(err, &at) {
			return notFeed(src.Meta.Format, atLine(text, at))
		}
		return notFeed(src.Meta.Format, err)
	}
	f := itemFeed{Meta: feed.Meta{Title: fold(j.Title), Language: language(j.Language),
		URL: absolute(j.Home)}}
	keep(&f.Meta, src.Meta)
	own := ownFeed{meta: j.Own.Sources}
	for i := range j.Items {
		x := &j.Items[i]
		it := item{title: x.Title, body: firstOf(x.HTML, x.Text, x.Summary), markup: x.HTML != "",
			printed: firstOf(x.Published, x.Modified), url: absolute(x.URL)}
		it.time = machineTime(it.printed)
		if x.Author != nil {
			x.Authors = append(x.Authors, *x.Author)
		}
		if len(x.Authors) > 0 {
			it.author = x.Authors[0].Name
		}
		if _, ok := x.Own["precision"]; ok {
			it = own.feedItem(x.Own, it)
		}
		f.items = append(f.items, it)
	}
	own.finish(&f, src)
	f.write(src)
	if len(f.items) == 0 {
		src.Remarks = append(src.Remarks, feed.Diagnostic{Severity: feed.Warning, Code: "empty",
			Message: "the feed has no items"})
	}
	return nil
}
