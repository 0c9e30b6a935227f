package plaincookie

import (
	_ "embed"
	"flag"
	"slices"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/plainclaims"
)

//go:embed doc.go
var doc string

// Analyzer reports identity and roles that are the client's own word.
var Analyzer = rule.New(rule.Info{
	Name: "plaincookie", Doc: doc, ASVS4: "3.5.3", ASVS5: "7.2.1", CWE: []int{565, 784, 290},
	Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1,
	Flags: func(f *flag.FlagSet) {
		f.String("hints", "", "names of cookies and headers that carry no authority")
	},
}, run, plainclaims.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	hints := pass.Words("hints")
	for _, c := range plainclaims.Of(pass.Pass).All() {
		if !slices.Contains(hints, c.Name) {
			judge(sites, c)
		}
	}
	return nil
}

func judge(sites *evidence.Sites, c plainclaims.Claim) {
	kind := "cookie"
	if c.Header {
		kind = "header"
	}
	subject := kind + " " + c.Name
	switch c.Outcome {
	case plainclaims.Verified:
		sites.Satisfied(c, "verified", "%s %q is verified before it counts", kind, c.Name).About(subject)
	case plainclaims.Unknown:
		sites.Unknown(c, "unknown", "whether %s %q is verified is not known", kind, c.Name).About(subject)
	case plainclaims.Decides:
		site := sites.Violation(c, category(c.Meaning), "%s %q %s, and the client can write it, sign it or keep it on the server", kind, c.Name, c.What).About(subject)
		if c.Where != nil && c.Where.Pos() != c.Pos() {
			site.Step(c.Where, "%s here", c.What)
		}
		if c.Proxy || c.Header && c.Meaning == plainclaims.Identity {
			site.At(evidence.Possible)
		}
	}
}

func category(m plainclaims.Meaning) string {
	switch m {
	case plainclaims.Role:
		return "role"
	case plainclaims.Flag:
		return "logged-in"
	}
	return "identity"
}
