package tokenkey

import (
	_ "embed"
	"flag"
	"fmt"
	"go/ast"
	"go/token"
	"slices"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

//go:embed doc.go
var doc string

// Analyzer reports keys of sessions and tokens that others can know.
var Analyzer = rule.New(rule.Info{
	Name: "tokenkey", Doc: doc, ASVS4: "3.5.2", ASVS5: "13.3.1", CWE: []int{321, 798, 326, 1391},
	Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1,
	Flags: func(f *flag.FlagSet) { f.Int("minkey", 32, "least number of bytes of an HMAC key") },
}, run, tokenflow.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	j := judge{sites, rule.Flag[int](pass, "minkey"), map[token.Pos]bool{}}
	for _, use := range tokenflow.Of(pass.Pass).At(tokenflow.InKey) {
		if !use.IsPublic() && (use.What != ofHMAC || aboutSessions(pass.Pkg.Name(), use)) {
			j.use(use)
		}
	}
	for _, c := range tokenflow.Of(pass.Pass).Comparisons() {
		j.compared(c, c.Left, c.Right)
		j.compared(c, c.Right, c.Left)
	}
	return nil
}

// ofHMAC is a key of which only the code around it says what it is for.
const ofHMAC = "key of hmac.New"

// aboutSessions reports whether a MAC is one of a token or of a login: by the
// package, the function around it, or what the key is called. Requests to the
// APIs of others are signed, too.
func aboutSessions(pkg string, use tokenflow.Use) bool {
	list := slices.Concat(words.Split(pkg), words.Split(use.Function))
	if expr, ok := use.Node.(ast.Expr); ok {
		ast.Inspect(expr, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				list = append(list, words.Split(id.Name)...)
			}
			return true
		})
	}
	return slices.ContainsFunc(list, func(w string) bool {
		switch w {
		case "token", "tokens", "session", "sessions", "sess", "sid", "cookie", "cookies", "securecookie", "jwt", "csrf", "xsrf", "auth", "login",
			"remember", "reset", "invite", "state", "nonce", "verify", "credential", "credentials", "bearer", "authn", "authenticate":
			return true
		}
		return false
	})
}

// compared: what a caller presents is held against a constant.
func (j judge) compared(c tokenflow.Comparison, given, key tokenflow.Side) {
	if !tokenflow.IsSecret(given.Name) || !tokenflow.IsKey(key.Name) || !given.FromRequest() && !tokenflow.Verifies(c.Function) {
		return
	}
	for _, o := range key.Origins {
		if o.Kind == tokenflow.Fixed && !j.seen[key.Expr.Pos()] {
			j.seen[key.Expr.Pos()] = true
			j.sites.Violation(key.Expr, "hard-coded", "key %q is written in the code, take it from the environment or a secret store", key.Name).About(key.Name).Step(c, "compared with what a caller presents")
		}
	}
}

// A judge decides about keys.
type judge struct {
	sites   *evidence.Sites
	minimum int
	seen    map[token.Pos]bool // places reported: a key that is used twice is one defect
}

// at returns where the defect is brought in.
func at(use tokenflow.Use, o tokenflow.Origin) evidence.Ranger {
	switch {
	case o.Call.Pos().IsValid() && o.Kind != tokenflow.Fixed:
		return o.Call
	case o.Pos.IsValid():
		return evidence.Step{Start: o.Pos, Stop: o.End}
	}
	return use
}

func (j judge) use(use tokenflow.Use) {
	outside := false
	for _, o := range use.Origins {
		at := at(use, o)
		if category, text := defect(use, o, j.minimum); category != "" {
			if !j.seen[at.Pos()] {
				j.seen[at.Pos()] = true
				j.sites.Violation(at, category, "%s", text).About(use.What).Step(use, "used as %s here", use.What).Steps(o.Steps)
			}
			return
		}
		outside = outside || o.Kind != tokenflow.Strong
	}
	if outside || len(use.Origins) == 0 {
		j.sites.Unknown(use, "key-unknown", "where the %s comes from is not known", use.What).About(use.What)
		return
	}
	j.sites.Satisfied(use, "strong", "%s comes from a cryptographic generator", use.What).
		About(use.What).Steps(use.Proof())
}

// defect returns what is wrong with a key that comes from an origin, or "".
func defect(use tokenflow.Use, o tokenflow.Origin, minimum int) (category, text string) {
	switch {
	case o.Kind == tokenflow.Fixed && o.Setting != "":
		return "hard-coded", fmt.Sprintf("%s is written in the code, as the default of setting %q; refuse to start without it", use.What, o.Setting)
	case o.Kind == tokenflow.Fixed:
		return "hard-coded", use.What + " is written in the code, take it from the environment or a secret store"
	case o.Kind == tokenflow.Weak:
		return "predictable", use.What + " from " + o.Source() + " is predictable, use crypto/rand"
	case o.Kind == tokenflow.Strong && o.Bits.Known() && int(o.Bits.Base) < minimum*8 && use.HMAC:
		return "short", fmt.Sprintf("%s has only %d bytes, at least %d are needed", use.What, int(o.Bits.Base)/8, minimum)
	case o.Kind == tokenflow.Env && use.HMAC && !use.Checked && len(use.Origins) == 1:
		return "maybe-empty", fmt.Sprintf("%s is empty if %s is not set, and an empty key signs anything; refuse to start without it", use.What, o.Describe())
	}
	return "", ""
}
