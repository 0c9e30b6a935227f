package lib

import (
	"slices"
	"time"

	"github.com/sessionlint/sessionlint/internal/model"
)

// goframe configures its server, and with it the session cookie, in a file
// that is found by its name, so that only what the program sets by itself says
// anything. Cookies and body are sent when the handler has returned.
func goframe() *model.Library {
	const root = "github.com/gogf/gf/v2"
	const web, session = root + "/net/ghttp", root + "/os/gsession"
	cookie := "(*" + web + ".Cookie)."
	s := sessionAPI{prefix: "(*" + session + ".Session).", session: model.Receiver, kind: model.ServerSession, saves: true}
	return &model.Library{
		Module:  root,
		Name:    "goframe",
		Majors:  []string{"v2.10"},
		Doc:     "https://pkg.go.dev/github.com/gogf/gf/v2/net/ghttp; net/ghttp/ghttp_server_cookie.go, ghttp_server_config.go, os/gsession/gsession_session.go at v2.10.2",
		Anchors: []string{web, session},
		Types: []model.Type{
			{Symbol: web + ".ServerConfig", Kind: model.Store, Session: model.ServerSession, Settings: goframeConfig()},
			{Symbol: web + ".CookieOptions", Kind: model.Options, Settings: []model.Field{
				{Path: "Secure", Setting: model.Secure}, {Path: "HttpOnly", Setting: model.HTTPOnly}, {Path: "SameSite", Setting: model.SameSite},
			}},
		},
		Carriers: []model.Carrier{{Symbol: web + ".Request", Request: true, Response: true, Buffered: true}, {Symbol: web + ".Response", Response: true, Buffered: true}},
		Funcs: slices.Concat([]model.Func{
			{Symbol: web + ".NewConfig", Adopts: "*", Role: model.StoreNew, Session: model.ServerSession, Type: web + ".ServerConfig", Defaults: goframeDefaults()},
			{Symbol: cookie + "SetHttpCookie", Role: model.CookieSend, Args: []model.Arg{arg(model.ArgCookie, 0)}},
			{Symbol: cookie + "SetCookie", Role: model.CookieSend, Variadic: 5, Args: []model.Arg{
				arg(model.ArgName, 0), arg(model.ArgValue, 1), arg(model.ArgDomain, 2), arg(model.ArgPath, 3),
				{Slot: model.ArgMaxAge, Index: 4, Form: model.Nanos},
				arg(model.ArgOptions, 5),
			}},
			{Symbol: cookie + "Remove", Role: model.CookieDelete, Args: name(0)},
			{Symbol: cookie + "RemoveCookie", Role: model.CookieDelete, Args: []model.Arg{arg(model.ArgName, 0), arg(model.ArgDomain, 1), arg(model.ArgPath, 2)}},
			{Symbol: cookie + "Get", Role: model.RequestCookie, Args: name(0)},
			{Symbol: cookie + "GetSessionId", Role: model.SessionID},
			{Symbol: "(*" + web + ".Request).GetSessionId", Role: model.SessionID},
		},
			each(model.Func{Role: model.SessionID}, s.prefix, "Id MustId"),
			goframeRequest(web), goframeTokens(root),
		),
		Life: slices.Concat(
			s.put("Set MustSet"),
			s.named(model.SessionGet, "Get MustGet"),
			s.do(model.SessionRemove, "Remove MustRemove"),
			s.do(model.SessionDestroy, "RemoveAll"),
			s.do(model.SessionSave, "Close"),
			s.do(model.SessionRenew, "RegenerateId MustRegenerateId"),
			goframeRoutes(web),
		),
	}
}

// goframeConfig: the cookies of the server and that of the session share all
// but the name and the age.
func goframeConfig() []model.Field {
	return []model.Field{
		{Path: "SessionIdName", Setting: model.Name},
		{Path: "CookiePath", Setting: model.Path},
		{Path: "CookieDomain", Setting: model.Domain},
		{Path: "CookieSameSite", Setting: model.SameSite, Form: model.Word, Words: sameSiteWords()},
		{Path: "CookieSecure", Setting: model.Secure},
		{Path: "CookieHttpOnly", Setting: model.HTTPOnly},
		{Path: "SessionCookieMaxAge", Setting: model.MaxAge, Form: model.Nanos},
		{Path: "SessionMaxAge", Setting: model.IdleTimeout, Form: model.Nanos},
	}
}

// goframeDefaults: ghttp_server_config.go, NewConfig.
func goframeDefaults() []model.Default {
	return []model.Default{
		{Setting: model.Name, Is: model.Text, Text: "gfsessionid"},
		{Setting: model.Path, Is: model.Text, Text: "/"},
		{Setting: model.Domain, Is: model.Unset},
		{Setting: model.Secure, Is: model.Off},
		{Setting: model.HTTPOnly, Is: model.Off},
		{Setting: model.SameSite, Is: model.Unset},
		{Setting: model.MaxAge, Is: model.Lasts, Dur: 24 * time.Hour},
		{Setting: model.IdleTimeout, Is: model.Lasts, Dur: 24 * time.Hour},
		{Setting: model.AbsoluteTimeout, Is: model.Unset},
	}
}

// goframeRequest: ghttp_request_param*.go, ghttp_response_write.go.
func goframeRequest(web string) []model.Func {
	r, w := "(*"+web+".Request).", "(*"+web+".Response)."
	return slices.Concat(
		reads(model.RequestQuery, r, "GetQuery"),
		reads(model.RequestPath, r, "GetRouter"),
		reads(model.RequestHeader, r, "GetHeader"),
		forms(false, r, "GetForm"),
		forms(true, r, "Get GetRequest"),
		each(model.Func{Role: model.RequestBody, Query: true, Tag: "json", Args: slots(model.ArgPointer, 0)}, r, "Parse"),
		bodies(w, "Write WriteExit WriteJson WriteJsonExit Writeln", 0),
		bodies(w, "Writef Writefln", 0, 1),
		failures(w, "WriteStatus WriteStatusExit", 1),
		redirects(w, "RedirectTo", 0),
	)
}

// goframeRoutes: the objects that Bind and BindObject take are no functions.
func goframeRoutes(web string) []model.Func {
	group, server, w := "(*"+web+".RouterGroup).", "(*"+web+".Server).", "(*"+web+".Response)."
	return slices.Concat(
		adds(0, 1, group, "ALL "+methods),
		adds(0, 1, server, "BindHandler"),
		groups(group, "Group", arg(model.ArgBuild, 1)),
		groups(server, "Group", arg(model.ArgBuild, 1)),
		uses(group, "Middleware"),
		uses(server, "Use BindMiddlewareDefault"),
		nexts("(*"+web+".middleware).", "Next"),
		statuses(complete, 0, w, "WriteStatus"),
		each(model.Func{Role: model.ResponseStatus, Does: complete | model.Leaves, Args: slots(model.ArgStatus, 0)}, w, "WriteStatusExit"),
		forwards(complete|model.Leaves, 0, 1, w, "RedirectTo"),
		writers(0, w, "Write WriteJson Writeln Writef Writefln"),
		writers(model.Leaves, w, "WriteExit WriteJsonExit"),
	)
}

// goframeTokens: util/grand reads crypto/rand; util/guid joins the time, the
// process and six random characters.
func goframeTokens(root string) []model.Func {
	grand, guid, log := root+"/util/grand.", root+"/util/guid.", "(*"+root+"/os/glog.Logger)."
	return slices.Concat(
		perUnit(8, 0, grand, "B"),
		perUnit(bitsDecimal, 0, grand, "Digits"),
		perUnit(bitsLetters, 0, grand, "Letters"),
		fromAlphabet(0, 1, grand, "Str"),
		perUnit(bitsBase62, 0, grand, "S"),
		weak(guid, "S"),
		weak(root+"/os/gsession.", "NewSessionId"),
		sinks(log, "Critical Debug Error Fatal Info Notice Panic Print Warning", 1),
		sinks(log, "Criticalf Debugf Errorf Fatalf Infof Noticef Panicf Printf Warningf", 1, 2),
	)
}
