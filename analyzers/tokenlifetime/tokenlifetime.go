package tokenlifetime

import (
	_ "embed"
	"fmt"
	"go/token"
	"slices"
	"time"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/bearer"
	"github.com/sessionlint/sessionlint/passes/settings"
)

//go:embed doc.go
var doc string

// Analyzer reports session tokens that live too long, or for ever.
var Analyzer = rule.New(rule.Info{
	Name: "tokenlifetime", Doc: doc, ASVS4: "3.3.2", ASVS5: "7.3.2", CWE: []int{613},
	Severity: evidence.Warning, OnFrom4: 1, OnFrom5: 1,
}, run, bearer.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	tokens := bearer.Of(pass.Pass)
	j := judge{sites: sites, options: pass.Options, seen: map[token.Pos]bool{}}
	j.limit, _ = pass.Options.Limits()
	for _, m := range tokens.Mints() {
		j.beside = j.beside || m.Purpose == bearer.Refresh || slices.ContainsFunc(m.Lives, func(l bearer.Life) bool { return l.For == bearer.RefreshKind })
	}
	for _, m := range tokens.Mints() {
		if m.Purpose != bearer.Link {
			j.mint(m)
		}
	}
	for _, call := range tokens.Endless() {
		site := j.once(call, "zero-expiry", "%s makes a token without end, as the lifetime given here may be zero; refuse zero", call.Function)
		if call.Zero.Start.IsValid() && call.Zero.Pos() != call.Pos() {
			site.Step(call.Zero, "zero comes from here")
		}
		if call.Gap != nil {
			site.Step(call.Gap, "exp is left out here")
		}
	}
	return nil
}

// A judge holds the limit in force.
type judge struct {
	sites   *evidence.Sites
	options *options.Options
	limit   time.Duration // 0: no number
	beside  bool          // the package makes refresh tokens as well
	seen    map[token.Pos]bool
}

// mint judges how long a token lives.
func (j *judge) mint(m *bearer.Mint) {
	switch {
	case m.Expiry == bearer.ExpiryUnknown:
		j.sites.Unknown(m, "expiry-unknown", "whether the token expires is not known")
	case m.Purpose == bearer.PurposeUnknown:
		j.sites.Unknown(m, "purpose-unknown", "what the token is for is not known")
	case m.Expiry == bearer.NoExpiry:
		j.forEver(m)
	case m.Expiry == bearer.MayExpire && m.ByZero:
		j.once(m.Gap, "zero-expiry", "token never expires if its lifetime is zero, refuse zero").Step(m, "signed here")
		j.lives(m)
	case m.Expiry == bearer.MayExpire:
		j.sites.Unknown(m, "expiry-unknown", "the token has no exp on some path")
	default:
		j.lives(m)
	}
}

func (j *judge) forEver(m *bearer.Mint) {
	for _, at := range m.Literals() {
		j.once(at, "no-expiry", "token never expires (exp is never set), set it").Step(m, "signed here")
	}
}

// once adds a violation at a place that has none.
func (j *judge) once(at evidence.Ranger, category, format string, args ...any) *evidence.Site {
	if j.seen[at.Pos()] {
		return new(evidence.Site)
	}
	j.seen[at.Pos()] = true
	return j.sites.Violation(at, category, format, args...)
}

// lives holds the lifetimes against the limits.
func (j *judge) lives(m *bearer.Mint) {
	known, within := len(m.Lives) > 0, true
	for _, l := range m.Lives {
		switch {
		case !l.Known || l.Zero:
			known = known && l.Zero
		case j.limit > 0 && l.D > j.limit:
			within = false
			j.once(at(l, m), "long-life", "token lives %s, longer than the %s that %s allows", settings.Lifetime(l.D), settings.Lifetime(j.limit), j.allows()).Step(m, "signed here")
		case j.beside && m.Purpose == bearer.Session && isAccess(l, m) && l.D > j.options.MaxAccess && j.options.MaxAccess > 0:
			within = false
			j.once(at(l, m), "long-access", "access token lives %s although a refresh token is issued beside it, shorten it", settings.Lifetime(l.D)).
				As(evidence.Info).Step(m, "signed here")
		}
	}
	switch {
	case !within:
	case known:
		j.sites.Satisfied(m, "expiry", "token expires within the limit")
	default:
		j.sites.Unknown(m, "lifetime-unknown", "how long the token lives is decided elsewhere")
	}
}

// isAccess reports whether a lifetime is that of an access token. What makes
// several tokens makes refresh tokens as well, for all that is known, unless
// the call that asks for this one says what it is.
func isAccess(l bearer.Life, m *bearer.Mint) bool {
	return l.For == bearer.AccessKind || l.For == 0 && (!l.Given || len(m.Lives) == 1)
}

func at(l bearer.Life, m *bearer.Mint) evidence.Ranger {
	if l.At.Start.IsValid() {
		return l.At
	}
	return m
}

// allows names what sets the limit.
func (j *judge) allows() string {
	if j.limit == j.options.MaxAbsolute {
		return "-max-absolute"
	}
	return fmt.Sprintf("level %d", j.options.Level)
}
