// Package records finds where records of sessions and tokens are ended or read
// by an ID, who chose the ID, and whether the owner of the record takes part.
//
// Statements are read from constant SQL and from gorm's conditions. A function
// that hands its parameter to such a statement does the same itself; so do
// those of other own packages, by facts.
package records

import (
	"fmt"
	"go/ast"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/guard"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
	"github.com/sessionlint/sessionlint/passes/references"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// Analyzer reads the statements of a package. Its result is *Records.
var Analyzer = &analysis.Analyzer{
	Name:       "sessionrecords",
	Doc:        "find where records of sessions are ended or read by an ID",
	Run:        guard.Run(options.Code(run)),
	Requires:   []*analysis.Analyzer{options.Analyzer, lazyssa.Analyzer, references.Analyzer, routes.Analyzer},
	ResultType: reflect.TypeFor[*Records](),
	FactTypes:  []analysis.Fact{new(KeyFact), new(OwnFact)},
}

// Records holds what was found in one package.
type Records struct {
	accesses []Access
	own      []Own
}

// Of returns the result for the package of a pass that requires Analyzer.
func Of(pass *analysis.Pass) *Records { return pass.ResultOf[Analyzer].(*Records) }

// Accesses returns where handlers reach a record by an ID of the request.
func (r *Records) Accesses() []Access { return r.accesses }

// Own returns where handlers list or end records of one owner.
func (r *Records) Own() []Own { return r.own }

// An Access is a record that a handler reaches by an ID of the request.
type Access struct {
	ast.Node
	Verb    string // "delete", "update", "select"
	Table   string // "sessions"
	Handler string
	ID      evidence.Step // where the ID is read
	Owner   string        // what shows that the owner takes part, or ""
	Guard   string        // what may stand in front of it, or ""
	Guards  []string      // the names of all middleware
}

// A KeyFact says that a function reaches a record by a parameter, and that the
// owner takes no part.
type KeyFact struct {
	Param       int // receiver included
	Verb, Table string
}

// AFact marks a fact.
func (*KeyFact) AFact() {}

func (f *KeyFact) String() string { return fmt.Sprintf("%s(%s by %d)", f.Verb, f.Table, f.Param) }

// An OwnFact marks packages that were read.
type OwnFact struct{ Records bool }

// AFact marks a fact.
func (*OwnFact) AFact() {}

func (*OwnFact) String() string { return "own" }

func run(pass *analysis.Pass) (any, error) {
	r := new(Records)
	if options.Of(pass).Foreign {
		return r, nil
	}
	touched := touches(pass)
	pass.ExportPackageFact(&OwnFact{touched})
	if !touched && !mayReach(pass) {
		return r, nil
	}
	pkg, funcs, err := lazyssa.Of(pass).Running(options.Of(pass).Tests)
	if err != nil {
		return nil, fmt.Errorf("statements of %s cannot be read: %w", pass.Pkg.Path(), err)
	}
	e := newEngine(pass, pkg, funcs)
	e.summarise()
	r.accesses = e.accesses()
	r.own = e.own()
	return r, nil
}
