package guards

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/words"
)

// A Size says how much a value of a session may take.
type Size uint8

const (
	SizeUnknown Size = iota
	Small            // a number, a constant, an identifier
	Growing          // a list, a map, a record that has one
)

// sizeOf says how much a value takes that is kept under a key, and what it is.
func sizeOf(key string, v ssa.Value) (Size, string) {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	if v == nil {
		return SizeUnknown, ""
	}
	if _, ok := v.(*ssa.Const); ok {
		return Small, "a constant"
	}
	size, what := sizeOfType(v.Type(), 3)
	if size == SizeUnknown && isText(v.Type()) && words.Has(key, "id uid userid username user name email role state nonce csrf lang locale sub subject key sid") {
		return Small, "an identifier"
	}
	return size, what
}

func sizeOfType(t types.Type, depth int) (Size, string) {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "time" {
		return Small, "a time"
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		if u.Info()&(types.IsNumeric|types.IsBoolean) != 0 {
			return Small, "a number"
		}
	case *types.Map:
		return Growing, "a map"
	case *types.Slice:
		if !isByte(u.Elem()) {
			return Growing, "a list"
		}
	case *types.Array:
		if isByte(u.Elem()) {
			return Small, "a fixed number of bytes"
		}
	case *types.Struct:
		return sizeOfStruct(t, u, depth)
	}
	return SizeUnknown, ""
}

// sizeOfStruct: a record of numbers is small, one with a list in it grows.
func sizeOfStruct(t types.Type, s *types.Struct, depth int) (Size, string) {
	small := true
	for i := range s.NumFields() {
		if depth == 0 {
			return SizeUnknown, ""
		}
		size, what := sizeOfType(s.Field(i).Type(), depth-1)
		if size == Growing && s.Field(i).Exported() {
			return Growing, types.TypeString(t, func(p *types.Package) string { return p.Name() }) + " with " + what + " in it"
		}
		small = small && size == Small
	}
	if small {
		return Small, "a small record"
	}
	return SizeUnknown, ""
}

func isByte(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
