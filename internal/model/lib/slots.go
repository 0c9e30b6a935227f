package lib

import (
	"time"

	"github.com/sessionlint/sessionlint/internal/model"
)

// Argument lists and setting lists that several libraries share.

const month = 30 * 24 * time.Hour

func name(index int) []model.Arg {
	return []model.Arg{{Slot: model.ArgName, Index: index}}
}

func keyValue() []model.Arg {
	return []model.Arg{{Slot: model.ArgKey, Index: 0}, {Slot: model.ArgValue, Index: 1}}
}

func text(s string) model.Default { return model.Default{Is: model.Text, Text: s} }

func lasts(d time.Duration) model.Default { return model.Default{Is: model.Lasts, Dur: d} }

// sameSiteWords are the spellings of fiber and beego, which ignore case.
func sameSiteWords(more ...model.Spelling) []model.Spelling {
	return append(more, model.Spelling{Text: "lax", Means: "Lax"}, model.Spelling{Text: "strict", Means: "Strict"},
		model.Spelling{Text: "none", Means: "None"})
}

// secureIfNone is what fasthttp does, and what is built on it: a cookie with
// SameSite=None is Secure.
func secureIfNone() model.Force {
	return model.Force{If: model.SameSite, Is: "None", Then: model.Secure}
}

// secureIfPartitioned: likewise for partitioned cookies.
func secureIfPartitioned() model.Force {
	return model.Force{If: model.Partitioned, Is: "true", Then: model.Secure}
}

// cookieOptions are the fields of gorilla's Options and of its copies, below
// a selector prefix.
func cookieOptions(prefix string) []model.Field {
	return []model.Field{
		{Path: prefix + "Path", Setting: model.Path},
		{Path: prefix + "Domain", Setting: model.Domain},
		{Path: prefix + "MaxAge", Setting: model.MaxAge, Form: model.Seconds}, // the cookie only, never the codec
		{Path: prefix + "Secure", Setting: model.Secure},
		{Path: prefix + "HttpOnly", Setting: model.HTTPOnly},
		{Path: prefix + "SameSite", Setting: model.SameSite},
	}
}

// serverStoreDefaults are those of gorilla's FilesystemStore and of the server
// stores modelled on it: Options{Path: "/", MaxAge: 30 days}, and a codec that
// refuses the signed ID 30 days after the last Save.
func serverStoreDefaults() []model.Default {
	return []model.Default{
		{Setting: model.Path, Is: model.Text, Text: "/"},
		{Setting: model.Domain, Is: model.Unset},
		{Setting: model.MaxAge, Is: model.Lasts, Dur: month},
		{Setting: model.Secure, Is: model.Off},
		{Setting: model.HTTPOnly, Is: model.Off},
		{Setting: model.SameSite, Is: model.Unset},
		{Setting: model.AbsoluteTimeout, Is: model.Lasts, Dur: month, Note: "counts from the last Save"},
		{Setting: model.IdleTimeout, Is: model.Unset},
	}
}

// setters returns one CookieSet per setting; form is that of its argument.
func setters(receiver string, list ...setter) []model.Func {
	funcs := make([]model.Func, 0, len(list))
	for _, s := range list {
		funcs = append(funcs, model.Func{
			Symbol: "(*" + receiver + ")." + s.method, Role: model.CookieSet, Type: receiver,
			Attr: s.attr, Form: s.form, Defaults: s.defaults, Forces: s.forces,
		})
	}
	return funcs
}

type setter struct {
	method   string
	attr     model.Setting
	form     model.Form
	defaults []model.Default
	forces   []model.Force
}
