package webhandlers

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

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
	s.TellsRenewal = s.May&Renews != 0 && e.handsOnRenewal(fn)
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
	case "token":
		s.May |= Begins
		s.Must |= Begins
		s.Paths = s.Paths.then(single(Begins))
	case "guard":
		s.GivesUser = true
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
			if callee == nil || callee.Pkg() == nil || calls.IsStd(callee.Pkg().Path()) && e.index.Func(callee) == nil {
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
			for _, ref := range calls.Uses(p) {
				switch ref.(type) {
				case *ssa.MakeInterface, *ssa.Store, ssa.CallInstruction:
					return true
				}
			}
		}
	}
	return false
}
