package decode

import (
	"strings"
	"testing"
)

// TestQuoted holds that the marks of a text that was quoted as a whole are no part of it, and that a text with
// quotations in it stays as it is.
func TestQuoted(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"all", "> 14:05\n> The ferry has left.\n>\n> 13:50\n>The quay is full.\n", "14:05\nThe ferry has left.\n\n13:50\nThe quay is full.\n"},
		{"twice", "> > 14:05\n> > The ferry\n> > has left.\n", "14:05\nThe ferry\nhas left.\n"},
		{"with the line of who quotes", "On Monday Ann wrote:\n" + strings.Repeat("> line\n", 9), "On Monday Ann wrote:\n" + strings.Repeat("line\n", 9)},
		{"indented", "  > 14:05\n  > The ferry\n  > has left.\n", "14:05\nThe ferry\nhas left.\n"},
		{"near miss: a reply", "> 14:05\n> The ferry has left.\n> All aboard?\nYes.\n", "> 14:05\n> The ferry has left.\n> All aboard?\nYes.\n"},
		{"near miss: two lines", "> 14:05\n> The ferry has left.\n", "> 14:05\n> The ferry has left.\n"},
		{"near miss: entries with a quotation each", "14:05\n> The ferry has left.\n13:50\n> The quay is full.\n", "14:05\n> The ferry has left.\n13:50\n> The quay is full.\n"},
	} {
		src, err := Source("", []byte(c.text), Options{Format: PlainText})
		if err != nil || src.Text != c.want {
			t.Errorf("%s: %q, %v, want %q", c.name, src.Text, err, c.want)
		}
		said := len(src.Remarks) == 1 && src.Remarks[0].Code == "quoted"
		if said != (c.text != c.want) {
			t.Errorf("%s: remarks %v", c.name, src.Remarks)
		}
		if said && src.SHA256 == "" {
			t.Errorf("%s: the hash of the bytes as they came is missing", c.name)
		}
	}
}

// TestSoftHyphens holds that words broken by soft hyphens are read whole, in text and in markup.
func TestSoftHyphens(t *testing.T) {
	for text, want := range map[string]string{
		"12 Sep\u00ADtem\u00ADber 2024\nA\n":                             "12 September 2024\nA\n",
		"<!doctype html><p>12 Sep&shy;tem\u00ADber 2024<p>Har&#173;bour": "12 September 2024\nHarbour\n",
		"12 Sep-tember\n": "12 Sep-tember\n",
	} {
		src, err := Source("", []byte(text), Options{})
		if err != nil || strings.TrimSpace(src.Text) != strings.TrimSpace(want) {
			t.Errorf("%q: %q, %v", text, src.Text, err)
		}
	}
}
