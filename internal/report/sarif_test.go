package report

import (
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestSARIFHostile(t *testing.T) {
	sources, sites := scene(t)
	got := decoded(t, sources, false, sites, Problem{"p\x1b", "broken\nhere"})
	if len(got.Results) != len(sites) {
		t.Fatalf("%d results", len(got.Results))
	}
	prints := make(map[string]bool)
	for i, res := range got.Results {
		at := res.Locations[0].PhysicalLocation
		name, err := url.PathUnescape(at.ArtifactLocation.URI)
		if err != nil || name != hostile()[i]+".go" || at.ArtifactLocation.URIBaseID != rootID {
			t.Errorf("%q becomes %+v (%v)", hostile()[i], at.ArtifactLocation, err)
		}
		if u, err := url.Parse(at.ArtifactLocation.URI); err != nil || u.Scheme != "" || u.RawQuery != "" || u.Fragment != "" {
			t.Errorf("%q is %+v (%v)", at.ArtifactLocation.URI, u, err)
		}
		// The emoji has 4 bytes, but 2 UTF-16 code units.
		if *at.Region != (sarifRegion{4, 13, 4, 16}) {
			t.Errorf("region %+v", at.Region)
		}
		if strings.Contains(strings.ReplaceAll(res.Message.Text, "\n1. ", ""), "](http") || strings.ContainsAny(res.Message.Text, "\x1b\u202e") {
			t.Errorf("message %q", res.Message.Text)
		}
		prints[res.PartialFingerprints["sessionlint/v1"]] = true
	}
	if len(prints) != len(sites) || prints[""] {
		t.Errorf("%d fingerprints for %d findings", len(prints), len(sites))
	}
	if inv := got.Invocations[0]; inv.ExecutionSuccessful || len(inv.Notifications) != 1 {
		t.Errorf("%+v", inv)
	}
}

func TestSARIFResult(t *testing.T) {
	sources, sites := scene(t)
	got := decoded(t, sources, false, sites[:1])
	res := got.Results[0]
	if res.RuleID != "r" || res.RuleIndex != 1 || res.Level != "error" {
		t.Errorf("%+v", res)
	}
	if name := res.Locations[0].LogicalLocations[0].FullyQualifiedName; name != "example.com/p.(*T).f" {
		t.Errorf("function %s", name)
	}
	if want := "plain is bad\n1. [plain](1)\n2. [then plain](2)"; res.Message.Text != want {
		t.Errorf("message %q", res.Message.Text)
	}
	if len(res.RelatedLocations) != 2 || res.RelatedLocations[1].ID != 2 || len(res.CodeFlows[0].ThreadFlows[0].Locations) != 3 {
		t.Errorf("%+v", res)
	}
	if r := res.Fixes[0].ArtifactChanges[0].Replacements[0]; r.InsertedContent.Text != "plain" || r.DeletedRegion.StartColumn != 13 {
		t.Errorf("%+v", r)
	}
	if got.AutomationDetails.ID != "sessionlint/" || got.ColumnKind != "utf16CodeUnits" {
		t.Errorf("%+v", got)
	}
}

func TestSARIFRules(t *testing.T) {
	sources, _ := scene(t)
	got := decoded(t, sources, false, nil)
	if got.Results == nil || len(got.Results) != 0 || !got.Invocations[0].ExecutionSuccessful {
		t.Errorf("%+v", got)
	}
	r := got.Tool.Driver.Rules[1]
	if want := []string{"security", "external/cwe/cwe-079", "external/cwe/cwe-614", "external/asvs/4.0.3-3.4.1", "external/asvs/5.0-3.3.1"}; !slices.Equal(r.Properties.Tags, want) {
		t.Errorf("tags %q", r.Properties.Tags)
	}
	if r.ShortDescription.Text != "Report bad." || r.HelpURI != "https://example.com/r" || r.Properties.SecuritySeverity != "8.0" || r.Properties.Precision != "high" {
		t.Errorf("%+v", r)
	}
	if !strings.Contains(r.Help.Markdown, "## Bad\n") || !strings.Contains(r.Help.Text, "# Bad\n") {
		t.Errorf("help %+v", r.Help)
	}
}

// Accepted findings are there only if they are asked for, and suppressed.
func TestSARIFAccepted(t *testing.T) {
	sources, sites := scene(t)
	accepted := *sites[0]
	accepted.Finding, accepted.Verdict, accepted.Reason = false, "accepted", "test server"
	if got := decoded(t, sources, false, []*Site{&accepted}); len(got.Results) != 0 {
		t.Errorf("%+v", got.Results)
	}
	got := decoded(t, sources, true, []*Site{&accepted})
	if want := (sarifSuppression{"inSource", "test server"}); len(got.Results) != 1 || got.Results[0].Suppressions[0] != want {
		t.Errorf("%+v", got.Results)
	}
}

// A file outside of the repository has an absolute address; a module below
// its root has a category of its own.
func TestSARIFPlaces(t *testing.T) {
	sources, sites := scene(t)
	below := NewSources(filepath.Join(sources.Root(), "a b"))
	outside := *sites[0]
	outside.Range.path = filepath.Join(filepath.Dir(sources.Root()), "x y.go")
	got := decoded(t, below, false, []*Site{sites[0], &outside})
	if got.AutomationDetails.ID != "sessionlint/a b/" {
		t.Errorf("category %s", got.AutomationDetails.ID)
	}
	if uri := got.Results[0].Locations[0].PhysicalLocation.ArtifactLocation.URI; uri != "plain.go" {
		t.Errorf("inside: %s", uri)
	}
	if uri := got.Results[1].Locations[0].PhysicalLocation.ArtifactLocation.URI; !strings.HasPrefix(uri, "file:///") || !strings.HasSuffix(uri, "/x%20y.go") {
		t.Errorf("outside: %s", uri)
	}
}
