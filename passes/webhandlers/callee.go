package webhandlers

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// called returns what the function does that a call names, whatever its
// arguments are.
func (e *engine) called(call *ssa.CallCommon) *summary {
	callee := calls.Callee(call)
	if f := e.index.Life(callee); f != nil {
		return e.modelled(call, f)
	}
	if f := e.index.Func(callee); f != nil {
		if s := e.library(call, f); s != nil {
			return s
		}
	}
	if body := calls.Body(e.pkg, call); body != nil {
		return e.of(body)
	}
	if callee == nil || callee.Pkg() == nil {
		return nil
	}
	if s := e.fact(callee); s != nil {
		return s
	}
	if call.IsInvoke() {
		if s := e.implementations(callee); s != nil {
			return s
		}
	}
	if isStd(callee.Pkg().Path()) || !call.IsInvoke() && e.isRead(callee.Pkg()) {
		return nil
	}
	return e.named(callee)
}

// isRead reports whether another own package was read: what its functions do is in
// their facts, or nothing.
// Only direct imports count: go vet shows no facts of packages further away.
func (e *engine) isRead(pkg *types.Package) bool {
	return slices.Contains(e.pass.Pkg.Imports(), pkg) && isTouched(e.pass, pkg)
}

// isStd reports whether a path is one of the standard library.
func isStd(path string) bool {
	for i := 0; i < len(path) && path[i] != '/'; i++ {
		if path[i] == '.' {
			return false
		}
	}
	return true
}

// named returns what the name of a function without a body says.
func (e *engine) named(fn *types.Func) *summary {
	may := namedEffects(fn)
	if may == 0 {
		return nil
	}
	return &summary{May: may, Must: may, Paths: single(may), GivesHash: may&Hashes != 0}
}

// fact returns what another own package says of its function.
func (e *engine) fact(fn *types.Func) *summary {
	if fn.Pkg() == e.pass.Pkg {
		return nil
	}
	if s, ok := e.facts[fn]; ok {
		return s
	}
	var s *summary
	fact := new(HandlerFact)
	if e.pass.ImportObjectFact(fn, fact) {
		s = &fact.Summary
	}
	e.facts[fn] = s
	return s
}

// maxImplementations bounds how many types are asked for one method.
const maxImplementations = 8

// implementations returns what the methods do that an interface call may run,
// as far as this package and those it imports have them.
func (e *engine) implementations(method *types.Func) *summary {
	if s, ok := e.impls[method]; ok {
		return s
	}
	e.impls[method] = nil
	iface, ok := method.Signature().Recv().Type().Underlying().(*types.Interface)
	if !ok || iface.NumMethods() == 0 {
		return nil
	}
	var all *summary
	found := 0
	for _, pkg := range append([]*types.Package{e.pass.Pkg}, e.pass.Pkg.Imports()...) {
		if pkg != e.pass.Pkg && !e.pass.ImportPackageFact(pkg, new(PackageFact)) {
			continue
		}
		for _, fn := range methodsOf(pkg, iface, method.Name()) {
			if strings.HasSuffix(e.pass.Fset.Position(fn.Pos()).Filename, "_test.go") {
				continue
			}
			if found++; found > maxImplementations {
				return nil
			}
			all = union(all, e.method(fn))
		}
	}
	if found == 0 {
		return nil
	}
	if all == nil || all.isZero() {
		if s := e.named(method); s != nil { // a stub, or what it does is not in sight
			all = s
		}
	}
	e.impls[method] = all
	return all
}

func (e *engine) method(fn *types.Func) *summary {
	if fn.Pkg() == e.pass.Pkg {
		if body := e.pkg.Prog.FuncValue(fn.Origin()); body != nil && body.Pkg == e.pkg {
			return e.of(body)
		}
		return nil
	}
	return e.fact(fn.Origin())
}

// methodsOf returns the methods of the types of a package that implement an
// interface.
func methodsOf(pkg *types.Package, iface *types.Interface, name string) []*types.Func {
	var out []*types.Func
	scope := pkg.Scope()
	for _, n := range scope.Names() {
		obj, ok := scope.Lookup(n).(*types.TypeName)
		if !ok || obj.IsAlias() || types.IsInterface(obj.Type()) || nameOf(n).has("mock fake stub dummy noop") {
			continue
		}
		if named, ok := obj.Type().(*types.Named); !ok || named.TypeParams().Len() > 0 {
			continue
		}
		ptr := types.NewPointer(obj.Type())
		if !types.Implements(ptr, iface) {
			continue
		}
		if sel := types.NewMethodSet(ptr).Lookup(pkg, name); sel != nil {
			if fn, ok := sel.Obj().(*types.Func); ok {
				out = append(out, fn)
			}
		}
	}
	return out
}

// union returns what one of two functions may do.
func union(a, b *summary) *summary {
	if b == nil {
		b = &summary{Paths: nothing}
	}
	if a == nil {
		return b
	}
	return &summary{
		May: a.May | b.May, Must: a.Must & b.Must, Paths: a.Paths | b.Paths,
		Puts: append(a.Puts[:len(a.Puts):len(a.Puts)], b.Puts...), Saves: append(a.Saves[:len(a.Saves):len(a.Saves)], b.Saves...),
		GivesHash: a.GivesHash || b.GivesHash, Hashed: append(a.Hashed[:len(a.Hashed):len(a.Hashed)], b.Hashed...),
	}
}

// modelled returns what a function of a library does in the life of a session.
func (e *engine) modelled(call *ssa.CallCommon, f *model.Func) *summary {
	server := f.Session == model.ServerSession
	does := Effect(0)
	switch f.Role {
	case model.SessionPut:
		does = e.putting(server, slot(call, f, model.ArgName), slot(call, f, model.ArgValue))
		if _, ok := slot(call, f, model.ArgName).(*ssa.Parameter); ok && does&Sets != 0 {
			return &summary{May: Sets, Paths: nothing, Puts: []put{{operandOf(call, f, model.ArgName), kindOf(server)}}}
		}
	case model.SessionRemove:
		if key, ok := textOf(slot(call, f, model.ArgName)); !ok || isIdentityKey(key) {
			does = ending(server)
		}
	case model.SessionClear:
		does = ending(server)
	case model.SessionRenew:
		does = Renews
	case model.SessionDestroy:
		does = ending(server)
		if options := slot(call, f, model.ArgOptions); options != nil && !e.drops(options) {
			does = 0
		}
	case model.SessionNew, model.SessionBegin:
		does = Begins
	case model.SessionDestroyAll:
		does = Destroys | EndsAll
	case model.PasswordHash:
		does = Hashes
	case model.PasswordVerify:
		does = VerifiesPassword
	case model.FactorVerify:
		does = VerifiesFactor
	case model.PasswordChange:
		does = ChangesPassword
	default:
		return &summary{Paths: nothing}
	}
	return &summary{May: does, Must: does, Paths: single(does), GivesHash: does == Hashes}
}

// ending is what taking a session away does: of a server session it is gone.
func ending(server bool) Effect {
	if server {
		return Destroys
	}
	return Empties
}

func kindOf(server bool) Effect {
	if server {
		return PutsIdentity
	}
	return PutsIdentityStore
}

// putting returns what storing a value under a key means.
func (e *engine) putting(server bool, key, value ssa.Value) Effect {
	if e.isFreshLogin(value) {
		return Begins
	}
	identity := false
	if text, ok := textOf(key); ok {
		identity = isIdentityKey(text) || isAccountValue(value)
	} else {
		label := labelOf(key)
		identity = label != "" && isIdentityKey(label) || isAccountValue(value)
	}
	switch {
	case value != nil && isEmpty(value) && identity:
		return ending(server)
	case identity:
		return kindOf(server)
	}
	return Sets
}

// isFreshLogin reports whether a value is the ID of a record that a call has just
// made: the session carries a random value of the application's own.
func (e *engine) isFreshLogin(value ssa.Value) bool {
	return value != nil && comesFrom(value, false, func(v ssa.Value) (bool, bool) {
		call, ok := v.(*ssa.Call)
		if !ok {
			return false, true
		}
		s := e.called(call.Common())
		return s != nil && s.May&Begins != 0 && isText(call.Type()), false
	})
}

// isAccountValue reports whether a value is an account, or a record with the
// identity of one.
func isAccountValue(v ssa.Value) bool {
	if v == nil {
		return false
	}
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	t := v.Type()
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	if nameOf(typeName(t)).has("user account member profile principal identity userinfo loginuser") {
		return true
	}
	for i := range s.NumFields() {
		if n := nameOf(s.Field(i).Name()); n.has("logged loggedin authenticated userid") || n.has("user") && n.has("id identifier name uuid") {
			return true
		}
	}
	return false
}

// slot returns the argument that plays a slot, or nil.
func slot(call *ssa.CallCommon, f *model.Func, s model.Slot) ssa.Value {
	for _, a := range f.Args {
		if a.Slot == s {
			return calls.Argument(call, a.Index)
		}
	}
	return nil
}

// operandOf is the index of the operand that plays a slot.
func operandOf(call *ssa.CallCommon, f *model.Func, s model.Slot) int {
	for _, a := range f.Args {
		if a.Slot == s && calls.HasReceiver(call) {
			return a.Index + 1
		} else if a.Slot == s {
			return a.Index
		}
	}
	return 0
}

func paramIndex(p *ssa.Parameter) int {
	for i, q := range p.Parent().Params {
		if q == p {
			return i
		}
	}
	return -1
}
