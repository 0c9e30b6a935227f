package bearer

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A signing is what is signed with what.
type signing struct {
	claims ssa.Value
	at     ssa.Instruction // up to where claims may be set
	alg    string
	none   evidence.Step
	key    string
}

// A signer is a function that signs claims that it is given.
type signer struct {
	param    int
	alg, key string
	library  string
	ends     bool // it sets exp before, or refuses claims without
}

// signedBy describes the call of a function that signs its argument.
func (e *engine) signedBy(call ssa.CallInstruction) []*Mint {
	var list []signer
	if fn := calls.Body(e.pkg, call.Common()); fn != nil {
		list = e.signersOf(fn)
	} else if fact := e.imported(calls.Callee(call.Common())); fact != nil {
		for _, s := range fact.Signs {
			list = append(list, signer{s.Param, s.Algorithm, s.Key, s.Library, s.Ends})
		}
	}
	var out []*Mint
	for _, s := range list {
		ops := calls.Operands(call.Common())
		if s.param >= len(ops) {
			continue
		}
		if p, ok := unwrapped(ops[s.param]).(*ssa.Parameter); ok {
			again := signer{position(p), s.alg, s.key, s.library, s.ends || e.ends(p)}
			if !slices.Contains(e.signers[p.Parent()], again) {
				e.signers[p.Parent()] = append(e.signers[p.Parent()], again)
			}
			continue
		}
		if m := e.describe(signing{claims: ops[s.param], at: call, alg: s.alg, key: s.key}, call); m != nil {
			m.Library = s.library
			if s.ends && m.Expiry != Expires {
				m.Expiry = ExpiryUnknown
			}
			out = append(out, m)
		}
	}
	return out
}

// signersOf returns what a function of the package signs of its arguments.
func (e *engine) signersOf(fn *ssa.Function) []signer {
	if !e.asked2[fn] {
		e.asked2[fn] = true
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					if bb := e.bearer(call); bb != nil && bb.Act == model.BearerSign {
						s := e.signing(bb, call)
						if p, ok := unwrapped(s.claims).(*ssa.Parameter); ok && !isToken(p.Type()) && p.Parent() == fn {
							one := signer{position(p), s.alg, s.key, e.model.LibraryOf(bb.Symbol), e.ends(p)}
							if !slices.Contains(e.signers[fn], one) {
								e.signers[fn] = append(e.signers[fn], one)
							}
						}
					} else if bb == nil {
						e.signedBy(call)
					}
				}
			}
		}
	}
	return e.signers[fn]
}

func unwrapped(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		default:
			return v
		}
	}
}

// signing finds claims, algorithm and key of a signature.
func (e *engine) signing(b *model.Bearer, call ssa.CallInstruction) signing {
	s := signing{at: call}
	if v := arg(b, call, model.ArgSecret); v != nil {
		s.key = e.keyValue(v).id
	}
	if v := arg(b, call, model.ArgAlgorithm); v != nil {
		if names, ok := e.algorithms(v); ok && len(names) == 1 {
			s.alg = names[0]
		}
	}
	if v := arg(b, call, model.ArgOption); v != nil {
		if with, ok := e.options(v, 0).terms[term{model.WithSecret, ""}]; ok {
			if with.secret != nil {
				s.key = e.keyValue(with.secret).id
			}
			if len(with.values) == 1 {
				s.alg = with.values[0]
			}
		}
	}
	v := arg(b, call, model.ArgClaims)
	if v == nil || indexOf(b, model.ArgClaims) != model.Receiver {
		s.claims = v
		return s
	}
	leaves, _ := e.sources(v)
	if len(leaves) != 1 {
		return s
	}
	made, ok := leaves[0].(*ssa.Call)
	if !ok {
		return e.signedValue(s, leaves[0])
	}
	return e.signedToken(s, made)
}

// signedValue: a token that is a struct holds its claims itself.
func (e *engine) signedValue(s signing, v ssa.Value) signing {
	if _, ok := v.(*ssa.Alloc); ok {
		s.claims = v
	}
	return s
}

// signedToken: the claims of a token that a call made.
func (e *engine) signedToken(s signing, made *ssa.Call) signing {
	nb := e.bearer(made)
	if nb == nil {
		return s
	}
	if nb.Act == model.BearerSet { // a builder
		if nb.Claim == "*" {
			return e.signedChain(s, nb, made)
		} else {
			s.claims = made
		}
		return s
	}
	if v := arg(nb, made, model.ArgAlgorithm); v != nil {
		if names, ok := e.algorithms(v); ok && len(names) == 1 {
			s.alg = names[0]
			if s.alg == "none" {
				s.none = e.argStep(made, 0, e.step(made))
			}
		}
	}
	s.claims = arg(nb, made, model.ArgClaims)
	if s.claims != nil {
		if _, isMap := unwrapped(s.claims).Type().Underlying().(*types.Map); !isMap && made.Parent() == s.at.Parent() {
			if _, pointer := unwrapped(s.claims).Type().Underlying().(*types.Pointer); !pointer {
				s.at = made // a copy was taken
			}
		}
		if made.Parent() != s.at.Parent() {
			s.at = made
		}
		return s
	}
	s.claims = claimsOfToken(made)
	if s.claims == nil && nb.Act == model.BearerNew {
		s.claims = made
	}
	return s
}

// signedChain: claims are added to a builder, struct by struct; the one that
// has room for exp counts.
func (e *engine) signedChain(s signing, b *model.Bearer, made *ssa.Call) signing {
	for range 4 {
		v := arg(b, made, model.ArgValue)
		if s.claims == nil || e.holdsClaims(unwrapped(v).Type()) {
			s.claims, s.at = v, made
		}
		leaves, _ := e.sources(arg(b, made, model.ArgClaims))
		if len(leaves) != 1 {
			return s
		}
		next, ok := leaves[0].(*ssa.Call)
		if !ok {
			return s
		}
		if b = e.bearer(next); b == nil || b.Claim != "*" {
			return s
		}
		made = next
	}
	return s
}

// claimsOfToken finds what is put into the field of a token made without
// claims, or the map that it has from the start.
func claimsOfToken(tok *ssa.Call) ssa.Value {
	for _, ref := range calls.Uses(tok) {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok || fieldName(addr) != "Claims" {
			continue
		}
		for _, use := range calls.Uses(addr) {
			if store, ok := use.(*ssa.Store); ok && store.Addr == addr {
				return store.Val
			}
		}
	}
	return nil
}
