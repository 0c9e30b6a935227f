package routes

import (
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// answer returns what a call does to the answer.
func (e *engine) answer(call ssa.CallInstruction) Answer {
	common := call.Common()
	callee := calls.Callee(common)
	if callee == nil {
		return e.dynamic(common)
	}
	if f := e.index.Life(callee); f != nil {
		return e.modelled(call, f)
	}
	s := e.imported(callee)
	if callee.Name() == "ServeHTTP" && s.May == 0 && calls.Body(e.pkg, common) == nil && e.handlerParams(callee.Signature()) {
		return Answer{Must: Next, May: Next} // a proxy, a file server
	}
	if body := calls.Body(e.pkg, common); body != nil {
		s = e.summaries[body]
	}
	if made, ok := common.Value.(*ssa.MakeClosure); ok && s.May == 0 {
		s = e.summaries[made.Fn.(*ssa.Function)]
	}
	return withStatus(s, common)
}

// withStatus fills in the status that a caller says.
func withStatus(s summary, common *ssa.CallCommon) Answer {
	a := s.Answer
	args := calls.Operands(common)
	if s.status < 0 || s.status >= len(args) {
		return a
	}
	a.Code = constInt(args[s.status])
	more := ofStatus(a.Code)
	a.May |= more
	if a.Must&Status != 0 {
		a.Must |= more
	}
	return a
}

// modelled returns what a function of a library does.
func (e *engine) modelled(call ssa.CallInstruction, f *model.Func) Answer {
	does := Effect(f.Does) & (Starts | Completes | Stops | Leaves) // numbered as in the model
	code := 0
	common := call.Common()
	switch f.Role {
	case model.ResponseStatus:
		code = f.Status
		does |= Status
		if arg := slot(f, common, model.ArgStatus); arg != nil {
			if n := constInt(arg); n != 0 || f.Status == 0 {
				code = n
			}
		}
		does |= ofStatus(code)
		if code >= 100 && code < 200 && code != 101 { // informational: the answer is still to come
			return Answer{}
		}
		if url := slot(f, common, model.ArgURL); url != nil {
			does = does&^Succeeds | Redirects
			if toLogin(constText(url)) {
				does |= Rejects
			}
		}
	case model.ResponseStart:
		if w := slot(f, common, model.ArgWriter); w != nil && !e.isResponse(w) {
			return Answer{}
		}
		does |= Body
		does |= e.chained(common, &code)
	case model.Abort:
	case model.Next:
		does |= Next
	default:
		return Answer{}
	}
	if does&Effect(model.Completes) != 0 {
		does |= Body
	}
	return Answer{Must: does, May: does, Code: code}
}

// chained returns the status that the call before in the chain sets:
// c.Status(401).JSON(…).
func (e *engine) chained(common *ssa.CallCommon, code *int) Effect {
	args := calls.Operands(common)
	if len(args) == 0 {
		return 0
	}
	before, ok := args[0].(*ssa.Call)
	if !ok {
		return 0
	}
	f := e.index.Life(calls.Callee(before.Common()))
	if f == nil || f.Role != model.ResponseStatus {
		return 0
	}
	a := e.modelled(before, f)
	*code = a.Code
	return a.Must & (Status | Rejects | Fails | Succeeds | Redirects)
}

// dynamic returns what the call of a function value does: one that takes
// nothing but the request and the answer is the rest of a chain.
func (e *engine) dynamic(common *ssa.CallCommon) Answer {
	if made, ok := common.Value.(*ssa.MakeClosure); ok {
		return withStatus(e.summaries[made.Fn.(*ssa.Function)], common)
	}
	if e.goesOnBy(common.Value.Type()) {
		return Answer{Must: Next, May: Next}
	}
	if _, ok := common.Value.(*ssa.Builtin); ok || !e.handlerParams(common.Signature()) {
		return Answer{}
	}
	if answersErrors(nameOf(common.Value)) {
		return Answer{May: Next}
	}
	return Answer{Must: Next, May: Next}
}

// answersErrors reports whether a function value says by its name that it is
// something else than the rest of a chain.
func answersErrors(name string) bool {
	name = strings.ToLower(name)
	for _, word := range []string{"err", "fail", "reject", "deny", "denied", "unauth", "forbid", "log", "audit", "before", "after"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// statusParam returns the parameter of a function that a call in it takes as
// the status, or -1.
func (e *engine) statusParam(fn *ssa.Function, call ssa.CallInstruction) int {
	common := call.Common()
	var status ssa.Value
	callee := calls.Callee(common)
	if callee == nil {
		return -1
	}
	if f := e.index.Life(callee); f != nil && f.Role == model.ResponseStatus {
		status = slot(f, common, model.ArgStatus)
	} else if s := e.calleeSummary(callee, common); s.status >= 0 {
		if args := calls.Operands(common); s.status < len(args) {
			status = args[s.status]
		}
	}
	for i, p := range fn.Params {
		if status == ssa.Value(p) {
			return i
		}
	}
	return -1
}

func (e *engine) calleeSummary(callee *types.Func, common *ssa.CallCommon) summary {
	if body := calls.Body(e.pkg, common); body != nil {
		return e.summaries[body]
	}
	return e.imported(callee)
}

// slot returns the argument that plays a slot, or nil.
func slot(f *model.Func, common *ssa.CallCommon, s model.Slot) ssa.Value {
	for _, a := range f.Args {
		if a.Slot == s {
			if v := calls.Argument(common, a.Index); v != nil {
				if elems := calls.Elements(v); len(elems) == 1 {
					return elems[0]
				}
			}
			return nil
		}
	}
	return nil
}

func constInt(v ssa.Value) int {
	if k, ok := v.(*ssa.Const); ok && k.Value != nil {
		if n, exact := constant.Int64Val(constant.ToInt(k.Value)); k.Value.Kind() == constant.Int && exact {
			return int(n)
		}
		if k.Value.Kind() == constant.String { // beego takes the status as a text
			n := 0
			for _, c := range constant.StringVal(k.Value) {
				if c < '0' || c > '9' || n > 999 {
					return 0
				}
				n = 10*n + int(c-'0')
			}
			return n
		}
	}
	return 0
}

func constText(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.String {
			return constant.StringVal(v.Value)
		}
	case *ssa.BinOp: // "/login?next=" + path
		return constText(v.X)
	}
	return ""
}
