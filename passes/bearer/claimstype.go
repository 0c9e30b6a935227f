package bearer

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// claimsType names the type of the claims of a verification.
func (e *engine) claimsType(b *model.Bearer, call ssa.CallInstruction, set optionSet) string {
	v := arg(b, call, model.ArgClaims)
	if s, ok := set.terms[term{model.NoOption, "claims"}]; ok && s.secret != nil {
		v = s.secret
	}
	switch {
	case v != nil:
		return e.typeOfClaims(v)
	case b.Act == model.BearerVerify && b.Filled:
		return "map" // what a parser fills that is given no claims
	case b.Act == model.BearerVerify:
		if results := call.Common().Signature().Results(); results.Len() > 0 {
			return libraryToken(results.At(0).Type())
		}
	}
	return ""
}

// libraryToken names the type of a token that holds its claims itself.
func libraryToken(t types.Type) string {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Name() != "Token" && n.Obj().Name() != "IDToken" || n.Obj().Pkg() == nil || !lib.Shared().HasBearers(n.Obj().Pkg().Path()) {
		return ""
	}
	for _, method := range []string{"Subject", "GetSubject"} {
		if obj, _, _ := types.LookupFieldOrMethod(n, true, n.Obj().Pkg(), method); obj != nil {
			return types.TypeString(n, nil)
		}
	}
	return "" // its claims are somewhere else
}

// typeOfClaims names the type of claims that a value holds; of several
// destinations, the one that has an exp.
func (e *engine) typeOfClaims(v ssa.Value) string {
	if name := libraryToken(v.Type()); name != "" {
		return name
	}
	name := ""
	for _, elem := range calls.Elements(v) {
		leaves, _ := e.sources(elem)
		for i, leaf := range leaves {
			one := claimsName(leaf.Type())
			if lib := libraryToken(leaf.Type()); lib != "" {
				one = lib
			}
			switch {
			case i > 0 && one != name:
				return ""
			case name == "" || e.holdsClaims(leaf.Type()):
				name = one
			}
		}
	}
	return name
}

func claimsName(t types.Type) string {
	if p, ok := types.Unalias(t).Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if _, ok := t.Underlying().(*types.Map); ok {
		return "map"
	}
	if n, ok := types.Unalias(t).(*types.Named); ok && !types.IsInterface(n) {
		return types.TypeString(n, nil)
	}
	return ""
}
