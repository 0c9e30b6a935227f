package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// beegoTokens: input.go, Query is path parameter, form or query.
func beegoTokens(web string) []model.Func {
	const core = "github.com/beego/beego/v2/core/"
	const levels = "Alert Critical Debug Emergency Error Info Informational Notice Trace Warn Warning"
	controller, ctx, input := "(*"+web+".Controller).", "(*"+web+"/context.Context).", "(*"+web+"/context.BeegoInput)."
	signed := model.Func{Role: model.RequestCookie, Args: []model.Arg{{Slot: model.ArgSecret, Index: 0}, {Slot: model.ArgName, Index: 1}}}
	return slices.Concat(
		forms(true, controller, "GetString GetStrings"),
		forms(true, input, "Query"),
		reads(model.RequestPath, input, "Param"),
		reads(model.RequestHeader, input, "Header"),
		reads(model.RequestCookie, input, "Cookie"),
		each(signed, controller, "GetSecureCookie"),
		each(signed, ctx, "GetSecureCookie"),
		bodies(controller, "JSONResp", 0),
		bodies(ctx, "JSONResp WriteString", 0),
		bodies("(*"+web+"/context.BeegoOutput).", "JSON", 0),
		failures(controller, "Abort", 0),
		failures(controller, "CustomAbort", 1),
		failures(ctx, "Abort", 1),
		redirects(controller, "Redirect", 0),
		redirects(ctx, "Redirect", 1),
		sinks(core+"logs.", levels, 0, 1),
		sinks("(*"+core+"logs.BeeLogger).", levels, 0, 1),
		perUnit(bitsBase62, 0, core+"utils.", "RandomCreateBytes"), // rand.go: letters and digits
		each(model.Func{Role: model.QueryLookup}, web+"/session.", "CfgEnableSidInURLQuery"),
	)
}

// beegoLookups: true reads the session ID from the form, query included.
func beegoLookups(web string) []model.LookupField {
	return []model.LookupField{
		{Symbol: web + "/session.ManagerConfig.EnableSidInURLQuery"},
		{Symbol: web + ".SessionConfig.SessionEnableSidInURLQuery"},
	}
}
