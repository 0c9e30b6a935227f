package tokenflow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// The credential that a header holds with other things is the last of them: the
// scheme and the user stand in front of the token and the password. Parts of
// headers are told apart by where the function cuts, and headers by the names
// that it looks at.

// inFront leaves out the credential.
func (o Origin) inFront() Origin {
	if o.Kind == Header && SecretHeader(o.Text) {
		return Origin{Kind: Unknown, Text: "what stands in front of a credential"}
	}
	return o
}

// standsInFront reports whether a list that a text was split into has another
// element, behind that of an index, which the function reads.
func standsInFront(list, index ssa.Value) bool {
	if call, ok := list.(*ssa.Call); !ok || !cuts(call, "Split", "SplitN", "SplitAfter", "SplitAfterN", "Fields") {
		return false
	}
	at, ok := constInt(index)
	return ok && slices.ContainsFunc(calls.Uses(list), func(ref ssa.Instruction) bool {
		later, ok := ref.(*ssa.IndexAddr)
		if !ok {
			return false
		}
		i, ok := constInt(later.Index)
		return ok && i > at
	})
}

// cutInFront reports whether a value is what stands before a separator, and what
// stands behind it is read as well.
func cutInFront(v *ssa.Extract) bool {
	call, ok := v.Tuple.(*ssa.Call)
	return ok && v.Index == 0 && cuts(call, "Cut") && slices.ContainsFunc(calls.Uses(call), func(ref ssa.Instruction) bool {
		other, ok := ref.(*ssa.Extract)
		return ok && other.Index == 1 && len(calls.Uses(other)) > 0
	})
}

// beforeQuery reports whether a method of a URL returns a part without the query.
func beforeQuery(fn *types.Func) bool {
	switch fn.FullName() {
	case "(*net/url.URL).Hostname", "(*net/url.URL).Port", "(*net/url.URL).EscapedPath":
		return true
	}
	return false
}

// cuts reports whether a call is one of the functions of strings and bytes.
func cuts(call *ssa.Call, names ...string) bool {
	callee := calls.Callee(call.Common())
	return callee != nil && callee.Pkg() != nil && (callee.Pkg().Path() == "strings" || callee.Pkg().Path() == "bytes") && slices.Contains(names, callee.Name())
}

// sortsOut reports whether a loop over headers or parameters looks at their names:
// it takes some and leaves others out.
func sortsOut(next *ssa.Next) bool {
	return slices.ContainsFunc(calls.Uses(next), func(ref ssa.Instruction) bool {
		key, ok := ref.(*ssa.Extract)
		return ok && key.Index == 1 && decides(key, 0)
	})
}

// decides reports whether a name is compared, looked up, or given to a function
// that says yes or no.
func decides(name ssa.Value, depth int) bool {
	return slices.ContainsFunc(calls.Uses(name), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.BinOp:
			return (ref.Op == token.EQL || ref.Op == token.NEQ) && (isWord(ref.X) || isWord(ref.Y))
		case *ssa.Lookup:
			return ref.Index == name && !namesValues(ref.X.Type())
		case *ssa.Call:
			t, ok := ref.Type().Underlying().(*types.Basic)
			return ok && (t.Kind() == types.Bool || t.Info()&types.IsString != 0 && depth == 0 && decides(ref, 1)) // in lower case
		}
		return false
	})
}

func isWord(v ssa.Value) bool {
	s, ok := constString(v)
	return ok && s != ""
}
