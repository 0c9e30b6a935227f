package tokenflow

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
)

// An engine finds origins in one package and remembers them.
type engine struct {
	pass   *analysis.Pass
	index  *lib.Index
	pkg    *ssa.Package
	funcs  []*ssa.Function
	syntax *syntax

	steps    int // taken so far
	limit    int // of steps, for the question that is being answered
	cuts     int // cycles and bounds met so far
	depth    int
	memo     map[ssa.Value]origins
	busy     map[ssa.Value]bool
	open     map[placeKey]bool
	counting map[ssa.Value]bool
	results  map[resultKey]origins
	places   map[*ssa.Function]map[ssa.Value][]ssa.Instruction
	fields   map[*types.Var][]*ssa.Store
	facts    map[*types.Func]*FlowFact
	sinks    map[*ssa.Function][]sink
	forwards map[*ssa.Function][]SinkFact
	stored   map[*ssa.Function][]sink // keys that reach a field, by the function that stores its parameter there
	callers  map[*ssa.Function][]ssa.CallInstruction
	sought   map[string]bool // columns that something is looked up by
	secrets  map[*ssa.Function]map[leaf]string
	used     *usage
	defaults map[string]ssa.Value          // of settings, by name
	methods  map[*types.Func]*ssa.Function // of interfaces: the only one in the package
	globals  map[place]origins
	channels map[ssa.Value]origins
	verified map[any]bool // addresses: what is read there is tested somewhere
}

type resultKey struct {
	fn    *ssa.Function
	index int
	path  string
}

// Bounds: past them nothing is known.
const (
	maxDepth    = 48
	maxQuestion = 50_000    // steps for the origins of one value
	maxSteps    = 2_000_000 // steps for one package
)

func newEngine(pass *analysis.Pass, pkg *ssa.Package, funcs []*ssa.Function) *engine {
	return &engine{
		pass: pass, index: lib.Shared(), pkg: pkg, funcs: funcs, syntax: &syntax{pass: pass},
		memo: map[ssa.Value]origins{}, busy: map[ssa.Value]bool{}, open: map[placeKey]bool{}, counting: map[ssa.Value]bool{}, results: map[resultKey]origins{},
		places: map[*ssa.Function]map[ssa.Value][]ssa.Instruction{},
		facts:  map[*types.Func]*FlowFact{}, sinks: map[*ssa.Function][]sink{}, forwards: map[*ssa.Function][]SinkFact{},
		secrets: map[*ssa.Function]map[leaf]string{}, globals: map[place]origins{}, channels: map[ssa.Value]origins{}, verified: map[any]bool{},
		methods: map[*types.Func]*ssa.Function{},
	}
}

// of returns where a value comes from.
func (e *engine) of(v ssa.Value) origins {
	if set, ok := e.memo[v]; ok {
		return set
	}
	if e.busy[v] {
		e.cuts++
		return nil
	}
	if e.spent() {
		return unknown("too much code")
	}
	cuts := e.cuts
	e.busy[v] = true
	e.depth++
	set := e.compute(v)
	e.depth--
	delete(e.busy, v)
	if e.cuts == cuts || len(e.busy)+len(e.open) == 0 { // else a part of a cycle, not the whole
		e.memo[v] = set
	}
	return set
}

// spent counts a step and reports whether the budget is used up: of the
// package, or of the question that is being answered.
func (e *engine) spent() bool {
	if e.depth == 0 {
		e.limit = min(e.steps+maxQuestion, maxSteps)
	}
	e.steps++
	if e.depth > maxDepth || e.steps > e.limit {
		e.cuts++
		return true
	}
	return false
}

func (e *engine) compute(v ssa.Value) origins {
	if isPublicKey(v.Type()) {
		return origins{{Kind: Public}}
	}
	switch v := v.(type) {
	case *ssa.Const:
		return constOrigin(v)
	case *ssa.Parameter:
		return e.parameter(v, "")
	case *ssa.Phi:
		var out origins
		for _, edge := range v.Edges {
			out = out.with(e.of(edge)...)
		}
		return out
	case *ssa.BinOp:
		return e.binary(v)
	case *ssa.Convert:
		return e.convert(v)
	case *ssa.ChangeType:
		return e.of(v.X)
	case *ssa.MakeInterface:
		if printsItself(v.X.Type()) {
			_, name := named(v.X.Type())
			return unknown("what " + name + " prints")
		}
		return e.of(v.X)
	case *ssa.ChangeInterface:
		return e.of(v.X)
	case *ssa.TypeAssert:
		return e.of(v.X)
	case *ssa.SliceToArrayPointer:
		return e.of(v.X)
	case *ssa.Slice:
		return e.slice(v)
	case *ssa.Index:
		return e.element(v.X, v.Index)
	case *ssa.Lookup:
		return e.lookup(v)
	case *ssa.Range:
		return e.of(v.X)
	case *ssa.Next:
		return e.of(v.Iter)
	case *ssa.Extract:
		return e.extract(v)
	case *ssa.Call:
		return e.call(v, 0)
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return e.load(v)
		}
		if v.Op == token.ARROW {
			return e.received(v.X)
		}
		return e.of(v.X)
	case *ssa.Field, *ssa.FieldAddr:
		return e.load(v)
	case *ssa.Alloc, *ssa.MakeSlice, *ssa.MakeMap, *ssa.FreeVar, *ssa.Global:
		return e.contents(place{v, ""}, v.Parent())
	}
	return nil
}

func constOrigin(c *ssa.Const) origins {
	if c.Value == nil {
		return nil
	}
	if c.Value.Kind() == constant.String {
		s := constant.StringVal(c.Value)
		if s == "" {
			return nil
		}
		return origins{{Kind: Fixed, Text: s, Pos: c.Pos()}}
	}
	return origins{{Kind: Fixed, Text: c.Value.String(), Pos: c.Pos()}}
}

func (e *engine) parameter(p *ssa.Parameter, path string) origins {
	if set := e.typed(p.Type(), path); set != nil {
		return set
	}
	for i, q := range p.Parent().Params {
		if q == p {
			return origins{{Kind: param, Param: i, Path: path, owner: p.Parent()}}
		}
	}
	return nil
}

// convert keeps the origin: a conversion between text and bytes changes
// nothing, one between numbers at most cuts off bits.
func (e *engine) convert(v *ssa.Convert) origins {
	set := e.of(v.X)
	if b, ok := v.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsInteger != 0 {
		size := bits(float64(8 * e.pass.TypesSizes.Sizeof(b)))
		return set.each(func(o Origin) Origin { o.Bits = o.Bits.atMost(size); return o })
	}
	return set
}

func (e *engine) binary(v *ssa.BinOp) origins {
	switch v.Op {
	case token.ADD:
		return concat(e.of(v.X), e.of(v.Y))
	case token.REM, token.AND:
		limit, ok := constInt(v.Y)
		if !ok {
			if n, isLen := lengthOfConst(v.Y); isLen {
				limit, ok = n, true
			}
		}
		set := e.of(v.X)
		if !ok {
			return set
		}
		if v.Op == token.AND {
			limit++
		}
		return set.each(func(o Origin) Origin { o.Bits = o.Bits.atMost(bits(log2(float64(limit)))); return o })
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		return nil
	}
	return withoutFixed(e.of(v.X).with(e.of(v.Y)...))
}

// extract returns one result of a call, a lookup with ok or an assertion.
func (e *engine) extract(v *ssa.Extract) origins {
	switch t := v.Tuple.(type) {
	case *ssa.Call:
		if cutInFront(v) {
			return e.call(t, v.Index).each(Origin.inFront)
		}
		return e.call(t, v.Index)
	case *ssa.Lookup:
		if v.Index == 0 {
			return e.lookup(t)
		}
	case *ssa.TypeAssert:
		if v.Index == 0 {
			return e.of(t.X)
		}
	case *ssa.Next:
		switch v.Index {
		case 1:
			if rng, ok := t.Iter.(*ssa.Range); ok && namesValues(rng.X.Type()) {
				return unknown("a name")
			}
			return e.of(t.Iter).each(Origin.nameOnly)
		case 2:
			if rng, ok := t.Iter.(*ssa.Range); ok && namesValues(rng.X.Type()) && sortsOut(t) {
				return unknown("what is chosen by its name")
			}
			return e.of(t.Iter)
		}
	case *ssa.UnOp:
		if v.Index == 0 && t.Op == token.ARROW {
			return e.received(t.X)
		}
	}
	return nil
}

// received joins what the package sends into a channel of its own.
func (e *engine) received(ch ssa.Value) origins {
	made := placeOf(ch).root
	if set, ok := e.channels[made]; ok {
		return set
	}
	cuts := e.cuts
	var out origins
	for _, send := range e.usage().sends[made] {
		out = out.with(e.of(send.X)...)
	}
	if out == nil {
		out = unknown("a channel")
	}
	if e.cuts == cuts {
		e.channels[made] = out
	}
	return out
}

// lookup returns an element of a map: the header map of a request by a
// constant key, or whatever is in the map.
func (e *engine) lookup(v *ssa.Lookup) origins {
	if _, isText := v.X.Type().Underlying().(*types.Basic); isText {
		return e.element(v.X, v.Index)
	}
	set := e.of(v.X)
	key, _ := constString(v.Index)
	return set.each(func(o Origin) Origin { return pick(o, key) })
}

// pick narrows a whole request, header or query to one of its parts.
func pick(o Origin, name string) Origin {
	if name == "" {
		return o
	}
	switch o.Kind {
	case Headers:
		return Origin{Kind: Header, Text: name, Pos: o.Pos, End: o.End}
	case URL, Query:
		return Origin{Kind: Query, Text: name, Pos: o.Pos, End: o.End}
	case Form, PostForm, Path:
		o.Text = name
	case param:
		if o.Text == "" {
			o.Text = name // of whatever a caller passes
		}
	}
	return o
}

// namesValues reports whether a type is one of headers or of parameters, whatever
// it is called: a list of texts for each name.
func namesValues(t types.Type) bool {
	m, ok := t.Underlying().(*types.Map)
	if !ok {
		return false
	}
	list, ok := m.Elem().Underlying().(*types.Slice)
	return ok && types.Identical(m.Key(), types.Typ[types.String]) && types.Identical(list.Elem(), types.Typ[types.String])
}

// nameOnly is the origin of a key of a map: the name of a header or of a
// parameter says nothing about its value.
func (o Origin) nameOnly() Origin {
	switch o.Kind {
	case Headers, Query, Form, PostForm, Path:
		return Origin{Kind: Unknown, Text: "a name"}
	}
	return o
}

// model returns what is known of a called function.
func (e *engine) model(fn *types.Func) *model.Func { return e.index.Func(fn) }
