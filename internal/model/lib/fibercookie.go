package lib

import "github.com/sessionlint/sessionlint/internal/model"

// What the two majors of fiber have in common.

// fiberCookie: ctx.go, Cookie, at v2.52.15; res.go:314 at v3.5.0. Any SameSite
// that is not listed is Lax; "disabled" sends none.
func fiberCookie(symbol string) model.Type {
	settings := []model.Field{
		{Path: "Name", Setting: model.Name},
		{Path: "Value", Setting: model.Value},
		{Path: "Path", Setting: model.Path, Zero: text("/")},
		{Path: "Domain", Setting: model.Domain},
		{Path: "MaxAge", Setting: model.MaxAge, Form: model.Seconds},
		{Path: "Expires", Setting: model.Expires, Form: model.Clock},
		{Path: "Secure", Setting: model.Secure},
		{Path: "HTTPOnly", Setting: model.HTTPOnly},
		{Path: "SameSite", Setting: model.SameSite, Form: model.Word, Words: sameSiteWords(model.Spelling{Text: "disabled"}), Zero: text("Lax")},
		{Path: "SessionOnly", Setting: model.SessionOnly}, // MaxAge and Expires are not sent
	}
	forces := []model.Force{secureIfNone()}
	if symbol == "github.com/gofiber/fiber/v3.Cookie" {
		settings = append(settings, model.Field{Path: "Partitioned", Setting: model.Partitioned})
		forces = append(forces, secureIfPartitioned())
	}
	return model.Type{Symbol: symbol, Kind: model.Cookie, Settings: settings, Forces: forces}
}

// fiberCookieFields are the cookie fields of session.Config, the same in both
// majors: config.go and session.go, setSession. "disabled" is Lax here.
func fiberCookieFields() []model.Field {
	return []model.Field{
		{Path: "CookieDomain", Setting: model.Domain},
		{Path: "CookiePath", Setting: model.Path, Zero: text("/")}, // fasthttp SetPath("")
		{Path: "CookieSecure", Setting: model.Secure},
		{Path: "CookieHTTPOnly", Setting: model.HTTPOnly},
		{Path: "CookieSameSite", Setting: model.SameSite, Form: model.Word, Words: sameSiteWords(), Zero: text("Lax")},
		{Path: "CookieSessionOnly", Setting: model.SessionOnly},
	}
}

func fiberCookieDefaults() []model.Default {
	return []model.Default{
		{Setting: model.Name, Is: model.Text, Text: "session_id"},
		{Setting: model.Domain, Is: model.Unset},
		{Setting: model.Path, Is: model.Text, Text: "/"},
		{Setting: model.Secure, Is: model.Off},
		{Setting: model.HTTPOnly, Is: model.Off},
		{Setting: model.SameSite, Is: model.Text, Text: "Lax"},
		{Setting: model.SessionOnly, Is: model.Off},
	}
}

func fiberContext(receiver string) []model.Func {
	return append(fiberResponse(receiver),
		model.Func{Symbol: receiver + "Cookies", Role: model.RequestCookie, Lent: true, Args: name(0)})
}

// fiberResponse: ClearCookie sends neither Path nor Domain.
func fiberResponse(receiver string) []model.Func {
	return []model.Func{
		{Symbol: receiver + "Cookie", Role: model.CookieSend, Args: []model.Arg{{Slot: model.ArgCookie}}},
		{Symbol: receiver + "ClearCookie", Role: model.CookieDelete, Args: name(0)},
		{Symbol: receiver + "Set", Role: model.HeaderWrite, Args: keyValue()},
	}
}
