package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/internal/spell"
)

// listRules prints one line per rule.
func (t *tool) listRules(args []string) int {
	if len(args) > 0 {
		return t.fail("rules takes no arguments (to check a package of that name: sessionlint ./rules)")
	}
	w := tabwriter.NewWriter(t.stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "RULE\tASVS 4\tASVS 5\tLEVEL\tCWE\tREPORTS")
	for _, a := range t.rules {
		info, _ := rule.InfoOf(a)
		level := "named"
		if info.OnFrom4 > 0 {
			level = fmt.Sprint(info.OnFrom4)
		}
		title, _, _ := strings.Cut(a.Doc, "\n")
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", a.Name, info.ASVS4, info.ASVS5, level,
			strings.Join(weaknesses(info), " "), strings.TrimPrefix(title, "report "))
	}
	w.Flush()
	return clean
}

// explain prints the manual of a rule, or of all rules for a requirement or
// weakness.
func (t *tool) explain(args []string) int {
	if len(args) != 1 {
		return t.fail("explain takes the name of a rule, an ASVS item or a CWE (sessionlint rules lists them)")
	}
	var found []*analysis.Analyzer
	var names []string
	for _, a := range t.rules {
		names = append(names, a.Name)
		if about(a, args[0]) {
			found = append(found, a)
		}
	}
	if len(found) == 0 {
		return t.fail("no rule %q%s (sessionlint rules lists them)", args[0], spell.DidYouMean(args[0], names))
	}
	for i, a := range found {
		if i > 0 {
			fmt.Fprintf(t.stdout, "\n%s\n\n", strings.Repeat("-", 72))
		}
		t.manual(a)
	}
	return clean
}

// about reports whether a rule goes by the name, or checks the ASVS item or
// weakness of that name.
func about(a *analysis.Analyzer, name string) bool {
	if a.Name == name {
		return true
	}
	info, ok := rule.InfoOf(a)
	if !ok || name == "" {
		return false
	}
	item := strings.TrimPrefix(strings.ToUpper(name), "V")
	if item == info.ASVS4 || item == info.ASVS5 {
		return true
	}
	for _, cwe := range info.CWE {
		if strings.EqualFold(name, fmt.Sprintf("CWE-%d", cwe)) {
			return true
		}
	}
	return false
}

func (t *tool) manual(a *analysis.Analyzer) {
	title, text, _ := strings.Cut(a.Doc, "\n")
	fmt.Fprintf(t.stdout, "%s: %s\n", a.Name, title)
	if text = strings.TrimSpace(text); text != "" {
		fmt.Fprintf(t.stdout, "\n%s\n", text)
	}
	if info, ok := rule.InfoOf(a); ok {
		fmt.Fprintf(t.stdout, "\nASVS 4.0.3 item %s, ASVS 5.0 item %s, %s; severity %s\n",
			orNone(info.ASVS4), orNone(info.ASVS5), orNone(strings.Join(weaknesses(info), ", ")), info.Severity)
	}
	if a.URL != "" {
		fmt.Fprintf(t.stdout, "%s\n", a.URL)
	}
	fmt.Fprintf(t.stdout, "\nTo run only this rule: sessionlint -%s ./...\n", a.Name)
}

func weaknesses(info rule.Info) []string {
	var list []string
	for _, cwe := range info.CWE {
		list = append(list, fmt.Sprintf("CWE-%d", cwe))
	}
	return list
}

func orNone(text string) string {
	if text == "" {
		return "none"
	}
	return text
}
