package follow

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// call follows an argument into the function that is called, or through one
// that only spells it differently.
func (t *walk) call(v ssa.Value, call ssa.CallInstruction) {
	common := call.Common()
	args := calls.Operands(common)
	if body := calls.Body(t.pkg, common); body != nil {
		for i, a := range args {
			if a == v && i < len(body.Params) {
				t.add(body.Params[i])
			}
		}
		return
	}
	if b, ok := common.Value.(*ssa.Builtin); ok {
		if b.Name() == "append" || b.Name() == "min" || b.Name() == "max" {
			t.add(call.Value())
		}
		return
	}
	i := slices.Index(args, v)
	if spells(calls.Callee(common)) {
		before := t.decoded
		t.decoded = before || decodes(calls.Callee(common))
		defer func() { t.decoded = before }()
		t.add(call.Value())
		for _, a := range args[i+1:] { // json.Unmarshal(data, &v)
			if target(a) {
				t.add(a)
				if made, ok := a.(*ssa.MakeInterface); ok {
					t.add(made.X)
					t.filled(made.X)
				}
			}
		}
		return
	}
	t.end(Passed, call, v, nil, i)
}

func target(v ssa.Value) bool {
	if made, ok := v.(*ssa.MakeInterface); ok {
		v = made.X
	}
	_, isPointer := v.Type().Underlying().(*types.Pointer)
	return isPointer
}

// filled adds the fields of an object that was filled.
func (t *walk) filled(v ssa.Value) {
	refs := v.Referrers()
	if refs == nil {
		return
	}
	for _, ref := range *refs {
		if f, ok := ref.(*ssa.FieldAddr); ok {
			t.add(f)
		}
	}
}

// spells reports whether a function of the standard library returns, or fills
// in, another spelling of what it is given.
func spells(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "strings", "bytes", "strconv", "net/url", "encoding/base64", "encoding/hex", "encoding/json", "unicode/utf8", "encoding/base32", "html":
		switch fn.Name() {
		case "Compare", "Equal", "EqualFold", "Contains", "HasPrefix", "HasSuffix", "Index":
			return false
		}
		return true
	case "fmt":
		return len(fn.Name()) > 5 && fn.Name()[:6] == "Sprint"
	}
	return false
}

// decodes reports whether a function undoes an encoding: what it returns was
// inside of what it is given.
func decodes(fn *types.Func) bool {
	switch fn.Pkg().Path() {
	case "encoding/base64", "encoding/base32", "encoding/hex", "encoding/json":
		return strings.HasPrefix(fn.Name(), "Decode") || strings.HasPrefix(fn.Name(), "Unmarshal")
	}
	return false
}
