package tokenflow

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A Comparison is a comparison of two texts.
type Comparison struct {
	ast.Node
	Left, Right Side
	Function    string
	Looked      bool // the function asks a database for one of the sides
	// OfParameters: each side is made of a parameter of the function alone.
	OfParameters bool
	Constant     bool // in constant time
}

// A Side is one operand of a comparison.
type Side struct {
	Expr    ast.Expr
	Origins []Origin
	Name    string // of the variable, field or parameter that holds it
	Fixed   bool   // a constant
	Bound   bool   // filled from a request by a decoder
	own     bool   // made of a parameter of the function
	Claimed bool   // a claim of a parsed token
}

// FromRequest reports whether the client chose the value.
func (s Side) FromRequest() bool {
	if s.Bound {
		return true
	}
	for _, o := range s.Origins {
		if o.Kind.FromRequest() {
			return true
		}
	}
	return false
}

// Hashed reports whether the value is a hash.
func (s Side) Hashed() bool {
	for _, o := range s.Origins {
		if !o.Hashed {
			return false
		}
	}
	return len(s.Origins) > 0
}

// comparisons returns the comparisons of texts in the package.
func (e *engine) comparisons() []Comparison {
	var out []Comparison
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if c, ok := e.comparison(instr); ok {
					c.Function = calls.Outermost(fn).Name()
					c.Looked = e.asksDatabase(fn, c)
					c.OfParameters = c.Left.own && c.Right.own
					out = append(out, c)
				}
			}
		}
	}
	return out
}

// constantComparisons returns the comparisons of texts with constants.
func (e *engine) constantComparisons() []Comparison {
	var out []Comparison
	e.syntax.build()
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				op, ok := instr.(*ssa.BinOp)
				if !ok || op.Op != token.EQL && op.Op != token.NEQ || !isTextual(op.X.Type()) || isConst(op.X) == isConst(op.Y) {
					continue
				}
				if expr := e.syntax.binary[op.Pos()]; expr != nil {
					out = append(out, Comparison{Node: expr, Left: e.side(op.X, expr.X), Right: e.side(op.Y, expr.Y), Function: calls.Outermost(fn).Name()})
				}
			}
		}
	}
	return out
}

func (e *engine) comparison(instr ssa.Instruction) (Comparison, bool) {
	switch instr := instr.(type) {
	case *ssa.BinOp:
		if instr.Op != token.EQL && instr.Op != token.NEQ || !e.comparesTexts(instr.X) || isConst(instr.X) || isConst(instr.Y) {
			return Comparison{}, false
		}
		e.syntax.build()
		expr := e.syntax.binary[instr.Pos()]
		if expr == nil {
			return Comparison{}, false
		}
		return Comparison{Node: expr, Left: e.side(instr.X, expr.X), Right: e.side(instr.Y, expr.Y)}, true
	case *ssa.Call:
		callee := calls.Callee(instr.Common())
		if callee == nil {
			return Comparison{}, false
		}
		f := e.model(callee)
		if f == nil || f.Role != model.PlainCompare && f.Role != model.SafeCompare {
			return Comparison{}, false
		}
		expr := e.syntax.call(instr.Pos())
		x, y := e.slot(f, instr.Common(), model.ArgLeft), e.slot(f, instr.Common(), model.ArgRight)
		if expr == nil || len(expr.Args) != 2 || x == nil || y == nil || !isTextual(unboxed(x).Type()) || !isTextual(unboxed(y).Type()) {
			return Comparison{}, false
		}
		return Comparison{Node: expr, Left: e.side(x, expr.Args[0]), Right: e.side(y, expr.Args[1]), Constant: f.Role == model.SafeCompare}, true
	}
	return Comparison{}, false
}

func (e *engine) side(v ssa.Value, expr ast.Expr) Side {
	s := Side{Expr: expr, Origins: e.calledWith(e.of(v), 0), Name: nameOf(expr), Bound: e.isBound(v)}
	s.Fixed = len(s.Origins) > 0 && allFixed(s.Origins)
	s.own = ofParameter(e.of(v))
	s.Claimed = e.isClaim(expr)
	return s
}

// isClaim reports whether an expression is a part of something whose type says
// that it holds the claims of a token.
func (e *engine) isClaim(expr ast.Expr) bool {
	expr = ast.Unparen(expr)
	if call, ok := expr.(*ast.CallExpr); ok && len(call.Args) == 0 {
		expr = call.Fun // a getter
	}
	sel, ok := expr.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	_, name := named(e.pass.TypesInfo.TypeOf(sel.X))
	list := words.Split(name)
	return has(list, "claims", "claim") || has(list, "id") && has(list, "token") // a verified ID token of OpenID Connect
}

func unboxed(v ssa.Value) ssa.Value {
	if made, ok := v.(*ssa.MakeInterface); ok {
		return made.X
	}
	return v
}

func ofParameter(set origins) bool {
	for _, o := range set {
		if o.Kind != param {
			return false
		}
	}
	return len(set) > 0
}

// nameOf returns the last name of an expression: of a field, variable or call.
func nameOf(expr ast.Expr) string {
	switch x := ast.Unparen(expr).(type) {
	case *ast.Ident:
		return x.Name
	case *ast.SelectorExpr:
		return x.Sel.Name
	case *ast.CallExpr:
		if len(x.Args) == 1 && !masks(nameOf(x.Fun)) {
			if inner := nameOf(x.Args[0]); inner != "" {
				return inner
			}
		}
		return nameOf(x.Fun)
	case *ast.TypeAssertExpr:
		return nameOf(x.X)
	case *ast.IndexExpr:
		return nameOf(x.X)
	case *ast.SliceExpr:
		return nameOf(x.X)
	case *ast.StarExpr:
		return nameOf(x.X)
	}
	return ""
}

// isBound reports whether a value is a field that a decoder fills from a
// request: by the struct tags of web frameworks, or since the struct was handed
// to a call together with the request.
func (e *engine) isBound(v ssa.Value) bool {
	u, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	addr, ok := u.X.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	t := addr.X.Type()
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if s, ok := t.Underlying().(*types.Struct); ok && boundTag(s.Tag(addr.Field)) {
		return true
	}
	root := placeOf(addr).root
	if root.Parent() == nil {
		return false
	}
	for _, instr := range e.touching(root, root.Parent()) {
		if call, ok := instr.(ssa.CallInstruction); ok && e.hasRequest(call.Common()) && decodes(call.Common()) {
			return true
		}
	}
	return false
}

// decodes reports whether a call says by its name that it fills what it is given.
func decodes(call *ssa.CallCommon) bool {
	callee := calls.Callee(call)
	return callee != nil && hasAny(callee.Name(), "bind", "decode", "parse", "read", "unmarshal", "scan", "input")
}

func boundTag(tag string) bool {
	return hasAny(tag, `form:"`, `query:"`, `binding:"`, `uri:"`, `param:"`)
}

// hasRequest reports whether a call is given a request or the context of a
// framework.
func (e *engine) hasRequest(call *ssa.CallCommon) bool {
	for _, arg := range calls.Operands(call) {
		_, name := named(arg.Type())
		switch name {
		case "Request", "Ctx", "RequestCtx", "RequestContext":
			return true
		case "Context":
			pkg, _ := named(arg.Type())
			return pkg != "context"
		}
	}
	return false
}

// asksDatabase reports whether a function looks something up in a database by
// what it then compares.
func (e *engine) asksDatabase(fn *ssa.Function, c Comparison) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			callee := calls.Callee(call.Common())
			if callee == nil {
				continue
			}
			f := e.model(callee)
			if f == nil || f.Role != model.DBRead {
				continue
			}
			for _, v := range e.slots(f, call.Common(), model.ArgValue) {
				for _, o := range e.of(v) {
					if c.Left.holds(o) || c.Right.holds(o) {
						return true
					}
				}
			}
		}
	}
	return false
}

func (s Side) holds(o Origin) bool {
	for _, have := range s.Origins {
		if o.Kind != Unknown && o.Kind != Fixed && have.key() == o.key() {
			return true
		}
	}
	return false
}
