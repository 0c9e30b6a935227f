package webhandlers

import (
	"go/types"
	"strings"

	"github.com/sessionlint/sessionlint/passes/calls"
)

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
		for _, fn := range calls.Implementations(pkg, iface, method.Name()) {
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
