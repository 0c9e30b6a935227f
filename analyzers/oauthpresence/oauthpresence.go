package oauthpresence

import (
	_ "embed"
	"flag"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/oauthflow"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

//go:embed doc.go
var doc string

// Analyzer reports access tokens that log their bearer in.
var Analyzer = rule.New(rule.Info{
	Name: "oauthpresence", Doc: doc, ASVS4: "3.5.1", ASVS5: "9.2.2", CWE: []int{290, 287},
	Severity: evidence.Error, OnFrom4: 2, OnFrom5: 2,
	Flags: func(f *flag.FlagSet) {
		f.String("userinfo", "", "further endpoints or functions that tell whose an access token is")
	},
}, run, oauthflow.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	more := pass.Words("userinfo")
	for _, u := range oauthflow.Of(pass.Pass).Users {
		if u.Asked == "" || slices.ContainsFunc(more, func(w string) bool { return strings.Contains(u.Asked, w) }) {
			judge(sites, u)
		}
	}
	return nil
}

func judge(sites *evidence.Sites, u oauthflow.User) {
	if u.Traded || all(u.Origins, func(o tokenflow.Origin) bool { return o.Kind == tokenflow.ThirdParty }) {
		sites.Satisfied(u, "traded", "provider is asked with a token of the server's own login").About("access token")
		return
	}
	i := slices.IndexFunc(u.Origins, func(o tokenflow.Origin) bool { return o.Kind.FromRequest() && o.Kind != tokenflow.Cookie })
	from := "request body"
	if i >= 0 {
		from = u.Origins[i].Describe()
	}
	switch {
	case i < 0 && !u.Body:
		if !slices.ContainsFunc(u.Origins, tokenflow.Origin.IsParam) {
			sites.Unknown(u, "unknown", "where the access token comes from is not known").About("access token")
		}
	case !u.Logs:
		sites.Unknown(u, "no-login", "whether the access token of the client logs somebody in is not known").About("access token")
	case u.Audience:
		sites.Unknown(u, "audience", "whom the access token was issued to seems to be checked").About("access token")
	default:
		site := sites.Violation(u, "access-token", "access token of the client (%s) logs its owner in, whoever it was issued to; check its audience", from).About("access token")
		if i >= 0 {
			o := u.Origins[i]
			site.Step(evidence.Step{Start: o.Pos, Stop: o.End}, "comes from here").Steps(o.Steps)
		}
	}
}

func all(set []tokenflow.Origin, is func(tokenflow.Origin) bool) bool {
	return len(set) > 0 && !slices.ContainsFunc(set, func(o tokenflow.Origin) bool { return !is(o) })
}
