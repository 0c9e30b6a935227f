package tokenflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

const grpcMetadata = "google.golang.org/grpc/metadata"

// metadata: the headers of a gRPC call.
func (e *engine) metadata(fn *types.Func, call *ssa.Call, i int) (origins, bool) {
	if fn.Pkg() == nil || fn.Pkg().Path() != grpcMetadata {
		return nil, false
	}
	args := calls.Operands(call.Common())
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
