package report

import (
	"cmp"
	"encoding/json"
	"io"
	"slices"
)

// sarif writes one SARIF 2.1.0 document at the end of the run, in the way
// that GitHub code scanning reads it. docs/sarif.md describes it.
type sarif struct {
	out      io.Writer
	sources  *Sources
	accepted bool // also those findings
	config   *Config
	sites    []*Site
}

func newSARIF(out io.Writer, sources *Sources, accepted bool) *sarif {
	return &sarif{out: out, sources: sources, accepted: accepted, config: new(Config)}
}

const (
	sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	homepage    = "https://github.com/sessionlint/sessionlint"
	rootID      = "%SRCROOT%" // the repository; GitHub's name for it
)

func (s *sarif) Config(c *Config) error {
	s.config = c
	return nil
}

func (*sarif) Progress(*Progress) error { return nil }

func (s *sarif) Site(site *Site) error {
	if site.Finding || s.accepted && site.Verdict == "accepted" {
		s.sites = append(s.sites, site)
	}
	return nil
}

func (s *sarif) Summary(sum *Summary) error {
	run := sarifRun{
		Tool: sarifTool{sarifDriver{
			Name: "sessionlint", Version: cmp.Or(s.config.ToolVersion, "(devel)"), InformationURI: homepage, Rules: []sarifRule{},
		}},
		Invocations:        []sarifInvocation{invocation(sum)},
		AutomationDetails:  sarifDetails{s.category()},
		OriginalURIBaseIDs: map[string]sarifBase{rootID: {sarifText{Text: "the root of the repository"}}},
		ColumnKind:         "utf16CodeUnits",
		Results:            []sarifResult{},
	}
	for _, rule := range s.config.Rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, describeRule(rule, s.confidence(rule.Name)))
	}
	for _, site := range s.sites {
		run.Results = append(run.Results, s.result(site))
	}
	enc := json.NewEncoder(s.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

// category tells the runs on several modules of a repository apart: GitHub
// replaces the alerts of the last run of the same category.
func (s *sarif) category() string {
	if dir, inside := s.sources.FromRoot(s.sources.base); inside && dir != "." {
		return "sessionlint/" + dir + "/"
	}
	return "sessionlint/"
}

// confidence is the least of the results of a rule.
func (s *sarif) confidence(rule string) string {
	order := []string{"possible", "likely", "certain"}
	least := len(order)
	for _, site := range s.sites {
		if site.Rule == rule {
			least = min(least, slices.Index(order, site.Confidence))
		}
	}
	if least < 0 || least == len(order) {
		return "likely"
	}
	return order[least]
}

// invocation says whether everything was looked at.
func invocation(sum *Summary) sarifInvocation {
	inv := sarifInvocation{ExecutionSuccessful: len(sum.Problems) == 0}
	for _, p := range sum.Problems {
		inv.Notifications = append(inv.Notifications, sarifNotification{"error", sarifText{Text: Escape(p.Package + ": " + p.Message)}})
	}
	return inv
}
