package bearer

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// prints reports whether a call only formats or logs its arguments.
func prints(call *ssa.CallCommon) bool {
	callee := calls.Callee(call)
	if callee == nil || callee.Pkg() == nil {
		return false
	}
	path, name := callee.Pkg().Path(), callee.Name()
	if strings.HasPrefix(name, "Sprint") {
		return false
	}
	for _, logger := range []string{"fmt", "log", "errors", "log/slog", "zap", "zerolog", "logrus", "klog", "logr", "glog", "pkg/errors", "testing"} {
		if path == logger || strings.HasSuffix(path, "/"+logger) || strings.Contains(path, logger+"/") && len(logger) > 3 {
			return true
		}
	}
	return strings.HasSuffix(path, "/log") || strings.HasSuffix(path, "/logger") || strings.HasSuffix(path, "/logging") || strings.HasSuffix(path, "/errors")
}

// pure reports whether a function only computes: what goes in comes out.
func pure(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return true
	}
	switch fn.Pkg().Path() {
	case "strings", "strconv", "bytes", "time", "unicode", "slices", "maps", "sort", "encoding/json", "encoding/base64", "encoding/hex",
		"path", "path/filepath", "net/url", "math", "regexp", "crypto/subtle", "reflect", "unicode/utf8":
		return true
	case "fmt":
		return strings.HasPrefix(fn.Name(), "Sprint") || strings.HasPrefix(fn.Name(), "Append")
	}
	return false
}

// reaches returns the first call that a value flows into, through what only
// computes and functions of the package, for which want holds.
func (e *engine) reaches(v ssa.Value, want func(call *ssa.CallCommon, i int) bool) ssa.CallInstruction {
	r := &reacher{engine: e, want: want, seen: map[ssa.Value]bool{}}
	r.walk(v, 0)
	return r.found
}

type reacher struct {
	*engine
	want  func(*ssa.CallCommon, int) bool
	seen  map[ssa.Value]bool
	found ssa.CallInstruction
}

func (r *reacher) walk(v ssa.Value, depth int) {
	if v == nil || r.found != nil || depth > maxDepth || r.seen[v] || v.Referrers() == nil || r.spent() {
		return
	}
	r.seen[v] = true
	for _, ref := range calls.Uses(v) {
		switch ref := ref.(type) {
		case ssa.CallInstruction:
			r.call(ref, v, depth)
		case *ssa.Store:
			if ref.Val == v {
				r.stored(ref, depth)
			}
		case *ssa.BinOp:
			if isString(ref.Type()) {
				r.walk(ref, depth+1)
			}
		case ssa.Value:
			r.walk(ref, depth+1)
		}
	}
}

// stored goes on with the variable, or with the arguments it is one of.
func (r *reacher) stored(store *ssa.Store, depth int) {
	switch addr := store.Addr.(type) {
	case *ssa.Alloc:
		for _, ref := range calls.Uses(addr) {
			if load, ok := ref.(*ssa.UnOp); ok {
				r.walk(load, depth+1)
			}
		}
	case *ssa.IndexAddr:
		if array, ok := addr.X.(*ssa.Alloc); ok {
			for _, ref := range calls.Uses(array) {
				if slice, ok := ref.(*ssa.Slice); ok {
					r.walk(slice, depth+1)
				}
			}
		}
	}
}

func (r *reacher) call(call ssa.CallInstruction, v ssa.Value, depth int) {
	common := call.Common()
	ops := calls.Operands(common)
	for i, op := range ops {
		if op == v && r.want(common, i) {
			r.found = call
			return
		}
	}
	if fn := calls.Body(r.pkg, common); fn != nil {
		for i, op := range ops {
			if op == v && i < len(fn.Params) {
				r.walk(fn.Params[i], depth+1)
			}
		}
		return
	}
	callee := calls.Callee(common)
	if value, ok := call.(*ssa.Call); ok && callee != nil && pure(callee) && callee.Name() != "Base" {
		r.walk(value, depth+1)
	}
}
