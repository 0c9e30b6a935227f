package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/sessionlint/sessionlint/internal/report"
)

// What agents may ask for. Fields that are left out have the defaults of the
// command.
type (
	scope struct {
		Packages []string `json:"packages,omitempty" jsonschema:"packages of the module, such as ./... (the default) or ./internal/web"`
		Level    int      `json:"level,omitempty" jsonschema:"ASVS level: 1 (default), 2 for applications with accounts, or 3"`
		ASVS     string   `json:"asvs,omitempty" jsonschema:"edition of the ASVS: 4.0.3 (default) or 5.0"`
	}
	checkRequest struct {
		scope
		Severity string   `json:"severity,omitempty" jsonschema:"least severity to report: info, warning (default) or error"`
		Rules    []string `json:"rules,omitempty" jsonschema:"only these rules, whatever the level"`
	}
	explainRequest struct {
		Name string `json:"name" jsonschema:"rule (cookiesecure), ASVS item (3.3.1) or weakness (CWE-613)"`
	}
	reportRequest struct {
		scope
		Format string `json:"format,omitempty" jsonschema:"markdown (default), json, html or asciidoc"`
	}
)

// What they get.
type (
	checkAnswer struct {
		Findings  []finding `json:"findings" jsonschema:"what is wrong"`
		Total     int       `json:"total" jsonschema:"number of findings; more than are listed if there are very many"`
		Undecided int       `json:"undecided" jsonschema:"number of places that could not be decided"`
		Packages  int       `json:"packages" jsonschema:"number of packages that were analysed"`
		Problems  []string  `json:"problems,omitempty" jsonschema:"what could not be analysed"`
	}
	finding struct {
		Rule     string   `json:"rule"`
		Severity string   `json:"severity"`
		Message  string   `json:"message"`
		File     string   `json:"file"`
		Line     int      `json:"line"`
		Column   int      `json:"column"`
		Function string   `json:"function,omitempty"`
		Steps    []string `json:"steps,omitempty" jsonschema:"the places that lead to it"`
		Fixes    []string `json:"fixes,omitempty" jsonschema:"changes that sessionlint -fix can make"`
		URL      string   `json:"url,omitempty"`
	}
)

// maxFindings bounds how many findings one answer lists.
const maxFindings = 200

func (s scope) flags() []string {
	var flags []string
	if s.Level != 0 {
		flags = append(flags, fmt.Sprintf("-level=%d", s.Level))
	}
	if s.ASVS != "" {
		flags = append(flags, "-asvs="+s.ASVS)
	}
	return flags
}

func (w *workshop) check(ctx context.Context, _ *mcp.CallToolRequest, in checkRequest) (*mcp.CallToolResult, *checkAnswer, error) {
	patterns, err := w.patterns(in.Packages)
	if err != nil {
		return nil, nil, err
	}
	flags := in.flags()
	if in.Severity != "" {
		flags = append(flags, "-severity="+in.Severity)
	}
	for _, rule := range in.Rules {
		if strings.Trim(rule, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return nil, nil, fmt.Errorf("no rule %q", rule)
		}
		flags = append(flags, "-"+rule)
	}
	args := append(append([]string{"-f=json"}, flags...), patterns...)
	out, complaint, err := w.run(ctx, args...)
	if err != nil {
		return nil, nil, err
	}
	answer, err := readAnswer(out)
	if err != nil {
		return nil, nil, fmt.Errorf("%w; %s", err, complaint)
	}
	return nil, answer, nil
}

// readAnswer reads the events of a run.
func readAnswer(out string) (*checkAnswer, error) {
	answer := &checkAnswer{Findings: []finding{}}
	finished := false
	for dec := json.NewDecoder(strings.NewReader(out)); ; {
		var event struct {
			Site    *report.Site
			Summary *report.Summary
		}
		err := dec.Decode(&event)
		switch {
		case errors.Is(err, io.EOF) && finished:
			return answer, nil
		case err != nil:
			return nil, errors.New("the analysis did not finish")
		case event.Summary != nil:
			finished = true
			answer.Total, answer.Packages = event.Summary.Findings, event.Summary.Packages
			for _, c := range event.Summary.Rules {
				answer.Undecided += c.Unknown
			}
			for _, p := range event.Summary.Problems {
				answer.Problems = append(answer.Problems, p.Package+": "+p.Message)
			}
		case event.Site != nil && event.Site.Finding && len(answer.Findings) < maxFindings:
			answer.Findings = append(answer.Findings, findingOf(event.Site))
		}
	}
}

func findingOf(s *report.Site) finding {
	f := finding{
		Rule: s.Rule, Severity: s.Severity, Message: s.Message, File: s.Range.File, Line: s.Range.Start.Line, Column: s.Range.Start.Column,
		Function: s.Function, URL: s.URL,
	}
	for _, step := range s.Steps {
		f.Steps = append(f.Steps, fmt.Sprintf("%s:%d: %s", step.Range.File, step.Range.Start.Line, step.Message))
	}
	for _, fix := range s.Fixes {
		f.Fixes = append(f.Fixes, fix.Title)
	}
	return f
}

func (w *workshop) explain(ctx context.Context, _ *mcp.CallToolRequest, in explainRequest) (*mcp.CallToolResult, any, error) {
	if in.Name == "" || strings.HasPrefix(in.Name, "-") || strings.HasSuffix(in.Name, ".cfg") {
		return nil, nil, fmt.Errorf("%q is no rule, item or weakness", in.Name)
	}
	out, _, err := w.run(ctx, "explain", in.Name)
	return text(out, err)
}

func (w *workshop) report(ctx context.Context, _ *mcp.CallToolRequest, in reportRequest) (*mcp.CallToolResult, any, error) {
	patterns, err := w.patterns(in.Packages)
	if err != nil {
		return nil, nil, err
	}
	args := append([]string{"report"}, in.flags()...)
	if in.Format != "" {
		args = append(args, "-f="+in.Format)
	}
	out, _, err := w.run(ctx, append(args, patterns...)...)
	return text(out, err)
}

// text is an answer that people can read, too.
func text(out string, err error) (*mcp.CallToolResult, any, error) {
	if err != nil {
		return nil, nil, err
	}
	return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: out}}}, nil, nil
}
