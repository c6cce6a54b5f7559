package format

import "testing"

// TestNextAddress holds which words of a text are an address of the web, and what around them is not.
func TestNextAddress(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"see https://example.org/a.", "https://example.org/a"},
		{"(https://example.org/a_(b))", "https://example.org/a_(b)"},
		{"[https://example.org/a]", "https://example.org/a"},
		{"„https://example.org/a“", "https://example.org/a"},
		{"http://example.org。", "http://example.org"},
		{"https://example.org/?q=a&b=c#d, and", "https://example.org/?q=a&b=c#d"},
		{"shttps://example.org http://b.example", "http://b.example"},
		{"https://example.org/<b>", "https://example.org/"},
		{"no address: http://, https:// and https://localhost", ""},
		{"ftp://example.org javascript://example.org data://a.b", ""},
		{"://", ""},
		{"http://.example", ""},
	} {
		got := ""
		if at, end := nextAddress(tt.in); at >= 0 {
			got = tt.in[at:end]
		}
		if got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

// TestLinkAddresses holds what may become a link: nothing that does something when it is opened.
func TestLinkAddresses(t *testing.T) {
	for url, want := range map[string]bool{
		"https://example.org/a": true, "http://example.org": true, "mailto:ann@example.org": true,
		"javascript:alert(1)": false, "JavaScript:alert(1)": false, "data:text/html,x": false, "vbscript:x": false, "file:///etc/passwd": false, "//example.org": false, "/a": false,
		"https://example.org/\" onclick=\"x": false, "https://example.org/<b>": false, "mailto:nobody": false, "mailto:a@b.example\nBcc: c": false, "https://example.org/\x1b[31m": false,
	} {
		if got := isLinkAddress(url); got != want {
			t.Errorf("%q: %v, want %v", url, got, want)
		}
	}
}
