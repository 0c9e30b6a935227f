package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"text/tabwriter"
)

// mostReasons is how many reasons are printed for a rule.
const mostReasons = 5

// A doubt is why a rule cannot decide: the message of a site, without names.
type doubt struct{ rule, why string }

var quoted = regexp.MustCompile(`"[^"]*"`)

// plainly is a message without the names in it.
func plainly(message string) string { return quoted.ReplaceAllString(message, `"…"`) }

// unknown prints for each rule what share of its sites is unknown on all modules
// below some folders, and the most common reasons.
func unknown(args []string, out io.Writer) error {
	flags, extra := newFlags("unknown")
	tool := flags.String("tool", "", "a build")
	if err := flags.Parse(args); err != nil || *tool == "" || flags.NArg() == 0 {
		return errors.Join(err, errUsage)
	}
	sites, doubts := map[string]int{}, map[doubt]int{}
	for _, root := range flags.Args() {
		modules, err := modulesBelow(root)
		if err != nil {
			return err
		}
		for _, dir := range modules {
			result, err := analyse(*tool, dir, filepath.Base(dir), extra(), []string{"./..."})
			if err != nil {
				fmt.Fprintf(out, "! %v\n", err) // the others still count
				continue
			}
			for rule, n := range result.sites {
				sites[rule] += n
			}
			for d, n := range result.doubts {
				doubts[d] += n
			}
		}
	}
	return printUnknown(sites, doubts, out)
}

func printUnknown(sites map[string]int, doubts map[doubt]int, out io.Writer) error {
	reasons := map[string][]doubt{}
	for d := range doubts {
		reasons[d.rule] = append(reasons[d.rule], d)
	}
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "sites\tunknown\tshare\t  rule: reason")
	for _, rule := range slices.Sorted(maps.Keys(reasons)) {
		list, all := reasons[rule], 0
		for _, d := range list {
			all += doubts[d]
		}
		fmt.Fprintf(table, "%d\t%d\t%d %%\t  %s\n", sites[rule], all, 100*all/sites[rule], rule)
		slices.SortFunc(list, func(a, b doubt) int { return cmp.Or(cmp.Compare(doubts[b], doubts[a]), cmp.Compare(a.why, b.why)) })
		for _, d := range list[:min(len(list), mostReasons)] {
			fmt.Fprintf(table, "\t%d\t\t    %s\n", doubts[d], d.why)
		}
	}
	return table.Flush()
}
