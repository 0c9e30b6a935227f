package plainclaims

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/follow"
)

// judge follows a claim to what becomes of it.
func (r *reader) judge(c *Claim, call *ssa.Call) {
	if r.seals(outermost(call.Parent())) {
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
		if u.Kind == follow.Passed && u.Fn != call.Parent() && r.seals(outermost(u.Fn)) {
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

func outermost(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
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

// decides says what a use decides about the sender, or nothing.
func (r *reader) decides(m Meaning, u follow.Use) string {
	if m == Data && !u.Decoded {
		return ""
	}
	switch u.Kind {
	case follow.Compared:
		return r.compared(m, u)
	case follow.Passed:
		if u.Fn != nil && (m == Identity || m == Data) {
			return r.lookedUp(u)
		}
	case follow.Looked:
		if m == Identity && has(words.Split(nameOf(u.Other)), "users", "user", "accounts", "members") {
			return "looks a user up"
		}
	}
	return ""
}

// compared: a role or a flag that opens or closes something.
func (r *reader) compared(m Meaning, u follow.Use) string {
	op, ok := u.Instr.(*ssa.BinOp)
	text, isConst := constText(u.Other)
	if !ok || !isConst || text == "" || op.Op != token.EQL && op.Op != token.NEQ {
		return ""
	}
	switch m {
	case Role:
	case Flag:
		if !grants(text) {
			return ""
		}
	default:
		if !has([]string{strings.ToLower(text)}, "admin", "root", "administrator", "superuser", "superadmin", "staff", "moderator") {
			return ""
		}
	}
	if r.gates(op, op.Op == token.EQL) {
		return "decides access"
	}
	return ""
}

func grants(text string) bool {
	switch strings.ToLower(text) {
	case "true", "1", "yes", "on", "admin", "administrator", "root", "superuser", "owner", "staff", "moderator", "authenticated", "logged_in", "loggedin", "ok":
		return true
	}
	return false
}

// gates reports whether a comparison is the test of a branch that rejects the
// request when it fails, or what a function answers. A page that sends those
// away who match opens nothing to them.
func (r *reader) gates(op ssa.Value, match bool) bool {
	refs := op.Referrers()
	if refs == nil {
		return false
	}
	for _, ref := range *refs {
		switch ref := ref.(type) {
		case *ssa.If:
			fails := ref.Block().Succs[0]
			if match {
				fails = ref.Block().Succs[1]
			}
			if r.rejects(fails) {
				return true
			}
		case *ssa.UnOp:
			if r.gates(ref, !match) {
				return true
			}
		case *ssa.Phi:
			if r.gates(ref, match) {
				return true
			}
		case *ssa.Return:
			return answersAccess(outermost(ref.Parent()).Name())
		}
	}
	return false
}

// rejects reports whether a block refuses the request.
func (r *reader) rejects(b *ssa.BasicBlock) bool {
	for _, instr := range b.Instrs {
		switch instr := instr.(type) {
		case ssa.CallInstruction:
			callee := calls.Callee(instr.Common())
			if callee == nil {
				continue
			}
			if f := r.index.Func(callee); f != nil && (f.Role == model.ResponseError || f.Role == model.Redirect) {
				return true
			}
			if f := r.index.Life(callee); f != nil && (f.Role == model.Abort || f.Role == model.ResponseStatus) && !welcomes(instr.Common()) {
				return true
			}
		case *ssa.Return:
			if answersAccess(outermost(b.Parent()).Name()) && len(instr.Results) > 0 {
				return true
			}
		}
	}
	return false
}

// welcomes reports whether a call answers with a status of success.
func welcomes(call *ssa.CallCommon) bool {
	for _, a := range call.Args {
		if c, ok := a.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.Int {
			if n, exact := constant.Int64Val(c.Value); exact && n >= 200 && n < 300 {
				return true
			}
		}
	}
	return false
}

// answersAccess reports whether a function says by its name that it tells who
// may do something.
func answersAccess(name string) bool {
	return has(words.Split(name), "is", "auth", "admin", "authorized", "authorize", "authenticated", "authenticate", "logged", "can", "allowed", "allow", "has", "require", "check", "guard", "permission", "role")
}

// lookedUp: the claim is what a user is found by, or what goes on as the user
// of the request.
func (r *reader) lookedUp(u follow.Use) string {
	common := u.Instr.(ssa.CallInstruction).Common()
	callee := calls.Callee(common)
	if f := r.index.Func(callee); f != nil {
		if f.Role == model.DBRead && asksForUser(common) {
			return "looks a user up"
		}
		return ""
	}
	list := words.Split(callee.Name())
	switch {
	case callee.FullName() == "context.WithValue" && u.Arg == 2:
		if _, isConst := u.Value.(*ssa.Const); !isConst && requestFunction(u.Fn) {
			return "becomes the user of the request"
		}
	case isStd(callee.Pkg()):
	case has(list, "get", "find", "load", "fetch", "lookup", "by", "read", "query") && has(list, "user", "users", "account", "member", "customer", "profile", "uid", "username", "email") &&
		!has(list, "session", "token", "create", "count", "cookie") && (has(list, "by") || keeps(callee)):
		return "looks a user up"
	}
	return ""
}

// keeps reports whether a function belongs to something that, by its name,
// keeps records: what it is given is a key, nothing that it verifies.
func keeps(fn *types.Func) bool {
	list := words.Split(fn.Pkg().Name())
	if recv := fn.Signature().Recv(); recv != nil {
		t := recv.Type()
		if p, ok := types.Unalias(t).(*types.Pointer); ok {
			t = p.Elem()
		}
		if n, ok := types.Unalias(t).(*types.Named); ok {
			list = append(list, words.Split(n.Obj().Name())...)
		}
	}
	return has(list, "store", "stores", "repo", "repository", "db", "database", "dao", "queries", "storage", "users", "accounts", "model", "models", "dal", "persistence")
}

// goesOn reports whether a claim is handed to own code that is not in sight.
func (r *reader) goesOn(u follow.Use) bool {
	if u.Kind != follow.Passed {
		return false
	}
	callee := calls.Callee(u.Instr.(ssa.CallInstruction).Common())
	return callee != nil && !isStd(callee.Pkg()) && r.index.Func(callee) == nil && r.index.Life(callee) == nil
}

// requestFunction reports whether a function says by its name that it finds
// out who sends a request.
func requestFunction(fn *ssa.Function) bool {
	return has(words.Split(outermost(fn).Name()), "auth", "authenticate", "login", "require", "guard", "current", "identity", "authentication", "authorize")
}

// asksForUser reports whether the text of a query is about users, and not
// about sessions or tokens.
func asksForUser(call *ssa.CallCommon) bool {
	for _, a := range calls.Operands(call) {
		for _, e := range calls.Elements(a) {
			text, ok := constText(e)
			if !ok {
				continue
			}
			text = strings.ToLower(text)
			if strings.Contains(text, "session") || strings.Contains(text, "token") {
				return false
			}
			if strings.Contains(text, "user") || strings.Contains(text, "account") || strings.Contains(text, "member") || strings.Contains(text, "customer") {
				return true
			}
		}
	}
	return false
}

// node returns the expression of an instruction, where it has one.
func (r *reader) node(instr ssa.Instruction) ast.Node {
	if e := r.exprs[instr.Pos()]; e != nil {
		return e
	}
	return nil
}

func nameOf(v ssa.Value) string {
	switch x := v.(type) {
	case *ssa.UnOp:
		return nameOf(x.X)
	case *ssa.Global:
		return x.Name()
	case *ssa.FieldAddr:
		if p, ok := x.X.Type().Underlying().(*types.Pointer); ok {
			if s, ok := p.Elem().Underlying().(*types.Struct); ok {
				return s.Field(x.Field).Name()
			}
		}
	case *ssa.Parameter:
		return x.Name()
	}
	return ""
}

func constText(v ssa.Value) (string, bool) {
	switch x := v.(type) {
	case *ssa.MakeInterface:
		return constText(x.X)
	case *ssa.Convert:
		return constText(x.X)
	case *ssa.Const:
		if x.Value != nil && x.Value.Kind() == constant.String {
			return constant.StringVal(x.Value), true
		}
		if x.Value != nil && x.Value.Kind() == constant.Bool {
			return x.Value.String(), true
		}
	}
	return "", false
}

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func isStd(pkg *types.Package) bool {
	if pkg == nil {
		return true
	}
	return calls.IsStd(pkg.Path())
}
