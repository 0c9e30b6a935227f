// Sessionlint finds session-management vulnerabilities in Go code.
//
// It is a command, and a tool for go vet -vettool and go fix -fixtool. Run
// sessionlint -h for the former; docs/vet.md describes the latter.
package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzers"
	"github.com/sessionlint/sessionlint/internal/report"
)

// Exit codes.
const (
	clean    = 0
	findings = 1
	trouble  = 2 // could not run, or not on everything
)

func main() {
	t := &tool{rules: analyzers.All(), stdout: os.Stdout, stderr: os.Stderr}
	os.Exit(t.run(os.Args[1:]))
}

// A tool is the program: its rules and where it writes.
type tool struct {
	rules  []*analysis.Analyzer
	stdout io.Writer
	stderr io.Writer
}

// run finds out who calls: the go command or a person.
func (t *tool) run(args []string) int {
	if len(args) > 0 {
		switch last := args[len(args)-1]; {
		case last == "-flags":
			return t.describeFlags()
		case last == "-V=full":
			return t.describeVersion()
		case strings.HasSuffix(last, ".cfg"):
			return t.unit(args[:len(args)-1], last)
		}
		switch args[0] {
		case "rules":
			return t.listRules(args[1:])
		case "explain":
			return t.explain(args[1:])
		case "report":
			return t.assess(args[1:])
		case "mcp":
			return t.serve(args[1:])
		case "catalogue":
			return t.exportCatalogue(args[1:])
		case "gopls":
			return t.gopls(args[1:])
		case "help":
			return t.help()
		}
	}
	return t.check(args)
}

// fail prints one line that says why nothing was done.
func (t *tool) fail(format string, args ...any) int {
	t.complain(format, args...)
	return trouble
}

// complain prints one line, whatever is in it.
func (t *tool) complain(format string, args ...any) {
	text := strings.ReplaceAll(strings.TrimSpace(fmt.Sprintf(format, args...)), "\n", "; ")
	fmt.Fprintf(t.stderr, "sessionlint: %s\n", report.Escape(text))
}
