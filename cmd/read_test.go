package cmd

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"newstimeline/parser/decode"
	"newstimeline/parser/parallel"
)

// TestReadExpected reads streams that hold what was expected of them, or more, or less: files change while they are read.
func TestReadExpected(t *testing.T) {
	text := bytes.Repeat([]byte("20:15 GMT\nThe harbour has reopened.\n"), 20_000)
	for _, size := range []int{0, 1, 1000, len(text) - 1, len(text), len(text) + 1, 2 * len(text)} {
		for name, r := range map[string]io.Reader{
			"whole": bytes.NewReader(text), "halves": iotest.HalfReader(bytes.NewReader(text)), "late end": iotest.DataErrReader(bytes.NewReader(text)),
		} {
			if b, err := readExpected(r, size); err != nil || !bytes.Equal(b, text) {
				t.Errorf("%s, %d of %d bytes expected: %d bytes, %v", name, size, len(text), len(b), err)
			}
		}
	}
}

// TestReadGrowing reads a file to which a line is added between the look at its size and the end of the reading.
func TestReadGrowing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "feed.txt")
	if err := os.WriteFile(path, []byte("20:15\nThe harbour has reopened.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b, err := readExpected(io.MultiReader(f, appender(path), f), 32)
	if err != nil || !strings.HasSuffix(string(b), "\n20:25\nIt has closed again.\n") {
		t.Errorf("%q, %v", b, err)
	}
}

// An appender is an empty stream that adds to a file when it is read.
type appender string

func (path appender) Read([]byte) (int, error) {
	f, err := os.OpenFile(string(path), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	if _, err := f.WriteString("20:25\nIt has closed again.\n"); err != nil {
		return 0, err
	}
	return 0, io.EOF
}

// TestReadError breaks the standard input off in the middle: there is a message, and no half of a document.
func TestReadError(t *testing.T) {
	half := io.MultiReader(strings.NewReader("16 August 2025\nThe harbour has"), iotest.ErrReader(errors.New("input/output error")))
	for _, f := range []string{"table", "json", "jsonl", "csv"} {
		var out, words bytes.Buffer
		code := Main([]string{"parse", "-f", f}, half, &out, &words)
		if want := "stdin: input/output error after 30 bytes\n"; code != 1 || out.Len() > 0 || words.String() != want {
			t.Errorf("%s: exit code %d, output %q, words %q, want 1, none and %q", f, code, &out, &words, want)
		}
		half = io.MultiReader(strings.NewReader("16 August 2025\nThe harbour has"), iotest.ErrReader(errors.New("input/output error")))
	}
}

// TestReadTooLarge refuses at once what is larger than places in a text can tell.
func TestReadTooLarge(t *testing.T) {
	path := filepath.Join(t.TempDir(), "large.txt")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.Truncate(maxInput + 1); err != nil {
		t.Skip("no sparse files here: ", err)
	}
	var out, words bytes.Buffer
	code := Main([]string{"parse", path}, nil, &out, &words)
	if code != 1 || out.Len() > 0 || words.String() != fmt.Sprintf("%s: %v\n", path, decode.ErrTooLarge) {
		t.Errorf("exit code %d, output %q, words %q", code, &out, &words)
	}
}

func BenchmarkRead(b *testing.B) {
	text := bytes.Repeat([]byte("20:15 GMT\nThe harbour has reopened.\n"), 500_000)
	for _, size := range []int{0, len(text)} {
		b.Run(map[bool]string{true: "file", false: "pipe"}[size > 0], func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := readExpected(bytes.NewReader(text), size); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestReadLarge reads files that are read in pieces: from their start, from where another program has left a standard input, and with a size
// that was true a moment before.
func TestReadLarge(t *testing.T) {
	text := bytes.Repeat([]byte("20:15 GMT\nThe harbour has reopened.\n"), parallel.Large/30)
	path := filepath.Join(t.TempDir(), "feed.txt")
	if err := os.WriteFile(path, text, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ offset, expected int }{{0, len(text)}, {10, len(text)}, {10, len(text) - 10}, {0, len(text) - 1000}, {0, len(text) + 3<<20}} {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Seek(int64(c.offset), io.SeekStart); err != nil {
			t.Fatal(err)
		}
		if b, err := readExpected(f, c.expected); err != nil || !bytes.Equal(b, text[c.offset:]) {
			t.Errorf("%d bytes expected from byte %d of %d on: %d bytes, %v", c.expected, c.offset, len(text), len(b), err)
		}
		f.Close()
	}
}
