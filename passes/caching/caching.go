// Package caching finds what answers to somebody who is logged in say to caches.
package caching

import (
	"go/ast"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/guard"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/passes/guards"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
	"github.com/sessionlint/sessionlint/passes/references"
	"github.com/sessionlint/sessionlint/passes/routes"
	"github.com/sessionlint/sessionlint/passes/settings"
)

// Analyzer reads what a package says to caches. Its result is *Answers.
var Analyzer = &analysis.Analyzer{
	Name:       "sessioncaching",
	Doc:        "find what answers say to caches",
	Run:        guard.Run(options.Code(run)),
	Requires:   []*analysis.Analyzer{options.Analyzer, lazyssa.Analyzer, references.Analyzer, routes.Analyzer, guards.Analyzer, settings.Analyzer},
	ResultType: reflect.TypeFor[*Answers](),
}

// Answers holds what was found in one package.
type Answers struct{ list []Answer }

// Of returns the result for the package of a pass that requires Analyzer.
func Of(pass *analysis.Pass) *Answers { return pass.ResultOf[Analyzer].(*Answers) }

// All returns the answers to somebody who is logged in, in source order.
func (a *Answers) All() []Answer { return a.list }

// An Answer is a handler that answers to somebody who is logged in, or logs
// somebody in.
type Answer struct {
	Handler string
	Private evidence.Step // why the answer is for one person only, invalid: it is not
	Sends   evidence.Step // the session cookie that it sends, invalid: none
	Public  evidence.Step // where caches are told to keep it
	NoStore evidence.Step // where they are told not to
	Doubt   string        // what else may say something, or ""
}

func run(pass *analysis.Pass) (any, error) {
	a := new(Answers)
	if options.Of(pass).Foreign || !speaks(pass) && len(settings.Of(pass).Credentials()) == 0 {
		return a, nil
	}
	pkg, _, err := lazyssa.Of(pass).Running(options.Of(pass).Tests)
	if err != nil {
		return nil, err
	}
	e := &engine{pass: pass, pkg: pkg}
	for _, h := range routes.Of(pass).Handlers() {
		if answer := e.read(h); answer.Private.Start.IsValid() || answer.Sends.Start.IsValid() {
			a.list = append(a.list, answer)
		}
	}
	return a, nil
}

// speaks reports whether a package names the header that speaks to caches.
func speaks(pass *analysis.Pass) bool {
	return slices.ContainsFunc(references.Of(pass).Strings(), func(lit *ast.BasicLit) bool {
		return len(lit.Value) == len(`"Cache-Control"`) && strings.EqualFold(lit.Value[1:len(lit.Value)-1], "Cache-Control")
	})
}
