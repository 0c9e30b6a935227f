// Package routes says how requests reach the code of a package and what the
// code does to the answers: which functions are handlers and middleware, what
// is registered for which method and path behind which middleware, which
// calls answer, reject, redirect, stop the chain or go on with it.
//
// Handlers are recognised by their registration, or by the types of their
// parameters. A function that answers, such as respondError(w, 401, …), is
// summarised, and so are those of other own packages, by facts.
//
// Functions of the program that register what they are given, around a router
// of a library or of its own, are found by what they do, also in other
// packages.
//
// The methods of services of gRPC, connect and goa are routes where generated code
// makes a server of them, behind its interceptors, or the function that checks a scheme
// of goa. A method that an interceptor names and lets pass does not stand behind it.
//
// What it does not see: routers that are kept in fields or come from other
// packages (the path is then relative to them), registration in loops over
// tables, interface calls other than those of the libraries.
package routes

import (
	"fmt"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/guard"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
	"github.com/sessionlint/sessionlint/passes/references"
)

// Analyzer reads the routes of a package. Its result is *Routes.
var Analyzer = &analysis.Analyzer{
	Name:       "sessionroutes",
	Doc:        "find handlers, routes and what calls do to answers",
	Run:        guard.Run(options.Code(run)),
	Requires:   []*analysis.Analyzer{options.Analyzer, lazyssa.Analyzer, references.Analyzer},
	ResultType: reflect.TypeFor[*Routes](),
	FactTypes:  []analysis.Fact{new(AnswerFact), new(OwnFact), new(RegisterFact)},
}

// Routes holds what was read of one package. The zero value is that of a
// package that has nothing to do with requests.
type Routes struct {
	engine   *engine
	handlers []*Handler
	byFn     map[*ssa.Function]*Handler
	routes   []*Route
}

// Of returns the routes of the package of a pass that requires Analyzer.
func Of(pass *analysis.Pass) *Routes { return pass.ResultOf[Analyzer].(*Routes) }

// Handlers returns the functions that requests reach, in source order.
func (r *Routes) Handlers() []*Handler { return r.handlers }

// HandlerOf returns the handler that a function, or the function around a
// function literal, is; nil if it is none.
func (r *Routes) HandlerOf(fn *ssa.Function) *Handler { return r.byFn[fn] }

// Routes returns what is registered in this package, in source order.
func (r *Routes) Routes() []*Route { return r.routes }

// Answer returns what a call does to the answer.
func (r *Routes) Answer(call ssa.CallInstruction) Answer {
	if r.engine == nil {
		return Answer{}
	}
	return r.engine.answer(call)
}

// Summary returns what a function of this package does to the answer before
// it returns.
func (r *Routes) Summary(fn *ssa.Function) Answer {
	if r.engine == nil {
		return Answer{}
	}
	return r.engine.summaries[fn].Answer
}

func run(pass *analysis.Pass) (any, error) {
	r := new(Routes)
	if options.Of(pass).Foreign {
		return r, nil
	}
	touched := touches(pass)
	pass.ExportPackageFact(&OwnFact{Routes: touched})
	if !touched {
		return r, nil
	}
	pkg, funcs, err := lazyssa.Of(pass).Running(options.Of(pass).Tests)
	if err != nil {
		return nil, fmt.Errorf("routes of %s cannot be read: %w", pass.Pkg.Path(), err)
	}
	r.engine = newEngine(pass, pkg, funcs)
	r.engine.summarise()
	r.engine.learn()
	r.engine.export()
	r.register()
	return r, nil
}
