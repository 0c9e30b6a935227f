package lib

import "github.com/sessionlint/sessionlint/internal/model"

// gin takes every attribute as an argument except SameSite, which comes from
// an earlier SetSameSite on the same context.
func gin() *model.Library {
	const ctx = "(*github.com/gin-gonic/gin.Context)."
	slash := []model.Default{{Setting: model.Path, Is: model.Text, Text: "/"}}
	return &model.Library{
		Module:   "github.com/gin-gonic/gin",
		Name:     "gin",
		Majors:   []string{"v1.12"},
		Doc:      "https://pkg.go.dev/github.com/gin-gonic/gin#Context.SetCookie; context.go:1100-1160 at v1.12.0",
		Anchors:  []string{"github.com/gin-gonic/gin"},
		Carriers: ginCarriers(),
		Life:     ginRoutes(),
		Funcs: append([]model.Func{
			// context.go:1109: path "" becomes "/", the value is URL-escaped.
			{Symbol: ctx + "SetCookie", Role: model.CookieSend, Defaults: slash, Args: []model.Arg{
				{Slot: model.ArgName, Index: 0},
				{Slot: model.ArgValue, Index: 1},
				{Slot: model.ArgMaxAge, Index: 2, Form: model.Seconds},
				{Slot: model.ArgPath, Index: 3},
				{Slot: model.ArgDomain, Index: 4},
				{Slot: model.ArgSecure, Index: 5},
				{Slot: model.ArgHTTPOnly, Index: 6},
			}},
			// context.go:1128: SameSiteDefaultMode, but not the zero value, is
			// replaced by what SetSameSite stored.
			{Symbol: ctx + "SetCookieData", Role: model.CookieSend, Defaults: slash, Args: []model.Arg{{Slot: model.ArgCookie}}},
			{Symbol: ctx + "SetSameSite", Role: model.CookieSameSite, Args: []model.Arg{{Slot: model.ArgSameSite}}},
			{Symbol: ctx + "Cookie", Role: model.RequestCookie, Args: name(0)},
			{Symbol: ctx + "Header", Role: model.HeaderWrite, Args: keyValue()},
		}, ginTokens(ctx)...),
	}
}
