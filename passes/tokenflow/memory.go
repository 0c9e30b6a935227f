package tokenflow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/fields"
)

// load returns what is read from a place: a part of a request by its type,
// else what the code puts there.
func (e *engine) load(v ssa.Value) origins {
	if u, ok := v.(*ssa.UnOp); ok {
		if ix, ok := u.X.(*ssa.IndexAddr); ok {
			return e.element(ix.X, ix.Index)
		}
	}
	if set := e.typedField(v); set != nil {
		return set
	}
	p := placeOf(v)
	switch root := p.root.(type) {
	case *ssa.Parameter:
		if set := e.fieldContents(v); set != nil {
			return set
		}
		return e.parameter(root, p.path)
	case *ssa.Call:
		if p.path != "" {
			if set := e.callPath(root, 0, p.path); set != nil {
				return set.with(e.fieldContents(v)...)
			}
		}
	case *ssa.Extract:
		if call, ok := root.Tuple.(*ssa.Call); ok && p.path != "" {
			if set := e.callPath(call, root.Index, p.path); set != nil {
				return set.with(e.fieldContents(v)...)
			}
		}
	case *ssa.IndexAddr:
		return e.of(root.X)
	case ssa.Instruction, *ssa.Global, *ssa.FreeVar:
	default:
		return e.of(p.root)
	}
	set := e.contents(p, v.Parent())
	if set == nil {
		if set = e.fieldContents(v); set == nil {
			return unknown(e.syntax.show(v))
		}
	}
	return set
}

// contents joins what the code puts into a place, in any order.
func (e *engine) contents(p place, fn *ssa.Function) origins {
	key := placeKey{p, fn}
	if e.open[key] {
		e.cuts++
		return nil
	}
	if e.spent() {
		return unknown("too much code")
	}
	e.open[key] = true
	e.depth++
	defer func() {
		delete(e.open, key)
		e.depth--
	}()
	return e.put(p, fn)
}

type placeKey struct {
	place
	fn *ssa.Function
}

func (e *engine) put(p place, fn *ssa.Function) origins {
	switch root := p.root.(type) {
	case *ssa.FreeVar:
		return e.captured(root, p.path)
	case *ssa.Global:
		return e.global(root, p.path)
	}
	if fn == nil {
		return nil
	}
	return e.writes(p, fn)
}

// writes joins the writes of one function, and of its closures, to a place.
func (e *engine) writes(p place, fn *ssa.Function) origins {
	var out origins
	limit, per := noLimit(), 0.0
	for _, instr := range e.touching(p.root, fn) {
		switch instr := instr.(type) {
		case *ssa.Store:
			target := placeOf(instr.Addr)
			if ix, ok := instr.Addr.(*ssa.IndexAddr); ok {
				if !overlaps(placeOf(ix.X).path, p.path) {
					continue
				}
				if size, ok := mapped(ix, instr.Val); ok {
					limit, per = product(bits(size), e.length(ix.X)), size
					continue
				}
				out = out.with(e.filled(ix, instr)...)
				continue
			}
			if target.path == p.path || overlaps(target.path, p.path) && len(target.path) > len(p.path) { // or a part of it
				out = out.with(e.of(instr.Val)...)
			} else if overlaps(target.path, p.path) {
				out = out.with(e.inside(instr.Val, p.path[len(target.path):])...)
			}
		case *ssa.MapUpdate:
			if overlaps(placeOf(instr.Map).path, p.path) {
				out = out.with(e.of(instr.Value)...)
			}
		case ssa.CallInstruction:
			out = out.with(e.callFills(instr, p)...)
		}
	}
	if per == 0 {
		return out
	}
	return out.each(func(o Origin) Origin {
		if o.Kind == Strong {
			o.Bits, o.perChar = o.Bits.atMost(limit), per
		}
		return o
	})
}

// inside returns a path below a value that is stored as a whole.
func (e *engine) inside(v ssa.Value, path string) origins {
	for len(path) > 0 && path[0] == '.' {
		path = path[1:]
	}
	p := placeOf(v)
	p.path = fields.Join(p.path, path)
	if root, ok := p.root.(*ssa.Parameter); ok {
		return e.parameter(root, p.path)
	}
	return e.contents(p, v.Parent())
}
