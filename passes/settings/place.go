package settings

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/fields"
)

// A shape lists the selector paths of an object that a question is about. The
// shape of a scalar is the single empty path.
type shape struct {
	paths []string
	key   string
	// sturdy: handing the object to code we cannot read does not change it.
	sturdy bool
}

func newShape(paths ...string) *shape {
	return &shape{paths: paths, key: strings.Join(paths, ",")}
}

var scalar = newShape("")

// context is the shape of what a framework context keeps for later cookies.
// Only methods of the framework can change it.
var context = &shape{paths: []string{""}, key: "context", sturdy: true}

// A state holds the values of each path of a shape.
type state []values

func (s state) join(o state) state {
	if s == nil {
		return o
	}
	if o == nil {
		return s
	}
	out := make(state, len(s))
	for i := range s {
		out[i] = s[i].with(o[i]...)
	}
	return out
}

func (s state) equal(o state) bool {
	if len(s) != len(o) {
		return false
	}
	for i := range s {
		if !s[i].equal(o[i]) {
			return false
		}
	}
	return true
}

// uniform returns a state of the shape whose paths all have the values that f
// gives for the path.
func uniform(sh *shape, f func(path string) values) state {
	st := make(state, len(sh.paths))
	for i, p := range sh.paths {
		st[i] = f(p)
	}
	return st
}

// A place is memory: what a selector path leads to from a root. Pointers along
// the path are followed, so a.b is the same place whether b is a struct or a
// pointer to one.
type place struct {
	root ssa.Value
	path string
}

// at returns the place of a pointer, address or loaded value.
func at(v ssa.Value) place {
	path := ""
	for {
		switch x := v.(type) {
		case *ssa.FieldAddr:
			path, v = fields.Join(fieldName(x.X.Type(), x.Field), path), x.X
		case *ssa.Field:
			path, v = fields.Join(fieldName(x.X.Type(), x.Field), path), x.X
		case *ssa.UnOp:
			if x.Op != token.MUL {
				return place{v, path}
			}
			switch x.X.(type) {
			case *ssa.FieldAddr, *ssa.Alloc, *ssa.Global, *ssa.FreeVar:
				v = x.X
			default:
				if !isStruct(x.Type()) {
					return place{v, path}
				}
				v = x.X // *p, where p points to a struct
			}
		case *ssa.ChangeType:
			v = x.X
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.TypeAssert:
			if x.CommaOk {
				return place{v, path}
			}
			v = x.X
		default:
			return place{v, path}
		}
	}
}

func isStruct(t types.Type) bool {
	_, ok := t.Underlying().(*types.Struct)
	return ok
}

func fieldName(t types.Type, i int) string {
	return fields.Of(t, i).Name()
}

// below returns what is left of path behind prefix: below("a", "a.b") is "b".
func below(prefix, path string) (string, bool) {
	switch {
	case prefix == "":
		return path, true
	case prefix == path:
		return "", true
	case strings.HasPrefix(path, prefix+"."):
		return path[len(prefix)+1:], true
	}
	return "", false
}
