// Package rule is the frame around every rule: it runs the rule on own
// packages, survives its panics, applies directives and options to its sites
// and turns violations into diagnostics.
package rule

import (
	"flag"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/directive"
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/options"
)

// Info describes a rule.
type Info struct {
	Name     string // lower-case Go identifier
	Doc      string // the text of doc.go
	ASVS4    string // item of ASVS 4.0.3: "3.4.1"
	ASVS5    string // item of ASVS 5.0: "3.3.1"
	CWE      []int
	Severity evidence.Severity
	OnFrom4  int // lowest level at which it reports under 4.0.x; 0: only when named
	OnFrom5  int // the same under 5.0

	// Flags defines the rule's own flags, if it has any. It is called for
	// every package; read the values through the Pass.
	Flags func(*flag.FlagSet)
}

// A Pass is what a rule sees of one package.
type Pass struct {
	*analysis.Pass
	Options *options.Options

	// Directives are those in files other than Go ones, which the rule has read.
	Directives []*directive.Placed

	flags *flag.FlagSet
}

// A RunFunc decides the sites of one package.
type RunFunc func(pass *Pass, sites *evidence.Sites) error

// URL returns the address of the page of a rule.
func URL(name string) string {
	return "https://github.com/sessionlint/sessionlint/blob/main/docs/rules/" + name + ".md"
}

// New returns the analyzer of a rule. Its result is *evidence.Sites.
func New(info Info, run RunFunc, requires ...*analysis.Analyzer) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:       info.Name,
		Doc:        docText(info.Name, info.Doc),
		URL:        URL(info.Name),
		ResultType: reflect.TypeFor[*evidence.Sites](),
		Requires:   append([]*analysis.Analyzer{options.Analyzer, directive.Analyzer}, requires...),
	}
	values := ownFlags(info, &a.Flags)
	a.Flags.Var(infoValue{&info}, infoFlag, "")
	a.Run = func(pass *analysis.Pass) (any, error) {
		f := frame{info: info, pass: pass, options: options.Of(pass)}
		return f.sites(run, values)
	}
	return a
}
