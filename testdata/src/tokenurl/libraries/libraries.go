// Package libraries tells libraries where the token is.
package libraries

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/jwtauth/v5"
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/session"
	"github.com/golang-jwt/jwt/v5/request"
	"github.com/gorilla/mux"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

func echoBad(key []byte) echo.MiddlewareFunc {
	return echojwt.WithConfig(echojwt.Config{
		SigningKey:  key,
		TokenLookup: "header:Authorization:Bearer ,query:token", // want tokenurl:`TokenLookup "header:Authorization:Bearer ,query:token" makes the token acceptable in the URL`
	})
}

func echoGood(key []byte) echo.MiddlewareFunc {
	return echojwt.WithConfig(echojwt.Config{SigningKey: key, TokenLookup: "header:Authorization:Bearer ,cookie:jwt"})
}

func echoCSRF() echo.MiddlewareFunc {
	return middleware.CSRFWithConfig(middleware.CSRFConfig{TokenLookup: "query:csrf"})
}

func fiberBad() *session.Store {
	return session.New(session.Config{KeyLookup: "query:session_id"}) // want tokenurl:`KeyLookup "query:session_id" makes the token acceptable in the URL`
}

func fiberGood() *session.Store {
	return session.New(session.Config{KeyLookup: "cookie:session_id"})
}

func chiBad(ja *jwtauth.JWTAuth) func(http.Handler) http.Handler {
	return jwtauth.Verify(ja, jwtauth.TokenFromHeader, jwtauth.TokenFromQuery) // want tokenurl:"jwtauth.TokenFromQuery makes the token acceptable in the URL"
}

func chiGood(ja *jwtauth.JWTAuth) func(http.Handler) http.Handler {
	return jwtauth.Verify(ja, jwtauth.TokenFromHeader, jwtauth.TokenFromCookie)
}

func extractors() []request.Extractor {
	return []request.Extractor{
		request.AuthorizationHeaderExtractor,
		request.OAuth2Extractor, // want tokenurl:"request.OAuth2Extractor makes the token acceptable in the URL"
	}
}

func ginAuth(c *gin.Context) string {
	if token := c.GetHeader("Authorization"); token != "" {
		return token
	}
	return c.Query("token") // want tokenurl:"query parameter token"
}

func echoAuth(c echo.Context) string {
	return c.QueryParam("token") // want tokenurl:"query parameter token"
}

func fiberAuth(c *fiber.Ctx) string {
	return c.Query("token") // want tokenurl:"query parameter token"
}

func chiAuth(r *http.Request) string {
	return chi.URLParam(r, "token") // want tokenurl:"path parameter token"
}

func muxAuth(r *http.Request) string {
	return mux.Vars(r)["token"] // want tokenurl:"path parameter token"
}

type refresh struct {
	GrantType    string `form:"grant_type"`
	RefreshToken string `form:"refresh_token"`
}

func ginRefresh(c *gin.Context) (in refresh) {
	_ = c.ShouldBind(&in) // want tokenurl:"form value refresh_token"
	return in
}

func ginRefreshBody(c *gin.Context) (in refresh) {
	c.Request.URL.RawQuery = ""
	_ = c.ShouldBind(&in)
	return in
}

func ginConfirm(c *gin.Context) string { return c.Query("token") }
