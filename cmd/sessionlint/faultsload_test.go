package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// The faults of docs/faults.md that have to do with how much there is, and
// with when.

// TestFilesChange: sources that editors and generators rewrite, break and
// delete while they are analysed spoil their own package at most.
func TestFilesChange(t *testing.T) {
	m := newModule(t, "-- web/web.go --\n"+bad+other+bad)
	m.as = "rules"
	stop, stopped := make(chan struct{}), make(chan struct{})
	name := filepath.Join(m.dir, "web", "web.go")
	go func() {
		defer close(stopped)
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			// A file that is there already, or no longer, is what the test is about.
			switch i % 5 {
			case 0:
				_ = os.WriteFile(name, []byte(bad), 0o666)
			case 1:
				_ = os.WriteFile(name, []byte("package web\n"), 0o666)
			case 2:
				_ = os.WriteFile(name, []byte("package web\n\nfunc {\xff"), 0o666)
			case 3:
				_ = os.Remove(name)
			case 4:
				_ = os.WriteFile(name, []byte(strings.Repeat("\n", 1000)+bad), 0o666)
			}
		}
	}()
	for _, format := range []string{"text", "json", "sarif", "text", "json"} {
		res := m.command("-f="+format, "./...")
		if res.code < 1 || res.code > 2 || !strings.Contains(res.out, "other.go") || strings.Contains(res.err, "goroutine ") {
			t.Errorf("-f=%s: %v", format, res)
		}
		if res.code == 2 && !strings.Contains(res.err, "web") {
			t.Errorf("-f=%s does not say what was not analysed: %v", format, res)
		}
	}
	close(stop)
	<-stopped
}

// TestManyPackages: a program of 10,000 packages (as many as it takes to see
// that nothing depends on their number, unless the integration tests run).
func TestManyPackages(t *testing.T) {
	n := 60
	if text := os.Getenv("SESSIONLINT_TEST_PACKAGES"); text != "" {
		var err error
		if n, err = strconv.Atoi(text); err != nil {
			t.Fatal(err)
		}
	}
	m := newModule(t, "-- web.go --\n"+bad)
	for i := range n {
		text := fmt.Sprintf("package p%d\n\nfunc F(s string) string { return s }\n", i)
		if i > 0 {
			text = fmt.Sprintf("package p%d\n\nimport \"example.com/m/p%d\"\n\nfunc F(s string) string { return p%d.F(s) }\n", i, i/2, i/2)
		}
		m.write(fmt.Sprintf("p%d/p.go", i), text)
	}
	m.as = "rules"
	m.command("-f=line", "-cookiesecure", "./...").want(t, 1, "web.go:6:21: ", "")
	res := m.command("-cookiesecure", "./...")
	res.want(t, 1, fmt.Sprintf("1 finding in 1 file of %d packages", n+1), "")
}

// TestSameBytes: the output does not depend on how many processors there are,
// nor on the run.
func TestSameBytes(t *testing.T) {
	m := newModule(t, "-- web.go --\n"+bad)
	for i := range 5 {
		m.write(fmt.Sprintf("p%d/web.go", i), strings.Replace(bad, "package web", fmt.Sprintf("package p%d", i), 1))
		m.write(fmt.Sprintf("p%d/broken/b.go", i), "package broken\n\nvar x int = true\n")
	}
	m.as = "rules"
	for _, format := range []string{"text", "json", "sarif"} {
		var first result
		for i, procs := range []string{"1", "2", "8"} {
			m.env = []string{"GOMAXPROCS=" + procs}
			res := m.command("-f="+format, "-level=3", "./...")
			if i == 0 {
				first = res
				if res.code != 2 || !strings.Contains(res.out+res.err, "p4/broken") {
					t.Fatalf("-f=%s: %v", format, res)
				}
			} else if res != first {
				t.Errorf("-f=%s with %s processors: %v\nwith 1: %v", format, procs, res, first)
			}
		}
	}
}
