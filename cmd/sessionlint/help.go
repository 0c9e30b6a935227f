package main

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/options"
)

const usage = `Sessionlint finds session-management vulnerabilities in Go code.

usage:
  sessionlint [flags] [packages]     check packages (the one here, if none is named)
  sessionlint report [packages]      assess them against the ASVS, with evidence: HTML, Markdown, AsciiDoc, JSON (-h lists its flags)
  sessionlint rules                  list the rules
  sessionlint explain RULE           the manual of a rule, or an ASVS item or CWE: 3.4.1, 7.2.4, CWE-614
  sessionlint catalogue              all requirements with guides and code, as Markdown, YAML or JSON (-h lists its flags)
  sessionlint mcp                    serve coding agents in this module, over the Model Context Protocol
  sessionlint gopls                  build a gopls that reports findings in editors (-h lists its flags)

  go vet -vettool=$(which sessionlint) [-level=2] [-RULE] ./...     the same, cached by the go command
  go fix -fixtool=$(which sessionlint) ./...                        apply fixes (Go 1.26)

exit code: 0 nothing found, 1 findings, 2 could not run, or not on everything

flags of the command:
`

const usageOfRules = `
rules:
  -RULE           only this rule (several are possible), whatever its level
  -RULE=false     all rules but this one
  -RULE.flag=...  a flag of the rule: sessionlint explain RULE

The options are also keys of .sessionlint.yaml, searched from the directory of
a package up to the root of its module. Flags win.
`

// help prints everything there is to know about calling the command.
func (t *tool) help() int {
	flags := t.newCheckFlags()
	shared := func(f *flag.Flag) bool { return options.Analyzer.Flags.Lookup(f.Name) != nil }
	fmt.Fprint(t.stdout, usage)
	t.printFlags(flags.FlagSet, func(f *flag.Flag) bool { return !shared(f) && !t.ofRule(f) })
	fmt.Fprint(t.stdout, "\noptions of the rules:\n")
	t.printFlags(flags.FlagSet, shared)
	fmt.Fprint(t.stdout, usageOfRules)
	return clean
}

// ofRule reports whether a flag is that of a rule.
func (t *tool) ofRule(f *flag.Flag) bool {
	name, _, _ := strings.Cut(f.Name, ".")
	return slices.ContainsFunc(t.rules, func(a *analysis.Analyzer) bool { return a.Name == name })
}

// printFlags lists the flags that are wanted, in two columns.
func (t *tool) printFlags(flags *flag.FlagSet, wanted func(*flag.Flag) bool) {
	w := tabwriter.NewWriter(t.stdout, 0, 8, 2, ' ', 0)
	defer w.Flush()
	flags.VisitAll(func(f *flag.Flag) {
		if !wanted(f) {
			return
		}
		value, text := flag.UnquoteUsage(f)
		if value != "" {
			value = " " + value
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" {
			text += fmt.Sprintf(" (%s)", f.DefValue)
		}
		fmt.Fprintf(w, "  -%s%s\t%s\n", f.Name, value, text)
	})
}
