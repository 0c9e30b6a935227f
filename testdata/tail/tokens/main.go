// Command tokens tries the token libraries that do not fit into the module of
// the fixtures.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"time"

	ginjwt2 "github.com/appleboy/gin-jwt/v2"
	ginjwt "github.com/appleboy/gin-jwt/v3"
	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jwt"
)

// A Fact is what a function of a library showed.
type Fact struct{ Symbol, What, Got string }

func main() {
	key := []byte("0123456789abcdef0123456789abcdef")
	var facts []Fact
	note := func(symbol, what string, got any) { facts = append(facts, Fact{symbol, what, fmt.Sprint(got)}) }

	mw, err := ginjwt.New(&ginjwt.GinJWTMiddleware{Key: key, Realm: "shop"})
	check(err)
	note("github.com/appleboy/gin-jwt/v3.GinJWTMiddleware.SigningAlgorithm", "default", mw.SigningAlgorithm)
	note("github.com/appleboy/gin-jwt/v3.GinJWTMiddleware.Timeout", "default", mw.Timeout)
	note("github.com/appleboy/gin-jwt/v3.GinJWTMiddleware.TokenLookup", "default", mw.TokenLookup)
	note("github.com/appleboy/gin-jwt/v3.GinJWTMiddleware.RefreshTokenTimeout", "default", mw.RefreshTokenTimeout)
	note("github.com/appleboy/gin-jwt/v3.GinJWTMiddleware.SecureCookie", "default", mw.SecureCookie)
	old, err := ginjwt2.New(&ginjwt2.GinJWTMiddleware{Key: key, Realm: "shop"})
	check(err)
	note("github.com/appleboy/gin-jwt/v2.GinJWTMiddleware.SigningAlgorithm", "default", old.SigningAlgorithm)
	note("github.com/appleboy/gin-jwt/v2.GinJWTMiddleware.Timeout", "default", old.Timeout)

	sign := func(exp time.Time) []byte {
		b := jwt.NewBuilder().Subject("a")
		if !exp.IsZero() {
			b = b.Expiration(exp)
		}
		tok, err := b.Build()
		check(err)
		raw, err := jwt.Sign(tok, jwt.WithKey(jwa.HS256(), key))
		check(err)
		return raw
	}
	_, expired := jwt.Parse(sign(time.Now().Add(-time.Hour)), jwt.WithKey(jwa.HS256(), key))
	_, without := jwt.Parse(sign(time.Time{}), jwt.WithKey(jwa.HS256(), key))
	got := "required"
	switch {
	case expired == nil:
		got = "never"
	case without == nil:
		got = "if present"
	}
	note("github.com/lestrrat-go/jwx/v3/jwt.Parse", "exp", got)
	check(json.NewEncoder(os.Stdout).Encode(facts))
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}
