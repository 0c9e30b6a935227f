package settings

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// comparison decides constants and recognises questions about TLS: r.TLS !=
// nil, scheme == "https".
func (e *engine) comparison(v *ssa.BinOp) values {
	if isTLSState(v.X.Type()) || isTLSState(v.Y.Type()) {
		return asksTLS(v.Op == token.NEQ)
	}
	x, y := e.eval(v.X), e.eval(v.Y)
	if len(x) == 1 && len(y) == 1 {
		a, b := x[0], y[0]
		if isConst(a) && isConst(b) && a.Kind == b.Kind {
			equal := a.Bool == b.Bool && a.Int == b.Int && a.Str == b.Str
			return values{{Kind: boolean, Bool: equal == (v.Op == token.EQL), ByDefault: a.ByDefault || b.ByDefault, Variable: a.Variable + b.Variable}}
		}
	}
	for _, vals := range []values{x, y} {
		for _, a := range vals {
			if a.Kind == text && isHTTPS(a.Str) {
				return asksTLS(v.Op == token.EQL)
			}
		}
	}
	return unknownValue(e.describe(place{v, ""}), 0, 0)
}

// plainOnly is why a switch that is on without TLS only has no good value.
const plainOnly = "the opposite of the TLS state"

func asksTLS(yes bool) values {
	if yes {
		return values{{Kind: fromTLS}}
	}
	return values{{Kind: fromPlain, Str: plainOnly}}
}

func isConst(a Atom) bool { return a.Kind == boolean || a.Kind == integer || a.Kind == text }

func isHTTPS(s string) bool { return strings.HasPrefix(strings.ToLower(s), "https") }

func isTLSState(t types.Type) bool {
	p, ok := t.Underlying().(*types.Pointer)
	if !ok {
		return false
	}
	n, ok := types.Unalias(p.Elem()).(*types.Named)
	return ok && n.Obj().Name() == "ConnectionState" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "crypto/tls"
}
