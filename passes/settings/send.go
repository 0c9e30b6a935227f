package settings

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
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
	deletes  bool   // by the very function that is called
	shared   bool   // other packages can reach it through an exported variable
	through  string // the helper that sends it
	template *send  // of a call of that helper: what the helper leaves open
	offered  []string
	via      []evidence.Step
	fix      fixer
	made     ssa.Value // the store, for a StoreNew
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
			s.own = append(s.own, e.sendsOf(instr)...)
			if len(s.own) > maxSends {
				s.own = s.own[:maxSends]
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

const maxSends = 400

type sendList struct{ own, lifted []*send }

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
	callee := calleeOf(common)
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
		inst.fn, inst.instr, inst.through, inst.template, inst.offered = call.Parent(), call, fn.Name(), template, nil
		inst.via = append(template.via[:len(template.via):len(template.via)], e.stepAt(call, "called here"))
		for s := range inst.set {
			if vals := inst.set[s]; vals != nil {
				inst.set[s] = e.settle(e.substitute(state{vals}, fn, call)[0])
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

func (e *engine) stepAt(call ssa.CallInstruction, text string) evidence.Step {
	if expr := e.source.call(call.Common().Pos()); expr != nil {
		return evidence.Step{Start: expr.Pos(), Stop: expr.End(), Text: text}
	}
	return evidence.Step{Start: call.Pos(), Stop: call.Pos(), Text: text}
}

// cookieSend: a call that sends, or drops, a cookie.
func (e *engine) cookieSend(f *model.Func, call ssa.CallInstruction) *send {
	s := e.newSend(call, model.Cookie)
	s.deletes = f.Role == model.CookieDelete
	s.library = e.model.LibraryOf(f.Symbol)
	var object ssa.Value
	for _, arg := range f.Args {
		if arg.Slot == model.ArgCookie {
			object = e.arg(f, call, arg.Index)
		}
	}
	if object != nil {
		l := e.layoutOf(object.Type())
		if l == nil {
			return nil
		}
		s.set = e.settings(l, e.lookup(object, l.shape, call))
		e.locate(s, object)
		s.fix.layout = l
	} else {
		s.fix.args = f
		for setting, vals := range e.newStore(f, call) {
			s.set[setting] = vals
		}
		if receiver := param(call.Common(), model.Receiver); receiver != nil && s.set[model.SameSite] == nil {
			s.set[model.SameSite] = e.contextSameSite(f, receiver, call)
		}
	}
	force(&s.set, f.Forces)
	for i := range s.set {
		if s.set[i] == nil {
			s.set[i] = values{{Kind: unset}}
		}
	}
	return s
}

// contextSameSite returns the SameSite that an earlier call on the same
// framework context left for the cookies of this response.
func (e *engine) contextSameSite(f *model.Func, receiver ssa.Value, call ssa.CallInstruction) values {
	if !e.model.HasContextSameSite(f) {
		return values{{Kind: unset}}
	}
	p := at(receiver)
	p.path = join(p.path, pseudo(model.SameSite))
	vals := e.placeAt(p, scalar, call)[0]
	return vals.each(func(a Atom) Atom {
		if a.Kind != parameter {
			return a
		}
		if e.setsSameSite() {
			return Atom{Kind: unknown, Str: "what another handler sets on the context"}
		}
		return a
	})
}

func (e *engine) newSend(call ssa.CallInstruction, kind model.Kind) *send {
	s := &send{fn: call.Parent(), instr: call, kind: kind}
	at := e.stepAt(call, "")
	s.pos, s.end = at.Start, at.Stop
	s.fix.call = e.source.call(call.Common().Pos())
	return s
}

// locate points a send at the literal of its object, if that is in sight.
func (e *engine) locate(s *send, object ssa.Value) {
	if lit := e.literalOf(object); lit != nil {
		s.pos, s.end = lit.Pos(), lit.End()
		s.fix.literal = lit
	}
}

// literalOf returns the composite literal that an object was made by, or nil.
func (e *engine) literalOf(object ssa.Value) *ast.CompositeLit {
	alloc, ok := at(object).root.(*ssa.Alloc)
	if !ok || at(object).path != "" {
		return nil
	}
	if lit := e.source.literal(alloc.Pos()); lit != nil {
		return lit
	}
	for _, ref := range *alloc.Referrers() {
		if store, ok := ref.(*ssa.Store); ok && store.Addr == alloc {
			if inner, ok := at(store.Val).root.(*ssa.Alloc); ok && inner != alloc {
				return e.source.literal(inner.Pos())
			}
		}
	}
	return nil
}

// optionsStored: cookie options become those of a store or session by
// assignment.
func (e *engine) optionsStored(store *ssa.Store) *send {
	addr, ok := store.Addr.(*ssa.FieldAddr)
	if !ok {
		return nil
	}
	l := e.layoutOf(store.Val.Type())
	if l == nil || l.typ.Kind != model.Options {
		return nil
	}
	owner := e.layoutOf(addr.X.Type())
	if owner == nil || owner.typ.Kind != model.Store && owner.typ.Kind != model.PerSession {
		return nil
	}
	if isLibraryLiteral(addr.X) {
		return nil // part of a larger literal, judged with it
	}
	s := &send{fn: store.Parent(), instr: store, kind: model.Options, session: owner.typ.Session, library: e.model.LibraryOf(l.typ.Symbol)}
	s.set = e.settings(l, e.lookup(store.Val, l.shape, lastUse(store)))
	s.hideUnlisted(l.typ)
	if expr := e.source.stored(store.Pos()); expr != nil {
		s.pos, s.end = expr.Pos(), expr.End()
	} else {
		s.pos, s.end = store.Pos(), store.Pos()
	}
	e.locate(s, store.Val)
	s.fix.layout = l
	return s
}

func isLibraryLiteral(v ssa.Value) bool {
	alloc, ok := v.(*ssa.Alloc)
	return ok && alloc.Comment == "complit"
}

// optionsSend: cookie options, or a configuration, are given to a store.
func (e *engine) optionsSend(f *model.Func, call ssa.CallInstruction) *send {
	for _, arg := range f.Args {
		v := e.arg(f, call, arg.Index)
		if v == nil || arg.Slot != model.ArgOptions {
			continue
		}
		l := e.layoutOf(v.Type())
		if l == nil {
			return nil
		}
		s := e.newSend(call, model.Options)
		s.library = e.model.LibraryOf(f.Symbol)
		s.set = e.settings(l, e.lookup(v, l.shape, call))
		s.hideUnlisted(l.typ)
		e.locate(s, v)
		s.fix.layout = l
		return s
	}
	return nil
}

// hideUnlisted: options say nothing of the settings that their type lacks.
func (s *send) hideUnlisted(t *model.Type) {
	for i := range s.set {
		if !listed(t, model.Setting(i)) {
			s.set[i] = nil
		}
	}
}

// argExpr returns the expression of operand i of a call.
func (e *engine) argExpr(call ssa.CallInstruction, i int) ast.Expr {
	common := call.Common()
	if common.IsInvoke() || common.Signature().Recv() != nil {
		i--
	}
	return e.source.arg(common.Pos(), i)
}

// exprOf returns the expression of an argument of a call, or nil.
func (e *engine) exprOf(call ssa.CallInstruction, v ssa.Value) ast.Expr {
	for i, operand := range operands(call.Common()) {
		if operand == v {
			return e.argExpr(call, i)
		}
	}
	return nil
}

func (e *engine) isRequest(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return false
	}
	switch n.Obj().Name() {
	case "Request", "Context", "Ctx", "RequestCtx", "RequestContext":
		return n.Obj().Pkg() != e.pass.Pkg && n.Obj().Pkg().Path() != "context"
	}
	return false
}
