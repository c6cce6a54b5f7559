package format

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Readers from npm: what the owners of notations read them with. `npm ci --prefix .tools/readers` installs them; without them these tests
// are left out.

const npmReaders = "../../.tools/readers"

// runNode has a script of .tools/readers read the files of a directory.
func runNode(t *testing.T, script string, args ...string) {
	t.Helper()
	if testing.Short() {
		t.Skip("takes long")
	}
	node := reader(t, "node")
	if _, err := os.Stat(filepath.Join(npmReaders, "node_modules")); err != nil {
		leaveOut(t, "node", err)
	}
	args = append([]string{filepath.Join(npmReaders, script)}, args...)
	if out, err := exec.Command(node, args...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestOwnersRead(t *testing.T) {
	for name, tl := range timelines(t) {
		for _, notation := range []string{"ics", "markwhen", "mermaid"} {
			if notation == "mermaid" && name == "many" {
				tl = stamped(1000) // Mermaid takes minutes for more
			}
			t.Run(name+"/"+notation, func(t *testing.T) { runNode(t, notation+".mjs", save(t, tl, "json", notation)) })
		}
	}
}

// TestSchema has ajv check documents against the schema, and DuckDB read JSONL by its columns.
func TestSchema(t *testing.T) {
	for name, tl := range timelines(t) {
		t.Run(name, func(t *testing.T) {
			dir := save(t, tl, "json", "jsonl")
			saveTo(t, dir, "schema.json", WriteSchema)
			saveTo(t, dir, "duckdb.txt", WriteDuckDBColumns)
			runNode(t, "schema.mjs", dir)
			if name == "feed" || name == "versions" || name == "hostile" || name == "undated" {
				runNode(t, "duckdb.mjs", dir) // takes a second to start
			}
		})
	}
}

// saveTo has a file of a directory written.
func saveTo(t *testing.T, dir, name string, write func(io.Writer) error) {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestTimelineJSReads has the code of TimelineJS read slides, of both kinds.
func TestTimelineJSReads(t *testing.T) {
	for name, tl := range timelines(t) {
		if name == "many" {
			tl = stamped(1000) // TimelineJS takes half a minute for more
		}
		t.Run(name, func(t *testing.T) { runNode(t, "timelinejs.mjs", save(t, tl, "json", "timelinejs", "timelinejs-csv")) })
	}
}
