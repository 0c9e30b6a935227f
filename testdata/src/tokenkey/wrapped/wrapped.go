// Package wrapped hands keys around.
package wrapped

import (
	crand "crypto/rand"
	"os"

	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/sessions"
)

func sign(token *jwt.Token, key string) (string, error) { return token.SignedString([]byte(key)) }

func helper(token *jwt.Token) (string, error) {
	return sign(token, "given to a helper") // want tokenkey:"signing key is written in the code"
}

func strong(token *jwt.Token) (string, error) { return sign(token, crand.Text()+crand.Text()) }

// field, through a constructor
type signer struct{ key []byte }

func newSigner(key []byte) *signer { return &signer{key: key} }

func (s *signer) sign(token *jwt.Token) (string, error) { return token.SignedString(s.key) }

var (
	badSigner  = newSigner([]byte("of a signer")) // want tokenkey:"signing key is written in the code"
	goodSigner = newSigner(readKey())
)

func readKey() []byte {
	key, _ := os.ReadFile("key")
	return key
}

// Config, whose default is a constant
type Config struct {
	Issuer string
	Secret string
}

func defaults() Config {
	return Config{Issuer: "me", Secret: "until somebody changes it"} // want tokenkey:"signing key is written in the code"
}

type service struct{ cfg Config }

func (s *service) issue(token *jwt.Token) (string, error) {
	return token.SignedString([]byte(s.cfg.Secret))
}

// redacted is for printing.
func (c Config) redacted() Config {
	c.Secret = "***"
	return c
}

// closure
func closure() func(*jwt.Token) (string, error) {
	key := []byte("of a closure") // want tokenkey:"signing key is written in the code"
	return func(token *jwt.Token) (string, error) { return token.SignedString(key) }
}

// key function as a method value
type keys struct{ key []byte }

func (k keys) find(*jwt.Token) (any, error) { return []byte("of a method"), nil } // want tokenkey:"verification key is written in the code"

func methodValue(text string) (*jwt.Token, error) { return jwt.Parse(text, keys{}.find) }

// generic
func bytes[T ~string](s T) []byte { return []byte(s) }

func generic() *sessions.CookieStore {
	return sessions.NewCookieStore(bytes("of a generic function")) // want tokenkey:"session store key is written in the code"
}

// interface: not in sight
type provider interface{ Key() []byte }

func dynamic(token *jwt.Token, p provider) (string, error) { return token.SignedString(p.Key()) }
