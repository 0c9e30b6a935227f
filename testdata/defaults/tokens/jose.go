package main

import (
	"time"

	v3 "github.com/go-jose/go-jose/v3"
	jwt3 "github.com/go-jose/go-jose/v3/jwt"
	v4 "github.com/go-jose/go-jose/v4"
	jwt4 "github.com/go-jose/go-jose/v4/jwt"
	v2 "gopkg.in/square/go-jose.v2"
	jwt2 "gopkg.in/square/go-jose.v2/jwt"
)

func jose() {
	{
		sign := func(alg v4.SignatureAlgorithm, c jwt4.Claims) string {
			return must(jwt4.Signed(must(v4.NewSigner(v4.SigningKey{Algorithm: alg, Key: key}, nil))).Claims(c).Serialize())
		}
		ok := func(raw string) bool {
			tok, err := jwt4.ParseSigned(raw, []v4.SignatureAlgorithm{v4.HS256})
			var c jwt4.Claims
			return err == nil && tok.Claims(key, &c) == nil
		}
		symbol := "(*github.com/go-jose/go-jose/v4/jwt.JSONWebToken).Claims"
		expiry(symbol, ok(sign(v4.HS256, jwt4.Claims{Expiry: jwt4.NewNumericDate(past)})), ok(sign(v4.HS256, jwt4.Claims{})))
		algorithms(symbol, ok(sign(v4.HS512, jwt4.Claims{})))
		validate := "(github.com/go-jose/go-jose/v4/jwt.Claims).Validate"
		expiry(validate, jwt4.Claims{Expiry: jwt4.NewNumericDate(past)}.Validate(jwt4.Expected{Time: time.Now()}) == nil,
			jwt4.Claims{}.Validate(jwt4.Expected{Time: time.Now()}) == nil)
	}
	{
		sign := func(alg v3.SignatureAlgorithm, c jwt3.Claims) string {
			return must(jwt3.Signed(must(v3.NewSigner(v3.SigningKey{Algorithm: alg, Key: key}, nil))).Claims(c).CompactSerialize())
		}
		ok := func(raw string) bool {
			var c jwt3.Claims
			return must(jwt3.ParseSigned(raw)).Claims(key, &c) == nil
		}
		symbol := "(*github.com/go-jose/go-jose/v3/jwt.JSONWebToken).Claims"
		expiry(symbol, ok(sign(v3.HS256, jwt3.Claims{Expiry: jwt3.NewNumericDate(past)})), ok(sign(v3.HS256, jwt3.Claims{})))
		algorithms(symbol, ok(sign(v3.HS512, jwt3.Claims{})))
	}
	{
		sign := func(alg v2.SignatureAlgorithm, c jwt2.Claims) string {
			return must(jwt2.Signed(must(v2.NewSigner(v2.SigningKey{Algorithm: alg, Key: key}, nil))).Claims(c).CompactSerialize())
		}
		ok := func(raw string) bool {
			var c jwt2.Claims
			return must(jwt2.ParseSigned(raw)).Claims(key, &c) == nil
		}
		symbol := "(*gopkg.in/square/go-jose.v2/jwt.JSONWebToken).Claims"
		expiry(symbol, ok(sign(v2.HS256, jwt2.Claims{Expiry: jwt2.NewNumericDate(past)})), ok(sign(v2.HS256, jwt2.Claims{})))
		algorithms(symbol, ok(sign(v2.HS512, jwt2.Claims{})))
	}
}
