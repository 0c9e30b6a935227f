package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"path"
	"slices"

	"github.com/sessionlint/sessionlint/internal/report"
)

// A finding is what the tool reported, at a place in the checkout.
type finding struct {
	Rule, File string
	Line       int
	Function   string
	Message    string
}

func (f finding) String() string {
	return fmt.Sprintf("%s:%d: %s (%s)", f.File, f.Line, f.Message, f.Rule)
}

// An outcome is one run of the tool.
type outcome struct {
	findings []finding
	sites    map[string]int // by rule
	doubts   map[doubt]int  // those that are not decided, by rule and why
	problems []report.Problem
}

// analyse runs the tool on packages below dir. File names are relative to the
// checkout, of which dir is the directory sub.
func analyse(tool, dir, sub string, flags, packages []string) (*outcome, error) {
	args := append([]string{"-C", dir, "-f=json"}, flags...)
	cmd := exec.Command(tool, append(args, packages...)...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		return nil, err
	}
	result, ended, err := decode(stdout.Bytes(), sub)
	if err != nil {
		return nil, fmt.Errorf("%s in %s: %w", tool, dir, err)
	}
	if !ended {
		return nil, fmt.Errorf("%s in %s did not finish: %s", tool, dir, bytes.TrimSpace(stderr.Bytes()))
	}
	return result, nil
}

// decode reads the event stream of docs/json.md. A stream without summary has
// not ended.
func decode(stream []byte, sub string) (result *outcome, ended bool, err error) {
	result = &outcome{sites: map[string]int{}, doubts: map[doubt]int{}}
	for decoder := json.NewDecoder(bytes.NewReader(stream)); decoder.More(); {
		var event struct {
			Site    *report.Site
			Summary *report.Summary
		}
		if err := decoder.Decode(&event); err != nil {
			return nil, false, err
		}
		if event.Site != nil {
			result.sites[event.Site.Rule]++
		}
		switch site := event.Site; {
		case event.Summary != nil:
			ended, result.problems = true, event.Summary.Problems
		case site == nil:
		case site.Finding:
			result.findings = append(result.findings,
				finding{site.Rule, path.Join(sub, site.Range.File), site.Range.Start.Line, site.Function, site.Message})
		case site.Verdict == "unknown":
			result.doubts[doubt{site.Rule, plainly(site.Message)}]++
		}
	}
	slices.SortStableFunc(result.findings, byPlace)
	return result, ended, nil
}

func byPlace(a, b finding) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
}
