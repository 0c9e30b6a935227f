//go:build unix

package main

import (
	"cmp"
	"context"
	"fmt"
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

// subjects returns a module without sessions and one full of them.
// scripts/bench.sh chooses which.
func subjects(b *testing.B) []subject {
	b.Helper()
	list := []subject{
		{"plain", cmp.Or(os.Getenv("SESSIONLINT_BENCH_PLAIN"), "../..")},
		{"app", cmp.Or(os.Getenv("SESSIONLINT_BENCH_APP"), "../../examples/shop")},
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

// BenchmarkRatios measures what DESIGN section 9 bounds, as ratios of medians
// of alternating runs of whole processes.
func BenchmarkRatios(b *testing.B) {
	exe, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	vet := []string{"go", "vet", "-vettool=" + exe}
	// A flag value that nobody used before makes the go command forget what it
	// knows about vet results, and nothing else.
	fresh := func(flag string, i int) string {
		return fmt.Sprintf("%s=bench%d_%d", flag, time.Now().UnixNano(), i)
	}
	for _, s := range subjects(b) {
		name, dir := s.name, s.dir
		b.Run(name+"/command", func(b *testing.B) {
			ratios(b,
				func(int) cost { return measure(b, dir, "rules", exe, "-f=json", "-o="+os.DevNull, "./...") },
				func(int) cost { return measure(b, dir, "no rules", exe, "-f=json", "-o="+os.DevNull, "./...") })
		})
		b.Run(name+"/vet-cold", func(b *testing.B) {
			ratios(b,
				func(i int) cost {
					return measure(b, dir, "rules", append(slices.Clone(vet), fresh("-names", i), "./...")...)
				},
				func(i int) cost { return measure(b, dir, "", "go", "vet", fresh("-printf.funcs", i), "./...") })
		})
		b.Run(name+"/vet-warm", func(b *testing.B) {
			ratios(b,
				func(int) cost { return measure(b, dir, "rules", append(slices.Clone(vet), "./...")...) },
				func(int) cost { return measure(b, dir, "", "go", "vet", "./...") })
		})
	}
}

// A cost is what a process and its children used.
type cost struct {
	cpu    time.Duration // user and system
	memory int64         // of the largest process, in KiB
}

func ratios(b *testing.B, ours, base func(int) cost) {
	b.Helper()
	ours(-1) // warm the caches
	base(-1)
	var a, z []cost
	for i := range b.N {
		a = append(a, ours(i))
		z = append(z, base(i))
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(a, cost.seconds)/median(z, cost.seconds), "cpu/base")
	b.ReportMetric(median(a, cost.kib)/median(z, cost.kib), "mem/base")
	b.ReportMetric(median(z, cost.seconds), "base-s")
}

func (c cost) seconds() float64 { return c.cpu.Seconds() }
func (c cost) kib() float64     { return float64(c.memory) }

func median(costs []cost, of func(cost) float64) float64 {
	slices.SortFunc(costs, func(a, b cost) int { return cmp.Compare(of(a), of(b)) })
	return of(costs[len(costs)/2])
}

func measure(b *testing.B, dir, role string, command ...string) cost {
	b.Helper()
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), as+"="+role)
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		b.Fatal(err)
	}
	if code := cmd.ProcessState.ExitCode(); code > 1 {
		b.Logf("%v: %v\n%.2000s", command, err, out)
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		b.Skip("no resource usage on this system")
	}
	return cost{cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), usage.Maxrss}
}
