package tokenatrest

import (
	_ "embed"
	"flag"
	"go/token"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/settings"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

//go:embed doc.go
var doc string

// Analyzer reports tokens that are stored in a database in clear.
var Analyzer = rule.New(rule.Info{
	Name: "tokenatrest", Doc: doc, ASVS4: "6.2.1", ASVS5: "6.5.2", CWE: []int{312, 522, 922},
	Severity: evidence.Warning, OnFrom4: 2, OnFrom5: 2,
	Flags: func(f *flag.FlagSet) { f.String("kinds", "remember,reset,api,session", "tokens that count") },
}, run, tokenflow.Analyzer, settings.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	kinds := strings.Split(rule.Flag[string](pass, "kinds"), ",")
	if slices.Contains(kinds, "session") && pass.Options.Level >= 3 {
		stores(pass, sites)
	}
	seen := map[token.Pos]bool{} // a token that is stored twice is one defect
	for _, use := range tokenflow.Of(pass.Pass).At(tokenflow.InDatabase) {
		if !slices.Contains(kinds, kind(use.What)) {
			continue
		}
		raw, hashed, known := split(use.Origins)
		switch {
		case hashed && raw != nil:
			sites.Unknown(use, "mixed", "column %q gets tokens and hashes of tokens", use.What).About(use.What)
		case hashed:
			sites.Satisfied(use, "hashed", "only a hash is stored in column %q", use.What).About(use.What)
		case raw == nil || !known:
			sites.Unknown(use, "origin-unknown", "what is stored in column %q is not known", use.What).About(use.What)
		case !use.Sought:
			sites.Unknown(use, "not-sought", "nothing here looks anything up by column %q", use.What).About(use.What)
		case !seen[raw.Pos] || !raw.Pos.IsValid():
			seen[raw.Pos] = true
			sites.Violation(use, "raw", "%s is stored in column %q as it is, store a hash", title(use.What), use.What).About(use.What).
				Step(evidence.Step{Start: raw.Pos, Stop: raw.End}, "made here").Steps(raw.Steps)
		}
	}
	return nil
}

// stores judges the libraries that can keep a hash of the session token, and
// by default do not.
func stores(pass *rule.Pass, sites *evidence.Sites) {
	for _, c := range settings.Of(pass.Pass).Credentials() {
		kept, hashed := c.Get(model.Persistent), c.Get(model.HashedTokens)
		if c.Kind() != model.Store || !kept.Applies() || !hashed.Applies() {
			continue
		}
		raw, bad := hashed.Bad(settings.Value.IsOn)
		switch {
		case !kept.Complete():
			sites.Unknown(c, "store-unknown", "where sessions are kept depends on %s", kept.Why()).About("session store")
		case !bad && !hashed.Complete():
			sites.Unknown(c, "store-unknown", "whether the store keeps tokens or hashes depends on %s", hashed.Why()).About("session store")
		case !kept.On():
		case bad:
			sites.Violation(raw, "store", "session tokens are kept in the store as they are; let %s hash them", c.Library()).
				At(evidence.Certain).About("session store")
		default:
			sites.Satisfied(c, "store", "the session store keeps hashes of the tokens").
				At(evidence.Certain).About("session store").Steps(hashed.Proof())
		}
	}
}

// split returns the first origin that is a fresh token in clear, whether
// hashes are stored, and whether no function that is not read made
// something else of it.
func split(set []tokenflow.Origin) (raw *tokenflow.Origin, hashed, known bool) {
	known = true
	for i, o := range set {
		known = known && !o.Unread()
		hashed = hashed || o.Hashed || o.Kind == tokenflow.Keyed
		if (o.Kind == tokenflow.Strong || o.Kind == tokenflow.Weak) && !o.Hashed && raw == nil {
			raw = &set[i]
		}
	}
	return raw, hashed, known
}

// kind sorts tokens by the name of their column, as the option does.
func kind(column string) string {
	for _, w := range words.Split(column) {
		switch w {
		case "remember":
			return w
		case "reset", "recovery":
			return "reset"
		case "api", "apikey", "key", "bearer", "access":
			return "api"
		}
	}
	return "session"
}

// title is what to call a token: what its column says, and no more.
func title(column string) string {
	switch k := kind(column); {
	case k == "api":
		return "API token"
	case k == "session" && !slices.ContainsFunc(words.Split(column), func(w string) bool { return strings.HasPrefix(w, "sess") || w == "sid" }):
		return "token"
	default:
		return k + " token"
	}
}
