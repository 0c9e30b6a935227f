package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"

	"github.com/sessionlint/sessionlint/internal/assess"
	"github.com/sessionlint/sessionlint/internal/fix"
	"github.com/sessionlint/sessionlint/internal/report"
	"github.com/sessionlint/sessionlint/internal/spell"
)

const usageOfReport = `usage: sessionlint report [flags] [packages]

Report assesses packages against the ASVS: for each item whether it applies,
whether it is implemented, and the lines of code that show it.

exit code: 0 report written, 1 with -diff if anything got worse, 2 could not run, or not on everything

flags:
`

// reportFlags are the flags of the assessment.
type reportFlags struct {
	*checkFlags
	old string
}

func (t *tool) newReportFlags() *reportFlags {
	f := &reportFlags{checkFlags: &checkFlags{ruleFlags: newRuleFlags(t.rules)}}
	f.StringVar(&f.format, "f", "", "output `format`: html, markdown, asciidoc or json (by the name of the file; else markdown)")
	f.StringVar(&f.out, "o", "", "write the report to `file`")
	f.StringVar(&f.dir, "C", "", "change to `dir` first")
	f.StringVar(&f.tags, "tags", "", "build `tags`, comma-separated")
	f.StringVar(&f.adopt.known, "baseline", "", "show the findings that `file` lists as known; they still break what they break")
	f.StringVar(&f.old, "diff", "", "say what has changed since the report in `file`, which is in JSON")
	return f
}

// assess writes the assessment.
func (t *tool) assess(args []string) int {
	flags := t.newReportFlags()
	switch err := flags.parse(args); {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(t.stdout, usageOfReport)
		t.printFlags(flags.FlagSet, func(f *flag.Flag) bool { return !t.ofRule(f) })
		return clean
	case err != nil:
		return t.fail("%v (sessionlint report -h lists the flags)", err)
	}
	if err := flags.chooseFormat(); err != nil {
		return t.fail("%v", err)
	}
	code, err := t.writeAssessment(flags)
	if err != nil {
		return t.fail("%v", err)
	}
	return code
}

func (f *reportFlags) chooseFormat() error {
	if f.format == "" {
		f.format = assess.FormatOf(f.out)
	}
	if f.format == "" {
		f.format = "markdown"
	}
	if !slices.Contains(assess.Formats(), f.format) {
		return fmt.Errorf("unknown format %q%s: want one of %v", f.format, spell.DidYouMean(f.format, assess.Formats()), assess.Formats())
	}
	return nil
}

func (t *tool) writeAssessment(flags *reportFlags) (int, error) {
	run, err := t.open(flags.checkFlags)
	if err != nil {
		return trouble, err
	}
	var old *assess.Assessment
	if flags.old != "" {
		if old, err = assess.Read(flags.old); err != nil {
			return trouble, err
		}
	}
	if run.adoption, err = newAdoption(flags.checkFlags, run.dir); err != nil {
		return trouble, err
	}
	a, err := run.assessment()
	if err != nil {
		return trouble, err
	}
	if old != nil {
		if err := a.Compare(old); err != nil {
			return trouble, err
		}
	}
	var out bytes.Buffer
	if err := a.Write(&out, flags.format); err != nil {
		return trouble, err
	}
	if flags.out != "" {
		err = fix.WriteFile(flags.out, out.Bytes(), permissions(flags.out))
	} else {
		_, err = t.stdout.Write(out.Bytes())
	}
	switch {
	case err != nil || len(a.Problems) > 0:
		return trouble, err
	case a.Changes != nil && a.Changes.Worse():
		return findings, nil
	}
	return clean, nil
}

// permissions of a file that is replaced are kept.
func permissions(name string) os.FileMode {
	if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
		return info.Mode().Perm()
	}
	return 0o644
}

// silent is a handler for runs whose events nobody reads.
type silent struct{}

func (silent) Config(*report.Config) error     { return nil }
func (silent) Progress(*report.Progress) error { return nil }
func (silent) Site(*report.Site) error         { return nil }
func (silent) Summary(*report.Summary) error   { return nil }
