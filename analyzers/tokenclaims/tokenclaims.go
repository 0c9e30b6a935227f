package tokenclaims

import (
	_ "embed"
	"flag"
	"fmt"
	"slices"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/bearer"
)

//go:embed doc.go
var doc string

// Analyzer reports tokens whose claims nobody insists on.
var Analyzer = rule.New(rule.Info{
	Name: "tokenclaims", Doc: doc, ASVS4: "3.5.3", ASVS5: "9.2.1", CWE: []int{345, 613, 287},
	Severity: evidence.Warning, OnFrom4: 1, OnFrom5: 1,
	Flags: func(f *flag.FlagSet) {
		f.String("require", "exp", "claims that every verification must insist on: exp, iss, aud, nbf, typ")
	},
}, run, bearer.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	tokens := bearer.Of(pass.Pass)
	j := judge{sites, pass.Options, tokens, map[string]bool{}}
	for _, p := range tokens.Parses() {
		if p.Unsigned.Start.IsValid() {
			continue // tokenverify has that
		}
		j.skipped(p)
		for _, claim := range pass.Words("require") {
			if claim == "exp" {
				j.expiry(p)
			} else {
				j.required(p, claim)
			}
		}
		j.asked(p, pass.Words("require"))
		j.kind(p)
	}
	for _, m := range tokens.Mints() {
		j.minted(m, "iss")
		j.minted(m, "aud")
	}
	return nil
}

type judge struct {
	sites   *evidence.Sites
	options *options.Options
	tokens  *bearer.Tokens
	seen    map[string]bool
}

// expiry judges whether tokens are accepted for ever.
func (j judge) expiry(p *bearer.Parse) {
	if p.Pardon != nil {
		j.pardoned(p)
		return
	}
	switch p.Demand("exp") {
	case bearer.SwitchedOff:
		if p.Skipped("exp").Start.IsValid() {
			return // told already
		}
		j.sites.Violation(p.Off, "claims-off", "expired tokens are accepted (the check of the claims is switched off), leave it on").
			As(evidence.Error).At(evidence.Certain).Step(p, "verified here")
	case bearer.Required:
		j.sites.Satisfied(p, "exp", "tokens without exp are refused")
	case bearer.Never:
		if p.Claims == "" {
			j.sites.Unknown(p, "exp-unknown", "whether somebody checks exp is not known")
			return
		}
		j.sites.Violation(p, "exp-unchecked", "expired tokens are accepted (%s leaves exp to the caller, who does not look), validate the claims", p.Library)
	case bearer.IfPresent:
		j.optional(p)
	default:
		j.sites.Unknown(p, "exp-unknown", "whether exp is required depends on %s", p.Doubt("exp"))
	}
}

// skipped: the configuration of a verification leaves out a claim that nobody
// looks at later.
func (j judge) skipped(p *bearer.Parse) {
	for _, each := range []struct{ claim, text string }{
		{"exp", "expired tokens are accepted (the check of exp is switched off), leave it on"},
		{"aud", "tokens that were issued to other clients are accepted (the check of aud is switched off), name the own client"},
		{"iss", "tokens of every issuer are accepted (the check of iss is switched off), leave it on"},
	} {
		if at := p.Skipped(each.claim); at.Start.IsValid() {
			j.once(at, each.text).As(evidence.Error).At(evidence.Certain).Step(p, "verified here")
		}
	}
}

// once adds a violation at a configuration, which many verifications may share.
func (j judge) once(at evidence.Step, text string) *evidence.Site {
	key := "claims-off" + text + fmt.Sprint(at.Start)
	if j.seen[key] {
		return new(evidence.Site)
	}
	j.seen[key] = true
	return j.sites.Violation(at, "claims-off", "%s", text)
}

// pardoned: the verification refuses expired tokens, but the program does not.
func (j judge) pardoned(p *bearer.Parse) {
	how := "its error is let pass here"
	if p.Pardon.Helper != "" {
		how = p.Pardon.Helper + " excuses the error"
	}
	j.sites.Violation(p.Pardon.At, "exp-excused", "expired tokens are accepted (%s), refuse them", how).
		Step(p, "verified here").Step(p.Pardon.Use, "used here")
}

// optional: exp counts if it is there. Whether a token without it exists is
// for those to say who make the tokens.
func (j judge) optional(p *bearer.Parse) {
	severity, own := evidence.Info, false
	for _, m := range j.tokens.Mints() {
		if m.Claims != p.Claims {
			continue
		}
		own = true
		if m.Expiry != bearer.Expires {
			j.sites.Unknown(p, "exp-optional", "tokens without exp are accepted, and tokens without exp are made")
			return // tokenlifetime has that
		}
	}
	ofProvider := p.Demand("iss") == bearer.Required || p.Demand("aud") == bearer.Required // whose ID tokens have exp
	if p.Public && !own && !ofProvider && p.Header == "" || j.options.Strict {
		severity = evidence.Warning
	}
	j.sites.Violation(p, "exp-optional", "tokens without exp are accepted for ever, demand exp").As(severity).
		Fix("Refuse tokens without exp", p.Insist("exp")...)
}

// asked shows what a verification insists on although nobody demands it.
func (j judge) asked(p *bearer.Parse, demanded []string) {
	for _, claim := range []string{"iss", "aud"} {
		if !slices.Contains(demanded, claim) && p.Demand(claim) == bearer.Required {
			j.sites.Satisfied(p, claim, "%s of the token is required", claim)
		}
	}
	if p.Type && !slices.Contains(demanded, "typ") {
		j.sites.Satisfied(p, "typ", "what the token is for is tested")
	}
}

// required judges a claim that the project demands.
func (j judge) required(p *bearer.Parse, claim string) {
	demand := p.Demand(claim)
	if claim == "typ" && p.Type {
		demand = bearer.Required
	}
	switch demand {
	case bearer.Required:
		j.sites.Satisfied(p, claim, "%s of the token is required", claim)
	case bearer.DemandUnknown:
		j.sites.Unknown(p, claim+"-unknown", "whether %s is required depends on %s", claim, p.Doubt(claim))
	default:
		j.sites.Violation(p, claim+"-missing", "%s of the token is not checked, require it", claim)
	}
}

// minted: a claim that tokens carry and nobody asks for.
func (j judge) minted(m *bearer.Mint, claim string) {
	value, ok := m.Values[claim]
	if !ok || value.Text == "" || j.seen[claim+value.Text] {
		return
	}
	asked, parsed := false, false
	for _, p := range j.tokens.Parses() {
		if p.Claims != m.Claims || p.Claims == "" {
			continue
		}
		parsed = true
		asked = asked || p.Demand(claim) == bearer.Required || p.Demand(claim) == bearer.DemandUnknown
	}
	if !parsed || asked {
		return
	}
	j.seen[claim+value.Text] = true
	word := map[string]string{"iss": "issuer", "aud": "audience"}[claim]
	j.sites.Violation(value.At, claim+"-unused", "%s %q is written into tokens but no verification asks for it, demand it", word, value.Text)
}

// kind: a token that is made for another purpose passes for a session.
func (j judge) kind(p *bearer.Parse) {
	if p.Type || p.Claims == "" || !bearer.Named(p.Key) {
		return
	}
	var session, link *bearer.Mint
	for _, m := range j.tokens.Mints() {
		if m.Claims != p.Claims || m.Key != p.Key {
			continue
		}
		switch m.Purpose {
		case bearer.Session:
			session = m
		case bearer.Link:
			if m.Identifies() && !m.Unfinished() { // halfopen has those
				link = m
			}
		}
	}
	if session != nil && link != nil {
		j.sites.Violation(p, "no-type", "a token made by %s passes as one made by %s (nothing tells them apart), add a claim that does", link.Function, session.Function).
			Step(link, "made here").Step(session, "made here")
	}
}
