package format

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestBrowser drives Chromium over pages: search, days, links, colours, scripts off, no request, no error, nothing of a feed run.
// `npm ci --prefix .tools/page` installs the driver; without it and the browser the test is left out.
func TestBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	const driver = "../../.tools/page"
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip(err)
	}
	browser, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip(err)
	}
	if _, err := os.Stat(filepath.Join(driver, "node_modules")); err != nil {
		t.Skip(err)
	}
	all := timelines(t)
	for _, name := range []string{"feed", "web", "web-coarse", "web-empty", "web-hostile", "web-undated", "sources", "versions", "long", "many"} {
		tl, ok := all[name]
		if !ok {
			t.Fatalf("no case %s", name)
		}
		t.Run(name, func(t *testing.T) {
			c := exec.Command(node, filepath.Join(driver, "check.mjs"), save(t, tl, "json", "html"))
			c.Env = append(os.Environ(), "CHROMIUM="+browser)
			if out, err := c.CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}
