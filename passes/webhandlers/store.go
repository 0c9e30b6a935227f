package webhandlers

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// library returns what a function of a library does that has no role in the
// life of a session, or nil to look further.
func (e *engine) library(call *ssa.CallCommon, f *model.Func) *summary {
	switch f.Role {
	case model.CookieDelete:
		return plain(ExpiresCookie)
	case model.TokenSign:
		return plain(Begins)
	case model.TokenVerify, model.TokenParse:
		return &summary{Paths: nothing}
	case model.DBWrite, model.DBRead, model.CookieSend:
		return &summary{Paths: nothing} // byArguments
	}
	return nil
}

// database: what a statement, or a call of an object mapper, does.
func (e *engine) database(fn *ssa.Function, call *ssa.CallCommon, callee *types.Func, f *model.Func) Effect {
	if query := slot(call, f, model.ArgQuery); query != nil {
		if text, ok := sqlText(query); ok {
			if s, ok := parseSQL(text); ok {
				return s.effects()
			}
		}
		return 0
	}
	args := calls.Operands(call)
	if n := statementName(args); n != nil {
		return e.prepared(n, args[1:])
	}
	return e.mapped(fn, callee.Name(), args)
}

// sqlText returns a statement, as far as it is constant.
func sqlText(v ssa.Value) (string, bool) {
	for range 6 {
		if s, ok := textOf(v); ok {
			return s, true
		}
		switch u := v.(type) {
		case *ssa.BinOp:
			left, ok := sqlText(u.X)
			right, _ := sqlText(u.Y)
			return left + right, ok
		case *ssa.Call: // Rebind, Sprintf, a logger of statements
			args := u.Common().Args
			if len(args) == 0 {
				return "", false
			}
			v = args[0]
			if !isText(v.Type()) && len(args) > 1 {
				v = args[1]
			}
		default:
			return "", false
		}
	}
	return "", false
}

// statementName is the name of the field that holds a prepared statement.
func statementName(args []ssa.Value) name {
	if len(args) == 0 || !strings.HasSuffix(args[0].Type().String(), ".Stmt") {
		return nil
	}
	return nameOf(labelOf(args[0]))
}

// prepared: a statement that is known by its name only.
func (e *engine) prepared(n name, args []ssa.Value) Effect {
	does := endEffects(n, nil)
	password := false
	for _, arg := range args {
		for _, v := range calls.Elements(arg) {
			password = password || e.isNewPassword(v)
		}
	}
	switch how := writeClass(n); {
	case verifiesByName(n, nil) || n.has("login") && password:
		does |= VerifiesPassword
	case how == creates && n.isAccount():
		does |= Creates
	case how != noWrite && n.isPassword(), how != noWrite && n.isAccount() && password:
		does |= ChangesPassword
	case how != noWrite && n.isFactor():
		does |= ChangesFactor
	}
	return does
}

// mapped: a call of an object mapper. What is written is its argument, which
// record follows from the chain of calls before.
func (e *engine) mapped(fn *ssa.Function, method string, args []ssa.Value) Effect {
	n := nameOf(method)
	rest := args[min(1, len(args)):]
	var does Effect
	for _, arg := range rest {
		for _, v := range calls.Elements(arg) {
			does |= e.mappedValue(fn, n, v)
		}
	}
	if n.starts("update") && len(rest) >= 2 { // Update("password", hash)
		if col, ok := textOf(rest[0]); ok {
			does |= columnEffects(col)
		}
	}
	return does
}

func columnEffects(col string) Effect {
	n := nameOf(col)
	switch {
	case isStamp(col):
		return EndsAll
	case n.isPassword():
		return ChangesPassword
	}
	return 0
}

func (e *engine) mappedValue(fn *ssa.Function, n name, v ssa.Value) Effect {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	on := nameOf(typeName(v.Type()))
	sessions := on.has("session sessions token tokens login logins device devices") && !on.has("reset verification csrf email invite api")
	switch {
	case n.starts("delete remove destroy"):
		switch {
		case sessions:
			return Destroys | EndsAll | Deletes
		case isAccountsTable(typeName(v.Type())):
			return DropsAccount | Deletes
		}
		return Deletes
	case n.starts("create insert"):
		switch {
		case isDenyList(on):
			return Destroys
		case isKeyRecord(on):
			return MakesKey
		case sessions:
			return Begins
		case on.isAccount():
			return Creates
		}
	case n.starts("save updates update"):
		if values, ok := v.(*ssa.MakeMap); ok {
			return mapEffects(values)
		}
		how := updates
		if n.starts("save") {
			how = either
		}
		return e.saved(fn, v, how)
	}
	return 0
}

// mapEffects: Updates(map[string]any{"password": hash}).
func mapEffects(m *ssa.MakeMap) Effect {
	var does Effect
	for _, ref := range calls.Uses(m) {
		if up, ok := ref.(*ssa.MapUpdate); ok {
			if col, ok := textOf(up.Key); ok {
				does |= columnEffects(col)
			}
		}
	}
	return does
}
