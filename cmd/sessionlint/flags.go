package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/own"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/internal/spell"
)

// ruleFlags are the flags that all faces share: one per option, one per rule
// and one per flag of a rule.
type ruleFlags struct {
	*flag.FlagSet
	rules  []*analysis.Analyzer
	chosen map[*analysis.Analyzer]*choice
}

func newRuleFlags(rules []*analysis.Analyzer) *ruleFlags {
	f := &ruleFlags{
		FlagSet: flag.NewFlagSet("sessionlint", flag.ContinueOnError),
		rules:   rules, chosen: make(map[*analysis.Analyzer]*choice),
	}
	f.SetOutput(io.Discard) // parse says what is wrong
	options.Analyzer.Flags.VisitAll(func(o *flag.Flag) { f.Var(o.Value, o.Name, o.Usage) })
	for _, a := range rules {
		f.chosen[a] = new(choice)
		title, _, _ := strings.Cut(a.Doc, "\n")
		f.Var(f.chosen[a], a.Name, "only: "+title)
		a.Flags.VisitAll(func(o *flag.Flag) {
			if !rule.HiddenFlag(o.Name) {
				f.Var(o.Value, a.Name+"."+o.Name, o.Usage)
			}
		})
	}
	return f
}

// parse is Parse with errors that help.
func (f *ruleFlags) parse(args []string) error {
	err := f.Parse(args)
	if err == nil {
		return f.nameChosen()
	}
	name, unknown := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if errors.Is(err, flag.ErrHelp) || !unknown {
		return err
	}
	var known []string
	f.VisitAll(func(o *flag.Flag) { known = append(known, o.Name) })
	return fmt.Errorf("unknown flag -%s%s", name, spell.DidYouMean(name, known))
}

// nameChosen makes the rules that were chosen by name report at any level.
func (f *ruleFlags) nameChosen() error {
	var names []string
	for _, a := range f.rules {
		if _, isRule := rule.InfoOf(a); isRule && *f.chosen[a] == yes {
			names = append(names, a.Name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	enable := options.Analyzer.Flags.Lookup("enable").Value
	if given := enable.String(); given != "" {
		names = append(names, given)
	}
	return enable.Set(strings.Join(names, ","))
}

// selected returns the rules to run, as go vet has it: those named by -NAME,
// if any; otherwise all but those switched off by -NAME=false.
func (f *ruleFlags) selected() []*analysis.Analyzer {
	var named, rest []*analysis.Analyzer
	for _, a := range f.rules {
		switch *f.chosen[a] {
		case yes:
			named = append(named, a)
		case unsaid:
			rest = append(rest, a)
		}
	}
	if len(named) > 0 {
		return named
	}
	return rest
}

// own returns the function that tells own packages from foreign ones.
func (f *ruleFlags) own() func(dir, path string) bool {
	modules := strings.FieldsFunc(f.Lookup("modules").Value.String(), func(r rune) bool { return r == ',' || r == ' ' })
	return func(dir, path string) bool { return own.Package(dir, path, modules) }
}

// tests returns the function that tells for which packages test files matter: all or
// none, if the flag says so, else those whose configuration file asks for them.
func (f *ruleFlags) tests() func(dir string) bool {
	if all, err := strconv.ParseBool(f.Lookup("tests").Value.String()); err == nil && all {
		return func(string) bool { return true }
	}
	asked := map[string]bool{} // by configuration file
	return func(dir string) bool {
		path, ok := options.Find(dir)
		if !ok {
			return false
		}
		if _, known := asked[path]; !known {
			file, err := options.Load(path)
			asked[path] = err == nil && file.Tests() // whoever analyses the package tells the error
		}
		return asked[path]
	}
}

// A choice is a boolean flag that knows whether it was given.
type choice uint8

const (
	unsaid choice = iota
	yes
	no
)

func (c *choice) Set(text string) error {
	on, err := strconv.ParseBool(text)
	if err != nil {
		return errors.New("want true or false")
	}
	*c = no
	if on {
		*c = yes
	}
	return nil
}

func (c *choice) String() string   { return "" }
func (c *choice) IsBoolFlag() bool { return true }
