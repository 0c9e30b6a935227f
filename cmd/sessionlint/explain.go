package main

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/catalogue"
	"github.com/sessionlint/sessionlint/internal/catalogue/show"
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

// explain prints the manual of a rule, or what an ASVS item asks for, or all
// items for a weakness.
func (t *tool) explain(args []string) int {
	if len(args) != 1 || args[0] == "" {
		return t.fail("explain takes the name of a rule, an ASVS item or a CWE (sessionlint rules lists them)")
	}
	for _, a := range t.rules {
		if a.Name == args[0] {
			t.manual(a)
			return clean
		}
	}
	all, err := catalogue.Items()
	if err != nil {
		return t.fail("%v", err)
	}
	found := catalogue.Find(all, args[0])
	rules := slices.DeleteFunc(slices.Clone(t.rules), func(a *analysis.Analyzer) bool { return !about(a, args[0]) })
	if len(found)+len(rules) == 0 {
		return t.fail("no rule or item %q%s (sessionlint rules and sessionlint catalogue list them)", args[0], spell.DidYouMean(args[0], catalogue.RuleNames()))
	}
	for i, item := range found {
		if i > 0 {
			fmt.Fprintf(t.stdout, "\n%s\n\n", strings.Repeat("-", 72))
		}
		show.Terminal(t.stdout, item, t.textWidth())
		t.listRulesOf(item)
		rules = slices.DeleteFunc(rules, func(a *analysis.Analyzer) bool { return slices.Contains(item.Rules(), a.Name) })
	}
	for _, a := range rules {
		t.oneLine(a)
	}
	return clean
}

// listRulesOf names the rules that look at an item.
func (t *tool) listRulesOf(item *catalogue.Item) {
	names := item.Rules()
	if len(names) > 0 {
		fmt.Fprint(t.stdout, "\nRules (sessionlint explain RULE)\n\n")
	}
	for _, name := range names {
		i := slices.IndexFunc(t.rules, func(a *analysis.Analyzer) bool { return a.Name == name })
		if i < 0 {
			fmt.Fprintf(t.stdout, "%s: not in this version\n", name)
			continue
		}
		t.oneLine(t.rules[i])
	}
}

func (t *tool) oneLine(a *analysis.Analyzer) {
	title, _, _ := strings.Cut(a.Doc, "\n")
	fmt.Fprintf(t.stdout, "%s: %s\n", a.Name, title)
}

// textWidth is how wide lines of text are: as the screen, if there is one, but
// not wider than is good to read.
func (t *tool) textWidth() int {
	if width := columns(t.stdout); width > 0 {
		return min(width, 100)
	}
	return 80
}

// about reports whether a rule checks the ASVS item or weakness of that name.
func about(a *analysis.Analyzer, name string) bool {
	info, ok := rule.InfoOf(a)
	if !ok || name == "" {
		return false
	}
	item := strings.TrimPrefix(strings.ToUpper(name), "V")
	return item == info.ASVS4 || item == info.ASVS5 ||
		slices.ContainsFunc(info.CWE, func(cwe int) bool { return strings.EqualFold(name, fmt.Sprintf("CWE-%d", cwe)) })
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
