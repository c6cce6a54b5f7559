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

// runNode has a script of .tools/readers read the files of each directory. Node.js and the reader start once for all of them.
func runNode(t *testing.T, script string, dirs ...string) {
	t.Helper()
	runScript(t, "each.mjs", append([]string{script}, dirs...)...)
}

// runScript runs a script of .tools/readers.
func runScript(t *testing.T, script string, args ...string) {
	t.Helper()
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
	skipShort(t)
	for _, notation := range []string{"ics", "markwhen", "mermaid"} {
		t.Run(notation, func(t *testing.T) {
			var dirs []string
			for name, tl := range timelines(t) {
				if notation == "mermaid" && name == "many" {
					tl = stamped(1000) // Mermaid takes minutes for more
				}
				dirs = append(dirs, saveNamed(t, name, tl, "json", notation))
			}
			runNode(t, notation+".mjs", dirs...)
		})
	}
}

// skipShort leaves a test out where the quick ones are asked for.
func skipShort(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("takes long")
	}
}

// TestSchema has ajv check documents against the schema, and DuckDB read JSONL by its columns.
func TestSchema(t *testing.T) {
	skipShort(t)
	var all, some []string
	for name, tl := range timelines(t) {
		dir := saveNamed(t, name, tl, "json", "jsonl")
		saveTo(t, dir, "schema.json", WriteSchema)
		saveTo(t, dir, "duckdb.txt", WriteDuckDBColumns)
		all = append(all, dir)
		if name == "feed" || name == "versions" || name == "hostile" || name == "undated" {
			some = append(some, dir) // takes a second to start
		}
	}
	runNode(t, "schema.mjs", all...)
	runNode(t, "duckdb.mjs", some...)
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
	skipShort(t)
	var dirs []string
	for name, tl := range timelines(t) {
		if name == "many" {
			tl = stamped(1000) // TimelineJS takes half a minute for more
		}
		dirs = append(dirs, saveNamed(t, name, tl, "json", "timelinejs", "timelinejs-csv"))
	}
	runNode(t, "timelinejs.mjs", dirs...)
}
