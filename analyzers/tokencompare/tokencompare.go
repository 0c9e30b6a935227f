package tokencompare

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

//go:embed doc.go
var doc string

// Analyzer reports secrets that are compared byte by byte.
var Analyzer = rule.New(rule.Info{
	Name: "tokencompare", Doc: doc, ASVS4: "6.2.8", ASVS5: "11.2.4", CWE: []int{208},
	Severity: evidence.Warning, OnFrom4: 1, OnFrom5: 1,
}, run, tokenflow.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	var conditions []*condition
	at := map[string]*condition{}
	for _, c := range tokenflow.Of(pass.Pass).Comparisons() {
		if c.Constant {
			sites.Satisfied(c, "constant-time", "secrets are compared in constant time")
			continue
		}
		given, secret, ok := sides(c)
		if !ok || given.Hashed() || secret.Hashed() {
			continue
		}
		pos := pass.Fset.Position(c.Pos())
		line := fmt.Sprintf("%s:%d", pos.Filename, pos.Line)
		if at[line] == nil {
			at[line] = &condition{given: given, secret: secret}
			conditions = append(conditions, at[line])
		}
		at[line].comparisons = append(at[line].comparisons, c)
	}
	for _, c := range conditions {
		what := name(c.given, c.secret)
		site := sites.Violation(c.comparisons[0], "plain", "%s can be guessed by timing this comparison, use subtle.ConstantTimeCompare", what).
			About(what).Step(c.given.Expr, "the value that the client sends")
		repair(pass, site, c.comparisons)
	}
	return nil
}

// A condition is what stands on one line: if it tries several secrets, that is one
// defect, told by the first.
type condition struct {
	given, secret tokenflow.Side
	comparisons   []tokenflow.Comparison
}

// sides tells the value that a client presents from the secret it is held
// against, if the comparison is one of the two.
func sides(c tokenflow.Comparison) (given, secret tokenflow.Side, ok bool) {
	a, b := c.Left, c.Right
	if b.FromRequest() && !a.FromRequest() {
		a, b = b, a
	}
	switch {
	case c.Looked, b.FromRequest():
		return a, b, false // found by the database, or two values of the client
	case ofOwnSession(a) || ofOwnSession(b), isSessionID(a) && isSessionID(b) && !a.FromRequest():
		return a, b, false // which session is meant, not whether somebody may have it
	case words.Has(c.Function, "delete remove revoke") && !words.Has(a.Name+" "+b.Name, "secret password"):
		return a, b, false // which one is taken away, by somebody who has it listed
	case strings.HasPrefix(strings.ToLower(c.Function), "set"):
		return a, b, false // nothing is granted: the question is whether to send it again
	case a.Claimed || b.Claimed:
		return a, b, false // part of a verified token: an attacker cannot choose it
	case b.Fixed && (len(b.Origins) > 1 || !tokenflow.IsSecret(b.Name)):
		return a, b, false // one word of several that the code knows: close, keep-alive
	case !tokenflow.IsSecret(a.Name) && !tokenflow.IsSecret(b.Name) && (identifies(a.Name) || identifies(b.Name)):
		return a, b, false // the other half of what the header holds
	case a.FromRequest():
		return a, b, isSecret(a) || tokenflow.IsSecret(b.Name)
	case tokenflow.Verifies(c.Function):
		secretA, secretB := tokenflow.IsSecret(a.Name), tokenflow.IsSecret(b.Name)
		return a, b, secretA && secretB || secretA && tokenflow.Expected(b.Name) || secretB && tokenflow.Expected(a.Name) || c.OfParameters && tokenflow.ComparesSecrets(c.Function)
	}
	return a, b, false
}

// ofOwnSession reports whether a value is the ID of the session that a request is
// part of: who sends the request has it.
func ofOwnSession(s tokenflow.Side) bool {
	return slices.ContainsFunc(s.Origins, func(o tokenflow.Origin) bool { return o.Kind == tokenflow.SessionID })
}

// isSessionID reports whether a value is called the ID of a session.
func isSessionID(s tokenflow.Side) bool {
	list := words.Split(s.Name)
	return len(list) == 2 && words.Has(list[0], "session sess") && words.Has(list[1], "id")
}

// identifies reports whether a value, by its name, says who somebody is, or what
// a token is for: what stands beside a secret in a header, or in a token.
func identifies(name string) bool {
	return words.Has(name, "user username userid uid login email account aud audience audiences iss issuer sub subject scope scopes scheme realm")
}

// isSecret reports whether the client presents a secret.
func isSecret(s tokenflow.Side) bool {
	if tokenflow.IsSecret(s.Name) {
		return true
	}
	for _, o := range s.Origins {
		if o.Kind.FromRequest() && (tokenflow.IsSecret(o.Text) || o.Kind == tokenflow.Header && tokenflow.SecretHeader(o.Text)) {
			return true
		}
	}
	return false
}

func name(given, secret tokenflow.Side) string {
	for _, s := range []tokenflow.Side{secret, given} {
		if tokenflow.IsSecret(s.Name) {
			return `secret "` + s.Name + `"`
		}
	}
	return "a secret"
}
