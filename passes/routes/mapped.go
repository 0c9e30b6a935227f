package routes

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// Maps reports whether a function takes a path, a controller and texts that say which
// of its methods answers which method of HTTP:
// Router("/out", &Door{}, "post:Leave;get:Ask").
func Maps(fn *types.Func) bool {
	if fn.Name() != "Router" && fn.Name() != "NSRouter" {
		return false
	}
	params := fn.Signature().Params()
	if !fn.Signature().Variadic() || params.Len() != 3 || params.At(2).Type().String() != "[]string" {
		return false
	}
	return typeName(params.At(1).Type()) == "ControllerInterface"
}

// mapped adds a route for each method of a controller that a text maps, of this
// package or another.
func (g *registry) mapped() []*Route {
	var all []*Route
	for _, fn := range g.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					if callee := calls.Callee(call.Common()); callee != nil && Maps(callee) {
						all = append(all, g.controllerRoutes(call, callee.Name() == "NSRouter")...)
					}
				}
			}
		}
	}
	return all
}

// controllerRoutes: the path of a namespace is put in front of it elsewhere.
func (g *registry) controllerRoutes(call ssa.CallInstruction, below bool) []*Route {
	args := calls.Operands(call.Common())
	if calls.HasReceiver(call.Common()) {
		args = args[1:]
	}
	controller := g.behind(args[1]).Type()
	if _, unknown := controller.Underlying().(*types.Interface); unknown {
		return nil
	}
	g.at = call
	front := g.usedOn("")
	if prepare := g.methodOf(controller, "Prepare", call); prepare.Obj != nil {
		front = append(front, prepare)
	}
	var all []*Route
	add := func(verb, method string) {
		if ref := g.methodOf(controller, method, call); ref.Obj != nil {
			all = append(all, &Route{Method: verb, Path: constText(args[0]), Open: below, Handler: ref, Middleware: front, Call: g.node(call), pos: call.Pos()})
		}
	}
	texts := calls.Elements(args[2])
	if k, ok := args[2].(*ssa.Const); ok && k.IsNil() { // by their names
		for _, verb := range []string{"Get", "Post", "Put", "Delete", "Patch"} {
			add(strings.ToUpper(verb), verb)
		}
		return all
	}
	for _, text := range texts {
		for part := range strings.SplitSeq(constText(text), ";") {
			verbs, method, _ := strings.Cut(part, ":")
			for verb := range strings.SplitSeq(verbs, ",") {
				add(strings.ToUpper(strings.Trim(strings.TrimSpace(verb), "*")), strings.TrimSpace(method))
			}
		}
	}
	return all
}

// methodOf returns the method of a controller that the program declares.
func (g *registry) methodOf(controller types.Type, name string, call ssa.CallInstruction) Ref {
	obj, _, _ := types.LookupFieldOrMethod(controller, true, g.pkg.Pkg, name)
	fn, ok := obj.(*types.Func)
	if !ok || g.index.Anchor(fn.Pkg().Path()) != nil {
		return Ref{}
	}
	ref := Ref{Obj: fn, Pos: call.Pos()}
	if body := g.pkg.Prog.FuncValue(fn.Origin()); body != nil && body.Pkg == g.pkg && len(body.Blocks) > 0 {
		ref.Fn = body
	}
	return ref
}
