package tokenflow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
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

// typedField recognises fields that are a part of the request, or a token, by
// the type they belong to.
func (e *engine) typedField(v ssa.Value) origins {
	if u, ok := v.(*ssa.UnOp); ok && u.Op == token.MUL {
		v = u.X
	}
	switch x := v.(type) {
	case *ssa.FieldAddr:
		return fieldMeans(x.X.Type(), fieldOf(x.X.Type(), x.Field).Name(), e, x.X)
	case *ssa.Field:
		return fieldMeans(x.X.Type(), fieldOf(x.X.Type(), x.Field).Name(), e, x.X)
	}
	return nil
}

func fieldMeans(t types.Type, field string, e *engine, owner ssa.Value) origins {
	pkg, name := named(t)
	switch pkg + "." + name + "." + field {
	case "net/http.Request.Header":
		return origins{{Kind: Headers}}
	case "net/http.Request.URL", "net/http.Request.RequestURI":
		return origins{{Kind: URL}}
	case "net/url.URL.RawQuery":
		return e.of(owner)
	case "net/http.Request.Form":
		return origins{{Kind: Form}}
	case "net/http.Request.PostForm":
		return origins{{Kind: PostForm}}
	case "net/http.Request.Body":
		return origins{{Kind: Body}}
	case "net/http.Cookie.Value":
		return e.of(owner)
	case "golang.org/x/oauth2.Token.AccessToken", "golang.org/x/oauth2.Token.RefreshToken":
		return origins{{Kind: ThirdParty, Text: field}}
	}
	return nil
}

// typed recognises whole requests by their type.
func (e *engine) typed(t types.Type, path string) origins {
	pkg, name := named(t)
	if pkg == "net/http" && name == "Request" && path == "" {
		return origins{{Kind: Request}}
	}
	return nil
}

// contents joins what the code puts into a place, in any order.
func (e *engine) contents(p place, fn *ssa.Function) origins {
	key := placeKey{p, fn}
	e.steps++
	if e.open[key] || e.depth > maxDepth || e.steps > maxSteps {
		e.cuts++
		return nil
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
				if size, ok := mapped(ix, instr.Val); ok {
					limit, per = product(bits(size), e.length(ix.X)), size
					continue
				}
				out = out.with(e.filled(ix, instr)...)
				continue
			}
			if target.path == p.path || overlaps(target.path, p.path) && p.path == "" {
				out = out.with(e.of(instr.Val)...)
			} else if overlaps(target.path, p.path) {
				out = out.with(e.inside(instr.Val, p.path[len(target.path):])...)
			}
		case *ssa.MapUpdate:
			out = out.with(e.of(instr.Value)...)
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
	p.path = selector(p.path, path)
	if root, ok := p.root.(*ssa.Parameter); ok {
		return e.parameter(root, p.path)
	}
	return e.contents(p, v.Parent())
}

// filled: a buffer gets an element; in a loop, all of them.
func (e *engine) filled(at *ssa.IndexAddr, store *ssa.Store) origins {
	set := e.of(store.Val)
	if isConst(at.Index) {
		return set
	}
	n := e.length(at.X)
	if n == noLimit() {
		n = e.repetitions(store)
	}
	return set.each(func(o Origin) Origin {
		if o.Kind == Strong {
			o.perChar = o.Bits.Base
			o.Bits = product(o.Bits, n)
		}
		return o
	})
}

// callFills: a call that writes into a buffer or builder.
func (e *engine) callFills(call ssa.CallInstruction, p place) origins {
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		if b.Name() == "copy" && placeOf(common.Args[0]).root == p.root {
			return e.of(common.Args[1])
		}
		return nil
	}
	callee := calleeOf(common)
	if callee == nil {
		return nil
	}
	if f := e.model(callee); f != nil {
		if buffer := e.slot(f, common, model.ArgBuffer); buffer != nil && placeOf(buffer).root == p.root {
			return e.placed(e.generated(f, call, buffer), call)
		}
	}
	if set, ok := e.builderWrite(callee, call, p); ok {
		return set
	}
	if fn := e.body(common); fn != nil {
		return e.filledBy(fn, call, p)
	}
	return nil
}

// placed notes the call that brings origins in.
func (e *engine) placed(set origins, call ssa.CallInstruction) origins {
	expr := e.syntax.call(call.Common().Pos())
	if expr == nil {
		return set
	}
	return set.each(func(o Origin) Origin {
		if !o.Pos.IsValid() {
			o.Pos, o.End = expr.Pos(), expr.End()
		}
		return o
	})
}

// filledBy: a function of this package writes into a parameter.
func (e *engine) filledBy(fn *ssa.Function, call ssa.CallInstruction, p place) origins {
	for i, arg := range operands(call.Common()) {
		if i < len(fn.Params) && placeOf(arg).root == p.root && isReference(arg.Type()) {
			key := resultKey{fn, -1 - i, p.path}
			set, ok := e.results[key]
			if !ok {
				e.results[key] = nil
				set = e.writes(place{fn.Params[i], p.path}, fn)
				e.results[key] = set
			}
			return e.substitute(set, fn, call)
		}
	}
	return nil
}

func isReference(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Slice, *types.Map:
		return true
	}
	return false
}

// builderWrite: strings.Builder, bytes.Buffer and writers made of them.
func (e *engine) builderWrite(callee *types.Func, call ssa.CallInstruction, p place) (origins, bool) {
	common := call.Common()
	args := operands(common)
	if len(args) < 2 || placeOf(args[0]).root != p.root {
		return nil, false
	}
	switch callee.Name() {
	case "WriteString", "WriteByte", "WriteRune", "Write":
	case "Fprintf", "Fprint", "Fprintln":
		return e.formatted(args[1:]), true
	default:
		return nil, false
	}
	n := e.repetitions(call)
	return e.of(args[1]).each(func(o Origin) Origin {
		if o.Kind == Strong {
			o.Bits = product(o.Bits, n)
		}
		return o
	}), true
}

// captured returns what a closure sees of a variable around it.
func (e *engine) captured(free *ssa.FreeVar, path string) origins {
	fn := free.Parent()
	var out origins
	for i, f := range fn.FreeVars {
		if f != free || fn.Parent() == nil {
			continue
		}
		for _, b := range fn.Parent().Blocks {
			for _, instr := range b.Instrs {
				if made, ok := instr.(*ssa.MakeClosure); ok && made.Fn == fn {
					out = out.with(e.inside(made.Bindings[i], path)...)
					if path == "" && placeOf(made.Bindings[i]).root == made.Bindings[i] {
						out = out.with(e.of(made.Bindings[i])...)
					}
				}
			}
		}
	}
	return out
}

// global joins what the package stores into a variable of its own.
func (e *engine) global(g *ssa.Global, path string) origins {
	if g.Pkg != e.pkg {
		return e.foreignGlobal(g, path)
	}
	var out origins
	for _, fn := range e.funcs {
		out = out.with(e.writes(place{g, path}, fn)...)
	}
	return out
}

func (e *engine) foreignGlobal(g *ssa.Global, path string) origins {
	obj, ok := g.Object().(*types.Var)
	if !ok {
		return nil
	}
	if obj.Pkg().Path() == "crypto/rand" && obj.Name() == "Reader" {
		return origins{{Kind: Strong, Text: "crypto/rand", Bits: noLimit()}}
	}
	return unknown(obj.Pkg().Name() + "." + selector(obj.Name(), path))
}

// fieldContents joins what the package stores into a field of its own that a
// value is read from.
func (e *engine) fieldContents(v ssa.Value) origins {
	if u, ok := v.(*ssa.UnOp); ok {
		v = u.X
	}
	var field *types.Var
	switch v := v.(type) {
	case *ssa.FieldAddr:
		field = fieldOf(v.X.Type(), v.Field).Origin()
	case *ssa.Field:
		field = fieldOf(v.X.Type(), v.Field).Origin()
	default:
		return nil
	}
	out := e.outerContents(v)
	if field.Pkg() != e.pass.Pkg {
		return out
	}
	for _, store := range e.fieldStores(field) {
		if field.Exported() && isConst(store.Val) && !e.syntax.isPair(store.Pos()) {
			continue // a constant put over another value hides it from a printer
		}
		out = out.with(e.of(store.Val)...)
	}
	if field.Exported() && len(out) > 0 { // others may write it, too
		out = out.with(unknown(field.Name())...)
	}
	return out
}

// outerContents joins what is stored as a whole into the fields that a field is
// a part of.
func (e *engine) outerContents(v ssa.Value) origins {
	var out origins
	path := ""
	for {
		switch x := v.(type) {
		case *ssa.UnOp:
			v = x.X
			continue
		case *ssa.FieldAddr:
			out = out.with(e.outerStores(fieldOf(x.X.Type(), x.Field).Origin(), path)...)
			path, v = selector(fieldOf(x.X.Type(), x.Field).Name(), path), x.X
			continue
		case *ssa.Field:
			out = out.with(e.outerStores(fieldOf(x.X.Type(), x.Field).Origin(), path)...)
			path, v = selector(fieldOf(x.X.Type(), x.Field).Name(), path), x.X
			continue
		}
		return out
	}
}

func (e *engine) outerStores(field *types.Var, path string) origins {
	if path == "" || field.Pkg() != e.pass.Pkg {
		return nil
	}
	var out origins
	for _, store := range e.fieldStores(field) {
		out = out.with(e.inside(store.Val, path)...)
	}
	return out
}

func (e *engine) fieldStores(field *types.Var) []*ssa.Store {
	if e.fields == nil {
		e.fields = map[*types.Var][]*ssa.Store{}
		e.instructions(func(instr ssa.Instruction) {
			if store, ok := instr.(*ssa.Store); ok {
				if addr, ok := store.Addr.(*ssa.FieldAddr); ok {
					f := fieldOf(addr.X.Type(), addr.Field).Origin()
					e.fields[f] = append(e.fields[f], store)
				}
			}
		})
	}
	return e.fields[field]
}

func (e *engine) instructions(f func(ssa.Instruction)) {
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				f(instr)
			}
		}
	}
}

// touching returns the instructions of a function that may write to a root.
func (e *engine) touching(root ssa.Value, fn *ssa.Function) []ssa.Instruction {
	byRoot, ok := e.places[fn]
	if !ok {
		byRoot = map[ssa.Value][]ssa.Instruction{}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				for _, target := range targets(instr) {
					list := byRoot[target]
					if len(list) == 0 || list[len(list)-1] != instr {
						byRoot[target] = append(list, instr)
					}
				}
			}
		}
		e.places[fn] = byRoot
	}
	return byRoot[root]
}

func targets(instr ssa.Instruction) []ssa.Value {
	switch instr := instr.(type) {
	case *ssa.Store:
		if ix, ok := instr.Addr.(*ssa.IndexAddr); ok {
			return []ssa.Value{placeOf(ix.X).root}
		}
		return []ssa.Value{placeOf(instr.Addr).root}
	case *ssa.MapUpdate:
		return []ssa.Value{placeOf(instr.Map).root}
	case ssa.CallInstruction:
		var roots []ssa.Value
		for _, arg := range operands(instr.Common()) {
			roots = append(roots, placeOf(arg).root)
		}
		return roots
	}
	return nil
}

// onlyStored returns the value of the single store to an address, or nil.
func (e *engine) onlyStored(addr ssa.Value) ssa.Value {
	var val ssa.Value
	if g, ok := addr.(*ssa.Global); ok {
		return initialValue(g)
	}
	refs := addr.Referrers()
	if refs == nil {
		return nil
	}
	for _, ref := range *refs {
		if store, ok := ref.(*ssa.Store); ok && store.Addr == addr {
			if val != nil {
				return nil
			}
			val = store.Val
		}
	}
	return val
}
