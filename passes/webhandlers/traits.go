package webhandlers

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// imported are the traits of the packages that this one imports.
func (e *engine) imported() Trait {
	var all Trait
	for _, pkg := range e.pass.Pkg.Imports() {
		fact := new(PackageFact)
		if e.pass.ImportPackageFact(pkg, fact) {
			all |= fact.Traits
		}
	}
	return all &^ Touched
}

// own are those that the package itself brings in.
func (e *engine) own() Trait {
	all := e.stepUp()
	signs, bound := false, false
	for _, fn := range e.funcs {
		readsHash, digests := false, false
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				switch instr := instr.(type) {
				case ssa.CallInstruction:
					f := e.index.Func(calls.Callee(instr.Common()))
					if f == nil {
						continue
					}
					all |= storeTrait(f)
					signs = signs || f.Role == model.TokenSign || f.Role == model.TokenVerify
					digests = digests || f.Role == model.Digest || f.Role == model.Mac || f.Role == model.TokenSign
				case *ssa.FieldAddr:
					readsHash = readsHash || isStoredPassword(instr.X.Type(), instr.Field)
				case *ssa.Field:
					readsHash = readsHash || isStoredPassword(instr.X.Type(), instr.Field)
				}
			}
		}
		bound = bound || readsHash && digests
		if does := e.of(fn).May; does&Ends != 0 && does&Deletes != 0 {
			all |= Records
		}
		if e.isMiddleware(fn) && e.of(fn).May&Renews != 0 {
			all |= RotatesWide
		}
	}
	if signs {
		all |= Stateless
	}
	if signs && bound {
		all |= BoundToHash
	}
	return all
}

// isStoredPassword reports whether a field is the password of an account, not one
// that a request or a list of changes carries.
func isStoredPassword(t types.Type, field int) bool {
	n, on := nameOf(fields.Of(t, field).Name()), nameOf(typeName(t))
	return (n.isPassword() || n.joined() == "hash") && on.isAccount() && !on.has(messageWords)
}

func storeTrait(f *model.Func) Trait {
	if f.Role != model.StoreNew {
		return 0
	}
	switch f.Session {
	case model.ClientSession:
		return ClientStore
	case model.ServerSession:
		return ServerStore
	}
	return 0
}

// stepUp: something in the package is called after proving again who one
// is.
func (e *engine) stepUp() Trait {
	for ident, obj := range e.pass.TypesInfo.Defs {
		switch obj.(type) {
		case *types.Func, *types.Var, *types.TypeName:
			if saysStepUp(ident.Name) && !options.IsTest(e.pass, ident.Pos()) {
				return StepUp
			}
		}
	}
	return 0
}

// saysStepUp: reauthenticate, sudoMode, ElevatedSession, step_up; not requireAuth.
func saysStepUp(name string) bool {
	list := words.Split(name)
	for i, word := range list {
		after := ""
		if i+1 < len(list) {
			after = list[i+1]
		}
		switch {
		case strings.HasPrefix(word, "elevat") && !strings.HasPrefix(word, "elevator"), strings.HasPrefix(word, "reauth"), word == "sudo", word == "stepup",
			word == "re" && strings.HasPrefix(after, "auth"), word == "step" && after == "up":
			return true
		}
	}
	return false
}

// isMiddleware: it takes the next handler, or runs the rest of the chain.
func (e *engine) isMiddleware(fn *ssa.Function) bool {
	params := fn.Signature.Params()
	for i := range params.Len() {
		if t := params.At(i).Type().String(); t == "net/http.Handler" || strings.HasSuffix(t, ".HandlerFunc") {
			return true
		}
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok {
				if callee := calls.Callee(call.Common()); callee != nil && callee.Name() == "Next" && e.takesRequest(fn) {
					return true
				}
			}
		}
	}
	return false
}
