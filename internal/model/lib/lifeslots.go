package lib

import "github.com/sessionlint/sessionlint/internal/model"

// A sessionAPI is where the calls of one library about the life of a session
// find it: the method is called on it, or it is in an argument.
type sessionAPI struct {
	prefix  string // of the symbols
	session int    // index of the session, model.Receiver if it is the receiver
	kind    model.SessionKind
	saves   bool // nothing needs a SessionSave behind it
	does    model.Effect
}

// do are calls with a role and no further slots.
func (a sessionAPI) do(role model.Role, names string, more ...model.Arg) []model.Func {
	return each(model.Func{
		Role: role, Session: a.kind, Saves: a.saves, Does: a.does,
		Args: append([]model.Arg{{Slot: model.ArgSession, Index: a.session}}, more...),
	}, a.prefix, names)
}

// named are calls that name the value, in the argument behind the session.
func (a sessionAPI) named(role model.Role, names string) []model.Func {
	return a.do(role, names, model.Arg{Slot: model.ArgName, Index: a.session + 1})
}

// put are calls that take name and value.
func (a sessionAPI) put(names string) []model.Func {
	return a.do(model.SessionPut, names,
		model.Arg{Slot: model.ArgName, Index: a.session + 1}, model.Arg{Slot: model.ArgValue, Index: a.session + 2})
}

// lifeFields are fields of a session.
func lifeFields(typ string, fields map[string]model.Role, names ...string) []model.LifeField {
	var list []model.LifeField
	for _, name := range names {
		list = append(list, model.LifeField{Symbol: typ + "." + name, Role: fields[name]})
	}
	return list
}

// proofs are calls that verify a factor, or say whether a password fits.
func proofs(role model.Role, prefix, names string) []model.Func {
	return each(model.Func{Role: role}, prefix, names)
}

// carries are calls by which those who handle one request hand values on.
func carries(ctx, put, get string) []model.Func {
	return append(each(model.Func{Role: model.RequestPut, Args: carried()}, ctx, put), each(model.Func{Role: model.RequestGet, Args: name(0)}, ctx, get)...)
}

func carried() []model.Arg { return []model.Arg{arg(model.ArgName, 0), arg(model.ArgValue, 1)} }

// configured is a middleware that verifies tokens, and the fields of its
// configuration that let requests without one through, or answer them.
func configured(made, config, opens, answers string) ([]model.Func, []model.LifeField) {
	var fields []model.LifeField
	if opens != "" {
		fields = append(fields, model.LifeField{Symbol: config + "." + opens, Role: model.GuardOpen})
	}
	if answers != "" {
		fields = append(fields, model.LifeField{Symbol: config + "." + answers, Role: model.Guard})
	}
	return []model.Func{{Symbol: made, Role: model.GuardConfigured, Args: slots(model.ArgConfig, 0)}}, fields
}
