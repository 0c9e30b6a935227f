// Package impersonating finds where somebody takes on the identity of another
// user, and what the code keeps of it: who acts, whether that is logged, whether
// the right to do so is checked.
//
// Such code is recognised by what it does: behind a guard, it writes as identity
// whom the request names. Where that is not in sight, its name tells.
package impersonating

import (
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/guard"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/passes/bearer"
	"github.com/sessionlint/sessionlint/passes/guards"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// Analyzer reads the impersonations of a package. Its result is *Switches.
var Analyzer = &analysis.Analyzer{
	Name:       "sessionimpersonating",
	Doc:        "find where somebody takes on the identity of another user",
	Run:        guard.Run(options.Code(run)),
	Requires:   []*analysis.Analyzer{options.Analyzer, lazyssa.Analyzer, routes.Analyzer, guards.Analyzer, bearer.Analyzer},
	ResultType: reflect.TypeFor[*Switches](),
}

// Switches holds what was found in one package.
type Switches struct{ list []Switch }

// Of returns the result for the package of a pass that requires Analyzer.
func Of(pass *analysis.Pass) *Switches { return pass.ResultOf[Analyzer].(*Switches) }

// All returns the impersonations, in source order.
func (s *Switches) All() []Switch { return s.list }

// A Switch is a place where the identity of another user is taken on.
type Switch struct {
	evidence.Ranger
	Function string
	Actor    Trace // who acts is stored beside it
	Log      Trace // it is logged
	Right    Trace // the right to do so is checked
}

// A Trace says whether something is there.
type Trace struct {
	At    evidence.Step // where it is, invalid: nowhere
	Doubt string        // what may do it, or ""
}

// Shown reports whether it is there.
func (t Trace) Shown() bool { return t.At.Start.IsValid() }

func run(pass *analysis.Pass) (any, error) {
	s := new(Switches)
	if options.Of(pass).Foreign || !named(pass.Pkg) && !slices.ContainsFunc(guards.Of(pass).Writes(), func(w guards.Write) bool { return w.Asked }) {
		return s, nil
	}
	pkg, funcs, err := lazyssa.Of(pass).Running(options.Of(pass).Tests)
	if err != nil {
		return nil, err
	}
	e := &engine{pass: pass, pkg: pkg, funcs: funcs}
	for _, w := range e.writes() {
		s.list = append(s.list, e.judge(w))
	}
	slices.SortStableFunc(s.list, func(a, b Switch) int { return int(a.Pos() - b.Pos()) })
	return s, nil
}

// named reports whether a function or method of a package says that it takes
// on another identity: all others cost nothing.
func named(pkg *types.Package) bool {
	for _, name := range pkg.Scope().Names() {
		obj := pkg.Scope().Lookup(name)
		if isSwitch(name) {
			return true
		}
		named, ok := types.Unalias(obj.Type()).(*types.Named)
		if _, isType := obj.(*types.TypeName); !ok || !isType {
			continue
		}
		for i := range named.NumMethods() {
			if isSwitch(named.Method(i).Name()) {
				return true
			}
		}
	}
	return false
}
