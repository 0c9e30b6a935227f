package settings

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A send is a place where settings take effect: a cookie is sent, options are
// given to a store, a store is made. Values may depend on parameters of the
// function it is in; callers then instantiate it.
type send struct {
	fn       *ssa.Function
	instr    ssa.Instruction
	kind     model.Kind
	session  model.SessionKind
	set      [model.NumSettings]values
	pos, end token.Pos
	library  string
	deletes  bool  // by the very function that is called
	shared   bool  // other packages can reach it through an exported variable
	template *send // of a call of that helper: what the helper leaves open
	origin   *send // of such a call: the send in the innermost helper
	offered  []string
	via      []evidence.Step
	fix      fixer
}

// sends returns the sends of a function, those of its closures that depend on
// its parameters, and those of its callees as its arguments make them.
func (e *engine) sends(fn *ssa.Function) (own, lifted []*send) {
	if s, ok := e.sent[fn]; ok {
		return s.own, s.lifted
	}
	s := &sendList{}
	e.sent[fn] = s // a recursive call contributes nothing new
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if len(s.own) < maxSends {
				s.add(e.sendsOf(instr))
			}
		}
	}
	for _, literal := range fn.AnonFuncs {
		own, lifted := e.sends(literal)
		for _, child := range append(own[:len(own):len(own)], lifted...) {
			if child.dependsOn(fn) {
				s.lifted = append(s.lifted, child)
			}
		}
	}
	return s.own, s.lifted
}

// maxSends bounds the sends of one function.
const maxSends = 200

type sendList struct{ own, lifted []*send }

// add appends sends, calls that make the same of the same helper once.
func (l *sendList) add(more []*send) {
	for _, s := range more {
		if !slices.ContainsFunc(l.own, s.repeats) {
			l.own = append(l.own, s)
		}
	}
}

// repeats reports whether another call of a helper brings the same values from
// the same places, as a recursive function does.
func (s *send) repeats(o *send) bool {
	if s.origin == nil || s.origin != o.origin {
		return false
	}
	for i := range s.set {
		if !slices.EqualFunc(s.set[i], o.set[i], func(a, b Atom) bool { return a.same(b) && a.Pos == b.Pos }) {
			return false
		}
	}
	return true
}

// clear makes all settings unset.
func (s *send) clear() {
	for i := range s.set {
		s.set[i] = values{{Kind: unset}}
	}
}

// dependsOn reports whether callers of fn decide something of the send.
func (s *send) dependsOn(fn *ssa.Function) bool {
	for _, vals := range s.set {
		for _, a := range vals {
			if a.Kind == parameter && a.owner == fn {
				return true
			}
		}
	}
	return false
}

func (e *engine) sendsOf(instr ssa.Instruction) []*send {
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		return e.callSends(instr)
	case *ssa.MapUpdate:
		return one(e.mapSend(instr))
	case *ssa.Store:
		if s := e.optionsStored(instr); s != nil {
			return []*send{s}
		}
	}
	return nil
}

func (e *engine) callSends(call ssa.CallInstruction) []*send {
	common := call.Common()
	if fn := e.body(common); fn != nil {
		return e.instances(fn, call)
	}
	callee := calls.Callee(common)
	if callee == nil {
		return nil
	}
	f := e.model.Func(callee)
	if f == nil {
		return e.factInstances(callee, call)
	}
	switch f.Role {
	case model.CookieSend, model.CookieDelete:
		return one(e.cookieSend(f, call))
	case model.HeaderWrite:
		return one(e.headerSend(f, call))
	case model.StoreNew:
		return one(e.storeSend(f, call))
	case model.StoreSet:
		return one(e.optionsSend(f, call))
	}
	return nil
}

func one(s *send) []*send {
	if s == nil {
		return nil
	}
	return []*send{s}
}

// instances returns the sends of a callee that depend on its parameters, with
// the arguments of the call filled in.
func (e *engine) instances(fn *ssa.Function, call ssa.CallInstruction) []*send {
	own, lifted := e.sends(fn)
	var out []*send
	for _, template := range append(own[:len(own):len(own)], lifted...) {
		if !template.dependsOn(fn) {
			continue
		}
		inst := *template
		inst.fn, inst.instr, inst.template, inst.offered = call.Parent(), call, template, nil
		if inst.origin == nil {
			inst.origin = template
		}
		inst.via = append(template.via[:len(template.via):len(template.via)], e.stepAt(call, "called here"))
		for s := range inst.set {
			if vals := inst.set[s]; vals != nil {
				inst.set[s] = e.ofContext(e.settle(e.substitute(state{vals}, fn, call)[0]))
			}
		}
		e.renormalise(&inst)
		out = append(out, &inst)
	}
	return out
}

// renormalise gives arguments that replaced a parameter the form they have as
// a setting: what the helper's parameter stands for is spelled as in the field.
func (e *engine) renormalise(s *send) {
	for i := range s.set {
		setting := model.Setting(i)
		s.set[i] = s.set[i].each(func(a Atom) Atom {
			if a.meant {
				return a
			}
			switch {
			case setting == model.SameSite && a.Kind == integer:
				a = sameSite(a)
			case setting == model.MaxAge && a.Kind == integer:
				a = lasts(a, 1e9)
			}
			a.meant = a.Kind != parameter
			return a
		})
	}
}

func (e *engine) newSend(call ssa.CallInstruction, kind model.Kind) *send {
	s := &send{fn: call.Parent(), instr: call, kind: kind}
	at := e.stepAt(call, "")
	s.pos, s.end = at.Start, at.Stop
	s.fix.call = e.source.call(call.Common().Pos())
	return s
}
