package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"text/tabwriter"
)

// A verdict is how the tool did on a label.
type verdict string

const (
	good    verdict = "found, and silent after the fix"
	loud    verdict = "found, but also after the fix"
	missed  verdict = "missed"
	notRun  verdict = "not run"
	absent  verdict = "no checkout"
	outside verdict = "needs more than code"
)

// score prints how a build does on the advisories.
func score(args []string, out io.Writer) error {
	flags, extra := newFlags("score")
	tool := flags.String("tool", "sessionlint", "the build to judge")
	root := flags.String("root", "", "folder of the checkouts")
	file := flags.String("labels", "corpus/advisories.json", "the labels")
	rule := flags.String("rule", "", "only labels that this rule can find")
	gosec := flags.Bool("gosec", false, "the tool is gosec: judge it by those of its rules that look at what ours look at")
	if err := flags.Parse(args); err != nil || *root == "" || flags.NArg() > 0 {
		return errors.Join(err, errUsage)
	}
	labels, err := readLabels(*file, *rule)
	if err != nil {
		return err
	}
	run := analyse
	if *gosec {
		run = analyseGosec
	}
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	counts := map[verdict]int{}
	for _, l := range labels {
		v, why := judge(l, run, *tool, *root, extra())
		counts[v]++
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s%s\n", l.ID, l.Repo, l.Rules[0], l.Needs, v, why)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	judged := counts[good] + counts[loud] + counts[missed]
	_, err = fmt.Fprintf(out, "%d advisories, %d judged: %d found and silent after the fix, %d also reported after it, %d missed\n",
		len(labels), judged, counts[good], counts[loud], counts[missed])
	return err
}

// An analysis runs a tool on packages below a folder.
type analysis func(tool, dir, sub string, flags, packages []string) (*outcome, error)

// judge runs the tool on both commits.
func judge(l label, run analysis, tool, root string, flags []string) (v verdict, why string) {
	if l.Needs == "config" {
		return outside, ""
	}
	before, why := hit(l, l.Vulnerable, run, tool, root, flags)
	if why != "" {
		return classify(why), ": " + why
	}
	if !before {
		return missed, ""
	}
	after, why := hit(l, l.Fixed, run, tool, root, flags)
	switch {
	case why != "":
		return classify(why), ": " + why
	case after:
		return loud, ""
	}
	return good, ""
}

const noCheckout = "the commit is not laid out"

func classify(why string) verdict {
	if why == noCheckout {
		return absent
	}
	return notRun
}

// hit reports whether the tool reports the label in a commit, or why that
// cannot be said.
func hit(l label, commit string, run analysis, tool, root string, flags []string) (found bool, why string) {
	checkout := l.checkout(root, commit)
	if _, err := os.Stat(checkout); err != nil {
		return false, noCheckout
	}
	result, err := run(tool, filepath.Join(checkout, l.Dir), l.Dir, flags, l.Packages)
	if err != nil {
		return false, err.Error()
	}
	found = slices.ContainsFunc(result.findings, l.meets)
	if !found && len(result.problems) > 0 {
		return false, result.problems[0].Message // silence would prove nothing
	}
	return found, ""
}
