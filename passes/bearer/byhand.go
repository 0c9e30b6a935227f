package bearer

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// decodesByHand reports whether a package decodes the middle of something: a
// call of DecodeString, or DecodeSegment, of parts[1].
func decodesByHand(pass *analysis.Pass) bool {
	decodes := false
	for _, imported := range pass.Pkg.Imports() {
		decodes = decodes || imported.Path() == "encoding/base64"
	}
	if !decodes {
		return false
	}
	for _, file := range pass.Files {
		found := false
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 || found {
				return !found
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || sel.Sel.Name != "DecodeString" && sel.Sel.Name != "DecodeSegment" {
				return true
			}
			index, ok := ast.Unparen(call.Args[0]).(*ast.IndexExpr)
			if ok {
				value := pass.TypesInfo.Types[index.Index].Value
				found = value != nil && constant.Compare(value, token.EQL, constant.MakeInt64(1))
			}
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// byHand: a program splits a token at its dots and decodes the claims in the
// middle. Whoever looks at the third part as well may verify the signature;
// what a function of another package does with the token is not known.
func (e *engine) byHand(call *ssa.Call) *Read {
	callee := calls.Callee(call.Common())
	if callee == nil || callee.FullName() != "(*encoding/base64.Encoding).DecodeString" && callee.Name() != "DecodeSegment" {
		return nil
	}
	ops := calls.Operands(call.Common())
	parts, i := partOf(ops[len(ops)-1])
	split, ok := parts.(*ssa.Call)
	if !ok || i != 1 || !splitsAtDots(split) || e.guarded() {
		return nil
	}
	if third, known := thirdPart(split); third || !known {
		return nil
	}
	tok := split.Call.Args[0]
	expr := e.callOf(call)
	if expr == nil || e.handedToOthers(tok) {
		return nil
	}
	r := &Read{Ranger: expr, Function: calls.Outermost(call.Parent()).Name()}
	f := e.newFlow(call, true)
	f.decoded(result(call, 0), 0)
	e.judge(r, call, tok, f.uses, 0)
	return r
}

// guarded reports whether a middleware of the package verifies the tokens of
// requests before.
func (e *engine) guarded() bool {
	for _, p := range e.parses() {
		if p.Guard {
			return true
		}
	}
	return false
}

// partOf returns the list and the constant index that a text was taken from.
func partOf(v ssa.Value) (list ssa.Value, index int64) {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return nil, 0
	}
	at, ok := load.X.(*ssa.IndexAddr)
	if !ok {
		return nil, 0
	}
	k, ok := at.Index.(*ssa.Const)
	if !ok || k.Value == nil {
		return nil, 0
	}
	i, _ := constant.Int64Val(k.Value)
	return at.X, i
}

func splitsAtDots(call *ssa.Call) bool {
	callee := calls.Callee(call.Common())
	if callee == nil || callee.FullName() != "strings.Split" && callee.FullName() != "strings.SplitN" {
		return false
	}
	k, ok := call.Call.Args[1].(*ssa.Const)
	return ok && k.Value != nil && constant.StringVal(k.Value) == "."
}

// thirdPart reports whether something looks at the signature of a token that
// was split, and whether that is known.
func thirdPart(split *ssa.Call) (looks, known bool) {
	for _, ref := range calls.Uses(split) {
		switch ref := ref.(type) {
		case *ssa.IndexAddr:
			k, ok := ref.Index.(*ssa.Const)
			if !ok || k.Value == nil {
				return false, false
			}
			if i, _ := constant.Int64Val(k.Value); i == 2 {
				return true, true
			}
		case *ssa.Call:
			if _, builtin := ref.Call.Value.(*ssa.Builtin); !builtin {
				return false, false
			}
		case *ssa.DebugRef:
		default:
			return false, false
		}
	}
	return false, true
}

// handedToOthers reports whether code that is not in sight gets the token.
func (e *engine) handedToOthers(tok ssa.Value) bool {
	leaves, _ := e.sources(tok)
	for _, v := range append(leaves, tok) {
		for _, ref := range calls.Uses(v) {
			call, ok := ref.(ssa.CallInstruction)
			if !ok || e.bearer(call) != nil || calls.Body(e.pkg, call.Common()) != nil || prints(call.Common()) {
				continue
			}
			if callee := calls.Callee(call.Common()); callee == nil || !pure(callee) {
				return true
			}
		}
	}
	return false
}

// decoded follows decoded bytes to the struct or map that they fill.
func (f *flow) decoded(v ssa.Value, depth int) {
	if v == nil || depth > 6 {
		return
	}
	for _, ref := range calls.Uses(v) {
		switch ref := ref.(type) {
		case *ssa.MakeInterface, *ssa.Convert, *ssa.ChangeType, *ssa.Phi:
			f.decoded(ref.(ssa.Value), depth+1)
		case *ssa.Call:
			f.decodedBy(ref, v, depth)
		}
	}
}

func (f *flow) decodedBy(call *ssa.Call, v ssa.Value, depth int) {
	callee := calls.Callee(call.Common())
	if callee == nil {
		return
	}
	switch callee.FullName() {
	case "encoding/json.Unmarshal", "(*encoding/json.Decoder).Decode":
		ops := calls.Operands(call.Common())
		if dst := ops[len(ops)-1]; ops[0] == v {
			f.claims(unwrapped(dst))
		}
	case "bytes.NewReader", "bytes.NewBuffer", "strings.NewReader", "encoding/json.NewDecoder":
		f.decoded(call, depth+1)
	default:
		if types.Identical(call.Type(), v.Type()) && pure(callee) {
			f.decoded(call, depth+1)
		}
	}
}
