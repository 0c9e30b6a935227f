package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/driver"
	"github.com/sessionlint/sessionlint/internal/fix"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/report"
	"github.com/sessionlint/sessionlint/internal/spell"
)

// A run is one invocation of the command.
type run struct {
	*tool
	flags    *checkFlags
	dir      string
	out      io.Writer
	buffer   *bytes.Buffer // of -o
	sources  *report.Sources
	handler  report.Handler
	progress *progress
	adoption *adoption
	also     []*analysis.Analyzer // that run beside the rules
}

// prepare finds out what can be wrong before anything is loaded.
func (t *tool) prepare(flags *checkFlags) (*run, error) {
	if !slices.Contains(report.Formats(), flags.format) {
		return nil, fmt.Errorf("unknown format %q%s: want one of %v", flags.format, spell.DidYouMean(flags.format, report.Formats()), report.Formats())
	}
	r, err := t.open(flags)
	if err != nil {
		return nil, err
	}
	if flags.out != "" {
		r.buffer = new(bytes.Buffer)
		r.out = r.buffer
	}
	if r.adoption, err = newAdoption(flags, r.dir); err != nil {
		return nil, err
	}
	r.handler, err = report.New(flags.format, r.out, r.sources, report.Style{
		Color: wantsColor(r.out), Width: columns(r.out), Accepted: flags.adopt.accepted,
	})
	return r, err
}

// open begins a run whose events nobody reads.
func (t *tool) open(flags *checkFlags) (*run, error) {
	for _, pattern := range flags.Args() {
		if len(pattern) > 1 && pattern[0] == '-' {
			return nil, fmt.Errorf("flag %s comes after a package: flags go first", pattern)
		}
	}
	if flags.dir != "" {
		if err := os.Chdir(flags.dir); err != nil {
			return nil, err
		}
	}
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	if err := options.Check(dir, t.rules); err != nil {
		return nil, err
	}
	return &run{
		tool: t, flags: flags, dir: dir, out: t.stdout, sources: report.NewSources(dir),
		handler: silent{}, progress: newProgress(t.stderr), adoption: new(adoption),
	}, nil
}

// do analyses, and answers in the way that was asked for.
func (r *run) do() (int, error) {
	if err := r.handler.Config(r.config()); err != nil {
		return trouble, err
	}
	res, err := r.analyse()
	if err != nil {
		return trouble, err
	}
	if r.flags.format != "line" { // which has them in its output
		for _, p := range res.Problems {
			r.complain("%s", p)
		}
	}
	var code int
	if r.flags.diff {
		code, err = r.showDiff(r.events(res))
	} else {
		code, err = r.report(res)
	}
	if err == nil && r.buffer != nil {
		err = fix.WriteFile(r.flags.out, r.buffer.Bytes(), 0o644)
	}
	switch {
	case err != nil:
		return trouble, err
	case len(res.Problems) > 0:
		return trouble, nil
	case code == findings && r.flags.zero:
		return clean, nil
	}
	return code, nil
}

// analyse runs the rules.
func (r *run) analyse() (*driver.Result, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var handlerErr error
	res, err := driver.Run(ctx, &driver.Config{
		Dir: r.dir, Patterns: r.flags.Args(), Tags: r.flags.tags, Analyzers: r.flags.selected(), Also: r.also, Own: r.flags.own(), Tests: r.flags.tests(),
		Progress: func(step string) {
			r.progress.show(step)
			handlerErr = errors.Join(handlerErr, r.handler.Progress(&report.Progress{Message: step}))
		},
	})
	r.progress.stop()
	return res, errors.Join(err, handlerErr)
}

// An outcome is what a run found, in the terms of reports.
type outcome struct {
	*driver.Result
	events []*report.Site // one for each of Sites
}

// events describes all sites, and withholds findings that are not new.
func (r *run) events(res *driver.Result) *outcome {
	o := &outcome{Result: res}
	for _, s := range res.Sites {
		event := r.sources.Site(res.Fset, s.Site, s.Package, s.URL())
		r.adoption.withhold(event)
		o.events = append(o.events, event)
	}
	return o
}

// report hands all sites to the handler; with -fix, those that are left.
func (r *run) report(res *driver.Result) (int, error) {
	if err := r.writeBaseline(res); err != nil {
		return trouble, err
	}
	o := r.events(res)
	if r.flags.fix {
		changed, err := r.applyFixes(o)
		if err != nil {
			return trouble, err
		}
		if changed {
			r.sources.Forget()
			if res, err = r.analyse(); err != nil {
				return trouble, err
			}
			o = r.events(res)
		}
	}
	var tally report.Tally
	for _, event := range o.events {
		tally.Add(event)
		if err := r.handler.Site(event); err != nil {
			return trouble, err
		}
	}
	var problems []report.Problem
	for _, p := range res.Problems {
		problems = append(problems, report.Problem(p))
	}
	summary := tally.Summary(res.Packages, r.config().Rules, problems)
	summary.Stale = r.adoption.stale(res)
	if err := r.handler.Summary(summary); err != nil {
		return trouble, err
	}
	if summary.Findings > 0 {
		return findings, nil
	}
	return clean, nil
}
