package rule

import (
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/directive"
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/guard"
	"github.com/sessionlint/sessionlint/internal/options"
)

// A frame is one run of a rule on one package.
type frame struct {
	info    Info
	pass    *analysis.Pass
	options *options.Options
}

// sites runs the rule and reports what the options ask for.
func (f *frame) sites(run RunFunc, flags []*ownFlag) (*evidence.Sites, error) {
	sites := evidence.NewSites(f.info.Name, f.info.Severity)
	if f.options.Foreign {
		return sites, nil
	}
	values, err := resolve(f.info, f.options.Rules[f.info.Name].Flags, flags)
	if err != nil {
		return nil, err
	}
	p := &Pass{Pass: f.pass, Options: f.options, flags: values}
	if err := f.decide(run, p, sites); err != nil {
		return nil, err
	}
	index := directive.Of(f.pass).With(p.Directives)
	if sites.Last() == nil && len(index.All()) == 0 {
		return sites, nil
	}
	off := newOff(f.pass, f.options)
	sites.Keep(func(s *evidence.Site) bool { return !off.at(s.Pos) })
	f.accept(sites, index, off)
	for _, s := range sites.All() {
		f.report(s)
	}
	return sites, nil
}

// decide calls the rule. A panic in it is an error, not the end of the program
// that analyses everything else.
func (f *frame) decide(run RunFunc, pass *Pass, sites *evidence.Sites) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("rule %s failed on package %s after %s: %v (in %s); please report this",
				f.info.Name, f.pass.Pkg.Path(), f.place(sites), r, guard.Place())
		}
	}()
	return run(pass, sites)
}

// place returns the position of the last site, or of the package.
func (f *frame) place(sites *evidence.Sites) string {
	if last := sites.Last(); last != nil && last.Pos.IsValid() {
		return f.pass.Fset.Position(last.Pos).String()
	}
	if len(f.pass.Files) > 0 {
		return f.pass.Fset.Position(f.pass.Files[0].Package).String()
	}
	return "-"
}

// accept turns violations that a directive covers into accepted ones, and adds
// a violation for every directive that names this rule in vain.
func (f *frame) accept(sites *evidence.Sites, index *directive.Index, off *off) {
	used := map[*directive.Placed]bool{}
	for _, s := range sites.All() {
		if s.Verdict != evidence.Violation {
			continue
		}
		for _, d := range index.Covering(f.info.Name, s.Pos) {
			used[d] = true
			s.Verdict, s.Reason = evidence.Accepted, d.Reason
		}
	}
	if !f.on() {
		return
	}
	for _, d := range index.All() {
		if d.Native && d.Ignores(f.info.Name) && !used[d] && !off.at(d.Pos()) {
			sites.Violation(d, "unused-directive", "directive ignores %s but nothing is found here", f.info.Name).
				At(evidence.Certain).As(evidence.Warning)
		}
	}
}

func (f *frame) on() bool { return f.options.On(f.info.Name, f.info.OnFrom4, f.info.OnFrom5) }

// silence says which option keeps a violation from being reported, if any.
func (f *frame) silence(s *evidence.Site) string {
	switch {
	case !f.on():
		return "level"
	case s.Confidence < f.options.Confidence:
		return "confidence"
	case s.Severity < f.options.Severity:
		return "severity"
	}
	return ""
}

// report makes a violation a diagnostic, or silent if the options say so.
func (f *frame) report(s *evidence.Site) {
	if s.Verdict != evidence.Violation {
		return
	}
	if s.Silence = f.silence(s); s.Silence != "" {
		s.Silent = true
		return
	}
	f.pass.Report(analysis.Diagnostic{
		Pos:            s.Pos,
		End:            s.End,
		Category:       s.Category,
		Message:        s.Message,
		URL:            URL(f.info.Name) + "#" + s.Category,
		Related:        s.Related,
		SuggestedFixes: s.Fixes,
	})
}
