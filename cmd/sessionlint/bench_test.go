//go:build unix

package main

import (
	"cmp"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzers"
	"github.com/sessionlint/sessionlint/internal/driver"
)

// A subject is a module to measure.
type subject struct{ name, dir string }

// subjects returns a module without sessions, one full of them, and, if there
// is one, a large program. scripts/bench.sh chooses which.
func subjects(b testing.TB) []subject {
	b.Helper()
	list := []subject{
		{"plain", cmp.Or(os.Getenv("SESSIONLINT_BENCH_PLAIN"), "../..")},
		{"app", cmp.Or(os.Getenv("SESSIONLINT_BENCH_APP"), "../../examples/shop")},
	}
	if dir := os.Getenv("SESSIONLINT_BENCH_LARGE"); dir != "" {
		list = append(list, subject{"large", dir})
	}
	for i := range list {
		abs, err := filepath.Abs(list[i].dir)
		if err != nil {
			b.Fatal(err)
		}
		list[i].dir = abs
	}
	return list
}

// BenchmarkCommand measures in-process runs: with the rules, and without any.
func BenchmarkCommand(b *testing.B) {
	for _, s := range subjects(b) {
		b.Run(s.name+"/rules", func(b *testing.B) { runDriver(b, s.dir, analyzers.All()) })
		b.Run(s.name+"/none", func(b *testing.B) { runDriver(b, s.dir, nil) })
	}
}

func runDriver(b *testing.B, dir string, rules []*analysis.Analyzer) {
	b.Helper()
	for b.Loop() {
		cfg := &driver.Config{Dir: dir, Patterns: []string{"./..."}, Analyzers: rules, Own: newRuleFlags(nil).own()}
		if _, err := driver.Run(context.Background(), cfg); err != nil {
			b.Fatal(err)
		}
	}
}

// A cost is what a process and its children used.
type cost struct {
	cpu    time.Duration // user and system
	memory int64         // of the largest process, in KiB
}

func (c cost) seconds() float64 { return c.cpu.Seconds() }
func (c cost) mib() float64     { return float64(c.memory) / 1024 }

func median(costs []cost, of func(cost) float64) float64 {
	slices.SortFunc(costs, func(a, b cost) int { return cmp.Compare(of(a), of(b)) })
	return of(costs[len(costs)/2])
}

func measure(b testing.TB, dir, role string, command ...string) cost {
	b.Helper()
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), as+"="+role, "GOFLAGS=-buildvcs=false", "STATICCHECK_CACHE="+b.TempDir())
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		b.Fatal(err)
	}
	if code := cmd.ProcessState.ExitCode(); code > 1 {
		b.Logf("%v: %v\n%.2000s", command, err, out)
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		b.Fatal("no resource usage on this system")
	}
	return cost{cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), usage.Maxrss}
}
