package rule

import (
	"errors"
	"flag"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// infoFlag is a flag that nobody can set. It carries the Info of a rule inside
// its analyzer, so that no registry is needed.
const infoFlag = "_info"

type infoValue struct{ info *Info }

var _ flag.Value = infoValue{}

func (infoValue) String() string   { return "" }
func (infoValue) Set(string) error { return errors.New("not a flag") }

// InfoOf returns the description of a rule; ok is false if a was not made by
// New.
func InfoOf(a *analysis.Analyzer) (info Info, ok bool) {
	f := a.Flags.Lookup(infoFlag)
	if f == nil {
		return Info{}, false
	}
	value, ok := f.Value.(infoValue)
	if !ok {
		return Info{}, false
	}
	return *value.info, true
}

// HiddenFlag reports whether a flag, with or without the name of its analyzer
// in front, is none that users can set. Runners do not list it.
func HiddenFlag(name string) bool {
	return name == infoFlag || strings.HasSuffix(name, "."+infoFlag)
}
