package main

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"net/url"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
	"golang.org/x/oauth2"
)

const issuer, client = "https://id.example", "shop"

var key = func() *rsa.PrivateKey {
	k, err := rsa.GenerateKey(rand.Reader, 2048)
	must(err)
	return k
}()

// idToken signs claims on top of those of a good token: a year old login, a
// nonce that nobody sent.
func idToken(change map[string]any) string {
	now := time.Now()
	claims := map[string]any{
		"iss": issuer, "sub": "u", "aud": client, "azp": client, "iat": now.Unix(), "exp": now.Add(time.Hour).Unix(),
		"auth_time": now.Add(-365 * 24 * time.Hour).Unix(), "nonce": "of somebody else",
	}
	for k, v := range change {
		claims[k] = v
	}
	return sign(jose.RS256, key, claims)
}

func sign(alg jose.SignatureAlgorithm, key any, claims map[string]any) string {
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: alg, Key: key}, nil)
	must(err)
	raw, err := jwt.Signed(signer).Claims(claims).Serialize()
	must(err)
	return raw
}

func plain() {
	conf := &oauth2.Config{ClientID: client, Endpoint: oauth2.Endpoint{AuthURL: issuer + "/authorize"}}
	u, err := url.Parse(conf.AuthCodeURL(""))
	must(err)
	fact("x/oauth2", "an empty state is not sent", !u.Query().Has("state"))
	u, err = url.Parse(conf.AuthCodeURL("s", oauth2.S256ChallengeOption(oauth2.GenerateVerifier())))
	must(err)
	fact("x/oauth2", "no max_age, nonce or prompt is sent unasked", !u.Query().Has("max_age") && !u.Query().Has("nonce") && !u.Query().Has("prompt"))
	fact("x/oauth2", "a verifier is made anew each time", oauth2.GenerateVerifier() != oauth2.GenerateVerifier())
}

func goOIDC() {
	verify := func(raw string) bool {
		keys := &oidc.StaticKeySet{PublicKeys: nil}
		keys.PublicKeys = append(keys.PublicKeys, key.Public())
		_, err := oidc.NewVerifier(issuer, keys, &oidc.Config{ClientID: client}).Verify(context.Background(), raw)
		return err == nil
	}
	fact("go-oidc", "the nonce is left to the caller", verify(idToken(nil)))
	fact("go-oidc", "auth_time is left to the caller", verify(idToken(map[string]any{"auth_time": 1})))
	fact("go-oidc", "the audience is checked", !verify(idToken(map[string]any{"aud": "another shop"})))
	fact("go-oidc", "the issuer is checked", !verify(idToken(map[string]any{"iss": "https://evil.example"})))
	fact("go-oidc", "the expiry is checked", !verify(idToken(map[string]any{"exp": 1})))
	fact("go-oidc", "the algorithm is checked", !verify(sign(jose.HS256, make([]byte, 32), map[string]any{"iss": issuer, "aud": client, "exp": time.Now().Add(time.Hour).Unix()})))
	_, err := oidc.NewVerifier(issuer, &oidc.StaticKeySet{}, &oidc.Config{}).Verify(context.Background(), idToken(nil))
	fact("go-oidc", "without client ID nothing is accepted", err != nil)
}
