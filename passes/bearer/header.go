package bearer

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// readsToken notes what is done with a token whose key is wanted.
func (e *engine) readsToken(tok ssa.Value, info *keyInfo, depth int) {
	if depth > 4 || e.spent() {
		info.unknown = true
		return
	}
	for _, ref := range calls.Uses(tok) {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			name := fields.Of(ref.X.Type(), ref.Field).Name()
			for _, use := range calls.Uses(ref) {
				if load, ok := use.(*ssa.UnOp); ok {
					e.readsField(name, load, info)
				}
			}
		case ssa.CallInstruction:
			fn := calls.Body(e.pkg, ref.Common())
			if fn == nil {
				if !prints(ref.Common()) {
					info.unknown = true
					info.method = true // it may well look
				}
				continue
			}
			for i, op := range calls.Operands(ref.Common()) {
				if op == tok && i < len(fn.Params) {
					e.readsToken(fn.Params[i], info, depth+1)
				}
			}
		}
	}
}

func (e *engine) readsField(name string, v ssa.Value, info *keyInfo) {
	switch name {
	case "Method":
		info.method = info.method || e.decides(v, 0)
	case "Header":
		for _, ref := range calls.Uses(v) {
			lookup, ok := ref.(*ssa.Lookup)
			if !ok {
				continue
			}
			key, ok := lookup.Index.(*ssa.Const)
			if !ok || key.Value == nil || key.Value.Kind() != constant.String {
				continue
			}
			e.readsHeader(constant.StringVal(key.Value), lookup, info)
		}
	}
}

func (e *engine) readsHeader(name string, lookup *ssa.Lookup, info *keyInfo) {
	switch name {
	case "alg":
		info.method = info.method || e.decides(lookup, 0)
	case "jku", "x5u", "jwk", "x5c":
		if call := e.reaches(lookup, func(call *ssa.CallCommon, _ int) bool { return fetchesKey(call) }); call != nil {
			info.header, info.at = name, e.step(call)
		}
	case "kid":
		if call := e.reaches(lookup, e.opensOrQueries); call != nil {
			info.path, info.at = calls.Callee(call.Common()).Name(), e.step(call)
		}
	}
}

// fetchesKey reports whether a call can turn what a token says into a key: it
// is none that only compares, prints or looks up.
func fetchesKey(call *ssa.CallCommon) bool {
	callee := calls.Callee(call)
	return callee != nil && !prints(call) && !pure(callee)
}

// opensOrQueries reports whether operand i of a call is the name of a file or
// the text of a statement.
func (e *engine) opensOrQueries(call *ssa.CallCommon, i int) bool {
	callee := calls.Callee(call)
	if callee == nil || callee.Pkg() == nil {
		return false
	}
	switch callee.Pkg().Path() {
	case "os", "io/ioutil":
		return slices.Contains([]string{"ReadFile", "Open", "OpenFile"}, callee.Name()) && i == 0
	}
	f := e.model.Func(callee)
	if f == nil || f.Role != model.DBRead && f.Role != model.DBWrite {
		return false
	}
	for _, a := range f.Args {
		at := a.Index
		if calls.HasReceiver(call) {
			at++
		}
		if a.Slot == model.ArgQuery && at == i {
			return true
		}
	}
	return false
}

// decides reports whether a value takes part in a decision: it is compared, is
// looked up, its type is tested, or a function of the program judges it.
func (e *engine) decides(v ssa.Value, depth int) bool {
	if depth > 6 {
		return false
	}
	for _, ref := range calls.Uses(v) {
		switch ref := ref.(type) {
		case *ssa.If:
			return true
		case *ssa.BinOp:
			if ref.Op == token.EQL || ref.Op == token.NEQ {
				return true
			}
		case *ssa.TypeAssert:
			if ref.CommaOk && !types.IsInterface(ref.AssertedType) && !isString(ref.AssertedType) || e.decides(ref, depth+1) {
				return true
			}
		case *ssa.Lookup:
			if ref.Index == v {
				return true
			}
		case *ssa.Extract, *ssa.Phi, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.Convert:
			if e.decides(ref.(ssa.Value), depth+1) {
				return true
			}
		case *ssa.MakeInterface:
			if e.decides(ref, depth+1) {
				return true
			}
		case *ssa.Call:
			if prints(ref.Common()) {
				continue
			}
			if callee := calls.Callee(ref.Common()); callee != nil && callee.Name() == "Alg" {
				if e.decides(ref, depth+1) {
					return true
				}
				continue
			}
			return true
		}
	}
	return false
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
