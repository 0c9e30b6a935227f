package main

import (
	"os/exec"
	"strings"
	"testing"
)

// Another Go on the same code finds the same, be it older or newer than the
// one that built the tool.
func TestToolchains(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the standard library")
	}
	for _, toolchain := range []string{"go1.25.0", "go1.27.3"} {
		t.Run(toolchain, func(t *testing.T) {
			m := newModule(t, chain)
			m.env = []string{"GOTOOLCHAIN=" + toolchain, "GOPROXY=" + goenv(t, "GOPROXY")}
			if res := m.exec("go", "version"); !strings.Contains(res.out, toolchain) {
				t.Skipf("%s is not available: %s", toolchain, res.err)
			}
			found(t, m.agree("./..."), loggedAt, "web/web.go"+insecureAt)
			m.vet("./web").want(t, 1, "", "web/web.go:6:21: session cookie is sent over plain HTTP (Secure is never set), set it to true\n")
		})
	}
}

func goenv(t *testing.T, name string) string {
	t.Helper()
	out, err := exec.Command("go", "env", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// A module that asks for a newer Go than the tool's gets one line of advice.
func TestNewerDirective(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a newer Go")
	}
	m := newModule(t, "-- go.mod --\nmodule example.com/m\n\ngo 1.27\n-- a.go --\npackage a\n")
	m.env = []string{"GOTOOLCHAIN=go1.27.3", "GOPROXY=" + goenv(t, "GOPROXY")}
	if res := m.exec("go", "version"); !strings.Contains(res.out, "go1.27") {
		t.Skipf("not available: %s", res.err)
	}
	const advice = "the module asks for go1.27, but this program was built with go1.26: rebuild it with your Go (go install "
	for _, res := range []result{m.command(), m.vet()} {
		if res.code == 0 || strings.Count(res.err, advice) != 1 {
			t.Errorf("want %q once, have %v", advice, res)
		}
	}
}

// What the go command refuses is told in its words, and in them alone.
func TestToolchainRefused(t *testing.T) {
	m := newModule(t, "-- go.mod --\nmodule example.com/m\n\ngo 1.99.0\n-- a.go --\npackage a\n")
	m.env = []string{"GOTOOLCHAIN=local"}
	m.command("./...").want(t, 2, "", "sessionlint: go: go.mod requires go >= 1.99.0 (running ")
}
