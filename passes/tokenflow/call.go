package tokenflow

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
)

func calleeOf(call *ssa.CallCommon) *types.Func {
	if call.IsInvoke() {
		return call.Method.Origin()
	}
	if fn := call.StaticCallee(); fn != nil {
		if obj, ok := fn.Object().(*types.Func); ok {
			return obj.Origin()
		}
	}
	return nil
}

// body returns the function of this package that a call runs, or nil.
func (e *engine) body(call *ssa.CallCommon) *ssa.Function {
	fn := call.StaticCallee()
	if fn == nil {
		return nil
	}
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	if fn.Pkg != e.pkg || len(fn.Blocks) == 0 {
		return nil
	}
	return fn
}

func operands(call *ssa.CallCommon) []ssa.Value {
	if call.IsInvoke() {
		return append([]ssa.Value{call.Value}, call.Args...)
	}
	return call.Args
}

// argument returns the operand for a parameter index of the model.
func argument(call *ssa.CallCommon, i int) ssa.Value {
	if i == model.Receiver {
		if call.IsInvoke() {
			return call.Value
		}
		if call.Signature().Recv() != nil && len(call.Args) > 0 {
			return call.Args[0]
		}
		return nil
	}
	if !call.IsInvoke() && call.Signature().Recv() != nil {
		i++
	}
	if i < 0 || i >= len(call.Args) {
		return nil
	}
	return call.Args[i]
}

// slot returns the argument that plays a part, or nil.
func (e *engine) slot(f *model.Func, call *ssa.CallCommon, slot model.Slot) ssa.Value {
	for _, arg := range f.Args {
		if arg.Slot == slot {
			return argument(call, arg.Index)
		}
	}
	return nil
}

// slots returns all values of a part: of a variadic one, its elements.
func (e *engine) slots(f *model.Func, call *ssa.CallCommon, slot model.Slot) []ssa.Value {
	var out []ssa.Value
	for _, arg := range f.Args {
		if arg.Slot != slot {
			continue
		}
		if v := argument(call, arg.Index); v != nil {
			out = append(out, unpack(v)...)
		}
	}
	return out
}

// unpack returns the elements of a slice made for a variadic call, or the
// value itself.
func unpack(v ssa.Value) []ssa.Value {
	slice, ok := v.(*ssa.Slice)
	if !ok {
		return []ssa.Value{v}
	}
	array, ok := slice.X.(*ssa.Alloc)
	if !ok || array.Comment != "varargs" && array.Comment != "slicelit" {
		return []ssa.Value{v}
	}
	var elems []ssa.Value
	for _, ref := range *array.Referrers() {
		if addr, ok := ref.(*ssa.IndexAddr); ok {
			for _, use := range *addr.Referrers() {
				if store, ok := use.(*ssa.Store); ok && store.Addr == addr {
					elems = append(elems, store.Val)
				}
			}
		}
	}
	return elems
}

// call returns the origin of result i of a call.
func (e *engine) call(call *ssa.Call, i int) origins {
	set := e.callPath(call, i, "")
	if set == nil {
		return nil
	}
	at := e.syntax.call(call.Pos())
	return set.each(func(o Origin) Origin {
		switch {
		case at == nil || o.Kind == Fixed || o.Kind == param:
		case !o.Pos.IsValid():
			o.Pos, o.End = at.Pos(), at.End()
		case e.body(call.Common()) != nil:
			o.Call = evidence.Step{Start: at.Pos(), Stop: at.End(), Text: "returned here"}
			o.Steps = append(o.Steps[:len(o.Steps):len(o.Steps)], o.Call)
		}
		return o
	})
}

// callPath returns the origin of a path below result i of a call.
func (e *engine) callPath(call *ssa.Call, i int, path string) origins {
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		return e.builtin(b, common)
	}
	if fn := e.body(common); fn != nil {
		set := e.substitute(e.returned(fn, i, path), fn, call)
		if masks(fn.Name()) {
			return set.each(func(o Origin) Origin { o.Short = true; return o })
		}
		return set
	}
	if fn := common.StaticCallee(); fn != nil {
		if method := e.boundMethod(fn); method != nil {
			return e.returned(method, i, path).each(withoutParam)
		}
	}
	callee := calleeOf(common)
	if callee == nil {
		return e.dynamic(call, i)
	}
	if isError(common.Signature(), i) && e.imported(callee) == nil {
		return e.repeated(callee, call) // what other errors say is not known
	}
	if f := e.model(callee); f != nil {
		if set, ok := e.modelled(f, callee, call, i); ok {
			return set
		}
	}
	if fact := e.imported(callee); fact != nil {
		return e.substitute(fact.result(i, path), nil, call)
	}
	if set, ok := e.metadata(callee, call, i); ok {
		return set
	}
	if set, ok := e.passThrough(callee, call, i); ok {
		return set
	}
	return unknown(callee.Name() + "()")
}

// repeated: errors of the standard library that repeat a file name or a URL.
func (e *engine) repeated(callee *types.Func, call *ssa.Call) origins {
	if callee.Pkg() == nil {
		return nil
	}
	switch callee.Pkg().Path() {
	case "os", "net/url", "net/http":
		var texts []ssa.Value
		for _, arg := range operands(call.Common()) {
			if isTextual(arg.Type()) {
				texts = append(texts, arg)
			}
		}
		return e.joined(texts)
	}
	return nil
}

func isError(sig *types.Signature, i int) bool {
	return i > 0 && i < sig.Results().Len() && types.Identical(sig.Results().At(i).Type(), types.Universe.Lookup("error").Type())
}

// dynamic: the call of a function value that is in sight.
func (e *engine) dynamic(call *ssa.Call, i int) origins {
	var out origins
	for _, fn := range e.functions(call.Common().Value, 0) {
		if method := e.boundMethod(fn); method != nil {
			out = out.with(e.returned(method, i, "").each(withoutParam)...)
			continue
		}
		if fn.Pkg == e.pkg && len(fn.Blocks) > 0 {
			out = out.with(e.substitute(e.returned(fn, i, ""), fn, call)...)
		}
	}
	if out == nil {
		return unknown("a function value")
	}
	return out
}

// boundMethod returns the method of this package that a method value calls.
func (e *engine) boundMethod(fn *ssa.Function) *ssa.Function {
	obj, ok := fn.Object().(*types.Func)
	if !ok || fn.Synthetic == "" || obj.Pkg() != e.pass.Pkg {
		return nil
	}
	if method := e.pkg.Prog.FuncValue(obj.Origin()); method != nil && method.Pkg == e.pkg && len(method.Blocks) > 0 {
		return method
	}
	return nil
}

// withoutParam forgets a parameter whose argument is not in sight.
func withoutParam(o Origin) Origin {
	if o.Kind == param {
		return Origin{Kind: Unknown, Text: "a method value"}
	}
	return o
}

// functions returns the functions that a value may be, as far as one can see.
func (e *engine) functions(v ssa.Value, depth int) []*ssa.Function {
	if depth > 6 {
		return nil
	}
	switch v := v.(type) {
	case *ssa.Function:
		return []*ssa.Function{v}
	case *ssa.MakeClosure:
		return []*ssa.Function{v.Fn.(*ssa.Function)}
	case *ssa.ChangeType:
		return e.functions(v.X, depth+1)
	case *ssa.MakeInterface:
		return e.functions(v.X, depth+1)
	case *ssa.Phi:
		var out []*ssa.Function
		for _, edge := range v.Edges {
			out = append(out, e.functions(edge, depth+1)...)
		}
		return out
	case *ssa.UnOp:
		if val := e.onlyStored(v.X); val != nil {
			return e.functions(val, depth+1)
		}
		if addr, ok := v.X.(*ssa.FieldAddr); ok {
			var out []*ssa.Function
			for _, store := range e.fieldStores(fieldOf(addr.X.Type(), addr.Field).Origin()) {
				out = append(out, e.functions(store.Val, depth+1)...)
			}
			return out
		}
	case *ssa.Call:
		if fn := e.body(v.Common()); fn != nil {
			var out []*ssa.Function
			for _, ret := range returns(fn) {
				if len(ret.Results) > 0 {
					out = append(out, e.functions(ret.Results[0], depth+1)...)
				}
			}
			return out
		}
	}
	return nil
}

func returns(fn *ssa.Function) []*ssa.Return {
	var out []*ssa.Return
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			out = append(out, ret)
		}
	}
	return out
}

// returned joins what the returns of a function of this package give.
func (e *engine) returned(fn *ssa.Function, i int, path string) origins {
	key := resultKey{fn, i, path}
	if set, ok := e.results[key]; ok {
		return set
	}
	e.results[key] = nil // a recursive call adds nothing
	cuts := e.cuts
	var out origins
	for _, ret := range returns(fn) {
		if i >= len(ret.Results) {
			continue
		}
		if path == "" {
			out = out.with(e.of(ret.Results[i])...)
		} else {
			out = out.with(e.inside(ret.Results[i], path)...)
		}
	}
	if e.cuts == cuts || len(e.busy)+len(e.open) == 0 {
		e.results[key] = out
	} else {
		delete(e.results, key)
	}
	return out
}

// substitute replaces the parameters of a function by the arguments of a call.
func (e *engine) substitute(set origins, fn *ssa.Function, call ssa.CallInstruction) origins {
	args := operands(call.Common())
	var out origins
	for _, o := range set {
		o.Bits = e.fold(o.Bits, args)
		if o.Kind != param || o.owner != fn || o.Param >= len(args) {
			out = out.with(o)
			continue
		}
		for _, a := range e.argOrigins(args[o.Param], o.Path) {
			if o.Hashed {
				a.Hashed = true
				a.Bits = a.Bits.atMost(o.Bits)
			}
			a.Short = a.Short || o.Short
			if o.Kept > 0 {
				a = a.cut(float64(o.Kept))
			}
			if a.Kind == Fixed && !a.Pos.IsValid() {
				if expr := e.syntax.arg(call, o.Param); expr != nil {
					a.Pos, a.End = expr.Pos(), expr.End()
				}
			}
			out = out.with(a)
		}
	}
	return out
}

func (e *engine) argOrigins(arg ssa.Value, path string) origins {
	if path == "" {
		var out origins
		for _, v := range unpack(arg) {
			out = out.with(e.of(v)...)
		}
		return out
	}
	return e.inside(arg, path)
}

// fold replaces the parameter in an amount of bits by the argument.
func (e *engine) fold(a amount, args []ssa.Value) amount {
	if a.Each == 0 || a.Param >= len(args) {
		return a
	}
	n := e.count(args[a.Param])
	if !n.Known() && n.Each == 0 {
		return noLimit()
	}
	return n.times(a.Each).plus(bits(a.Base))
}

func (e *engine) builtin(b *ssa.Builtin, call *ssa.CallCommon) origins {
	switch b.Name() {
	case "append":
		var parts []origins
		for _, arg := range call.Args {
			for _, v := range unpack(arg) {
				if set := e.of(v); set != nil {
					parts = append(parts, set)
				}
			}
		}
		return concat(parts...)
	case "min", "max":
		var out origins
		for _, arg := range call.Args {
			out = out.with(e.of(arg)...)
		}
		return out
	}
	return nil
}

// passThrough: functions of the standard library that spell their arguments in
// another way, and functions that hide what they are given.
func (e *engine) passThrough(fn *types.Func, call *ssa.Call, i int) (origins, bool) {
	if hides(fn.Name()) {
		return nil, true
	}
	if set, ok := e.spelled(fn, call, i); ok {
		return set, true
	}
	if fn.Pkg() == nil {
		if fn.Name() == "Error" { // error.Error()
			return e.joined(operands(call.Common())), true
		}
		return nil, false
	}
	if i > 0 && fn.Pkg().Path() != "strings" {
		return nil, true // an error
	}
	args := operands(call.Common())
	switch fn.Pkg().Path() {
	case "fmt":
		if strings.HasPrefix(fn.Name(), "Sprint") || fn.Name() == "Errorf" || strings.HasPrefix(fn.Name(), "Append") {
			return e.formatted(args), true
		}
	case "strings", "bytes", "html", "net/url", "unicode/utf8", "path", "errors", "slices", "maps", "encoding/binary", "math/big", "encoding/json", "net/textproto", "io", "bufio", "strconv":
		return e.std(fn, call, args)
	case "encoding/hex", "encoding/base64", "encoding/base32":
		return e.encoded(fn, args), true
	}
	return nil, false
}

// spelled: methods that spell what they belong to as a text, of an identifier
// or of the time.
func (e *engine) spelled(fn *types.Func, call *ssa.Call, i int) (origins, bool) {
	args := operands(call.Common())
	if fn.Signature().Recv() == nil || len(args) == 0 || i > 0 {
		return nil, false
	}
	if fn.FullName() == "(time.Time).String" || fn.FullName() == "(time.Time).Format" {
		if isNow(args[0]) {
			return origins{{Kind: Weak, Text: "time.Now"}}, true
		}
		return nil, false
	}
	switch fn.Name() {
	case "String", "Hex", "Base32", "Base36", "Base58", "Base64", "Bytes", "Int64", "URN":
	default:
		return nil, false
	}
	set := e.of(args[0])
	if isUUID(fn.Pkg()) {
		set = set.each(func(o Origin) Origin { o.perChar = 4; return o })
	}
	return set, len(args) == 1 && drawn(set)
}

// isNow reports whether a time is the current one.
func isNow(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	callee := calleeOf(call.Common())
	if callee == nil || callee.Pkg() == nil || callee.Pkg().Path() != "time" {
		return false
	}
	if callee.Name() == "Now" {
		return true
	}
	return callee.Name() != "Add" && callee.Signature().Recv() != nil && isNow(call.Common().Args[0]) // UTC, Local, Truncate
}

// hides reports whether a function says by its name that it masks a secret.
func hides(name string) bool {
	name = strings.ToLower(name)
	for _, w := range []string{"redact", "mask", "sanitiz", "sanitis", "obfuscat", "fingerprint", "censor", "scrub"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

// masks reports whether a function of our own says so.
func masks(name string) bool { return hides(name) && !hasAny(name, "unmask") }

func (e *engine) joined(args []ssa.Value) origins {
	var parts []origins
	for _, arg := range args {
		for _, v := range unpack(arg) {
			if set := e.of(v); set != nil {
				parts = append(parts, set)
			}
		}
	}
	return concat(parts...)
}

func (e *engine) formatted(args []ssa.Value) origins { return e.joined(args) }

// std: text functions keep the origin of their first argument, and what is
// inserted.
func (e *engine) std(fn *types.Func, call *ssa.Call, args []ssa.Value) (origins, bool) {
	switch fn.Name() {
	case "Contains", "HasPrefix", "HasSuffix", "Index", "Count", "EqualFold", "Equal", "Compare", "LastIndex", "IndexByte", "IsAbs", "Len", "Cap":
		return nil, true
	case "Get", "Values", "Has", "PathValue":
		if len(args) < 2 {
			return nil, false
		}
		name, _ := constString(args[1])
		return e.of(args[0]).each(func(o Origin) Origin { return pick(o, name) }), true
	case "Query", "ParseQuery", "Encode", "String", "RequestURI", "EscapedPath", "Int64", "Uint64", "Bytes", "Text", "Error", "Unwrap":
		if fn.Name() == "EscapedPath" {
			return nil, true
		}
		return e.joined(args[:1]), true
	case "ParseInt", "ParseUint", "Atoi", "ParseBool", "ParseFloat":
		return nil, true // a number is no token
	case "Itoa", "FormatInt", "FormatUint", "Quote":
		return e.joined(args[:1]), true
	}
	if strings.Contains(fn.Name(), "Reader") && len(args) == 1 {
		return e.joined(args), true
	}
	return e.joined(args), true
}

// encoded: hex carries 4 bits a byte, base32 5, base64 6.
func (e *engine) encoded(fn *types.Func, args []ssa.Value) origins {
	per := map[string]float64{"encoding/hex": 4, "encoding/base32": 5, "encoding/base64": 6}[fn.Pkg().Path()]
	if strings.HasPrefix(fn.Name(), "Decode") {
		per = 8
	}
	if fn.Signature().Recv() != nil {
		args = args[1:]
	}
	return e.joined(args).each(func(o Origin) Origin { o.perChar = per; return o })
}
