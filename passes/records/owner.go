package records

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/edit"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// chosen reports whether a value is read from the path, the query, a form or
// the body of the request: the client chooses it. It returns where.
func (e *engine) chosen(v ssa.Value, depth int) (*ssa.Call, bool) {
	if depth == 0 {
		return nil, false
	}
	switch x := through(v).(type) {
	case *ssa.Extract:
		return e.chosen(x.Tuple, depth-1)
	case *ssa.Lookup:
		return e.chosen(x.X, depth-1)
	case *ssa.UnOp:
		return e.bound(x, depth)
	case *ssa.Call:
		if f := e.index.Func(calls.Callee(x.Common())); f != nil {
			switch f.Role {
			case model.RequestPath, model.RequestQuery, model.RequestForm:
				return x, true
			}
			return nil, false
		}
		callee := calls.Callee(x.Common())
		if callee == nil || !converts(callee.Name()) {
			return nil, false
		}
		for _, arg := range calls.Operands(x.Common()) {
			if from, ok := e.chosen(arg, depth-1); ok {
				return from, true
			}
		}
	}
	return nil, false
}

// bound: a field of a local struct that the body was decoded into, or a local
// variable.
func (e *engine) bound(load *ssa.UnOp, depth int) (*ssa.Call, bool) {
	root := load.X
	for {
		field, ok := root.(*ssa.FieldAddr)
		if !ok {
			break
		}
		root = field.X
	}
	alloc, ok := root.(*ssa.Alloc)
	if !ok {
		return nil, false
	}
	for _, ref := range calls.Uses(alloc) {
		switch ref := ref.(type) {
		case *ssa.MakeInterface:
			for _, use := range calls.Uses(ref) {
				if call, ok := use.(*ssa.Call); ok {
					if f := e.index.Func(calls.Callee(call.Common())); f != nil && (f.Role == model.RequestBody || f.Role == model.RequestPath || f.Role == model.RequestQuery) {
						return call, true
					}
				}
			}
		case *ssa.Store:
			if ref.Addr == ssa.Value(alloc) && root == load.X {
				return e.chosen(ref.Val, depth-1)
			}
		}
	}
	return nil, false
}

// converts reports whether a function, by its name, changes the spelling of a
// value only.
func converts(name string) bool {
	for _, prefix := range []string{"Parse", "Atoi", "Must", "From", "Trim", "To", "Format", "Itoa"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// ownerIn returns what shows, in a function, that the owner of a record takes
// part: a comparison with somebody's ID, a call that is given both, a function
// that says by its name that it decides.
func (e *engine) ownerIn(fn *ssa.Function, id ssa.Value) string {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.BinOp:
				if compares(instr) {
					return "compared with " + nameOf(instr.X) + nameOf(instr.Y)
				}
			case *ssa.Call:
				if why := e.involves(instr, id); why != "" {
					return why
				}
			}
		}
	}
	return ""
}

// compares reports whether somebody is compared with somebody.
func compares(b *ssa.BinOp) bool {
	if b.Op != token.EQL && b.Op != token.NEQ {
		return false
	}
	if isNil(b.X) || isNil(b.Y) {
		return false
	}
	return owns(nameOf(b.X)) || owns(nameOf(b.Y))
}

func isNil(v ssa.Value) bool {
	k, ok := v.(*ssa.Const)
	return ok && (k.Value == nil || types.Identical(k.Type().Underlying(), types.Typ[types.Bool]))
}

func (e *engine) involves(call *ssa.Call, id ssa.Value) string {
	callee := calls.Callee(call.Common())
	if callee == nil {
		return ""
	}
	if e.index.Func(callee) == nil && decides(callee.Name()) {
		return callee.Name()
	}
	if s := e.statementOf(call); s != nil && holdsSessions(s.table) {
		for _, c := range columnsOf(s.where) {
			if owns(c) {
				return "a statement with " + c
			}
		}
	}
	given, somebody := false, false
	for _, arg := range calls.Operands(call.Common()) {
		for _, v := range calls.Elements(arg) {
			given = given || through(v) == through(id)
			somebody = somebody || through(v) != through(id) && owns(nameOf(through(v)))
		}
	}
	if given && somebody {
		return callee.Name() + " is given both"
	}
	return ""
}

// decides reports whether a function, by its name, decides who may do something.
func decides(name string) bool {
	return slices.ContainsFunc(words.Split(name), func(w string) bool {
		switch w {
		case "can", "may", "owner", "owns", "owned", "belongs", "belong", "allow", "allowed", "permission", "permissions", "permitted",
			"authorize", "authorized", "authorise", "admin", "role", "roles", "enforce", "policy", "require", "ensure", "access":
			return true
		}
		return false
	})
}

// guard returns what may stand in front of a handler and let only those
// through who may do this, or "" if nothing does.
func (e *engine) guard(h *routes.Handler) string {
	path := slices.DeleteFunc(strings.Split(e.pass.Pkg.Path(), "/"), func(dir string) bool { return dir == "internal" }) // of Go, not of the program
	for _, name := range append([]string{h.Name(), receiver(h.Fn)}, path...) {
		if isAdmin(name) {
			return name
		}
	}
	if len(h.Routes) == 0 {
		return "a route that is not in sight"
	}
	for _, r := range h.Routes {
		if r.Open {
			return "a router that is not in sight"
		}
		if isAdmin(r.Path) {
			return r.Path
		}
		for _, m := range r.Middleware {
			if !m.Known() || isAdmin(m.Name()) {
				return "middleware " + m.Name()
			}
		}
	}
	return ""
}

func receiver(fn *ssa.Function) string {
	if recv := calls.Outermost(fn).Signature.Recv(); recv != nil {
		return tableOfType(recv.Type())
	}
	return ""
}

func tableOfType(t types.Type) string {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

func isAdmin(name string) bool {
	name = strings.ToLower(name)
	for _, word := range []string{"admin", "root", "staff", "super", "internal", "role", "perm", "authoriz", "policy", "operator", "manage", "logout", "signout"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// nameOf returns the names by which a value is reached.
func nameOf(v ssa.Value) string {
	switch x := through(v).(type) {
	case *ssa.UnOp:
		return nameOf(x.X)
	case *ssa.FieldAddr:
		return tableOfType(x.X.Type()) + " " + fields.Of(x.X.Type(), x.Field).Name()
	case *ssa.Field:
		return tableOfType(x.X.Type()) + " " + fields.Of(x.X.Type(), x.Field).Name()
	case *ssa.Extract:
		return nameOf(x.Tuple)
	case *ssa.Call:
		if callee := calls.Callee(x.Common()); callee != nil {
			return callee.Name()
		}
	case *ssa.Parameter, *ssa.FreeVar, *ssa.Global:
		return x.Name()
	case *ssa.Alloc:
		return x.Comment
	case *ssa.TypeAssert:
		return nameOf(x.X)
	}
	return ""
}

// node returns the call in the source.
func (e *engine) node(call *ssa.Call) ast.Node {
	if call == nil {
		return nil
	}
	for _, n := range edit.Around(e.pass.Files, call.Pos()) {
		if c, ok := n.(*ast.CallExpr); ok && c.Lparen == call.Pos() {
			return c
		}
	}
	return nil
}
