package bearer

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// issuer: a middleware that makes tokens itself, for as long as it is told.
func (e *engine) issuer(b *model.Bearer, call ssa.CallInstruction) *Mint {
	expr := e.callOf(call)
	config := arg(b, call, model.ArgConfig)
	if expr == nil || config == nil {
		return nil
	}
	m := &Mint{
		Ranger: expr, Library: e.model.LibraryOf(b.Symbol), Function: calls.Outermost(call.Parent()).Name(), Expiry: Expires, Purpose: Session,
		Values: map[string]Value{}, call: call,
	}
	lives, complete := e.configLives(config)
	m.Lives = lives
	if len(m.Lives) == 0 && complete {
		m.Lives = []Life{{Known: true, D: b.Lifetime, At: evidence.Step{Start: expr.Pos(), Stop: expr.End()}}}
	}
	return m
}

// issues reports whether a type configures something that makes tokens: it says
// how long they live.
func (e *engine) issues(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if field := e.model.BearerField(t, f.Name()); field != nil && field.Claim == "exp" && isDuration(f.Type()) {
			return true
		}
	}
	return false
}

// configLives returns how long the tokens live that a configuration is for, and
// whether that is all it says about them.
func (e *engine) configLives(config ssa.Value) (lives []Life, complete bool) {
	leaves, complete := e.sources(config)
	for _, leaf := range leaves {
		switch leaf := leaf.(type) {
		case *ssa.Alloc:
			lives = append(lives, e.fieldLives(leaf)...)
		case *ssa.Call:
			complete = false
			if fact := e.imported(calls.Callee(leaf.Common())); fact != nil && fact.Date != nil && fact.Date.Param < 0 {
				lives = append(lives, Life{Known: true, D: fact.Date.D, At: e.step(leaf)})
			}
		default:
			complete = false
		}
	}
	return lives, complete
}

func (e *engine) fieldLives(config *ssa.Alloc) []Life {
	var lives []Life
	for _, ref := range calls.Uses(config) {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		if field := e.model.BearerField(addr.X.Type(), fieldName(addr)); field == nil || field.Claim != "exp" {
			continue
		}
		for _, use := range calls.Uses(addr) {
			if store, ok := use.(*ssa.Store); ok && store.Addr == addr && isDuration(store.Val.Type()) {
				for _, l := range e.spans(store.Val, e.storeStep(store)) {
					if !l.Zero {
						lives = append(lives, l)
					}
				}
			}
		}
	}
	return lives
}

// signOptions: claims that options of the signature add.
func (e *engine) signOptions(m *Mint, b *model.Bearer, call ssa.CallInstruction) {
	v := arg(b, call, model.ArgOption)
	if v == nil {
		return
	}
	leaves, complete := e.sources(v)
	found := false
	for _, leaf := range leaves {
		for _, elem := range calls.Elements(leaf) {
			ones, ok := e.sources(elem)
			complete = complete && ok
			for _, one := range ones {
				if made, ok := one.(*ssa.Call); ok && e.bearer(made) != nil {
					ob := e.bearer(made)
					if ob.Act == model.BearerOption {
						continue
					}
					if ob.Act == model.BearerSet && ob.Claim == "exp" {
						found = true
						m.Expiry = Expires
						m.Lives = append(m.Lives, e.spans(arg(ob, made, model.ArgValue), e.argStep(made, 0, e.step(made)))...)
						continue
					}
				}
				if k, ok := one.(*ssa.Const); ok && k.Value == nil {
					continue
				}
				complete = false
			}
		}
	}
	if !found && !complete && m.Expiry == NoExpiry {
		m.Expiry = ExpiryUnknown
	}
}
