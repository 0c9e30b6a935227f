package options

import (
	"flag"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/own"
)

// Analyzer has every shared option as a flag. Its result is the *Options of
// the package: the defaults, then the configuration file, then the flags that
// were given.
var Analyzer = newAnalyzer(newFlags())

// Of returns the options of the package of a pass that requires Analyzer.
// Nobody may change them.
func Of(pass *analysis.Pass) *Options {
	return pass.ResultOf[Analyzer].(*Options)
}

func newAnalyzer(flags []*flagValue) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:       "sessionlintoptions",
		Doc:        "read the options of sessionlint for a package",
		ResultType: reflect.TypeFor[*Options](),
		Run: func(pass *analysis.Pass) (any, error) {
			return merge(pass, flags)
		},
	}
	for _, f := range flags {
		a.Flags.Var(f, f.key.name, f.key.usage)
	}
	return a
}

func newFlags() []*flagValue {
	var flags []*flagValue
	for _, k := range keys() {
		flags = append(flags, &flagValue{key: k, text: k.zero})
	}
	return flags
}

// merge returns the options of one package. Foreign packages have no
// configuration file: they are not analysed, and the one of somebody else's
// module is none of our business. Beside the error of a file that cannot be
// used come options with which no rule reports, for drivers that go on: facts
// do not depend on the configuration, and other packages need them.
func merge(pass *analysis.Pass, flags []*flagValue) (*Options, error) {
	o := Default()
	if err := apply(o, flags); err != nil {
		return nil, err
	}
	if !own.Is(pass, o.Modules) {
		o.Foreign = true
		return o, nil
	}
	path, ok := Find(own.PackageDir(pass))
	if !ok {
		return o, nil
	}
	file, err := Load(path)
	if err != nil {
		return silent(), err
	}
	file.apply(o)
	return o, apply(o, flags)
}

// silent returns options with which no rule reports.
func silent() *Options {
	o := Default()
	o.Level = 0
	return o
}

func apply(o *Options, flags []*flagValue) error {
	for _, f := range flags {
		if !f.given {
			continue
		}
		if err := f.key.set(o, f.text); err != nil {
			return err
		}
	}
	return nil
}

// A flagValue is the flag of a key. It knows whether it was given, which is
// what lets flags win over the file.
type flagValue struct {
	key   key
	text  string
	given bool
}

var _ flag.Getter = (*flagValue)(nil)

func (f *flagValue) Set(text string) error {
	if err := f.key.set(Default(), text); err != nil {
		return err
	}
	f.text, f.given = text, true
	return nil
}

func (f *flagValue) String() string   { return f.text }
func (f *flagValue) Get() any         { return f.text }
func (f *flagValue) IsBoolFlag() bool { return f.key.kind == boolean }
