package reauthmaxage

import (
	_ "embed"
	"flag"
	"slices"
	"strconv"
	"time"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/oauthflow"
)

//go:embed doc.go
var doc string

// Analyzer reports logins that ignore when the user last authenticated.
var Analyzer = rule.New(rule.Info{
	Name: "reauthmaxage", Doc: doc, ASVS4: "3.6.1", ASVS5: "7.6.1", CWE: []int{613},
	Severity: evidence.Warning, OnFrom4: 3, OnFrom5: 2,
	Flags: func(f *flag.FlagSet) {
		f.Duration("maxage", 12*time.Hour, "longest age of an authentication that a login may accept")
	},
}, run, oauthflow.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	logins := oauthflow.Of(pass.Pass)
	limit := rule.Flag[time.Duration](pass, "maxage")
	checked := slices.ContainsFunc(logins.Proofs, func(p oauthflow.Proof) bool { return p.AuthTime == oauthflow.Yes })
	again := len(logins.Starts) > 0 && !slices.ContainsFunc(logins.Starts, func(s oauthflow.Start) bool { return !s.AsksLogin() })
	for _, s := range logins.Starts {
		judgeStart(sites, s, checked, limit)
	}
	for _, p := range logins.Proofs {
		judgeProof(sites, p, again)
	}
	for _, t := range logins.Times {
		judgeTime(sites, t)
	}
	return nil
}

// judgeStart: what the request asks of the provider.
func judgeStart(sites *evidence.Sites, s oauthflow.Start, checked bool, limit time.Duration) {
	if s.OpenID == oauthflow.No || !s.Web || s.Decided {
		return
	}
	seconds, err := strconv.ParseInt(s.MaxAge.Text, 10, 64)
	switch {
	case s.AsksLogin():
		sites.Satisfied(s, "again", "login request makes the provider authenticate the user again").About("login")
	case s.MaxAge.Sent && err == nil && time.Duration(seconds)*time.Second > limit:
		sites.Violation(s.MaxAge.Expr, "too-old", "max_age of %v is over the limit of %v, lower it", time.Duration(seconds)*time.Second, limit).About("login")
	case s.MaxAge.Sent:
		sites.Satisfied(s, "asked", "login request sends max_age").About("login")
	case s.OpenID == oauthflow.Maybe:
		sites.Unknown(s, "not-openid", "whether the login is one of OpenID Connect is not known").About("login")
	case s.Open, s.Prompt.Open:
		sites.Unknown(s, "options", "what else the login request sends is not known").About("login")
	case checked:
		sites.Unknown(s, "checked-only", "login request sends no max_age, but auth_time is checked").About("login")
	default:
		sites.Violation(s, "not-asked", "login request sets no limit for the age of the authentication, send max_age or prompt=login").About("login")
	}
}

// judgeProof: what is checked of the answer.
func judgeProof(sites *evidence.Sites, p oauthflow.Proof, again bool) {
	switch {
	case !p.Login:
	case p.AuthTime == oauthflow.Yes:
		sites.Satisfied(p, "checked", "auth_time of the ID token is looked at").About("ID token")
	case again: // the provider was told to authenticate the user, whatever the age
	case p.AuthTime == oauthflow.Maybe:
		sites.Unknown(p, "elsewhere", "whether %s look at auth_time is not known", p.Why).About("ID token")
	default:
		sites.Violation(p, "not-checked", "auth_time of the ID token is never checked, compare it with the maximum age").About("ID token")
	}
}

// judgeTime: what a provider says about the last authentication.
func judgeTime(sites *evidence.Sites, t oauthflow.Time) {
	switch t.From {
	case oauthflow.TimeNow:
		sites.Violation(t, "provider", "auth_time is the time of the token, not of the login; store that of the login").About("auth_time")
	case oauthflow.TimeMissing:
		if t.Zero != "" {
			sites.Violation(t, "provider", "auth_time is not set and becomes %s, set the time of the login", t.Zero).About("auth_time")
		} else {
			sites.Violation(t, "provider", "auth_time is never given, return the time of the login").About("auth_time")
		}
	case oauthflow.TimeStored:
		sites.Satisfied(t, "provider", "auth_time comes from a stored value").About("auth_time")
	default:
		sites.Unknown(t, "provider", "where auth_time comes from is not known").About("auth_time")
	}
}
