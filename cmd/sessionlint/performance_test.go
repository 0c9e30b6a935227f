//go:build unix

package main

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A process is one of those that are measured against each other.
type process struct {
	name string
	role string // of the test binary
	once bool   // too slow for more
	cold bool   // nothing to warm
	args func(i int) []string
}

// processes are all of them. A flag value that nobody used before makes the
// go command forget what it knows about vet results, and nothing else.
func processes(exe string) []process {
	always := func(args ...string) func(int) []string { return func(int) []string { return args } }
	fresh := func(flag string, i int) string { return fmt.Sprintf("%s=bench%d_%d", flag, time.Now().UnixNano(), i) }
	vettool := "-vettool=" + exe
	list := []process{
		{name: "sessionlint", role: "rules", args: always(exe, "-f=json", "./...")},
		{name: "driver without rules", role: "no rules", args: always(exe, "-f=json", "./...")},
		{name: "go vet -vettool, cold", role: "rules", args: func(i int) []string {
			return []string{"go", "vet", vettool, fresh("-names", i), "./..."}
		}},
		{name: "go vet, cold", args: func(i int) []string { return []string{"go", "vet", fresh("-printf.funcs", i), "./..."} }},
		{name: "go vet -vettool, warm", role: "rules", args: always("go", "vet", vettool, "./...")},
		{name: "go vet, warm", args: always("go", "vet", "./...")},
	}
	if tool := os.Getenv("SESSIONLINT_BENCH_GOSEC"); tool != "" {
		list = append(list, process{
			name: "gosec", cold: true,
			args: always(tool, "-quiet", "-tests", "-fmt=json", "-include=G101,G117,G124,G404,G706", "./..."),
		})
	}
	if tool := os.Getenv("SESSIONLINT_BENCH_STATICCHECK"); tool != "" {
		list = append(list, process{name: "staticcheck, cold", cold: true, once: true, args: always(tool, "-f=json", "./...")})
	}
	return list
}

// A bound is a line of the table: ours against a base, and what DESIGN section
// 9 allows on each subject; 0 is anything.
type bound struct {
	ours, base string
	of         func(cost) float64
	unit       string
	atMost     map[string]float64
}

func bounds() []bound {
	everywhere := func(most float64) map[string]float64 {
		return map[string]float64{"plain": most, "app": most, "large": most}
	}
	return []bound{
		{"sessionlint", "driver without rules", cost.seconds, "CPU", map[string]float64{"plain": 1.05, "app": 1.5}},
		{"sessionlint", "driver without rules", cost.mib, "memory", map[string]float64{"plain": 1.05, "app": 1.3}},
		{"go vet -vettool, cold", "go vet, cold", cost.seconds, "CPU", everywhere(0.5)},
		{"go vet -vettool, warm", "go vet, warm", cost.seconds, "CPU", everywhere(1.05)},
		{"sessionlint", "gosec", cost.seconds, "CPU", map[string]float64{"app": 0.25, "large": 0.25}},
		{"sessionlint", "gosec", cost.mib, "memory", nil},
		{"sessionlint", "staticcheck, cold", cost.seconds, "CPU", nil},
		{"sessionlint", "staticcheck, cold", cost.mib, "memory", nil},
	}
}

// TestPerformance measures everything that DESIGN section 9 bounds in one run
// and writes docs/performance.md's tables. scripts/bench.sh runs it. It states
// what is over a bound and does not fail: a loaded machine proves nothing.
func TestPerformance(t *testing.T) {
	out := os.Getenv("SESSIONLINT_BENCH_OUT")
	if out == "" {
		t.Skip("minutes of measuring: scripts/bench.sh")
	}
	runs, err := strconv.Atoi(cmp.Or(os.Getenv("SESSIONLINT_BENCH_RUNS"), "3"))
	if err != nil {
		t.Fatal(err)
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	all, list := subjects(t), processes(exe)
	medians := make(map[string]map[string][]cost)
	for _, s := range all {
		loads(t, s.dir)
		medians[s.name] = medianCosts(t, s, list, runs)
	}
	// What runs in this process comes last: the memory of a process is never
	// less than that of the one that started it.
	text := programs(t, all) + "\n" + ratioTable(all, medians) + "\n" + costTable(all, list, medians) + "\n" + edits(t, exe, all) + "\n" + growth(t, exe, all[1].dir, runs)
	if err := os.WriteFile(out, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// loads fails if there is nothing to measure: an error is answered fast.
func loads(t *testing.T, dir string) {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-buildvcs=false")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s does not load: %v\n%.2000s", dir, err, out)
	}
}

// medianCosts runs the processes in turns.
func medianCosts(t *testing.T, s subject, list []process, runs int) map[string][]cost {
	t.Helper()
	costs := make(map[string][]cost)
	for i := -1; i < runs; i++ {
		for _, p := range list {
			if i < 0 && p.cold || i > 0 && p.once {
				continue
			}
			c := measure(t, s.dir, p.role, p.args(i)...)
			t.Logf("%s: %s: %.2f s, %.0f MB", s.name, p.name, c.seconds(), c.mib())
			if i >= 0 {
				costs[p.name] = append(costs[p.name], c)
			}
		}
	}
	return costs
}

func header(first string, all []subject) string {
	line, rule := "| "+first, "|---"
	for _, s := range all {
		line += " | " + s.name
		rule += "|---"
	}
	return line + " |\n" + rule + "|\n"
}

func ratioTable(all []subject, costs map[string]map[string][]cost) string {
	text := header("ours / base", all)
	for _, b := range bounds() {
		line := fmt.Sprintf("| `%s` / `%s`, %s", b.ours, b.base, b.unit)
		known := false
		for _, s := range all {
			ours, base := costs[s.name][b.ours], costs[s.name][b.base]
			if len(ours) == 0 || len(base) == 0 {
				line += " | "
				continue
			}
			known = true
			line += " | " + verdict(median(ours, b.of)/median(base, b.of), b.atMost[s.name])
		}
		if known {
			text += line + " |\n"
		}
	}
	return text
}

// verdict says a ratio and its bound, in bold when it is over it.
func verdict(ratio, most float64) string {
	switch {
	case most == 0:
		return fmt.Sprintf("%.2f", ratio)
	case ratio > most:
		return fmt.Sprintf("**%.2f** (≤ %.2f)", ratio, most)
	}
	return fmt.Sprintf("%.2f (≤ %.2f)", ratio, most)
}

func costTable(all []subject, list []process, costs map[string]map[string][]cost) string {
	text := header("CPU seconds, MB of the largest process", all)
	for _, p := range list {
		text += "| `" + p.name + "`"
		for _, s := range all {
			c := costs[s.name][p.name]
			text += fmt.Sprintf(" | %.2f s, %.0f MB", median(c, cost.seconds), median(c, cost.mib))
		}
		text += " |\n"
	}
	return text
}

// programs says what is measured, and for how many packages SSA is built.
func programs(t *testing.T, all []subject) string {
	text := "| | program | own packages | of them with SSA |\n|---|---|---|---|\n"
	for _, s := range all {
		built, total := ssaBuilds(t, s.dir)
		text += fmt.Sprintf("| %s | %s | %d | %d |\n", s.name, moduleOf(t, s.dir), total, built)
	}
	return text
}

// growth measures the program side by side with 0, 1, 3 and 7 copies of its
// packages.
func growth(t *testing.T, exe, dir string, runs int) string {
	text := "| copies of the application | CPU seconds | per copy, against one |\n|---|---|---|\n"
	var first float64
	for _, n := range []int{1, 2, 4, 8} {
		root := replicate(t, dir, n)
		var list []cost
		for i := -1; i < runs; i++ {
			if c := measure(t, root, "rules", exe, "-f=json", "./..."); i >= 0 {
				list = append(list, c)
			}
		}
		seconds := median(list, cost.seconds)
		if n == 1 {
			first = seconds
		}
		t.Logf("%d copies: %.2f s", n, seconds)
		text += fmt.Sprintf("| %d | %.2f | %s |\n", n, seconds, verdict(seconds/first/float64(n), 1))
	}
	return text
}

// replicate copies a module so that its packages exist n times.
func replicate(t *testing.T, dir string, n int) string {
	t.Helper()
	root, module := t.TempDir(), moduleOf(t, dir)
	for i := range n {
		copied := fmt.Sprintf("copy%d", i)
		err := os.CopyFS(filepath.Join(root, copied), os.DirFS(dir))
		if err != nil {
			t.Fatal(err)
		}
		err = filepath.WalkDir(filepath.Join(root, copied), func(name string, d os.DirEntry, err error) error {
			switch {
			case err != nil || d.IsDir():
				return err
			case slices.Contains([]string{"go.mod", "go.sum"}, d.Name()):
				return os.Rename(name, filepath.Join(root, d.Name()))
			case filepath.Ext(name) != ".go":
				return nil
			}
			src, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			text := strings.ReplaceAll(string(src), `"`+module+`/`, `"`+module+`/`+copied+`/`)
			text = strings.ReplaceAll(text, `"`+module+`"`, `"`+module+`/`+copied+`"`)
			return os.WriteFile(name, []byte(text), 0o666)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return root
}
