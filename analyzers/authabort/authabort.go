package authabort

import (
	_ "embed"
	"fmt"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/routes"
	"github.com/sessionlint/sessionlint/passes/webhandlers"
)

//go:embed doc.go
var doc string

// Analyzer reports rejections behind which the function goes on.
var Analyzer = rule.New(rule.Info{
	Name: "authabort", Doc: doc, ASVS4: "4.1.5", ASVS5: "16.5.3", CWE: []int{636, 305},
	Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1,
}, run, routes.Analyzer, webhandlers.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	for _, r := range routes.Of(pass.Pass).Rejections(webhandlers.Of(pass.Pass).Grants) {
		judge(sites, r)
	}
	return nil
}

func judge(sites *evidence.Sites, r *routes.Rejection) {
	if r.Mute {
		sites.Violation(r, "check-mute", "%s may have rejected the request, but the function goes on (nothing tells it), let the check return whether it did", r.What).
			About(r.Function).Step(r.Then, "runs for rejected requests too")
		return
	}
	if r.Check {
		sites.Violation(r, "check-dropped", "%s may have rejected the request, but the function goes on (result dropped), return if it did", r.What).
			About(r.Function).Step(r.Then, "runs for rejected requests too")
		return
	}
	switch r.After {
	case routes.Ends:
		sites.Satisfied(r, "ends", "%s ends the request", r.What).At(evidence.Certain).About(r.Function)
	case routes.ToNext:
		sites.Violation(r, "next-runs", "%s rejects the request but the next handler still runs (return is missing)", r.What).
			At(evidence.Certain).About(r.Function).Step(r.Then, "runs for rejected requests too").Fix("End the request here", r.Fix()...)
	case routes.ToAnswer:
		sites.Violation(r, "goes-on", "%s rejects the request but the function goes on (return is missing)", r.What).
			At(evidence.Certain).About(r.Function).Step(r.Then, "runs for rejected requests too").Fix("End the request here", r.Fix()...)
	case routes.ChainRuns:
		sites.Violation(r, "no-abort", "%s answers %s without aborting, and the handlers behind still run, abort the chain", r.What, status(r)).
			At(evidence.Certain).About(r.Function).Fix("Stop the chain of handlers", r.Fix()...)
	default:
		sites.Unknown(r, "unclear", "whether the function goes on after %s is not known", r.What).About(r.Function)
	}
}

func status(r *routes.Rejection) string {
	if r.Code == 0 {
		return "with an error"
	}
	return fmt.Sprint(r.Code)
}
