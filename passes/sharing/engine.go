package sharing

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/edit"
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// An engine reads one package.
type engine struct {
	pass   *analysis.Pass
	index  *lib.Index
	pkg    *ssa.Package
	funcs  []*ssa.Function
	routes *routes.Routes
	lends  bool // an application is made here, and does not ask for copies
}

func newEngine(pass *analysis.Pass, pkg *ssa.Package, funcs []*ssa.Function) *engine {
	e := &engine{pass: pass, index: lib.Shared(), pkg: pkg, funcs: funcs, routes: routes.Of(pass)}
	copies := false
	for _, fn := range funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				switch instr := instr.(type) {
				case *ssa.Call:
					if f := e.index.Life(calls.Callee(instr.Common())); f != nil && f.Role == model.RouterNew {
						e.lends = true
					}
				case *ssa.Store:
					copies = copies || e.asksForCopies(instr)
				}
			}
		}
	}
	e.lends = e.lends && !copies
	return e
}

// asksForCopies reports whether a store sets, to anything but false, the field
// that makes a library copy what it lends.
func (e *engine) asksForCopies(s *ssa.Store) bool {
	addr, ok := s.Addr.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	f := e.index.LifeField(addr.X.Type(), fields.Of(addr.X.Type(), addr.Field).Name())
	if f == nil || f.Role != model.RouterNew {
		return false
	}
	k, isConst := s.Val.(*ssa.Const)
	return !isConst || constant.BoolVal(k.Value)
}

// keptBy returns what a handler keeps.
func (e *engine) keptBy(h *routes.Handler) []Kept {
	var all []Kept
	add := func(instr ssa.Instruction, v ssa.Value, name, place string, kinds ...Kind) {
		for _, kind := range kinds {
			from, ok := e.is(kind, v, h.Fn)
			if !ok {
				continue
			}
			if node := e.node(instr); node != nil {
				all = append(all, Kept{Node: node, Kind: kind, Name: name, Place: place, Function: h.Name(), From: e.step(from)})
			}
			return
		}
	}
	for _, b := range h.Fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Store:
				if name, place, read := e.shared(instr.Addr, h); place != "" {
					if read {
						add(instr, instr.Val, name, place, Session, Identity)
					}
					add(instr, instr.Val, name, place, Lent)
				}
			case *ssa.MapUpdate:
				if load, ok := instr.Map.(*ssa.UnOp); ok {
					if name, place, _ := e.shared(load.X, h); place != "" {
						add(instr, instr.Key, name, "map", Lent)
						add(instr, instr.Value, name, "map", Lent)
					}
				}
			case *ssa.Send:
				add(instr, instr.X, "", "channel", Lent)
			case *ssa.Go:
				for _, v := range e.handedTo(instr) {
					add(instr, v, "", "goroutine", Lent)
				}
			}
		}
	}
	return all
}

// handedTo returns what a goroutine is given: arguments and captured variables.
func (e *engine) handedTo(g *ssa.Go) []ssa.Value {
	values := append([]ssa.Value(nil), g.Call.Args...)
	if made, ok := g.Call.Value.(*ssa.MakeClosure); ok {
		for _, v := range made.Bindings {
			if alloc, ok := v.(*ssa.Alloc); ok {
				v = stored(alloc)
			}
			if v != nil {
				values = append(values, v)
			}
		}
	}
	return values
}

// stored returns what a variable holds, if it is assigned once.
func stored(alloc *ssa.Alloc) ssa.Value {
	var v ssa.Value
	for _, ref := range calls.Uses(alloc) {
		if s, ok := ref.(*ssa.Store); ok && s.Addr == ssa.Value(alloc) {
			if v != nil {
				return nil
			}
			v = s.Val
		}
	}
	return v
}

func (e *engine) step(instr ssa.Instruction) evidence.Step {
	if instr == nil || !instr.Pos().IsValid() {
		return evidence.Step{}
	}
	s := evidence.Step{Start: instr.Pos(), Stop: instr.Pos()}
	if n := e.node(instr); n != nil {
		s.Start, s.Stop = n.Pos(), n.End()
	}
	return s
}

// node returns the smallest statement or call at an instruction.
func (e *engine) node(instr ssa.Instruction) ast.Node {
	pos := instr.Pos()
	if pos == token.NoPos {
		return nil
	}
	for _, n := range edit.Around(e.pass.Files, pos) {
		switch n := n.(type) {
		case *ast.CallExpr:
			if n.Lparen == pos {
				return n
			}
		case *ast.AssignStmt, *ast.SendStmt, *ast.GoStmt, *ast.IncDecStmt:
			return n
		}
	}
	return nil
}

// named returns the name of a type, behind pointers.
func named(t types.Type) string {
	for {
		p, ok := types.Unalias(t).(*types.Pointer)
		if !ok {
			break
		}
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}
