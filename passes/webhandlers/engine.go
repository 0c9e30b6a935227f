package webhandlers

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// An engine summarises the functions of one package, callees first.
type engine struct {
	pass   *analysis.Pass
	pkg    *ssa.Package
	funcs  []*ssa.Function
	index  *lib.Index
	told   map[*ssa.Function]string // roles that directives give
	traits Trait

	summaries map[*ssa.Function]*summary
	busy      map[*ssa.Function]bool
	facts     map[*types.Func]*summary
	impls     map[*types.Func]*summary
	callers   map[*ssa.Function][]*ssa.Function
	effects   map[ssa.Instruction]*summary
	steps     int
}

// maxSteps bounds the instructions that are read for one package.
const maxSteps = 2_000_000

func newEngine(pass *analysis.Pass, pkg *ssa.Package, funcs []*ssa.Function) *engine {
	return &engine{
		pass: pass, pkg: pkg, funcs: funcs, index: lib.Shared(),
		summaries: map[*ssa.Function]*summary{}, busy: map[*ssa.Function]bool{}, told: map[*ssa.Function]string{},
		facts: map[*types.Func]*summary{}, impls: map[*types.Func]*summary{}, effects: map[ssa.Instruction]*summary{},
	}
}

// of returns the summary of a function of the package.
func (e *engine) of(fn *ssa.Function) *summary {
	if s := e.summaries[fn]; s != nil {
		return s
	}
	if e.busy[fn] || e.steps > maxSteps {
		return &summary{Paths: nothing}
	}
	e.busy[fn] = true
	s := e.read(fn)
	delete(e.busy, fn)
	e.summaries[fn] = s
	return s
}

// read walks the control-flow graph of a function: what may happen anywhere,
// what happens on every path, and which outcomes paths have.
func (e *engine) read(fn *ssa.Function) *summary {
	s := &summary{}
	if len(fn.Blocks) == 0 {
		s.Paths = nothing
		return s
	}
	n := len(fn.Blocks)
	in, reached := make([]outcomes, n), make([]bool, n)
	must := make([]Effect, n)
	in[0], reached[0] = nothing, true
	ends, exits := ^Effect(0), false
	work := []*ssa.BasicBlock{fn.Blocks[0]}
	for rounds := 0; len(work) > 0 && rounds < 60*n+60; rounds++ {
		b := work[0]
		work = work[1:]
		out, does := in[b.Index], must[b.Index]
		for _, instr := range b.Instrs {
			e.steps++
			if effect := e.instruction(fn, instr); effect != nil {
				s.May |= effect.May
				for _, p := range effect.Puts {
					if !slices.Contains(s.Puts, p) {
						s.Puts = append(s.Puts, p)
					}
				}
				does |= effect.Must
				out = out.then(effect.Paths)
			}
		}
		if returnsOf(b) {
			s.Paths |= out
			if !exits {
				ends, exits = does, true
			} else {
				ends &= does
			}
		}
		for i, succ := range b.Succs {
			next := out.then(e.edge(b, i))
			merged, first := in[succ.Index]|next, !reached[succ.Index]
			m := does
			if !first {
				m = must[succ.Index] & does
			}
			if first || merged != in[succ.Index] || m != must[succ.Index] {
				in[succ.Index], must[succ.Index], reached[succ.Index] = merged, m, true
				work = append(work, succ)
			}
		}
	}
	if exits {
		s.Must = ends & s.May
	} else {
		s.Paths |= nothing
	}
	e.finish(fn, s)
	return s
}

// edge: on the branch on which a library says that the ID is fresh, nothing
// has to be renewed.
func (e *engine) edge(b *ssa.BasicBlock, i int) outcomes {
	cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return nothing
	}
	if e.noCookie(cond.Cond, i) {
		return single(Renews)
	}
	v, want := cond.Cond, 0
	if not, ok := v.(*ssa.UnOp); ok {
		v, want = not.X, 1
	}
	call, ok := v.(*ssa.Call)
	if !ok || i != want {
		return nothing
	}
	if callee := calls.Callee(call.Common()); callee != nil && callee.Name() == "Fresh" {
		return single(Renews)
	}
	return nothing
}

// noCookie reports whether a branch is taken only if the client sent no cookie, so
// that there is no ID to keep.
func (e *engine) noCookie(cond ssa.Value, branch int) bool {
	op, ok := cond.(*ssa.BinOp)
	if !ok {
		return false
	}
	yes := 0 // the branch on which both are equal
	switch op.Op.String() {
	case "==":
	case "!=":
		yes = 1
	default:
		return false
	}
	x, y := op.X, op.Y
	if _, ok := x.(*ssa.Const); ok {
		x, y = y, x
	}
	switch {
	case isError(x.Type()): // an error: there is none
		call, ok := x.(*ssa.Extract)
		return ok && branch != yes && isEmpty(y) && e.readsCookie(call.Tuple)
	case isEmptyText(y):
		return branch == yes && e.fromCookie(x)
	}
	return false
}

// readsCookie reports whether a value is the result of reading a cookie.
func (e *engine) readsCookie(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	callee := calls.Callee(call.Common())
	f := e.index.Func(callee)
	return f != nil && f.Role == model.RequestCookie || callee != nil && callee.FullName() == "(*net/http.Request).Cookie"
}

// finish adds what follows from the function as a whole.
func (e *engine) finish(fn *ssa.Function, s *summary) {
	results := fn.Signature.Results()
	if s.May&Hashes != 0 && results.Len() > 0 {
		switch texts, answers := resultKinds(results); {
		case isText(results.At(0).Type()):
			s.GivesHash = s.May&(ChangesPassword|Creates) == 0
		case answers && !texts && e.compares(fn):
			s.May = s.May&^Hashes | VerifiesPassword
			s.Must |= VerifiesPassword
			s.Paths = s.Paths.then(single(VerifiesPassword))
		}
	}
	if s.May&Verifies == 0 && s.May&Hashes == 0 && e.looksUpPassword(fn) {
		s.May |= VerifiesPassword
		s.Paths = s.Paths.then(single(VerifiesPassword))
	}
	if obj, ok := fn.Object().(*types.Func); ok && s.May&Verifies == 0 {
		if does := namedEffects(obj) & Verifies; does != 0 && e.comparesTexts(fn) {
			s.May |= does
			s.Paths = s.Paths.then(single(does))
		}
	}
	if obj, ok := fn.Object().(*types.Func); ok && s.May&(Ends|Empties|ExpiresCookie) == 0 && e.callsOthers(fn) {
		s.May |= namedEffects(obj) & Ends // how it does so is not in sight
	}
	e.parameters(fn, s)
	e.obey(fn, s)
}

// obey does what a directive says.
func (e *engine) obey(fn *ssa.Function, s *summary) {
	switch e.told[fn] {
	case "renew":
		s.May |= Renews
		s.Must |= Renews
		s.Paths = s.Paths.then(single(Renews))
	case "revoke":
		s.May |= Ends
		s.Must |= Ends
	case "change":
		s.May |= ChangesPassword
	case "login":
		s.May |= VerifiesPassword
		s.Paths = s.Paths.then(single(VerifiesPassword))
	}
}

// resultKinds reports whether a function returns texts, and whether it says yes
// or no.
func resultKinds(results *types.Tuple) (texts, answers bool) {
	for i := range results.Len() {
		t := results.At(i).Type()
		texts = texts || isText(t)
		answers = answers || isBool(t) || isError(t)
	}
	return texts, answers
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

func isError(t types.Type) bool { return t.String() == "error" }

// compares reports whether a function compares something it hashed.
func (e *engine) compares(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.BinOp:
				if (instr.Op.String() == "==" || instr.Op.String() == "!=") && e.comparison(instr.X, instr.Y) != 0 {
					return true
				}
			case *ssa.Call:
				callee := calls.Callee(instr.Common())
				if callee == nil {
					continue
				}
				if n := nameOf(callee.Name()); n.has("compare equal verify") && slices.ContainsFunc(instr.Common().Args, e.isHash) {
					return true
				}
			}
		}
	}
	return false
}

// comparesTexts reports whether a function compares two texts of which none is a
// constant.
func (e *engine) comparesTexts(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.BinOp:
				_, x := instr.X.(*ssa.Const)
				_, y := instr.Y.(*ssa.Const)
				if op := instr.Op.String(); (op == "==" || op == "!=") && isText(instr.X.Type()) && !x && !y {
					return true
				}
			case *ssa.Call:
				if f := e.index.Func(calls.Callee(instr.Common())); f != nil && f.Role == model.SafeCompare {
					return true
				}
			}
		}
	}
	return false
}

// callsOthers reports whether a function calls something outside the standard
// library that may write.
func (e *engine) callsOthers(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			callee := calls.Callee(call.Common())
			if callee == nil || callee.Pkg() == nil || isStd(callee.Pkg().Path()) && e.index.Func(callee) == nil {
				continue
			}
			if n := nameOf(callee.Name()); writeClass(n) != noWrite || n.has(endWords) || n.has("exec run do") {
				return true
			}
		}
	}
	return false
}

// looksUpPassword: a function whose name says that it checks a login, and that
// gives the password to a database.
func (e *engine) looksUpPassword(fn *ssa.Function) bool {
	n := nameOf(fn.Name())
	if !n.has("login authenticate signin") && !verifiesByName(n, nil) || n.has("reset policy strength") {
		return false
	}
	for _, p := range fn.Params {
		if nameOf(p.Name()).isPassword() && isText(p.Type()) {
			for _, ref := range *p.Referrers() {
				switch ref.(type) {
				case *ssa.MakeInterface, *ssa.Store, ssa.CallInstruction:
					return true
				}
			}
		}
	}
	return false
}

// callersOf returns the functions of the package that call one, or hold its
// closure.
func (e *engine) callersOf(fn *ssa.Function) []*ssa.Function {
	if e.callers == nil {
		e.callers = map[*ssa.Function][]*ssa.Function{}
		for _, caller := range e.funcs {
			for _, b := range caller.Blocks {
				for _, instr := range b.Instrs {
					if call, ok := instr.(ssa.CallInstruction); ok {
						if body := calls.Body(e.pkg, call.Common()); body != nil && body != caller {
							e.callers[body] = append(e.callers[body], caller)
						}
					}
				}
			}
		}
	}
	return e.callers[fn]
}
