package main

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/assess"
	"github.com/sessionlint/sessionlint/internal/catalogue"
	"github.com/sessionlint/sessionlint/internal/directive"
	"github.com/sessionlint/sessionlint/internal/driver"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/report"
	"github.com/sessionlint/sessionlint/passes/survey"
)

// assessment runs the rules and assesses what they find: the same run, the
// same sites and the same filters as the command.
func (r *run) assessment() (*assess.Assessment, error) {
	r.also = []*analysis.Analyzer{options.Analyzer, directive.Analyzer, survey.Analyzer}
	res, err := r.analyse()
	if err != nil {
		return nil, err
	}
	for _, p := range res.Problems {
		r.complain("%s", p)
	}
	config := r.config()
	edition, level := force(res)
	in := assess.Input{
		Tool: config.Tool, ToolVersion: config.ToolVersion, Modules: res.Own, Patterns: config.Patterns, Packages: res.Packages,
		Libraries: known(res.Libraries), Edition: edition, Level: level, Facts: r.facts(res),
		Present: map[catalogue.Need]string{},
	}
	for _, p := range res.Problems {
		in.Problems = append(in.Problems, report.Problem(p))
	}
	for _, rule := range config.Rules {
		in.Rules = append(in.Rules, rule.Name)
	}
	for _, event := range r.events(res).events {
		in.Sites = append(in.Sites, &assess.Site{Site: *event, Code: r.sources.Code(event)})
	}
	r.survey(res, &in)
	return assess.New(in)
}

// force returns the edition and the level that hold for the packages: the
// strictest, should configuration files differ.
func force(res *driver.Result) (edition catalogue.Edition, level int) {
	edition, level = catalogue.ASVS4, 1
	for _, part := range res.Parts(options.Analyzer) {
		o, ok := part.Value.(*options.Options)
		if !ok || o.Foreign {
			continue
		}
		if o.ASVS == options.ASVS50 {
			edition = catalogue.ASVS5
		}
		level = max(level, o.Level)
	}
	return edition, level
}

// known returns the libraries whose meaning for sessions is modelled.
func known(modules []driver.Module) []assess.Library {
	list := []assess.Library{}
	for _, l := range lib.All() {
		if len(l.Anchors) == 0 {
			continue
		}
		for _, m := range modules {
			if m.Path == l.Module {
				list = append(list, assess.Library{Name: l.Name, Path: m.Path, Version: m.Version})
			}
		}
	}
	slices.SortFunc(list, func(a, b assess.Library) int { return strings.Compare(a.Path, b.Path) })
	return slices.Compact(list)
}

// facts returns what directives declare about requirements, outside of tests.
func (r *run) facts(res *driver.Result) []assess.Fact {
	var list []assess.Fact
	for _, part := range res.Parts(directive.Analyzer) {
		index, ok := part.Value.(*directive.Index)
		if !ok {
			continue
		}
		for _, d := range index.All() {
			place := r.sources.Range(res.Fset.Position(d.Pos()), res.Fset.Position(d.End()))
			if d.Verb == directive.Verified && d.Problem == nil && !strings.HasSuffix(place.File, "_test.go") {
				list = append(list, assess.Fact{Requirement: d.Requirement, Reason: d.Reason, Range: place})
			}
		}
	}
	return list
}
