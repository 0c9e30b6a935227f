package tokenflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

const grpcMetadata = "google.golang.org/grpc/metadata"

// metadata: the headers of a gRPC call.
func (e *engine) metadata(fn *types.Func, call *ssa.Call, i int) (origins, bool) {
	if fn.Pkg() == nil || fn.Pkg().Path() != grpcMetadata {
		return nil, false
	}
	args := operands(call.Common())
	switch fn.Name() {
	case "FromIncomingContext":
		if i > 0 {
			return nil, true
		}
		return origins{{Kind: Headers}}, true
	case "ValueFromIncomingContext":
		name, _ := constString(args[1])
		return origins{pick(Origin{Kind: Headers}, name)}, true
	case "Get":
		name, _ := constString(args[1])
		return e.of(args[0]).each(func(o Origin) Origin { return pick(o, name) }), true
	}
	return nil, false
}

// configDefault: a default that a configuration library uses for a key of
// sessions or tokens.
func (e *engine) configDefault(fn *ssa.Function, callee *types.Func, call ssa.CallInstruction) []sink {
	if callee.Pkg() == nil || callee.Pkg().Path() != viper || callee.Name() != "SetDefault" {
		return nil
	}
	args := call.Common().Args
	value := args[len(args)-1]
	name, ok := constString(args[len(args)-2])
	if text, isText := constString(value); !ok || !isText || text == "" || !isKeyName(name) {
		return nil
	}
	return []sink{{place: InKey, fn: fn, value: value, expr: e.syntax.argOf(call, value), what: "default of " + name}}
}

const viper = "github.com/spf13/viper"

// isKeyName reports whether a setting is the key of sessions or tokens.
func isKeyName(name string) bool {
	list := words(name)
	if aboutSomethingElse(list) {
		return false
	}
	return has(list, "jwt", "session", "sessions", "cookie", "token", "csrf", "signing", "hmac") && has(list, "secret", "key")
}
