package options

import (
	"flag"
	"fmt"
	"maps"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/spell"
)

// A Checker is a flag value that can judge a text without taking it.
type Checker interface {
	Check(text string) error
}

// Check validates the configuration file that holds for dir, if there is one,
// against the flags of the rules. The command calls it before it loads
// anything, so that a typo is one message and not one per package.
func Check(dir string, rules []*analysis.Analyzer) error {
	path, ok := Find(dir)
	if !ok {
		return nil
	}
	file, err := Load(path)
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(file.rules)) {
		i := slices.IndexFunc(rules, func(a *analysis.Analyzer) bool { return a.Name == name })
		if i < 0 {
			continue // a rule of the catalogue that this program does not have
		}
		flags := file.rules[name].Flags
		for _, flagName := range slices.Sorted(maps.Keys(flags)) {
			if err := checkFlag(rules[i], flagName, flags[flagName]); err != nil {
				return err
			}
		}
	}
	return nil
}

func checkFlag(a *analysis.Analyzer, name string, s Setting) error {
	var checker Checker
	var known []string
	a.Flags.VisitAll(func(f *flag.Flag) {
		if c, ok := f.Value.(Checker); ok {
			known = append(known, f.Name)
			if f.Name == name {
				checker = c
			}
		}
	})
	if checker == nil {
		return fmt.Errorf("%s: rule %s has no flag %q%s", s.Where, a.Name, name, spell.DidYouMean(name, known))
	}
	if err := checker.Check(s.Text); err != nil {
		return fmt.Errorf("%s: %s.%s: %w", s.Where, a.Name, name, err)
	}
	return nil
}
