package main

import (
	"flag"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/sessionlint/sessionlint/internal/report"
	"github.com/sessionlint/sessionlint/internal/rule"
)

// config describes the run for the event stream.
func (r *run) config() *report.Config {
	c := &report.Config{
		Version: report.Version, Tool: "sessionlint", ToolVersion: version(), GoVersion: runtime.Version(),
		Patterns: r.flags.Args(), Flags: make(map[string]string), Rules: []report.Rule{},
	}
	if len(c.Patterns) == 0 {
		c.Patterns = []string{"."}
	}
	r.flags.Visit(func(f *flag.Flag) { c.Flags[f.Name] = f.Value.String() })
	for _, a := range r.flags.selected() {
		title, _, _ := strings.Cut(a.Doc, "\n")
		event := report.Rule{Name: a.Name, Title: title, URL: a.URL, Manual: a.Doc}
		if info, ok := rule.InfoOf(a); ok {
			event.ASVS4, event.ASVS5, event.CWE, event.Severity = info.ASVS4, info.ASVS5, info.CWE, info.Severity.String()
		}
		c.Rules = append(c.Rules, event)
	}
	return c
}

// version is the version of the module that this program was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}

// wantsColor reports whether out is a screen that shows colours and whose
// owner has not asked for none (https://no-color.org).
func wantsColor(out io.Writer) bool {
	return isTerminal(out) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

func isTerminal(out io.Writer) bool {
	file, ok := out.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
