package main

import (
	"net/http"
	"net/http/httptest"
	"time"

	"github.com/go-chi/jwtauth/v5"
	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwt"
)

func jwx() {
	sign := func(alg jwa.SignatureAlgorithm, exp time.Time) []byte {
		b := jwt.NewBuilder().Subject("a")
		if !exp.IsZero() {
			b = b.Expiration(exp)
		}
		return must(jwt.Sign(must(b.Build()), jwt.WithKey(alg, key)))
	}
	ok := func(raw []byte, opts ...jwt.ParseOption) bool {
		_, err := jwt.Parse(raw, opts...)
		return err == nil
	}
	hs256 := jwt.WithKey(jwa.HS256, key)
	const pkg = "github.com/lestrrat-go/jwx/v2/jwt."
	expired, without := sign(jwa.HS256, past), sign(jwa.HS256, time.Time{})
	expiry(pkg+"Parse", ok(expired, hs256), ok(without, hs256))
	algorithms(pkg+"Parse", ok(sign(jwa.HS512, future), hs256))
	note(pkg+"Parse", "accepts without key", ok(without))
	note(pkg+"WithVerify", "false accepts without key", ok(without, jwt.WithVerify(false)))
	note(pkg+"WithValidate", "false accepts expired tokens", ok(expired, hs256, jwt.WithValidate(false)))
	note(pkg+"WithRequiredClaim", "refuses tokens without exp", !ok(without, hs256, jwt.WithRequiredClaim("exp")))
	_, err := jwt.ParseInsecure(append(without[:len(without)-6:len(without)-6], "AAAAAA"...))
	note(pkg+"ParseInsecure", "accepts a wrong signature", err == nil)

	auth := jwtauth.New("HS256", key, nil)
	const chi = "github.com/go-chi/jwtauth/v5."
	_, decoded := auth.Decode(string(expired))
	_, decodedWithout := auth.Decode(string(without))
	expiry("(*"+chi+"JWTAuth).Decode", decoded == nil, decodedWithout == nil)
	_, other := auth.Decode(string(sign(jwa.HS512, future)))
	algorithms("(*"+chi+"JWTAuth).Decode", other == nil)
	_, verified := jwtauth.VerifyToken(auth, string(expired))
	_, verifiedWithout := jwtauth.VerifyToken(auth, string(without))
	expiry(chi+"VerifyToken", verified == nil, verifiedWithout == nil)

	reaches := func(wrap ...func(http.Handler) http.Handler) bool {
		reached := false
		var h http.Handler = http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true })
		for i := len(wrap) - 1; i >= 0; i-- {
			h = wrap[i](h)
		}
		h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil))
		return reached
	}
	note(chi+"Verifier", "calls next without a token", reaches(jwtauth.Verifier(auth)))
	note(chi+"Authenticator", "calls next without a token", reaches(jwtauth.Verifier(auth), jwtauth.Authenticator(auth)))
}
