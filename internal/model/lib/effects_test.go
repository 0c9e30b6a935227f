package lib

import "github.com/sessionlint/sessionlint/internal/model"

type effect = map[model.Setting]string

// effects returns the cases of testdata/defaults that are not defaults: the value
// of a form, an argument or a setter, as the model says it.
func effects() map[string]effect {
	return map[string]effect{
		// CookieSameSite: cookies sent later.
		"(*github.com/gin-gonic/gin.Context).SetSameSite Strict": {model.SameSite: "Strict"},

		// StoreSet: cookie and codec together; the field sets the cookie only.
		"(*github.com/gorilla/sessions.CookieStore).MaxAge 60 s":     {model.MaxAge: "1m0s", model.AbsoluteTimeout: "1m0s"},
		"(*github.com/gorilla/sessions.FilesystemStore).MaxAge 60 s": {model.MaxAge: "1m0s", model.AbsoluteTimeout: "1m0s"},
		"github.com/gorilla/sessions.CookieStore Options.MaxAge 60 s": {
			model.MaxAge: "1m0s", model.AbsoluteTimeout: "720h0m0s",
		},
		// StoreSet with ArgOptions: every cookie option is replaced, the codec not.
		"(github.com/gin-contrib/sessions.Store).Options Options{}": {
			model.Path: "unset", model.MaxAge: "unset", model.Secure: "false", model.SameSite: "unset", model.AbsoluteTimeout: "720h0m0s",
		},

		"github.com/alexedwards/scs/v2.SessionManager Lifetime 1 h": {model.MaxAge: "1h0m0s"},

		// Word: "disabled" is a word of the cookie, not of the session.
		"github.com/gofiber/fiber/v2.Cookie word strict":   {model.SameSite: "Strict"},
		"github.com/gofiber/fiber/v2.Cookie word disabled": {model.SameSite: "unset"},
		"github.com/gofiber/fiber/v2.Cookie word other":    {model.SameSite: "Lax"},
		"github.com/gofiber/fiber/v3.Cookie word strict":   {model.SameSite: "Strict"},
		"github.com/gofiber/fiber/v3.Cookie word disabled": {model.SameSite: "unset"},
		"github.com/gofiber/fiber/v3.Cookie word other":    {model.SameSite: "Lax"},
		fiber2Config + "word disabled":                     {model.SameSite: "Lax"},
		fiber3Config + "word disabled":                     {model.SameSite: "Lax"},

		"github.com/gofiber/fiber/v2.Cookie SessionOnly": {model.MaxAge: "unset", model.SessionOnly: "true"},
		fiber2Config + "KeyLookup":                       {model.Name: "sid"},
		fiber2Config + "CookieName":                      {model.Name: "other"},
		fiber2Config + "Expiration 1 h":                  {model.MaxAge: "1h0m0s", model.IdleTimeout: "1h0m0s"},
		fiber3Config + "Extractor":                       {model.Name: "sid"},
		fiber3Config + "IdleTimeout 1 h":                 {model.MaxAge: "1h0m0s", model.IdleTimeout: "1h0m0s"},
		// Delegate: the store decides.
		fiber3Config + "delegate": {model.Secure: "false", model.MaxAge: "30m0s"},

		// IfTLS.
		beegoSession + "CfgSecure true, HTTP":              {model.Secure: "false"},
		beegoSession + "CfgSecure true, TLS":               {model.Secure: "true"},
		irisRoot + "context.CookieSecure HTTP":             {model.Secure: "false"},
		irisRoot + "context.CookieSecure TLS":              {model.Secure: "true"},
		irisRoot + "sessions.Config CookieSecureTLS, HTTP": {model.Secure: "false"},
		irisRoot + "sessions.Config CookieSecureTLS, TLS":  {model.Secure: "true"},

		// SettingOption, and the order of beego's untyped arguments.
		beegoSession + "CfgHTTPOnly false":      {model.HTTPOnly: "false"},
		beegoSession + "CfgSameSite Strict":     {model.SameSite: "Strict"},
		beegoSession + "CfgCookieLifeTime 60 s": {model.MaxAge: "1m0s"},
		"(*github.com/beego/beego/v2/server/web/context.Context).SetCookie all": {
			model.MaxAge: "1m0s", model.Path: "/x", model.Domain: "example.com", model.Secure: "true", model.HTTPOnly: "true", model.SameSite: "Strict",
		},
		irisRoot + "context.CookieHTTPOnly false":  {model.HTTPOnly: "false"},
		irisRoot + "context.CookieExpires 60 s":    {model.MaxAge: "1m0s"},
		irisRoot + "context.CookieSameSite Strict": {model.SameSite: "Strict"},
		irisRoot + "sessions.Config Expires 1 h":   {model.MaxAge: "1h0m0s"},
	}
}

const (
	fiber2Config = "github.com/gofiber/fiber/v2/middleware/session.Config "
	fiber3Config = "github.com/gofiber/fiber/v3/middleware/session.Config "
	beegoSession = "github.com/beego/beego/v2/server/web/session."
	irisRoot     = "github.com/kataras/iris/v12/"
)
