package oauthflow

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

// A Source says where a provider takes the moment of the last authentication
// from.
type Source uint8

const (
	TimeUnknown Source = iota
	TimeStored         // something that was kept
	TimeNow            // the moment of the question
	TimeMissing        // nothing; Zero says what the library does then
)

// A Time is where a provider says when the user logged in.
type Time struct {
	ast.Node
	From Source
	Zero string
}

func (r *reader) times() []Time {
	var out []Time
	for _, imported := range r.pass.Pkg.Imports() {
		for _, a := range r.index.AuthTimes(imported.Path()) {
			dot := strings.LastIndexByte(a.Symbol, '.')
			owner := r.lookup(a.Symbol[:dot])
			switch {
			case owner == nil:
			case a.Method:
				out = append(out, r.answers(owner, a.Symbol[dot+1:])...)
			default:
				out = append(out, r.filled(owner, a.Symbol[dot+1:], a.Zero)...)
			}
		}
	}
	return out
}

// lookup returns a type of a package that is imported, or nil.
func (r *reader) lookup(symbol string) types.Type {
	dot := strings.LastIndexByte(symbol, '.')
	for _, p := range r.pass.Pkg.Imports() {
		if p.Path() == symbol[:dot] {
			if obj := p.Scope().Lookup(symbol[dot+1:]); obj != nil {
				return obj.Type()
			}
		}
	}
	return nil
}

// answers judges the methods of the package that tell a library the time.
func (r *reader) answers(owner types.Type, method string) []Time {
	iface, ok := owner.Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var out []Time
	for _, fn := range r.methods(iface, method) {
		for _, b := range fn.Blocks {
			ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
			if !ok || len(ret.Results) != 1 {
				continue
			}
			if node := r.returnedExpr(fn, ret); node != nil {
				out = append(out, Time{Node: node, From: r.timeOf(ret.Results[0], 0)})
			}
		}
	}
	return out
}

// returnedExpr returns the expression of a return statement.
func (r *reader) returnedExpr(fn *ssa.Function, ret *ssa.Return) ast.Node {
	var found ast.Node
	if fn.Syntax() == nil {
		return nil
	}
	ast.Inspect(fn.Syntax(), func(n ast.Node) bool {
		if s, ok := n.(*ast.ReturnStmt); ok && s.Pos() == ret.Pos() && len(s.Results) == 1 {
			found = s.Results[0]
		}
		return found == nil
	})
	return found
}

// timeOf says where a time comes from.
func (r *reader) timeOf(v ssa.Value, depth int) Source {
	if depth > 8 {
		return TimeUnknown
	}
	switch x := v.(type) {
	case *ssa.Const:
		return TimeMissing
	case *ssa.Call:
		callee := calls.Callee(x.Common())
		if callee == nil || callee.Pkg() == nil || callee.Pkg().Path() != "time" {
			return TimeUnknown
		}
		switch callee.Name() {
		case "Now":
			return TimeNow
		case "UTC", "Local", "In", "Truncate", "Round", "Add":
			return r.timeOf(x.Common().Args[0], depth+1)
		case "Unix", "UnixMilli":
			return TimeStored
		}
	case *ssa.UnOp:
		if alloc, ok := x.X.(*ssa.Alloc); ok {
			if stores := r.stored(alloc); len(stores) == 1 {
				return r.timeOf(stores[0], depth+1)
			} else if len(stores) == 0 && alloc.Comment == "complit" {
				return TimeMissing
			}
			return TimeUnknown
		}
		return TimeStored
	case *ssa.Field:
		return TimeStored
	}
	return TimeUnknown
}

// filled judges the objects of a library that the package fills in: those that
// say who logged in have to say when.
func (r *reader) filled(owner types.Type, field, zero string) []Time {
	var out []Time
	r.each(func(_ *ssa.Function, instr ssa.Instruction) {
		alloc, ok := instr.(*ssa.Alloc)
		if !ok || !types.Identical(pointed(alloc.Type()), owner) || alloc.Comment != "complit" {
			return
		}
		node := r.literal(alloc)
		if node == nil || fieldStore(alloc, "Subject") == nil {
			return
		}
		at := fieldStore(alloc, field)
		switch {
		case at != nil:
			out = append(out, Time{Node: node, From: later(r.timeOf(at, 0)), Zero: zero})
		case r.assigned(owner, field):
			out = append(out, Time{Node: node, Zero: zero})
		default:
			out = append(out, Time{Node: node, From: TimeMissing, Zero: zero})
		}
	})
	return out
}

// later: an object that is made when the user logs in is rightly given the
// present; when it is made is not known.
func later(s Source) Source {
	if s == TimeNow {
		return TimeUnknown
	}
	return s
}

// literal returns the composite literal that an allocation is for.
func (r *reader) literal(alloc *ssa.Alloc) ast.Node {
	var found ast.Node
	for _, file := range r.pass.Files {
		if alloc.Pos() < file.FileStart || alloc.Pos() > file.FileEnd {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.CompositeLit); ok && (lit.Lbrace == alloc.Pos() || lit.Pos() == alloc.Pos()) {
				found = lit.Type
				if found == nil {
					found = lit
				}
			}
			return found == nil
		})
	}
	return found
}

// assigned reports whether the package writes the field of such an object
// somewhere else.
func (r *reader) assigned(owner types.Type, field string) bool {
	found := false
	r.each(func(_ *ssa.Function, instr ssa.Instruction) {
		if store, ok := instr.(*ssa.Store); ok {
			if addr, ok := store.Addr.(*ssa.FieldAddr); ok && types.Identical(pointed(addr.X.Type()), owner) && fieldOf(addr).Name() == field {
				alloc, fresh := addr.X.(*ssa.Alloc)
				found = found || !fresh || alloc.Comment != "complit"
			}
		}
	})
	return found
}

// A Verifier is a PKCE code verifier that is written in the code.
type Verifier struct{ ast.Node }

// verifiers returns the code verifiers that are constants.
func (r *reader) verifiers() []Verifier {
	var out []Verifier
	for _, s := range r.with(model.LoginParam) {
		name := s.f.Param
		if at := slot(s, model.ArgName); at != nil {
			name, _ = constText(at)
		}
		value, expr := slot(s, model.ArgValue), r.expr(s.call)
		if name != "code_verifier" && name != "code_challenge" || value == nil || expr == nil {
			continue
		}
		if set := r.flows.OriginsOf(value); len(set) == 1 && set[0].Kind == tokenflow.Fixed {
			out = append(out, Verifier{r.argument(s.call, value)})
		}
	}
	return out
}
