package lib

import (
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/internal/model"
)

// A tokenFact is what a function of a running library showed.
type tokenFact struct{ Symbol, What, Got string }

// TestTokenFacts runs testdata/defaults/tokens, compares what libraries make of
// exp and of other algorithms with the data, and the rest with what the rules
// and requirements take for granted.
func TestTokenFacts(t *testing.T) {
	if testing.Short() {
		t.Skip("a program of all token libraries takes long to link")
	}
	var facts []tokenFact
	output(t, &facts, "run", "./defaults/tokens")
	bearers := map[string]*model.Bearer{}
	for _, l := range All() {
		for i := range l.Bearers {
			bearers[l.Bearers[i].Symbol] = &l.Bearers[i]
		}
	}
	want := takenForGranted()
	for _, f := range facts {
		expected, listed := want[f.Symbol+" "+f.What]
		delete(want, f.Symbol+" "+f.What)
		if b := bearers[f.Symbol]; !listed && b != nil {
			expected, listed = modelled(b, f.What)
		}
		if !listed {
			t.Errorf("%s, %s: %s is compared with nothing", f.Symbol, f.What, f.Got)
		} else if expected != f.Got {
			t.Errorf("%s, %s: the library shows %s, want %s", f.Symbol, f.What, f.Got, expected)
		}
	}
	for key := range want {
		t.Errorf("%s: not observed", key)
	}
}

// modelled says in the words of the program what the data says.
func modelled(b *model.Bearer, what string) (string, bool) {
	switch what {
	case "exp":
		switch {
		case b.Demands&model.ExpRequired != 0:
			return "required", true
		case b.Demands&model.ExpIfPresent != 0:
			return "if present", true
		}
		return "never", true
	case "alg":
		switch {
		case b.Demands&model.Pinned != 0:
			return "pinned", true
		case b.Demands&model.KeyPins != 0:
			return "by key", true
		}
		return "open", true
	case "filled":
		return map[bool]string{true: "true", false: "false"}[b.Filled], true
	}
	return "", false
}

// takenForGranted are facts that no entry of the data holds.
func takenForGranted() map[string]string {
	const v5 = "github.com/golang-jwt/jwt/v5."
	facts := map[string]string{
		v5 + "WithExpirationRequired refuses tokens without exp": "true",
		v5 + "WithValidMethods refuses others":                   "true",
		v5 + "WithoutClaimsValidation accepts expired tokens":    "true",
		v5 + "Parse all failures of one reason":                  "true",
		v5 + "Parse accepts an empty HMAC key":                   "true", // tokenkey
		v5 + "Parse accepts none with a key":                     "false",
		v5 + "Parse accepts none with the constant":              "true",
		v5 + "Parse takes a public key for an HMAC key":          "false",
		// A deny list of token texts misses these: logoutinvalidation.
		v5 + "Parse other spellings of HS256":              "3",
		v5 + "Parse other spellings of HS384":              "0",
		v5 + "Parse other spellings of HS512":              "15",
		v5 + "WithStrictDecoding other spellings of HS256": "0",
		v5 + "WithStrictDecoding other spellings of HS384": "0",
		v5 + "WithStrictDecoding other spellings of HS512": "0",

		"github.com/lestrrat-go/jwx/v2/jwt.Parse accepts without key":                               "false",
		"github.com/lestrrat-go/jwx/v2/jwt.WithVerify false accepts without key":                    "true",
		"github.com/lestrrat-go/jwx/v2/jwt.WithValidate false accepts expired tokens":               "true",
		"github.com/lestrrat-go/jwx/v2/jwt.WithRequiredClaim refuses tokens without exp":            "true",
		"github.com/lestrrat-go/jwx/v2/jwt.ParseInsecure accepts a wrong signature":                 "true",
		"github.com/go-chi/jwtauth/v5.Verifier calls next without a token":                          "true",
		"github.com/go-chi/jwtauth/v5.Authenticator calls next without a token":                     "false",
		"github.com/kataras/jwt.MaxAge sets exp":                                                    "true",
		"aidanwoods.dev/go-paseto.NewParserWithoutExpiryCheck exp":                                  "never",
		"(*github.com/o1egl/paseto.JSONToken).Validate refuses expired tokens":                      "true",
		"github.com/labstack/echo-jwt/v4.Config.KeyFunc accepts other algorithms":                   "true",
		"github.com/labstack/echo-jwt/v4.Config.ContinueOnIgnoredError calls next with a bad token": "true",
		"github.com/gofiber/contrib/jwt.SigningKey.JWTAlg refuses others":                           "true",
	}
	for _, module := range []string{"github.com/golang-jwt/jwt/v5", "github.com/golang-jwt/jwt/v4", "github.com/golang-jwt/jwt", "github.com/dgrijalva/jwt-go"} {
		facts[module+".Token.Valid on failure"] = "false"
		if !strings.HasSuffix(module, "/v5") {
			facts[module+".Parse accepts exp 0"] = "true"
		}
	}
	return facts
}

// TestTokenFactsTail does the same for the libraries in a module of their own.
func TestTokenFactsTail(t *testing.T) {
	if testing.Short() {
		t.Skip("the long tail of libraries takes long to build")
	}
	cmd := exec.Command("go", "run", "./tokens")
	cmd.Dir = "../../../testdata/tail"
	cmd.Env = append(os.Environ(), "GOWORK=off")
	text, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var facts []tokenFact
	if err := json.Unmarshal(text, &facts); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"github.com/appleboy/gin-jwt/v3.GinJWTMiddleware.SigningAlgorithm default":    "HS256",
		"github.com/appleboy/gin-jwt/v3.GinJWTMiddleware.Timeout default":             "1h0m0s",
		"github.com/appleboy/gin-jwt/v3.GinJWTMiddleware.TokenLookup default":         authorization,
		"github.com/appleboy/gin-jwt/v3.GinJWTMiddleware.RefreshTokenTimeout default": month.String(),
		"github.com/appleboy/gin-jwt/v3.GinJWTMiddleware.SecureCookie default":        "false",
		"github.com/appleboy/gin-jwt/v2.GinJWTMiddleware.SigningAlgorithm default":    "HS256",
		"github.com/appleboy/gin-jwt/v2.GinJWTMiddleware.Timeout default":             "1h0m0s",
		"github.com/lestrrat-go/jwx/v3/jwt.Parse exp":                                 "if present",
	}
	for _, f := range facts {
		if have, ok := want[f.Symbol+" "+f.What]; !ok || have != f.Got {
			t.Errorf("%s, %s: the library shows %s, want %s", f.Symbol, f.What, f.Got, have)
		}
	}
	if len(facts) != len(want) {
		t.Errorf("%d facts, want %d", len(facts), len(want))
	}
}
