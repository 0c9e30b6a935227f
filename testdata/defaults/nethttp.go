//go:build !old

package main

import (
	"net/http"
	"net/http/httptest"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
	echo5 "github.com/labstack/echo/v5"
)

func observeStandard() {
	see("net/http.Cookie", "zero", answer(func(w http.ResponseWriter, _ *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "n", Value: "v"})
	}))
	observeGin()

	e := echo.New()
	e.GET("/dir/page", func(c echo.Context) error { c.SetCookie(&http.Cookie{Name: "n", Value: "v"}); return nil })
	see("(github.com/labstack/echo/v4.Context).SetCookie", "", answer(e.ServeHTTP))
	e5 := echo5.New()
	e5.GET("/dir/page", func(c *echo5.Context) error { c.SetCookie(&http.Cookie{Name: "n", Value: "v"}); return nil })
	see("(*github.com/labstack/echo/v5.Context).SetCookie", "", answer(e5.ServeHTTP))
}

func observeGin() {
	const ctx = "(*github.com/gin-gonic/gin.Context)."
	see(ctx+"SetCookie", "", onGin(func(c *gin.Context) { c.SetCookie("n", "v", 0, "", "", false, false) }))
	see(ctx+"SetCookieData", "", onGin(func(c *gin.Context) { c.SetCookieData(&http.Cookie{Name: "n", Value: "v"}) }))
	see(ctx+"SetSameSite", "Strict", onGin(func(c *gin.Context) {
		c.SetSameSite(http.SameSiteStrictMode)
		c.SetCookie("n", "v", 0, "", "", false, false)
	}))
}

func onGin(f gin.HandlerFunc) map[string]string {
	gin.SetMode(gin.ReleaseMode)
	e := gin.New()
	e.GET("/dir/page", f)
	return answer(e.ServeHTTP)
}

// answer runs a handler on a plain HTTP request and returns its cookie.
func answer(f http.HandlerFunc) map[string]string {
	w := httptest.NewRecorder()
	f(w, httptest.NewRequest(http.MethodGet, "/dir/page", nil))
	return sent(setCookies(w.Header()))
}

// answerTLS does the same on a TLS connection.
func answerTLS(f http.HandlerFunc) map[string]string {
	w := httptest.NewRecorder()
	f(w, httptest.NewRequest(http.MethodGet, "https://example.com/dir/page", nil))
	return sent(setCookies(w.Header()))
}
