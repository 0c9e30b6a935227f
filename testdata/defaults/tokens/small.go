package main

import (
	"time"

	"aidanwoods.dev/go-paseto"
	"github.com/cristalhq/jwt/v5"
	kataras "github.com/kataras/jwt"
	o1egl "github.com/o1egl/paseto"
)

func small() {
	{
		sign := func(alg jwt.Algorithm, exp time.Time) []byte {
			c := &jwt.RegisteredClaims{Subject: "a"}
			if !exp.IsZero() {
				c.ExpiresAt = jwt.NewNumericDate(exp)
			}
			return must(jwt.NewBuilder(must(jwt.NewSignerHS(alg, key))).Build(c)).Bytes()
		}
		ok := func(raw []byte) bool {
			return jwt.ParseClaims(raw, must(jwt.NewVerifierHS(jwt.HS256, key)), &jwt.RegisteredClaims{}) == nil
		}
		symbol := "github.com/cristalhq/jwt/v5.ParseClaims"
		expiry(symbol, ok(sign(jwt.HS256, past)), ok(sign(jwt.HS256, time.Time{})))
		algorithms(symbol, ok(sign(jwt.HS512, future)))
	}
	{
		sign := func(alg kataras.Alg, claims kataras.Map) []byte { return must(kataras.Sign(alg, key, claims)) }
		ok := func(raw []byte) bool { _, err := kataras.Verify(kataras.HS256, key, raw); return err == nil }
		symbol := "github.com/kataras/jwt.Verify"
		expiry(symbol, ok(sign(kataras.HS256, kataras.Map{"exp": past.Unix()})), ok(sign(kataras.HS256, kataras.Map{"sub": "a"})))
		algorithms(symbol, ok(sign(kataras.HS512, kataras.Map{"sub": "a"})))
		unlimited := must(kataras.Decode(must(kataras.Sign(kataras.HS256, key, kataras.Map{"sub": "a"}, kataras.MaxAge(time.Hour)))))
		var c kataras.Claims
		must(0, unlimited.Claims(&c))
		note("github.com/kataras/jwt.MaxAge", "sets exp", c.Expiry != 0)
	}
	{
		secret := paseto.NewV4SymmetricKey()
		sign := func(exp time.Time) string {
			t := paseto.NewToken()
			if !exp.IsZero() {
				t.SetExpiration(exp)
			}
			return t.V4Encrypt(secret, nil)
		}
		for name, parser := range map[string]paseto.Parser{"NewParser": paseto.NewParser(), "NewParserWithoutExpiryCheck": paseto.NewParserWithoutExpiryCheck()} {
			_, expired := parser.ParseV4Local(secret, sign(past), nil)
			_, without := parser.ParseV4Local(secret, sign(time.Time{}), nil)
			expiry("aidanwoods.dev/go-paseto."+name, expired == nil, without == nil)
		}
	}
	{
		p := o1egl.NewV2()
		var t o1egl.JSONToken
		expired := p.Decrypt(must(p.Encrypt(key[:32], o1egl.JSONToken{Expiration: past}, nil)), key[:32], &t, nil)
		checked := t.Validate()
		without := p.Decrypt(must(p.Encrypt(key[:32], o1egl.JSONToken{}, nil)), key[:32], &t, nil)
		expiry("(*github.com/o1egl/paseto.V2).Decrypt", expired == nil, without == nil)
		note("(*github.com/o1egl/paseto.JSONToken).Validate", "refuses expired tokens", checked != nil)
	}
}
