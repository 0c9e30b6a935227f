package tokenlog

import (
	_ "embed"
	"go/token"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

//go:embed doc.go
var doc string

// Analyzer reports credentials that reach a log.
var Analyzer = rule.New(rule.Info{
	Name: "tokenlog", Doc: doc, ASVS4: "7.1.1", ASVS5: "16.2.5", CWE: []int{532},
	Severity: evidence.Warning, OnFrom4: 1, OnFrom5: 2,
}, run, tokenflow.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	flows := tokenflow.Of(pass.Pass)
	j := judge{sites, flows, flows.AcceptsInURL(), map[value]bool{}}
	for _, use := range flows.At(tokenflow.InLog) {
		j.log(use)
	}
	for _, use := range flows.At(tokenflow.InErrorText) {
		j.leak(use, "error-text", "is put into the text of an error", "leave it out")
	}
	for _, format := range flows.Formats() {
		j.leak(format, "format", "is written to the access log in clear", "leave it out")
	}
	for _, log := range flows.AccessLogs() {
		if j.accepts != "" {
			sites.Violation(log, "url", "%s logs the query of URLs, where package %s accepts tokens; log the path", log.Name, j.accepts).About(log.Name)
		}
	}
	return nil
}

// A judge decides about what is logged.
type judge struct {
	sites   *evidence.Sites
	flows   *tokenflow.Flows
	accepts string         // a package that accepts tokens in URLs
	seen    map[value]bool // values reported: one that leaks twice is one defect
}

// A value is one by the function that has it and where it comes in.
type value struct {
	function string
	read     token.Pos
}

func (j judge) log(use tokenflow.Use) {
	if j.leak(use, "credential", "is written to a log in clear", "log a hash or nothing") {
		return
	}
	for _, o := range use.Origins {
		switch {
		case o.Hashed:
			j.sites.Satisfied(use, "hashed", "only a hash of %s is logged", o.Describe())
		case o.WholeQuery() && j.accepts != "" && !j.flows.Endpoint(use.Function):
			j.sites.Violation(use, "url", "query of the URL is logged, where package %s accepts tokens; log the path", j.accepts).About("request URL").
				Step(evidence.Step{Start: o.Pos, Stop: o.End}, "read here").Steps(o.Steps)
			return
		}
	}
}

// leak reports the first credential among the origins, and whether there is one.
func (j judge) leak(use tokenflow.Use, category, where, instead string) bool {
	for _, o := range use.Origins {
		name, is := o.Credential()
		if !is {
			continue
		}
		v := value{use.Function, o.Pos}
		if !o.Pos.IsValid() || !j.seen[v] {
			j.seen[v] = true
			if o.Kind == tokenflow.Headers || o.Kind == tokenflow.Request {
				where, instead = where+" (Authorization and Cookie among them)", "choose those that are needed"
			}
			j.sites.Violation(use, category, "%s %s, %s", name, where, instead).About(name).
				Step(evidence.Step{Start: o.Pos, Stop: o.End}, "read here").Steps(o.Steps)
		}
		return true
	}
	return false
}
