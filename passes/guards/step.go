package guards

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
	"github.com/sessionlint/sessionlint/passes/routes"
	"github.com/sessionlint/sessionlint/passes/saves"
)

// A StepFact says what a function has to do with the steps of a login, for other
// packages.
type StepFact struct {
	Reads []string // keys of sessions that say who somebody is
	Puts  []string // such keys that it always writes, unless it fails
	Asks  []string // such keys, if it rejects requests and asks for nothing else
	Early []Early
	Marks bool // it reads or writes whether a login is finished
}

// An Early is a value that is stored in front of a further step of the login.
type Early struct {
	Key, Function string
	Condition     string // of the further step; "": somebody starts to recover an account, without any check
}

// AFact marks a fact.
func (*StepFact) AFact() {}

func (f *StepFact) String() string {
	return fmt.Sprintf("steps(reads=%v puts=%v asks=%v early=%v marks=%v)", f.Reads, f.Puts, f.Asks, f.Early, f.Marks)
}

func (f *StepFact) isZero() bool {
	return len(f.Reads)+len(f.Puts)+len(f.Asks)+len(f.Early) == 0 && !f.Marks
}

const (
	maxKeys  = 8 // of a fact
	maxSteps = 3 // functions of the package between a handler and what it does
)

// exportSteps publishes what the exported functions do.
func (e *engine) exportSteps() {
	for _, fn := range e.funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || !obj.Exported() {
			continue
		}
		f := e.steps(fn)
		f.Puts = e.puts(fn, maxSteps)
		if !f.isZero() {
			e.pass.ExportObjectFact(obj, &f)
		}
	}
}

// imported returns what a function of another own package does.
func (e *engine) imported(fn *types.Func) *StepFact {
	fact := new(StepFact)
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == e.pass.Pkg || !e.pass.ImportObjectFact(fn, fact) {
		return nil
	}
	return fact
}

// stepsOf returns what a handler or middleware does, as it was registered.
func (e *engine) stepsOf(ref routes.Ref) StepFact {
	if ref.Fn != nil {
		return e.steps(ref.Fn)
	}
	if f := e.imported(ref.Obj); f != nil {
		return *f
	}
	return StepFact{}
}

// steps says what a function does, with the literals in it; other than which
// keys it always writes.
func (e *engine) steps(fn *ssa.Function) StepFact {
	if f, ok := e.stepped[fn]; ok {
		return f
	}
	e.stepped[fn] = StepFact{} // one that calls itself
	f := StepFact{Early: e.early(fn, maxSteps)}
	rejects, more := false, false
	for _, part := range append([]*ssa.Function{fn}, fn.AnonFuncs...) {
		keys, marks := e.keysAsked(part, maxSteps)
		f.Reads, f.Marks = append(f.Reads, keys...), f.Marks || marks
		rejects = rejects || e.routes.Summary(part).May&routes.Rejects != 0
		more = more || e.mentions(part, maxSteps)
	}
	f.Reads = capped(f.Reads)
	if rejects && !more && !f.Marks {
		f.Asks = f.Reads
	}
	e.stepped[fn] = f
	return f
}

func capped(keys []string) []string {
	slices.Sort(keys)
	keys = slices.Compact(keys)
	return keys[:min(len(keys), maxKeys)]
}

// keysAsked returns the keys that say who somebody is among those that a function
// reads, or one that it calls, and whether it has to do with marks of a login that
// is not finished.
func (e *engine) keysAsked(fn *ssa.Function, depth int) (keys []string, marks bool) {
	note := func(key string, read bool) {
		marks = marks || Pending(key)
		if read && saves.IsIdentity(key) {
			keys = append(keys, key)
		}
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Lookup:
				if e.isValues(instr.X) {
					note(constText(instr.Index), true)
				}
			case *ssa.MapUpdate:
				if e.isValues(instr.Map) {
					note(constText(instr.Key), false)
				}
			case *ssa.Call:
				callee := calls.Callee(instr.Common())
				if f := e.index.Life(callee); f != nil {
					if f.Role == model.SessionGet || f.Role == model.SessionPut {
						note(e.keyOf(f, instr), f.Role == model.SessionGet)
					}
				} else if body := calls.Body(e.pkg, instr.Common()); body != nil && depth > 0 {
					more, also := e.keysAsked(body, depth-1)
					keys, marks = append(keys, more...), marks || also
				} else if fact := e.imported(callee); fact != nil {
					keys, marks = append(keys, fact.Reads...), marks || fact.Marks
				}
			}
		}
	}
	return keys, marks
}

// mentions reports whether a function, or one that it calls, names something that
// may tell whether a login is finished.
func (e *engine) mentions(fn *ssa.Function, depth int) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch x := instr.(type) {
			case *ssa.FieldAddr:
				if Pending(fields.Of(x.X.Type(), x.Field).Name()) {
					return true
				}
			case *ssa.Field:
				if Pending(fields.Of(x.X.Type(), x.Field).Name()) {
					return true
				}
			case *ssa.Lookup:
				if Pending(constText(x.Index)) {
					return true
				}
			case *ssa.Call:
				if callee := calls.Callee(x.Common()); callee != nil && Pending(callee.Name()) {
					return true
				}
				if slices.ContainsFunc(x.Call.Args, func(v ssa.Value) bool { return Pending(constText(v)) }) {
					return true
				}
				if body := calls.Body(e.pkg, x.Common()); body != nil && depth > 0 && e.mentions(body, depth-1) {
					return true
				}
			}
		}
	}
	return false
}
