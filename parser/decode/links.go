package decode

import (
	"bytes"
	"cmp"
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"newstimeline/parser/feed"
)

// What a page leads to and shows: its links and its pictures, each with where it is in the
// lines. Nothing is fetched. Only addresses of the web and of mail are kept, for others, such as
// javascript: and data:, can do something.

// attach adds the hints of the links and pictures of the page.
func (p *page) attach() {
	for i := range p.nodes {
		switch n := &p.nodes[i]; n.tag {
		case atom.A:
			p.anchor(int32(i))
		case atom.Img, atom.Image:
			p.image(int32(i))
		case atom.Figure:
			p.linkedImage(int32(i))
		}
	}
}

// anchor adds the hint of a link. One to a place of the page itself leads nowhere else.
func (p *page) anchor(i int32) {
	href := strings.TrimSpace(p.find(&p.nodes[i], "href"))
	s := p.span(i)
	if href == "" || href[0] == '#' || s.Len() == 0 {
		return
	}
	if u := p.resolve(href); u != "" {
		p.hint(s, feed.HintAnchor, u)
	} else if isMailto(href) {
		p.hint(s, feed.HintAnchor, href)
		p.noteMailWriter(s)
	}
}

// noteMailWriter marks a short line with an address of mail as that of a writer. Its next line must
// be a full date with a clock, as in archives of mailing lists.
func (p *page) noteMailWriter(s feed.Span) {
	from := bytes.LastIndexByte(p.out[:s.Start], '\n') + 1
	line, rest, _ := bytes.Cut(p.out[from:], []byte("\n"))
	next, _, _ := bytes.Cut(rest, []byte("\n"))
	if len(line) <= inlineNoise && len(next) <= stampSize && hasYearAndClock(string(next)) {
		p.hint(p.trim(from, from+len(line)), feed.HintByline, "")
	}
}

// isMailto reports whether an address is one to write mail to.
func isMailto(href string) bool {
	u, err := url.Parse(href)
	return err == nil && u.Scheme == "mailto" && strings.Contains(u.Opaque, "@") &&
		!strings.ContainsAny(href, "<> \"\t\r\n")
}

// image adds the hint of a picture, unless it is a part of a control, a menu or the like.
func (p *page) image(i int32) {
	n := &p.nodes[i]
	src := p.resolve(cmp.Or(p.find(n, "data-src"), p.find(n, "src")))
	if src == "" {
		src = p.resolve(p.find(n, "src")) // pages that load their pictures late may have either
	}
	if src == "" || n.hidden || p.find(n, "icon") != "" ||
		p.partOfName(p.find(n, "class")) == noisePart {
		return
	}
	frame, ok := p.frameOf(i)
	if !ok {
		return
	}
	caption, credit := p.caption(frame)
	if caption.Len() == 0 {
		at := p.placeOf(i)
		caption = feed.Span{Start: at, End: at}
	}
	shown := &feed.Image{Alt: fold(p.find(n, "alt")), Credit: credit}
	p.hints = append(p.hints,
		feed.Hint{Span: caption, Kind: feed.HintImage, Value: src, Image: shown})
}

// linkedImage adds the hint of a picture that a figure does not show but leads to: by the only link
// in it, outside its caption.
func (p *page) linkedImage(i int32) {
	n := &p.nodes[i]
	link, caption := int32(0), feed.Span{}
	for k := i + 1; k < n.end; k++ {
		switch e := &p.nodes[k]; e.tag {
		case atom.Img, atom.Image, atom.Video, atom.Audio, atom.Table, atom.Pre, atom.Blockquote:
			return
		case atom.Figcaption:
			caption = p.span(k)
			k = e.end - 1
		case atom.A:
			if link > 0 {
				return
			}
			link = k
		}
	}
	if link == 0 || n.hidden {
		return
	}
	url := p.resolve(p.find(&p.nodes[link], "href"))
	if url == "" {
		return
	}
	words := p.span(link)
	shown := &feed.Image{Alt: fold(string(p.out[words.Start:words.End]))}
	if caption.Len() == 0 {
		at := p.placeOf(link)
		caption = feed.Span{Start: at, End: at}
	}
	p.hints = append(p.hints,
		feed.Hint{Span: caption, Kind: feed.HintImage, Value: url, Image: shown})
}

// frameOf returns the element that holds a picture and its caption, the picture itself if there is
// none; false: the picture is in other noise.
func (p *page) frameOf(i int32) (frame int32, ok bool) {
	frame = i
	for k := p.nodes[i].parent; k > 0 && p.part[k] == noisePart; k = p.nodes[k].parent {
		n := &p.nodes[k]
		switch {
		case n.tag == atom.Figure, n.tag == atom.P && p.isCaption(n):
			frame = k
		case p.partOf(n) == noisePart:
			return frame, false
		}
	}
	return frame, true
}

// caption returns where the words below a picture are, and who made it, as an element in them
// says.
func (p *page) caption(frame int32) (s feed.Span, credit string) {
	n := &p.nodes[frame]
	if n.size == 0 {
		return s, ""
	}
	for k := frame + 1; k < n.end; k++ {
		e := &p.nodes[k]
		if !e.element || e.size == 0 || credit != "" || e.size > 2*inlineNoise {
			continue
		}
		for token := range strings.FieldsSeq(p.find(e, "class")) {
			for word := range words(token) {
				switch word {
				case "credit", "credits", "copyright", "photographer", "agency":
					at := p.span(k)
					credit = fold(string(p.out[at.Start:at.End]))
				}
			}
		}
	}
	return p.span(frame), credit
}

// placeOf returns the byte of the lines at which a picture is. It is within the line before, if an
// element holds both, else at the line that follows. So the picture belongs to the entry that holds
// it, be it the last thing there or the first.
func (p *page) placeOf(i int32) int {
	at := int(p.from[i])
	for k := p.nodes[i].parent; k > 0; k = p.nodes[k].parent {
		if p.trim(int(p.from[k]), at).Len() > 0 {
			return p.trim(int(p.from[k]), at).End - 1
		}
		if p.trim(at, int(p.to[k])).Len() > 0 {
			break
		}
	}
	return p.trim(at, len(p.out)).Start
}
