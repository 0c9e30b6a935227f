package bearer

import (
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
		Ranger: expr, Library: e.model.LibraryOf(b.Symbol), Function: outermost(call.Parent()).Name(), Expiry: Expires, Purpose: Session,
		Values: map[string]Value{}, call: call,
	}
	leaves, complete := e.sources(config)
	for _, leaf := range leaves {
		cell, ok := leaf.(*ssa.Alloc)
		if !ok {
			complete = false
			continue
		}
		for _, ref := range *cell.Referrers() {
			addr, ok := ref.(*ssa.FieldAddr)
			if !ok {
				continue
			}
			field := e.model.BearerField(addr.X.Type(), fieldName(addr))
			if field == nil || field.Claim != "exp" {
				continue
			}
			for _, use := range *addr.Referrers() {
				if store, ok := use.(*ssa.Store); ok && store.Addr == addr {
					for _, l := range e.spans(store.Val, e.storeStep(store)) {
						if !l.Zero {
							m.Lives = append(m.Lives, l)
						}
					}
				}
			}
		}
	}
	if len(m.Lives) == 0 && complete {
		m.Lives = []Life{{Known: true, D: b.Lifetime, At: evidence.Step{Start: expr.Pos(), Stop: expr.End()}}}
	}
	return m
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
