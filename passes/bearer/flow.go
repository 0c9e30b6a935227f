package bearer

import (
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A flow follows claims to where something depends on them: they are returned,
// kept, or handed to a function that does more than compute.
type flow struct {
	*engine
	start    ssa.Instruction
	seen     map[ssa.Value]bool
	uses     map[ssa.Instruction]bool
	identity bool // only claims that say who somebody is
	tokens   map[ssa.Value]bool
}

// newFlow follows what a call reads.
func (e *engine) newFlow(start ssa.Instruction, identity bool) *flow {
	return &flow{
		engine: e, start: start, seen: map[ssa.Value]bool{}, tokens: map[ssa.Value]bool{}, uses: map[ssa.Instruction]bool{}, identity: identity,
	}
}

// token follows a parsed token to its claims.
func (f *flow) token(tok ssa.Value) {
	if tok == nil || f.tokens[tok] || tok.Referrers() == nil {
		return
	}
	f.tokens[tok] = true
	for _, ref := range calls.Uses(tok) {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			if fieldName(ref) == "Claims" {
				for _, use := range calls.Uses(ref) {
					if load, ok := use.(*ssa.UnOp); ok {
						f.claims(load)
					}
				}
			}
		case *ssa.Store:
			if cell, ok := ref.Addr.(*ssa.Alloc); ok && ref.Val == tok {
				for _, use := range calls.Uses(cell) {
					if load, ok := use.(*ssa.UnOp); ok {
						f.token(load)
					}
				}
			}
		case *ssa.Return:
			f.use(ref)
		case *ssa.Phi:
			f.token(ref)
		}
	}
}

// claims follows a struct, a map or an interface that holds claims.
func (f *flow) claims(v ssa.Value) {
	if v == nil || f.seen[v] || v.Referrers() == nil || f.spent() {
		return
	}
	f.seen[v] = true
	for _, ref := range calls.Uses(v) {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			f.field(ref, f.claimOf(ref.X.Type(), ref.Field))
		case *ssa.Field:
			f.part(ref, f.claimOf(ref.X.Type(), ref.Field))
		case *ssa.Lookup:
			if k, ok := ref.Index.(*ssa.Const); ok && k.Value != nil && k.Value.Kind() == constant.String {
				f.part(ref, constant.StringVal(k.Value))
			}
		case *ssa.UnOp, *ssa.TypeAssert, *ssa.Extract, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.MakeInterface, *ssa.Phi:
			f.claims(ref.(ssa.Value))
		case *ssa.Store:
			f.storedClaims(ref, v)
		case *ssa.Return:
			f.use(ref)
		case *ssa.Call:
			f.callWithClaims(ref, v)
		}
	}
}

func (f *flow) storedClaims(store *ssa.Store, v ssa.Value) {
	if store.Val != v {
		return
	}
	switch addr := store.Addr.(type) {
	case *ssa.Alloc:
		for _, use := range calls.Uses(addr) {
			if load, ok := use.(*ssa.UnOp); ok {
				f.claims(load)
			}
		}
	case *ssa.FieldAddr, *ssa.Global:
		f.use(store)
	}
}

// callWithClaims: a method of the claims gives a part of them.
func (f *flow) callWithClaims(call *ssa.Call, v ssa.Value) {
	if ssa.Instruction(call) == f.start || prints(call.Common()) || f.bearer(call) != nil && f.bearer(call).Act != 0 {
		return
	}
	ops := calls.Operands(call.Common())
	if callee := calls.Callee(call.Common()); callee != nil && len(ops) > 1 && ops[0] == v && unpacks(callee) {
		for _, op := range ops[1:] {
			for _, elem := range calls.Elements(op) {
				f.claims(unwrapped(elem))
			}
		}
		return
	}
	if callee := calls.Callee(call.Common()); callee != nil && callee.Signature().Recv() != nil && len(ops) > 0 && ops[0] == v {
		f.part(call, strings.ToLower(strings.TrimPrefix(callee.Name(), "Get")))
		return
	}
	if !isBoolish(call.Type()) && !f.identity {
		f.use(call)
	}
}

// unpacks: a method of a token fills the struct that it is given.
func unpacks(callee *types.Func) bool {
	switch callee.Name() {
	case "Claims", "DecodeClaims", "UnmarshalClaims":
		return callee.Signature().Recv() != nil
	}
	return false
}

// field: a claim is read, or a struct that is part of the claims.
func (f *flow) field(addr *ssa.FieldAddr, claim string) {
	for _, use := range calls.Uses(addr) {
		switch use := use.(type) {
		case *ssa.UnOp:
			f.part(use, claim)
		case *ssa.FieldAddr:
			f.field(use, f.claimOf(use.X.Type(), use.Field))
		case *ssa.Call: // a method of an embedded struct
			f.callWithClaims(use, addr)
		}
	}
}

// part follows the value of one claim.
func (f *flow) part(v ssa.Value, claim string) {
	if f.identity && !isIdentity(claim) || aboutTime(claim) {
		return
	}
	f.value(v, 0)
}

// aboutTime reports whether a claim says nothing about who or what.
func aboutTime(claim string) bool {
	switch claim {
	case "exp", "iat", "nbf", "jti", "expiresat", "issuedat", "notbefore", "iss", "aud", "kid", "typ", "audience", "issuer", "expiration", "jwtid":
		return true
	}
	return false
}

// isIdentity reports whether a claim says who somebody is, or what they may do.
func isIdentity(claim string) bool {
	for _, w := range words.Split(claim) {
		switch w {
		case "sub", "subject", "user", "uid", "username", "userid", "email", "name", "account", "role", "roles", "admin", "permission", "permissions",
			"perms", "perm", "scope", "scopes", "tenant", "login", "member", "identity", "group", "groups", "owner", "customer", "org":
			return true
		}
	}
	return false
}
