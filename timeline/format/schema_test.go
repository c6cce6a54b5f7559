package format

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// TestKeys holds that the JSON encoder writes the keys of the table, all of them, in this order and no others, so that the schema is that of
// what is written; and that the columns of tables are keys of entries.
func TestKeys(t *testing.T) {
	seen := map[string]bool{}
	for name, tl := range timelines(t) {
		if name == "many" || name == "long" {
			continue
		}
		checkObject(t, name, write(t, tl, "json"), documentKeys(), seen)
	}
	for _, path := range []string{".sources.lead.text", ".sources.notices.text", ".entries.revisions.text", ".entries.related.kind", ".diagnostics.code"} {
		if !seen[path] {
			t.Errorf("no case has %s", path)
		}
	}
	for _, c := range recordColumns {
		if !slices.ContainsFunc(entryKeys(), func(k key) bool { return k.name == c.name }) {
			t.Errorf("the column %s is no key", c.name)
		}
	}
	for _, k := range entryKeys() {
		if !slices.ContainsFunc(recordColumns[:], func(c column) bool { return k.name == c.name }) {
			t.Errorf("the key %s is no column: tables would lose it", k.name)
		}
	}
}

// checkObject compares the keys of an object with those of the table, and those of the objects in it.
func checkObject(t *testing.T, path string, object []byte, keys []key, seen map[string]bool) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(object))
	if _, err := d.Token(); err != nil {
		t.Fatal(err)
	}
	for _, k := range keys {
		name, err := d.Token()
		if err != nil || name != k.name {
			t.Fatalf("%s: got the key %v, want %s: %v", path, name, k.name, err)
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			t.Fatal(err)
		}
		at := path + "." + k.name
		seen[at[strings.IndexByte(at, '.'):]] = true
		switch {
		case k.keys == nil || string(value) == "null":
		case k.is == anObject:
			checkObject(t, at, value, k.keys, seen)
		default:
			var items []json.RawMessage
			if err := json.Unmarshal(value, &items); err != nil {
				t.Fatalf("%s: %v", at, err)
			}
			for _, item := range items {
				checkObject(t, at, item, k.keys, seen)
			}
		}
	}
	if end, err := d.Token(); err != nil || end != json.Delim('}') {
		t.Errorf("%s: a key that the table does not have: %v", path, end)
	}
}
