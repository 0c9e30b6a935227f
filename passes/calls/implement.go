package calls

import (
	"go/types"
	"slices"

	"github.com/sessionlint/sessionlint/internal/words"
)

// Implementations returns the methods of a name of the types of a package that
// implement an interface, those left out that stand in for others in tests.
func Implementations(pkg *types.Package, iface *types.Interface, name string) []*types.Func {
	var out []*types.Func
	scope := pkg.Scope()
	for _, n := range scope.Names() {
		obj, ok := scope.Lookup(n).(*types.TypeName)
		if !ok || obj.IsAlias() || types.IsInterface(obj.Type()) || standsIn(n) {
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

func standsIn(name string) bool {
	return slices.ContainsFunc(words.Split(name), func(w string) bool {
		return slices.Contains([]string{"mock", "fake", "stub", "dummy", "noop"}, w)
	})
}
