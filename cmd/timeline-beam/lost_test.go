package main

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
)

// boot starts a worker as the runner of a cluster does it: in a process of its own. Prism puts the
// number of the worker in quotes. The script outlives the worker, as Beam's own boot program does: if
// it did not, prism would wait for the lost worker's answer for ever, once in a while.
const boot = `#!/bin/sh
for arg; do
  case $arg in
  --id=*) id=$(printf %%s "${arg#--id=}" | tr -d "'") ;;
  --provision_endpoint=*) at=${arg#--provision_endpoint=} ;;
  esac
done
'%s' --worker --id="$id" --control_endpoint="$at" --logging_endpoint="$at" &
echo $! >>'%s'
wait
sleep 2
`

// clustered starts prism as a server of jobs, whose workers are processes, and makes it the runner.
func clustered(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("workers are started by a script for sh")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	pids := filepath.Join(t.TempDir(), "pids")
	t.Cleanup(func() { // prism kills the script alone
		for _, line := range linesOf(t, pids) {
			if pid, err := strconv.Atoi(line); err == nil {
				syscall.Kill(pid, syscall.SIGKILL)
			}
		}
	})
	script := created(t, t.TempDir(), "boot", fmt.Sprintf(boot, self, pids))
	if err := os.Chmod(script, 0o755); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	l.Close()
	if _, err := prism.CreateJobServer(t.Context(), prism.Options{Port: port}); err != nil {
		t.Fatal(err)
	}
	for flag, value := range map[*string]string{
		runners.Runner: "universal", jobopts.Endpoint: fmt.Sprintf("localhost:%d", port),
		jobopts.EnvironmentType: "PROCESS", jobopts.WorkerBinary: self,
		jobopts.EnvironmentConfig: fmt.Sprintf(`{"command":%q}`, script),
	} {
		old := *flag
		*flag = value
		t.Cleanup(func() { *flag = old })
	}
}

// TestLostWorker holds that a run whose worker is killed fails on prism, which tries nothing again, and
// that with a second attempt all is as if nothing had happened.
func TestLostWorker(t *testing.T) {
	clustered(t)
	killed := filepath.Join(t.TempDir(), "killed")
	lines := records(50) + fmt.Sprintf(`{"id":"last","text":"16 August 2025\n20:15 GMT\nIt LOSES ITS WORKER %s now."}`, killed) + "\n"
	path := created(t, t.TempDir(), "in.jsonl", lines)
	want := printed(t, "export", "-q", "--input", "jsonl", "-f", "jsonl", path)
	c := base(t, path)
	if _, err := execute(t.Context(), c, 1); err == nil || !strings.Contains(err.Error(), "failed") {
		t.Errorf("no worker was missed: %v", err)
	}
	if left, _ := filepath.Glob(c.Output + "/*"); len(left) > 0 {
		t.Errorf("%q is left", left)
	}
	if err := os.Remove(killed); err != nil {
		t.Fatal(err)
	}
	if _, err := execute(t.Context(), c, 2); err != nil {
		t.Fatal(err)
	}
	got, dead, sum := ran(t, c)
	same(t, "entries", got, want)
	if len(dead) > 0 || sum.Documents != 51 {
		t.Errorf("dead letters %q, counts %+v", dead, sum)
	}
}
