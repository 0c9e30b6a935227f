package records

import (
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A statement reaches records of sessions or tokens.
type statement struct {
	verb, table string
	where       string      // the condition
	values      []ssa.Value // that it is given, in order
}

// statementOf reads a call, or returns nil for others.
func (e *engine) statementOf(call *ssa.Call) *statement {
	f := e.index.Func(calls.Callee(call.Common()))
	if f == nil || f.Role != model.DBWrite && f.Role != model.DBRead {
		return nil
	}
	s := sqlStatement(e.argText(f, call), values(f, call))
	if s == nil {
		s = e.ormStatement(call)
	}
	return s
}

// argText returns the constant text of a statement, or "".
func (e *engine) argText(f *model.Func, call *ssa.Call) string {
	for _, a := range f.Args {
		if a.Slot == model.ArgQuery {
			return constText(calls.Argument(call.Common(), a.Index))
		}
	}
	return ""
}

// values returns the values that a statement is given.
func values(f *model.Func, call *ssa.Call) []ssa.Value {
	var list []ssa.Value
	for _, a := range f.Args {
		if a.Slot != model.ArgValue {
			continue
		}
		if v := calls.Argument(call.Common(), a.Index); v != nil {
			list = append(list, calls.Elements(v)...)
		}
	}
	return list
}

var deletes = regexp.MustCompile(`^(delete from|update|select .+ from) (?:[a-z0-9_]+\.)?([a-z0-9_]+) (?:(?:as )?[a-z]\w? )?(?:set .+ )?where (.+)$`)

// sqlStatement reads the text of a statement.
func sqlStatement(text string, values []ssa.Value) *statement {
	text = strings.Join(strings.Fields(strings.NewReplacer(`"`, "", "`", "", "[", "", "]", "").Replace(strings.ToLower(text))), " ")
	m := deletes.FindStringSubmatch(text)
	if m == nil || !holdsSessions(m[2]) && !holdsGrants(m[2]) {
		return nil
	}
	verb, _, _ := strings.Cut(m[1], " ")
	return &statement{verb, m[2], m[3], values}
}

// ormStatement reads gorm's db.Where("id = ?", id).Delete(&Session{}).
func (e *engine) ormStatement(call *ssa.Call) *statement {
	name := calls.Callee(call.Common()).Name()
	if name != "Delete" {
		return nil
	}
	args := calls.Operands(call.Common())
	if len(args) < 2 {
		return nil
	}
	table := tableOf(args[1])
	if !holdsSessions(table) && !holdsGrants(table) {
		return nil
	}
	s := &statement{verb: "delete", table: table}
	s.condition(args[2:])
	for v := args[0]; ; {
		before, ok := v.(*ssa.Call)
		if !ok || len(before.Call.Args) == 0 {
			break
		}
		if callee := calls.Callee(before.Common()); callee != nil && callee.Name() == "Where" && len(before.Call.Args) > 1 {
			s.condition(before.Call.Args[1:])
		}
		v = before.Call.Args[0]
	}
	if s.where == "" {
		return nil
	}
	return s
}

// condition adds a condition of an ORM: a text with values, or a bare key.
func (s *statement) condition(args []ssa.Value) {
	var list []ssa.Value
	for _, a := range args {
		if k, none := a.(*ssa.Const); !none || k.Value != nil { // no variadic arguments
			list = append(list, calls.Elements(a)...)
		}
	}
	if len(list) == 0 {
		return
	}
	text := strings.ToLower(constText(through(list[0])))
	switch {
	case text != "":
		s.where += " and " + text
		s.values = append(s.values, list[1:]...)
	case isKey(through(list[0]).Type()):
		s.where += " and id = ?"
		s.values = append(s.values, list[0])
	default: // a struct or a map: not known
		s.where += " and owner"
	}
}

func isKey(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&(types.IsInteger|types.IsString) != 0
}

// tableOf returns the name of the type whose records are meant.
func tableOf(v ssa.Value) string {
	t := through(v).Type()
	for {
		switch u := types.Unalias(t).(type) {
		case *types.Pointer:
			t = u.Elem()
			continue
		case *types.Slice:
			t = u.Elem()
			continue
		case *types.Named:
			return u.Obj().Name()
		}
		return ""
	}
}

// holdsSessions reports whether a table, by its name, holds sessions or the
// tokens of users.
func holdsSessions(table string) bool {
	list := words.Split(table)
	has := func(names ...string) bool {
		return slices.ContainsFunc(list, func(w string) bool { return slices.Contains(names, w) })
	}
	if has("csrf", "reset", "verification", "verify", "invite", "invitation", "confirm", "device", "push", "upload", "chat", "game", "training", "course", "conference", "terminal", "ssh", "shell", "oauth2", "state", "webauthn", "email") {
		return false
	}
	return has("session", "sessions", "apikey", "apikeys") || has("token", "tokens") && has("access", "refresh", "api", "auth", "user", "session", "personal") ||
		has("key", "keys") && has("api")
}

// byID reports whether the condition is about nothing but an ID.
func (s *statement) byID() bool {
	columns := columnsOf(s.where)
	return len(columns) == 1 && identifies(columns[0])
}

// identifies reports whether a column says which record is meant.
func identifies(column string) bool {
	return column == "id" || column == "uuid" || strings.HasSuffix(column, "_id") && !owns(column) || column == "jti"
}

var term = regexp.MustCompile(`^\(?([a-z_][a-z0-9_.]*) ?(=|!=|<>|<|>|in\b|is\b|like\b)`)

// columnsOf returns the columns of a condition, those left out that say
// whether a record is alive; none if the condition is not understood.
func columnsOf(where string) []string {
	var columns []string
	for part := range strings.SplitSeq(strings.TrimPrefix(where, " and "), " and ") {
		m := term.FindStringSubmatch(strings.TrimSpace(part))
		if m == nil || strings.Contains(part, " or ") || strings.Contains(part, "select") {
			return nil
		}
		name := m[1][strings.LastIndexByte(m[1], '.')+1:]
		if !strings.HasSuffix(name, "_at") && !strings.Contains(name, "revoked") && !strings.Contains(name, "expire") && !strings.Contains(name, "deleted") {
			columns = append(columns, name)
		}
	}
	return columns
}

// owns reports whether a name, by its words, is that of somebody.
func owns(name string) bool {
	return slices.ContainsFunc(words.Split(name), func(w string) bool {
		switch w {
		case "user", "users", "uid", "userid", "owner", "ownerid", "account", "username", "email", "member", "customer", "person", "author", "subject", "sub", "principal", "identity", "tenant", "org", "viewer", "me", "self", "caller", "claims", "current":
			return true
		}
		return false
	})
}

func constText(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.String {
			return constant.StringVal(v.Value)
		}
	case *ssa.MakeInterface:
		return constText(v.X)
	case *ssa.BinOp:
		if v.Op == token.ADD {
			if x, y := constText(v.X), constText(v.Y); x != "" && y != "" {
				return x + y
			}
		}
	}
	return ""
}

// through returns the value behind conversions.
func through(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.Convert:
			v = x.X
		default:
			return v
		}
	}
}
