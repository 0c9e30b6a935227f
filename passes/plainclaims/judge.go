package plainclaims

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/follow"
)

// judge follows a claim to what becomes of it.
func (r *reader) judge(c *Claim, call *ssa.Call) {
	if r.seals(calls.Outermost(call.Parent())) {
		c.Outcome = Verified
		return
	}
	uses, complete := r.walk.Uses(value(call))
	for _, u := range uses {
		switch r.verifies(u) {
		case Verified:
			*c = Claim{Node: c.Node, Name: c.Name, Header: c.Header, Meaning: c.Meaning, Outcome: Verified}
			return
		case Unknown:
			c.Outcome = Unknown
		}
		if u.Kind == follow.Passed && u.Fn != call.Parent() && r.seals(calls.Outermost(u.Fn)) {
			*c = Claim{Node: c.Node, Name: c.Name, Header: c.Header, Meaning: c.Meaning, Outcome: Verified}
			return
		}
	}
	if c.Outcome == Unknown || !complete {
		if c.Outcome = Unknown; c.Meaning == Data {
			c.Outcome = Unused
		}
		return
	}
	for _, u := range uses {
		if what := r.decides(c.Meaning, u); what != "" {
			c.Outcome, c.What, c.Where = Decides, what, r.node(u.Instr)
			return
		}
		if (u.Kind == follow.Returned || r.goesOn(u)) && c.Meaning != Data {
			c.Outcome = Unknown
		}
	}
}

// seals reports whether a function works with signatures or ciphers: what it
// reads is likely what it checks.
func (r *reader) seals(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			callee := calls.Callee(call.Common())
			if callee == nil || callee.Pkg() == nil {
				continue
			}
			if f := r.index.Func(callee); f != nil && (f.Role == model.Mac || f.Role == model.TokenVerify) {
				return true
			}
			if strings.HasPrefix(callee.Pkg().Path(), "crypto/") && has(words.Split(callee.Name()), "open", "verify", "decrypt", "new") && callee.Pkg().Path() != "crypto/rand" {
				return true
			}
		}
	}
	for _, literal := range fn.AnonFuncs {
		if r.seals(literal) {
			return true
		}
	}
	return false
}

// verifies says whether a use makes the claim more than the client's word.
func (r *reader) verifies(u follow.Use) Outcome {
	if u.Kind == follow.Compared {
		if _, isConst := u.Other.(*ssa.Const); !isConst && isText(u.Other.Type()) {
			return Unknown // with something that the server knows
		}
		return Unused
	}
	if u.Kind != follow.Passed {
		return Unused
	}
	callee := calls.Callee(u.Instr.(ssa.CallInstruction).Common())
	if callee == nil {
		return Unknown
	}
	if f := r.index.Func(callee); f != nil {
		switch f.Role {
		case model.TokenVerify, model.Mac, model.SafeCompare:
			return Verified
		case model.Digest, model.TokenParse:
			return Unknown
		}
		return Unused
	}
	list := words.Split(callee.Name())
	if has(list, "verify", "verified", "decrypt", "unsign", "unseal", "open", "hmac", "validate", "check", "authenticate", "signature", "token", "session", "jwt", "parse", "decode") && !isStd(callee.Pkg()) {
		return Unknown
	}
	return Unused
}
