package bearer

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/model"
)

// Algorithms returns the algorithms that the package signs such tokens with as
// a verification takes, nil if one of them is not known.
func (t *Tokens) Algorithms(p *Parse) []string {
	var names []string
	for _, m := range t.mints {
		if p.Claims == "" || m.Claims != p.Claims || Named(m.Key) && Named(p.Key) && m.Key != p.Key {
			continue
		}
		if m.Algorithm == "" || m.Algorithm == "none" {
			return nil
		}
		names = append(names, m.Algorithm)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Only returns the edits that make a verification accept some algorithms only,
// nil if there is no option for that, or nothing to accept.
func (p *Parse) Only(algorithms []string) []analysis.TextEdit {
	if len(algorithms) == 0 {
		return nil
	}
	quoted := make([]string, len(algorithms))
	for i, a := range algorithms {
		quoted[i] = strconv.Quote(a)
	}
	return p.option(model.OnlyAlgorithms, "", "([]string{"+strings.Join(quoted, ", ")+"})")
}

// Insist returns the edits that make a verification refuse tokens without a
// claim, nil if there is no option for that.
func (p *Parse) Insist(claim string) []analysis.TextEdit {
	return p.option(model.DemandClaim, claim, "()")
}

// option appends an option to the call of the verification, or to the one that
// makes its parser.
func (p *Parse) option(option model.Option, claim, args string) []analysis.TextEdit {
	p.engine.later.Lock()
	defer p.engine.later.Unlock()
	call, ok := p.Ranger.(*ast.CallExpr)
	if !ok {
		return nil
	}
	if indexOf(p.bearer, model.ArgOption) < 0 {
		if call = p.maker(); call == nil {
			return nil
		}
	}
	callee := calledIn(call, p.engine.pass.TypesInfo)
	if callee == nil || call.Ellipsis.IsValid() || !callee.Signature().Variadic() {
		return nil
	}
	name := p.engine.optionNamed(callee.Pkg(), option, claim)
	pkg := qualifier(call)
	if name == "" || pkg == "" || !takes(callee, name) {
		return nil
	}
	sep := ", "
	if len(call.Args) == 0 {
		sep = ""
	}
	at := call.Rparen
	if n := len(call.Args); n > 0 {
		at = call.Args[n-1].End() // before a trailing comma
	}
	return []analysis.TextEdit{{Pos: at, End: at, NewText: []byte(sep + pkg + "." + name + args)}}
}

// maker returns the call that makes the parser, if there is exactly one.
func (p *Parse) maker() *ast.CallExpr {
	config := arg(p.bearer, p.call, model.ArgConfig)
	if config == nil {
		return nil
	}
	leaves, complete := p.engine.sources(config)
	if len(leaves) != 1 || !complete {
		return nil
	}
	made, ok := leaves[0].(interface{ Pos() token.Pos })
	if !ok {
		return nil
	}
	return p.engine.syntax.call(made.Pos())
}

func calledIn(call *ast.CallExpr, info *types.Info) *types.Func {
	var id *ast.Ident
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.SelectorExpr:
		id = fun.Sel
	case *ast.Ident:
		id = fun
	default:
		return nil
	}
	fn, _ := info.Uses[id].(*types.Func)
	return fn
}

// qualifier returns the name under which a file imports the package of the
// function that is called.
func qualifier(call *ast.CallExpr) string {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		if id, ok := sel.X.(*ast.Ident); ok {
			return id.Name
		}
	}
	return ""
}

// optionNamed finds the option of a package that says something and needs no
// value that we do not have.
func (e *engine) optionNamed(pkg *types.Package, option model.Option, claim string) string {
	for _, name := range pkg.Scope().Names() {
		fn, ok := pkg.Scope().Lookup(name).(*types.Func)
		if !ok {
			continue
		}
		b := e.model.Bearer(fn)
		if b == nil || b.Act != model.BearerOption || b.Option != option || b.Claim != claim {
			continue
		}
		if option == model.DemandClaim && fn.Signature().Params().Len() > 0 {
			continue
		}
		return name
	}
	return ""
}

// takes reports whether the variadic parameter of a function takes what an
// option of its package returns.
func takes(fn *types.Func, option string) bool {
	params := fn.Signature().Params()
	last, ok := params.At(params.Len() - 1).Type().(*types.Slice)
	made, isFunc := fn.Pkg().Scope().Lookup(option).(*types.Func)
	if !ok || !isFunc || made.Signature().Results().Len() != 1 {
		return false
	}
	return types.AssignableTo(made.Signature().Results().At(0).Type(), last.Elem())
}
