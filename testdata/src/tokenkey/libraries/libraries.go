// Package libraries gives keys to the libraries people use.
package libraries

import (
	"os"

	"github.com/gin-contrib/sessions/cookie"
	"github.com/go-chi/jwtauth/v5"
	"github.com/go-jose/go-jose/v4"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwt"
	oidchttp "github.com/zitadel/oidc/v3/pkg/http"
)

func ginStore() cookie.Store {
	return cookie.NewStore([]byte("secret")) // want tokenkey:"key is written in the code"
}

func echoMiddleware() echojwt.Config {
	return echojwt.Config{SigningKey: []byte("secret of echo")} // want tokenkey:"signing key is written in the code"
}

func chi() *jwtauth.JWTAuth {
	return jwtauth.New("HS256", []byte("secret of chi"), nil) // want tokenkey:"key of jwtauth.New is written in the code"
}

func signer() (jose.Signer, error) {
	return jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: []byte("secret of jose")}, nil) // want tokenkey:"signing key is written in the code"
}

func jwx(token jwt.Token) ([]byte, error) {
	return jwt.Sign(token, jwt.WithKey(jwa.HS256, []byte("secret of jwx"))) // want tokenkey:"key of jwt.WithKey is written in the code"
}

func relyingParty() *oidchttp.CookieHandler {
	return oidchttp.NewCookieHandler([]byte("0123456789abcdef0123456789abcdef"), nil) // want tokenkey:"key of http.NewCookieHandler is written in the code"
}

// From the environment.
func relyingPartyFromEnvironment() *oidchttp.CookieHandler {
	return oidchttp.NewCookieHandler([]byte(os.Getenv("HASH_KEY")), []byte(os.Getenv("BLOCK_KEY")))
}
