package tokenverify

import (
	_ "embed"
	"flag"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/bearer"
	"github.com/sessionlint/sessionlint/passes/plainclaims"
)

//go:embed doc.go
var doc string

// Analyzer reports self-contained tokens that are believed without proof.
var Analyzer = rule.New(rule.Info{
	Name: "tokenverify", Doc: doc, ASVS4: "3.5.3", ASVS5: "9.1.1", CWE: []int{347, 345, 757},
	Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1,
	Flags: func(f *flag.FlagSet) {
		f.String("trusted", "", "functions that return tokens which are already verified")
	},
}, run, bearer.Analyzer, plainclaims.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	tokens := bearer.Of(pass.Pass)
	j := &judge{sites: sites, options: pass.Options, trusted: pass.Words("trusted"), tokens: tokens}
	for _, p := range tokens.Parses() {
		j.parse(p)
	}
	j.byKeyType()
	for _, r := range tokens.Reads() {
		j.read(r)
	}
	for _, m := range tokens.Mints() {
		if m.Unsigned.Start.IsValid() {
			sites.Violation(m.Unsigned, "none", "token is made without a signature, sign it").At(evidence.Certain)
		}
	}
	for _, h := range plainclaims.Of(pass.Pass).Halves() {
		site := sites.Violation(h, "half", "only the first part of token %q is looked up, compare the rest as well", h.Name)
		if h.Lookup != nil {
			site.Step(h.Lookup, "looked up here")
		}
	}
	return nil
}

type judge struct {
	sites   *evidence.Sites
	options *options.Options
	trusted []string
	tokens  *bearer.Tokens
	typed   []*bearer.Parse // verifications that only the type of the key limits
}

// parse judges one verification: the gravest defect is the one to tell.
func (j *judge) parse(p *bearer.Parse) {
	switch {
	case p.None.Start.IsValid():
		j.sites.Violation(p.None, "none", "tokens without a signature are accepted (algorithm none), refuse them").At(evidence.Certain)
	case p.Unsigned.Start.IsValid():
		return // a reading: what is done with the claims decides
	case p.Header != "":
		j.sites.Violation(p.KeyAt, "key-from-token", "the token's own %s header decides which key verifies it, use a key of your own", p.Header).Step(p, "verified here")
	case p.Path != "":
		j.sites.Violation(p.KeyAt, "key-from-token", "the token's kid becomes part of what %s opens, look it up in a list", p.Path).Step(p, "verified here")
	case p.Known:
		j.sites.Violation(p, "public-key", "anybody can sign tokens, the bytes of a public key verify them as an HMAC; parse the key and name its algorithm")
	case p.Misuse != nil:
		j.misuse(p)
	default:
		j.algorithm(p)
	}
}

func (j *judge) misuse(p *bearer.Parse) {
	text := "claims are used although the verification may have failed, check its error first"
	if p.Misuse.Ignored {
		text = "claims are used and the error of the verification is dropped, check it first"
	}
	j.sites.Violation(p.Misuse.At, "error-ignored", "%s", text).Step(p, "verified here").Step(p.Misuse.Use, "used here")
}

// algorithm judges what limits the algorithms of a verification.
func (j *judge) algorithm(p *bearer.Parse) {
	switch p.Pin {
	case bearer.PinNamed:
		j.sites.Satisfied(p, "verified", "token is verified with an algorithm that the program names")
	case bearer.PinLibrary:
		j.sites.Satisfied(p, "verified", "token is verified with an algorithm that %s is set up for", p.Library)
	case bearer.PinKeyType:
		j.typed = append(j.typed, p)
	case bearer.PinNothing:
		j.sites.Violation(p, "method-open", "token chooses its algorithm (neither the parser nor the key function names one), name the one you sign with").
			As(evidence.Warning).Fix("Accept the algorithm of the own tokens only", p.Only(j.tokens.Algorithms(p))...)
	default:
		j.sites.Unknown(p, "method-unknown", "which algorithms are accepted depends on %s", p.Why)
	}
}

// byKeyType: the key leaves one family of algorithms, and no other key fits
// it. From level 2 on the algorithm must be named all the same. The places of
// one key are one decision, and one finding.
func (j *judge) byKeyType() {
	severity := evidence.Warning
	if j.options.Level < 2 && j.options.ASVS != options.ASVS50 {
		severity = evidence.Info
	}
	sites := map[string]*evidence.Site{}
	for _, p := range j.typed {
		if first := sites[p.Key]; first != nil {
			first.Step(p, "likewise here")
			continue
		}
		sites[p.Key] = j.sites.Violation(p, "method-by-key", "no algorithm is named for the token (only the type of the key limits it), name the one you sign with").
			As(severity).Fix("Accept the algorithm of the own tokens only", j.all(p.Key)...)
	}
}

// all returns the edits for all verifications with a key, nil if one of them
// has none.
func (j *judge) all(key string) []analysis.TextEdit {
	var edits []analysis.TextEdit
	for _, p := range j.typed {
		if p.Key != key {
			continue
		}
		more := p.Only(j.tokens.Algorithms(p))
		if more == nil {
			return nil
		}
		for _, e := range more {
			if !slices.ContainsFunc(edits, func(o analysis.TextEdit) bool { return o.Pos == e.Pos }) {
				edits = append(edits, e)
			}
		}
	}
	return edits
}

// read judges claims that nothing has verified.
func (j *judge) read(r *bearer.Read) {
	switch {
	case r.Verified:
		j.sites.Satisfied(r, "verified", "the token whose claims are read is verified as well")
	case slices.Contains(j.trusted, r.From):
		j.sites.Satisfied(r, "trusted", "the token comes verified from %s", r.From)
	case !r.Use.Start.IsValid() && r.Given:
		j.sites.Unknown(r, "unverified-unknown", "what callers in other packages do with the unverified claims is not known")
	case !r.Use.Start.IsValid():
		j.sites.Satisfied(r, "unused", "nothing depends on the unverified claims")
	case r.Request:
		j.sites.Violation(r, "unverified", "claims of a token are used that nothing has verified, verify it first").Steps(r.Steps).Step(r.Use, "used here")
	default:
		j.sites.Unknown(r, "unverified-unknown", "where the token with the unverified claims comes from is not known")
	}
}
