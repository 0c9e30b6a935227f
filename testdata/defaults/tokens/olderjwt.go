package main

import (
	dgrijalva "github.com/dgrijalva/jwt-go"
	v3 "github.com/golang-jwt/jwt"
	v4 "github.com/golang-jwt/jwt/v4"
)

func olderJWT() {
	for _, lib := range []struct {
		module string
		sign   func(alg string, claims map[string]any) string
		parse  func(raw string) (filled, valid, ok bool)
	}{
		{
			"github.com/golang-jwt/jwt/v4",
			func(alg string, c map[string]any) string {
				return must(v4.NewWithClaims(v4.GetSigningMethod(alg), v4.MapClaims(c)).SignedString(key))
			},
			func(raw string) (bool, bool, bool) {
				tok, err := v4.Parse(raw, func(*v4.Token) (any, error) { return key, nil })
				return tok != nil && tok.Claims.(v4.MapClaims)["sub"] == "a", tok.Valid, err == nil
			},
		},
		{
			"github.com/golang-jwt/jwt",
			func(alg string, c map[string]any) string {
				return must(v3.NewWithClaims(v3.GetSigningMethod(alg), v3.MapClaims(c)).SignedString(key))
			},
			func(raw string) (bool, bool, bool) {
				tok, err := v3.Parse(raw, func(*v3.Token) (any, error) { return key, nil })
				return tok != nil && tok.Claims.(v3.MapClaims)["sub"] == "a", tok.Valid, err == nil
			},
		},
		{
			"github.com/dgrijalva/jwt-go",
			func(alg string, c map[string]any) string {
				return must(dgrijalva.NewWithClaims(dgrijalva.GetSigningMethod(alg), dgrijalva.MapClaims(c)).SignedString(key))
			},
			func(raw string) (bool, bool, bool) {
				tok, err := dgrijalva.Parse(raw, func(*dgrijalva.Token) (any, error) { return key, nil })
				return tok != nil && tok.Claims.(dgrijalva.MapClaims)["sub"] == "a", tok.Valid, err == nil
			},
		},
	} {
		parse := lib.module + ".Parse"
		accepted := func(raw string) bool { _, _, ok := lib.parse(raw); return ok }
		without := lib.sign("HS256", map[string]any{"sub": "a"})
		expiry(parse, accepted(lib.sign("HS256", map[string]any{"sub": "a", "exp": past.Unix()})), accepted(without))
		algorithms(parse, accepted(lib.sign("HS512", map[string]any{"sub": "a"})))
		note(parse, "accepts exp 0", accepted(lib.sign("HS256", map[string]any{"sub": "a", "exp": 0})))
		filled, valid, _ := lib.parse(without[:len(without)-6] + "AAAAAA")
		note(parse, "filled", filled)
		note(lib.module+".Token.Valid", "on failure", valid)
	}
}
