// Package oauthflow finds logins at identity providers: where one begins and
// with what state, nonce, code challenge and maximum age; where the callback
// trades the code, and whether it looks at the state; which ID tokens are
// verified and what of them is compared; whose access tokens are shown to the
// provider. Starts and callbacks may be in different functions and packages:
// wrappers are inferred and travel as facts.
//
// What it does not see: requests to a provider that are spelled by hand as one
// text, clients whose options come from elsewhere, state that a middleware of another
// package compares.
package oauthflow

import (
	"go/ast"
	"go/token"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/guard"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/order"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
	"github.com/sessionlint/sessionlint/passes/references"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

// Analyzer finds the logins of a package. Its result is *Logins.
var Analyzer = &analysis.Analyzer{
	Name:       "sessionoauthflow",
	Doc:        "find logins at identity providers",
	Run:        guard.Run(options.Code(run)),
	Requires:   []*analysis.Analyzer{options.Analyzer, lazyssa.Analyzer, references.Analyzer, tokenflow.Analyzer},
	ResultType: reflect.TypeFor[*Logins](),
	FactTypes:  []analysis.Fact{new(LoginFact), new(ParamsFact), new(OwnFact)},
}

// Logins holds what one package does in logins.
type Logins struct {
	Starts    []Start
	Callbacks []Callback
	Proofs    []Proof
	Users     []User
	Times     []Time
	Verifiers []Verifier
}

// Of returns the logins of the package of a pass that requires Analyzer.
func Of(pass *analysis.Pass) *Logins { return pass.ResultOf[Analyzer].(*Logins) }

// An Answer says whether something holds.
type Answer uint8

const (
	Maybe Answer = iota // not known
	No
	Yes
)

// Web reports whether the package has a part of a login that a browser goes
// through: as against a command that a user starts on their own machine.
func (l *Logins) Web() bool {
	return slices.ContainsFunc(l.Starts, func(s Start) bool { return s.Web }) || len(l.Callbacks) > 0
}

// SendsNonce reports whether a login of the package sends a nonce.
func (l *Logins) SendsNonce() bool {
	return slices.ContainsFunc(l.Starts, func(s Start) bool { return s.Nonce.Sent })
}

// ChecksNonce reports whether each ID token of the package is checked for its
// nonce, and there is one.
func (l *Logins) ChecksNonce() bool {
	return len(l.Proofs) > 0 && !slices.ContainsFunc(l.Proofs, func(p Proof) bool { return p.Nonce != Yes })
}

func run(pass *analysis.Pass) (any, error) {
	logins := new(Logins)
	if options.Of(pass).Foreign {
		return logins, nil
	}
	pass.ExportPackageFact(new(OwnFact))
	if !touches(pass) {
		return logins, nil
	}
	r, err := newReader(pass)
	if err != nil {
		return nil, err
	}
	r.infer()
	logins.Starts = inOrder(pass.Fset, r.starts())
	logins.Proofs = inOrder(pass.Fset, r.proofs())
	logins.Callbacks = inOrder(pass.Fset, r.callbacks())
	logins.Users = inOrder(pass.Fset, r.users())
	logins.Times = inOrder(pass.Fset, r.times())
	logins.Verifiers = inOrder(pass.Fset, r.verifiers())
	r.export()
	return logins, nil
}

func inOrder[T ast.Node](fset *token.FileSet, list []T) []T {
	slices.SortStableFunc(list, func(a, b T) int { return order.Places(fset, a.Pos(), b.Pos()) })
	return list
}
