package format

import (
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
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip(err)
	}
	if _, err := os.Stat(filepath.Join(npmReaders, "node_modules")); err != nil {
		t.Skip(err)
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
