// Package golangjwt5 uses golang-jwt v5 with keys and options from elsewhere.
package golangjwt5

import (
	"errors"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/golang-jwt/jwt/v5/request"

	"sessionlint.test/src/bearers/golangjwt5/keys"
)

type session struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

var secret []byte

// The key function of another package does not look at the method.
func elsewhereBad(raw string) (*session, error) {
	c := &session{}
	_, err := jwt.ParseWithClaims(raw, c, keys.Any) // want tokenverify:"token chooses its algorithm"
	return c, err
}

func returnedBad(raw string) (*session, error) {
	c := &session{}
	_, err := jwt.ParseWithClaims(raw, c, keys.Lax()) // want tokenverify:"token chooses its algorithm"
	return c, err
}

func unsignedElsewhere(raw string) (*session, error) {
	c := &session{}
	_, err := jwt.ParseWithClaims(raw, c, keys.Unsigned) // want tokenverify:"without a signature are accepted"
	return c, err
}

func elsewhereGood(raw string) (*session, error) {
	c := &session{}
	_, err := jwt.ParseWithClaims(raw, c, keys.Pinned)
	return c, err
}

// Options of another package.
func optionsGood(raw string) (*session, error) {
	c := &session{}
	_, err := jwt.ParseWithClaims(raw, c, keys.Any, keys.Options()...)
	return c, err
}

func optionsBad(raw string) (*session, error) {
	c := &session{}
	_, err := jwt.ParseWithClaims(raw, c, keys.Any, keys.Loose()...) // want tokenclaims:"expired tokens are accepted"
	return c, err
}

// A parser in a field.
type verifier struct {
	parser *jwt.Parser
}

func newVerifier() *verifier {
	return &verifier{parser: jwt.NewParser(jwt.WithoutClaimsValidation(), jwt.WithValidMethods([]string{"EdDSA"}))} // want tokenclaims:"expired tokens are accepted"
}

func (v *verifier) verify(raw string) (*other, error) {
	c := &other{}
	_, err := v.parser.ParseWithClaims(raw, c, keys.Pinned)
	return c, err
}

// A parser in a variable.
var strict = jwt.NewParser(jwt.WithValidMethods([]string{"HS256"}), jwt.WithExpirationRequired(), jwt.WithIssuer("https://id.example"))

func verify(raw string) (*session, error) {
	c := &session{}
	_, err := strict.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return secret, nil })
	return c, err
}

// Options that are put together step by step.
func assembled(raw string, issuer string) (*session, error) {
	opts := []jwt.ParserOption{jwt.WithExpirationRequired()}
	if issuer != "" {
		opts = append(opts, jwt.WithIssuer(issuer))
	}
	opts = append(opts, jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Name}))
	c := &session{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return secret, nil }, opts...)
	return c, err
}

// The claims are validated on their own.
func validated(raw string) (*session, error) {
	c := &session{}
	_, err := jwt.ParseWithClaims(raw, c, keys.Pinned, jwt.WithoutClaimsValidation()) // silent: validated below
	if err != nil {
		return nil, err
	}
	if err := jwt.NewValidator(jwt.WithExpirationRequired()).Validate(c); err != nil {
		return nil, err
	}
	return c, nil
}

// From the request, by a middleware.
func middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var c other
		tok, err := request.ParseFromRequest(r, request.AuthorizationHeaderExtractor, keys.Pinned, request.WithClaims(&c), request.WithParser(jwt.NewParser(jwt.WithoutClaimsValidation()))) // want tokenclaims:"expired tokens are accepted"
		if err != nil || !tok.Valid {
			http.Error(w, "login required", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

type other struct {
	Name string `json:"name"`
	jwt.RegisteredClaims
}

// Tokens that are made.
func issue(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, session{ // want tokenlifetime:"never expires"
		User: user,
	}).SignedString(secret)
}

func issueLong(user string) (string, error) {
	c := session{User: user, RegisteredClaims: jwt.RegisteredClaims{
		ExpiresAt: jwt.NewNumericDate(time.Now().AddDate(1, 0, 0)), // want tokenlifetime:"lives 365 days"
	}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(secret)
}

func issueMaybe(user string, ttl time.Duration) (string, error) {
	c := jwt.MapClaims{"user": user}
	if ttl > 0 { // want tokenlifetime:"if its lifetime is zero"
		c["exp"] = time.Now().Add(ttl).Unix()
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(secret)
}

func issueGood(user string) (string, error) {
	t := jwt.New(jwt.SigningMethodHS256)
	c := t.Claims.(jwt.MapClaims)
	c["user"] = user
	c["exp"] = time.Now().Add(12 * time.Hour).Unix()
	return t.SignedString(secret)
}

// A link, not a session.
func resetToken(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"user": user, "purpose": "reset"}).SignedString(secret)
}

func useMap(raw string) error {
	tok, err := jwt.Parse(raw, keys.Pinned, jwt.WithExpirationRequired())
	if err != nil {
		return err
	}
	if tok.Claims.(jwt.MapClaims)["purpose"] != "reset" {
		return errors.New("another purpose")
	}
	return nil
}
