package decode

import "newstimeline/parser/feed"

// Links and pictures of our own notations.

// An ownLink is a link of an entry of ours.
type ownLink struct{ text, url string }

// ownLinks reads the links of an entry in our JSON, those whose addresses are of the web or of
// mail.
func ownLinks(object map[string]any) (links []ownLink) {
	list, _ := object["links"].([]any)
	for _, e := range list {
		if o, ok := e.(map[string]any); ok {
			get := memberOf(o)
			if url := get("url"); absolute(url) != "" || isMailto(url) {
				links = append(links, ownLink{get("text"), url})
			}
		}
	}
	return links
}

// ownMedia reads the pictures of an entry in our JSON. Their captions are no words of the text.
func ownMedia(object map[string]any) (media []feed.Hint) {
	list, _ := object["media"].([]any)
	for _, e := range list {
		if o, ok := e.(map[string]any); ok {
			get := memberOf(o)
			if url := absolute(get("url")); url != "" {
				shown := &feed.Image{Alt: get("alt"), Caption: get("caption"),
					Credit: get("credit")}
				media = append(media, feed.Hint{Kind: feed.HintImage, Value: url, Image: shown})
			}
		}
	}
	return media
}
