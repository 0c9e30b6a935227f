package rule

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/options"
)

// An ownFlag is a flag of one rule as runners see it. It only remembers what
// was given: each package gets its own values, as each may have its own
// configuration file.
type ownFlag struct {
	info    Info
	name    string
	text    string
	boolean bool
	given   bool
}

var _ options.Checker = (*ownFlag)(nil)

// ownFlags declares the flags of a rule on the flag set of its analyzer.
func ownFlags(info Info, to *flag.FlagSet) []*ownFlag {
	var list []*ownFlag
	newFlagSet(info).VisitAll(func(f *flag.Flag) {
		b, ok := f.Value.(interface{ IsBoolFlag() bool })
		value := &ownFlag{info: info, name: f.Name, text: f.DefValue, boolean: ok && b.IsBoolFlag()}
		list = append(list, value)
		to.Var(value, f.Name, f.Usage)
	})
	return list
}

func newFlagSet(info Info) *flag.FlagSet {
	flags := flag.NewFlagSet(info.Name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	if info.Flags != nil {
		info.Flags(flags)
	}
	return flags
}

// Check reports whether text is a good value.
func (f *ownFlag) Check(text string) error { return newFlagSet(f.info).Set(f.name, text) }

// Set remembers the value.
func (f *ownFlag) Set(text string) error {
	if err := f.Check(text); err != nil {
		return err
	}
	f.text, f.given = text, true
	return nil
}

func (f *ownFlag) String() string { return f.text }

// IsBoolFlag reports whether the flag may be given without a value.
func (f *ownFlag) IsBoolFlag() bool { return f.boolean }

// resolve returns the values that hold for one package: defaults, then the
// configuration file, then the flags that were given.
func resolve(info Info, file map[string]options.Setting, given []*ownFlag) (*flag.FlagSet, error) {
	flags := newFlagSet(info)
	for _, f := range given {
		if s, ok := file[f.name]; ok {
			if err := flags.Set(f.name, s.Text); err != nil {
				return nil, fmt.Errorf("%s: %s.%s: %w", s.Where, info.Name, f.name, err)
			}
		}
		if f.given {
			if err := flags.Set(f.name, f.text); err != nil {
				return nil, err
			}
		}
	}
	for name, s := range file {
		if !slices.ContainsFunc(given, func(f *ownFlag) bool { return f.name == name }) {
			return nil, fmt.Errorf("%s: rule %s has no flag %q", s.Where, info.Name, name)
		}
	}
	return flags, nil
}

// Flag returns the value of one of the rule's own flags. T is the type with
// which Info.Flags defined it.
func Flag[T any](p *Pass, name string) T {
	return p.flags.Lookup(name).Value.(flag.Getter).Get().(T)
}

// Words returns the elements of a comma-separated flag of the rule.
func (p *Pass) Words(name string) []string {
	return strings.FieldsFunc(Flag[string](p, name), func(r rune) bool { return r == ',' || r == ' ' })
}
