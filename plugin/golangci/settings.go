package golangci

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/internal/spell"
)

// configure sets the flags that the settings name and returns the rules that
// are not switched off. Which options there are and what they take is known to
// the flags only.
func configure(settings map[string]any, rules []*analysis.Analyzer) ([]*analysis.Analyzer, error) {
	shared := &options.Analyzer.Flags
	for _, name := range slices.Sorted(maps.Keys(settings)) {
		f := shared.Lookup(name)
		switch {
		case name == "rules":
		case f == nil:
			return nil, fmt.Errorf("unknown setting %q%s", name, spell.DidYouMean(name, append(flagNames(shared), "rules")))
		default:
			if err := set(f, name, settings[name]); err != nil {
				return nil, err
			}
		}
	}
	said, ok := settings["rules"].(map[string]any)
	if !ok && settings["rules"] != nil {
		return nil, errors.New("rules: want the names of rules, each with true, false or a map of its flags")
	}
	return choose(said, rules)
}

// choose interprets `RULE: true`, `RULE: false` and `RULE: {flag: value}`.
func choose(said map[string]any, rules []*analysis.Analyzer) ([]*analysis.Analyzer, error) {
	enable := options.Analyzer.Flags.Lookup("enable").Value
	chosen := slices.Clone(rules)
	for _, name := range slices.Sorted(maps.Keys(said)) {
		i := slices.IndexFunc(chosen, func(a *analysis.Analyzer) bool { return a.Name == name })
		if i < 0 {
			return nil, fmt.Errorf("unknown rule %q%s", name, spell.DidYouMean(name, ruleNames(rules)))
		}
		var err error
		switch said := said[name].(type) {
		case bool:
			if said {
				err = enable.Set(strings.Trim(enable.String()+","+name, ","))
			} else {
				chosen = slices.Delete(chosen, i, i+1)
			}
		case map[string]any:
			err = setOwn(chosen[i], said)
		default:
			err = fmt.Errorf("%s: want true, false or a map of its flags", name)
		}
		if err != nil {
			return nil, err
		}
	}
	return chosen, nil
}

// setOwn sets the flags of one rule.
func setOwn(a *analysis.Analyzer, settings map[string]any) error {
	for _, name := range slices.Sorted(maps.Keys(settings)) {
		f := a.Flags.Lookup(name)
		if f == nil || rule.HiddenFlag(name) {
			return fmt.Errorf("rule %s has no flag %q%s", a.Name, name, spell.DidYouMean(name, flagNames(&a.Flags)))
		}
		if err := set(f, a.Name+"."+name, settings[name]); err != nil {
			return err
		}
	}
	return nil
}

// set gives a flag its value. A whole number is tried with a decimal, too:
// `asvs: 5.0` arrives as 5.
func set(f *flag.Flag, name string, value any) error {
	text, err := plain(value)
	if err == nil {
		err = f.Value.Set(text)
	}
	if _, isNumber := value.(float64); isNumber && err != nil && !strings.Contains(text, ".") {
		if f.Value.Set(text+".0") == nil {
			return nil
		}
	}
	if err != nil {
		return fmt.Errorf("%s: %w, have %q", name, err, text)
	}
	return nil
}

// plain returns the text of a value, or of the values of a list, joined by
// commas.
func plain(value any) (string, error) {
	switch value := value.(type) {
	case string:
		return value, nil
	case bool:
		return strconv.FormatBool(value), nil
	case float64: // all numbers, after register.DecodeSettings
		return strconv.FormatFloat(value, 'f', -1, 64), nil
	case []any:
		var words []string
		for _, element := range value {
			if _, nested := element.([]any); nested {
				return "", errors.New("want a word or a list of words")
			}
			word, err := plain(element)
			if err != nil {
				return "", err
			}
			words = append(words, word)
		}
		return strings.Join(words, ","), nil
	case nil:
		return "", errors.New("has no value")
	}
	return "", errors.New("want a word or a list of words")
}

func flagNames(flags *flag.FlagSet) []string {
	var names []string
	flags.VisitAll(func(f *flag.Flag) {
		if !rule.HiddenFlag(f.Name) {
			names = append(names, f.Name)
		}
	})
	return names
}

func ruleNames(rules []*analysis.Analyzer) []string {
	var names []string
	for _, a := range rules {
		names = append(names, a.Name)
	}
	return names
}
