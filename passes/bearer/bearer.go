// Package bearer says what a package does with self-contained tokens: where
// one is verified and what the verification insists on, where claims are read
// that nothing has verified, and where a token is made, with which algorithm,
// lifetime and claims.
//
// It reads the options of parsers wherever they are put together, key
// functions, configurations of middlewares, structs and maps of claims, in the
// package by SSA and between own packages by facts.
//
// What it does not see: options that come from outside the code, claims that
// travel through interfaces of the program, key functions of other modules
// that no model describes.
package bearer

import (
	"fmt"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/guard"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/order"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
	"github.com/sessionlint/sessionlint/passes/references"
)

// Analyzer finds the tokens of a package. Its result is *Tokens.
var Analyzer = &analysis.Analyzer{
	Name:       "sessionbearer",
	Doc:        "find where self-contained tokens are verified, read and made",
	Run:        guard.Run(options.Code(run)),
	Requires:   []*analysis.Analyzer{options.Analyzer, lazyssa.Analyzer, references.Analyzer},
	ResultType: reflect.TypeFor[*Tokens](),
	FactTypes:  []analysis.Fact{new(TokenFact), new(OwnFact)},
}

// Tokens holds what a package does with self-contained tokens.
type Tokens struct {
	parses   []*Parse
	reads    []*Read
	mints    []*Mint
	timers   []*Timer
	endless  []*Endless
	renewals []*Renewal
	engine   *engine

	Steps int // taken by the engine
}

// Of returns the tokens of the package of a pass that requires Analyzer.
func Of(pass *analysis.Pass) *Tokens { return pass.ResultOf[Analyzer].(*Tokens) }

// Parses returns where tokens are verified, in source order.
func (t *Tokens) Parses() []*Parse { return t.parses }

// Reads returns where claims are read that nothing has verified.
func (t *Tokens) Reads() []*Read { return t.reads }

// Mints returns where tokens are made.
func (t *Tokens) Mints() []*Mint { return t.mints }

func run(pass *analysis.Pass) (any, error) {
	tokens := new(Tokens)
	if options.Of(pass).Foreign {
		return tokens, nil
	}
	about := touches(pass) || decodesByHand(pass)
	touched := about || keepsRecords(pass)
	pass.ExportPackageFact(&OwnFact{Tokens: touched, Records: namesRecords(pass.Pkg)})
	if !touched {
		return tokens, nil
	}
	pkg, funcs, err := lazyssa.Of(pass).Running(options.Of(pass).Tests)
	if err != nil {
		return nil, fmt.Errorf("tokens of %s cannot be read: %w", pass.Pkg.Path(), err)
	}
	e := newEngine(pass, pkg, funcs)
	tokens.engine = e
	tokens.timers = e.timers()
	if about {
		tokens.parses, tokens.reads, tokens.mints = e.parses(), e.reads(), e.mints()
		tokens.endless = e.endless(tokens.mints)
		tokens.renewals = e.renewals(tokens.parses, tokens.mints)
		e.export()
	}
	tokens.Steps = e.steps
	slices.SortStableFunc(tokens.parses, func(a, b *Parse) int { return order.Places(pass.Fset, a.Pos(), b.Pos()) })
	slices.SortStableFunc(tokens.reads, func(a, b *Read) int { return order.Places(pass.Fset, a.Pos(), b.Pos()) })
	slices.SortStableFunc(tokens.timers, func(a, b *Timer) int { return order.Places(pass.Fset, a.Pos(), b.Pos()) })
	slices.SortStableFunc(tokens.endless, func(a, b *Endless) int { return order.Places(pass.Fset, a.Pos(), b.Pos()) })
	slices.SortStableFunc(tokens.renewals, func(a, b *Renewal) int { return order.Places(pass.Fset, a.Pos(), b.Pos()) })
	slices.SortStableFunc(tokens.mints, func(a, b *Mint) int { return order.Places(pass.Fset, a.Pos(), b.Pos()) })
	return tokens, nil
}
