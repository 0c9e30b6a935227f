package tokenurl

import (
	_ "embed"
	"go/ast"
	"go/token"
	"strings"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/shipped"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

//go:embed doc.go
var doc string

// Analyzer reports credentials that travel in URLs.
var Analyzer = rule.New(rule.Info{
	Name: "tokenurl", Doc: doc, ASVS4: "3.1.1", ASVS5: "14.2.1", CWE: []int{598},
	Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1,
}, run, tokenflow.Analyzer, shipped.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	flows := tokenflow.Of(pass.Pass)
	for _, read := range flows.Reads() {
		judgeRead(sites, read)
	}
	for _, use := range flows.At(tokenflow.InURL) {
		judgeWrite(sites, use)
	}
	for _, use := range flows.At(tokenflow.InSetting) {
		judgeSetting(pass, sites, use)
	}
	for _, lookup := range flows.Lookups() {
		if lookup.Text == "" || tokenflow.IsCredential(lookup.Text) {
			sites.Violation(lookup, "lookup", "%s makes the token acceptable in the URL, take it from a header or cookie", lookup.Name).About(lookup.Name)
		}
	}
	judgeShipped(pass, sites)
	return nil
}

// judgeShipped: a script or a template of the package puts a credential into
// the query of an address.
func judgeShipped(pass *rule.Pass, sites *evidence.Sites) {
	assets := shipped.Of(pass.Pass)
	pass.Directives = assets.Directives()
	for _, w := range assets.Writes() {
		if w.Store == shipped.Link {
			sites.Violation(w, "shipped-link", "credential %s is put into a URL of the page, send it as a cookie or in a header", w.Key).About(w.Key)
		}
	}
}

// judgeRead: a credential is accepted from the URL.
func judgeRead(sites *evidence.Sites, read tokenflow.Read) {
	if !read.AcceptsCredential() {
		return
	}
	remedy := "take it from a header or cookie"
	if read.Origin.Kind == tokenflow.Form {
		remedy = "read forms from the body only"
	}
	sites.Violation(read, "read", "credential is accepted from the URL (%s), %s", read.Origin.Describe(), remedy).About(read.Origin.Describe())
}

// judgeWrite: a credential is put into a URL.
func judgeWrite(sites *evidence.Sites, use tokenflow.Use) {
	for _, o := range use.Origins {
		switch o.Kind {
		case tokenflow.Strong:
			if tokenflow.AuthFunction(use.Function) && !tokenflow.Opposes(use.Function) && asParameter(use.Node) {
				sites.Violation(use, "write", "a new token is put into a URL, send it as a cookie or in the body").About("URL").
					Step(evidence.Step{Start: o.Pos, Stop: o.End}, "comes from here").Steps(o.Steps)
				return
			}
		case tokenflow.Signed, tokenflow.SessionID, tokenflow.Cookie:
			if name, is := o.Credential(); is && !tokenflow.Opposes(use.Function) {
				sites.Violation(use, "write", "%s is put into a URL, send it as a cookie or in the body", name).About(name).
					Step(evidence.Step{Start: o.Pos, Stop: o.End}, "comes from here").Steps(o.Steps)
				return
			}
		}
	}
}

// judgeSetting: a setting tells a library to look for the token in the URL.
func judgeSetting(pass *rule.Pass, sites *evidence.Sites, use tokenflow.Use) {
	constant := len(use.Origins) > 0
	for _, o := range use.Origins {
		constant = constant && o.Kind == tokenflow.Fixed
		if o.Kind == tokenflow.Fixed && inURL(o.Text) {
			site := sites.Violation(use, "lookup", "%s %q makes the token acceptable in the URL, name a header or cookie only", use.What, o.Text).About(use.What)
			repair(pass, site, use, o.Text)
			return
		}
	}
	if constant {
		sites.Satisfied(use, "lookup", "%s looks into headers and cookies only", use.What).
			About(use.What).Steps(use.Proof())
	}
}

// inURL reports whether a setting names the query or the path: a text of the
// form "source:name, source:name", or a switch that allows the URL.
func inURL(setting string) bool {
	if setting == "true" {
		return true
	}
	for part := range strings.SplitSeq(setting, ",") {
		source, name, _ := strings.Cut(strings.TrimSpace(part), ":")
		switch strings.TrimSpace(source) {
		case "query", "param":
			return !strings.Contains(name, "csrf")
		}
	}
	return false
}

// asParameter reports whether the expression of a URL spells a parameter that
// is called a token.
func asParameter(url ast.Node) bool {
	found := false
	ast.Inspect(url, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			found = found || strings.Contains(lit.Value, "token=")
		}
		return true
	})
	return found
}
