package staticapikey

import (
	_ "embed"
	"flag"
	"go/ast"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

//go:embed doc.go
var doc string

// Analyzer reports shared secrets that let callers in.
var Analyzer = rule.New(rule.Info{
	Name: "staticapikey", Doc: doc, ASVS4: "3.5.2", ASVS5: "7.2.2", CWE: []int{798, 287},
	Severity: evidence.Warning, OnFrom4: 2, OnFrom5: 1,
	Flags: func(f *flag.FlagSet) {
		f.String("legacy", "", "functions and files that are excused")
	},
}, run, tokenflow.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	flows := tokenflow.Of(pass.Pass)
	legacy := pass.Words("legacy")
	for _, c := range slices.Concat(flows.Comparisons(), flows.WithConstants()) {
		file := filepath.Base(pass.Fset.Position(c.Pos()).Filename)
		if slices.Contains(legacy, c.Function) || slices.Contains(legacy, file) || c.Looked || excused(c.Function) || !asksWho(c.Function) {
			continue
		}
		if !judge(sites, c, c.Left, c.Right) {
			judge(sites, c, c.Right, c.Left)
		}
	}
	return nil
}

// judge reports a comparison of what a caller presents with a shared secret.
func judge(sites *evidence.Sites, c tokenflow.Comparison, given, secret tokenflow.Side) bool {
	if !presented(given) || secret.FromRequest() || secret.Claimed || excused(secret.Name) {
		return false
	}
	what := shared(secret)
	if what == "" {
		return false
	}
	sites.Violation(c, "shared", "one secret of %s lets every caller in, give each a key of its own", what).About("shared secret").
		Step(given.Expr, "what the caller presents")
	return true
}

// presented reports whether a value is a credential that the caller sent.
func presented(s tokenflow.Side) bool {
	for _, o := range s.Origins {
		if !o.Kind.FromRequest() || excused(o.Text) {
			continue
		}
		if o.Kind == tokenflow.Header && tokenflow.SecretHeader(o.Text) || tokenflow.IsCredential(o.Text) {
			return true
		}
	}
	return false
}

// shared names the one place that a secret comes from, or nothing.
func shared(s tokenflow.Side) string {
	if len(s.Origins) == 1 {
		switch o := s.Origins[0]; o.Kind {
		case tokenflow.Env, tokenflow.Config:
			return o.Describe()
		case tokenflow.Fixed:
			if withoutScheme(o.Text) == "" || len(o.Text) < 6 && !tokenflow.IsKey(s.Name) {
				return ""
			}
			return "the code"
		}
	}
	if tokenflow.IsKey(s.Name) && configured(s.Expr) {
		return "the configuration"
	}
	return ""
}

// withoutScheme returns what follows the scheme of an Authorization header.
func withoutScheme(text string) string {
	text = strings.TrimSpace(text)
	for _, scheme := range []string{"bearer", "basic", "token", "digest", "apikey", "apikeys", "negotiate"} {
		if len(text) >= len(scheme) && strings.EqualFold(text[:len(scheme)], scheme) {
			return strings.TrimSpace(text[len(scheme):])
		}
	}
	return text
}

// configured reports whether an expression is a field of a configuration.
func configured(expr ast.Expr) bool {
	for {
		switch x := ast.Unparen(expr).(type) {
		case *ast.CallExpr:
			if len(x.Args) != 1 {
				return false
			}
			expr = x.Args[0] // a conversion
		case *ast.SelectorExpr:
			if has(words.Split(x.Sel.Name), "config", "conf", "cfg", "settings", "options", "opts", "env") {
				return true
			}
			expr = x.X
		case *ast.Ident:
			return has(words.Split(x.Name), "config", "conf", "cfg", "settings", "options", "opts", "env")
		default:
			return false
		}
	}
}

// asksWho reports whether a function finds out who calls, by its name.
func asksWho(name string) bool {
	if list := words.Split(name); len(list) > 0 && has(list[:1], "get", "parse", "extract", "split", "decode", "read") {
		return false // it hands on what somebody else judges
	}
	return tokenflow.AuthFunction(name) || has(words.Split(name), "require", "guard", "protect", "protected", "admin", "authorized", "secure", "check", "verify", "key")
}

// excused: what is compared there is no login of a person.
func excused(name string) bool {
	return has(words.Split(name), "webhook", "webhooks", "hook", "hooks", "signature", "hmac", "csrf", "xsrf", "state", "nonce", "otp", "totp", "code", "metrics",
		"prometheus", "health", "healthz", "ready", "live", "ping", "cron", "captcha", "reset", "invite", "confirm", "etag", "hub", "captcha", "setup")
}

func has(list []string, any ...string) bool {
	return slices.ContainsFunc(list, func(w string) bool { return slices.Contains(any, w) })
}
