// Package accounts finds where accounts are disabled, whether their sessions end
// with them, and whether the guards of requests would notice.
package accounts

import (
	"fmt"
	"go/ast"
	"go/types"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/guard"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
	"github.com/sessionlint/sessionlint/passes/references"
	"github.com/sessionlint/sessionlint/passes/routes"
	"github.com/sessionlint/sessionlint/passes/sessionmodel"
)

// Analyzer reads the accounts of a package. Its result is *Accounts.
var Analyzer = &analysis.Analyzer{
	Name:       "sessionaccounts",
	Doc:        "find where accounts are disabled",
	Run:        guard.Run(options.Code(run)),
	Requires:   []*analysis.Analyzer{options.Analyzer, lazyssa.Analyzer, references.Analyzer, routes.Analyzer},
	ResultType: reflect.TypeFor[*Accounts](),
	FactTypes:  []analysis.Fact{new(DisableFact), new(GuardFact)},
}

// Accounts holds what was found in one package.
type Accounts struct{ disables []Disable }

// Of returns the result for the package of a pass that requires Analyzer.
func Of(pass *analysis.Pass) *Accounts { return pass.ResultOf[Analyzer].(*Accounts) }

// Disables returns where handlers disable accounts, in source order.
func (a *Accounts) Disables() []Disable { return a.disables }

// A Disable is a place where a handler disables an account.
type Disable struct {
	ast.Node
	Handler string
	Fn      *ssa.Function
	Ends    string        // what may end the sessions of the account, and cannot be followed, or ""
	Ended   evidence.Step // the statement that does, if the handler has it
	Guards  Notice
	Guard   evidence.Step // that does not notice
	Calls   []string      // the names of what the handler calls
}

// A Notice says whether guards notice that an account is disabled.
type Notice uint8

const (
	Unseen  Notice = iota // no guard is in sight
	Notices               // a guard loads the account
	Blind                 // they only verify tokens
)

// A DisableFact marks functions that disable an account and nothing else.
type DisableFact struct{}

// AFact marks a fact.
func (*DisableFact) AFact() {}

func (*DisableFact) String() string { return "disables" }

// A GuardFact says what the guards of a package notice.
type GuardFact struct{ Guards Notice }

// AFact marks a fact.
func (*GuardFact) AFact() {}

func (f *GuardFact) String() string { return fmt.Sprintf("guards=%d", f.Guards) }

var gate = sync.OnceValue(func() *sessionmodel.Gate {
	return sessionmodel.NewGate(func(f *model.Func) bool {
		return f.Role == model.DBWrite || f.Role == model.TokenVerify || f.Role == model.RouteAdd
	}, false)
})

func run(pass *analysis.Pass) (any, error) {
	a := new(Accounts)
	if options.Of(pass).Foreign || !gate().Open(pass, sessionmodel.Facts{
		Package: func(*types.Package) bool { return false },
		Func:    func(fn *types.Func) bool { return pass.ImportObjectFact(fn, new(DisableFact)) },
	}) {
		return a, nil
	}
	pkg, funcs, err := lazyssa.Of(pass).Running(options.Of(pass).Tests)
	if err != nil {
		return nil, fmt.Errorf("accounts of %s cannot be read: %w", pass.Pkg.Path(), err)
	}
	e := newEngine(pass, pkg, funcs)
	guards, step := e.guards()
	pass.ExportPackageFact(&GuardFact{guards})
	a.disables = e.disables(guards, step)
	return a, nil
}
