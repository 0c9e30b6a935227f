package report

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// result is a site in SARIF.
func (s *sarif) result(site *Site) sarifResult {
	at := s.location(site.Range)
	if site.Function != "" {
		at.LogicalLocations = []sarifName{{site.Package + "." + site.Function}}
	}
	res := sarifResult{
		RuleID: site.Rule, Level: level(site.Severity),
		RuleIndex:  slices.IndexFunc(s.config.Rules, func(r Rule) bool { return r.Name == site.Rule }),
		Message:    sarifText{Text: plain(site.Message)},
		Locations:  []sarifLocation{at},
		Properties: sarifResultProperties{site.Category, site.Confidence, site.Subject},
	}
	if site.Fingerprint != "" {
		res.PartialFingerprints = map[string]string{"sessionlint/v1": site.Fingerprint}
	}
	for i, step := range site.Steps {
		related := s.step(step.Range, step.Message)
		related.ID = i + 1
		res.RelatedLocations = append(res.RelatedLocations, related)
		// GitHub shows only those that the message links to.
		res.Message.Text += fmt.Sprintf("\n%d. [%s](%d)", related.ID, linkText(step.Message), related.ID)
	}
	if len(site.Steps) > 1 {
		res.CodeFlows = []sarifCodeFlow{s.flow(site)}
	}
	if site.Verdict == "accepted" {
		res.Suppressions = []sarifSuppression{{"inSource", site.Reason}}
	}
	for _, fix := range site.Fixes {
		res.Fixes = append(res.Fixes, s.fix(fix))
	}
	return res
}

// flow is the finding and its steps, for finding viewers that walk along.
func (s *sarif) flow(site *Site) sarifCodeFlow {
	locations := []sarifFlowLocation{{s.step(site.Range, site.Message)}}
	for _, step := range site.Steps {
		locations = append(locations, sarifFlowLocation{s.step(step.Range, step.Message)})
	}
	return sarifCodeFlow{[]sarifThreadFlow{{locations}}}
}

func (s *sarif) step(r Range, message string) sarifLocation {
	at := s.location(r)
	at.Message = &sarifText{Text: plain(message)}
	return at
}

func (s *sarif) location(r Range) sarifLocation {
	at := sarifPhysical{ArtifactLocation: s.artifact(r)}
	if r.Start.Line > 0 {
		at.Region = region(r)
	}
	return sarifLocation{PhysicalLocation: at}
}

// artifact is the URI of a file: relative to the repository, if it is inside.
func (s *sarif) artifact(r Range) sarifArtifact {
	name, inside := s.sources.FromRoot(r.path)
	if !inside {
		return sarifArtifact{URI: (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(name, "/")}).String()}
	}
	segments := strings.Split(name, "/")
	for i, segment := range segments {
		segments[i] = strings.ReplaceAll(url.PathEscape(segment), ":", "%3A") // a URI may begin with no colon
	}
	return sarifArtifact{URI: strings.Join(segments, "/"), URIBaseID: rootID}
}

func region(r Range) *sarifRegion {
	return &sarifRegion{r.Start.Line, r.Start.UTF16, r.End.Line, r.End.UTF16}
}

// fix groups the edits by file.
func (s *sarif) fix(fix Fix) sarifFix {
	var changes []sarifArtifactChange
	for _, edit := range fix.Edits {
		file := s.artifact(edit.Range)
		i := slices.IndexFunc(changes, func(c sarifArtifactChange) bool { return c.ArtifactLocation == file })
		if i < 0 {
			i = len(changes)
			changes = append(changes, sarifArtifactChange{ArtifactLocation: file})
		}
		changes[i].Replacements = append(changes[i].Replacements, sarifReplacement{*region(edit.Range), sarifText{Text: edit.New}})
	}
	return sarifFix{sarifText{Text: plain(fix.Title)}, changes}
}

// plain is a message without links: source code has no say in where the
// reader of a report can click.
func plain(message string) string {
	return strings.ReplaceAll(Escape(message), "](", "] (")
}

// linkText is a message that can be the text of a link.
func linkText(message string) string {
	return strings.NewReplacer("[", "(", "]", ")").Replace(Escape(message))
}
