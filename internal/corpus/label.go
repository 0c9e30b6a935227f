package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A label is a published advisory as facts: what was wrong where, in which
// commit, and the commit that repaired it.
type label struct {
	ID         string   `json:"id"` // of the advisory
	Repo       string   `json:"repo"`
	Vulnerable string   `json:"vulnerable"` // commits
	Fixed      string   `json:"fixed"`
	Dir        string   `json:"dir"` // of the module
	Packages   []string `json:"packages"`
	Rules      []string `json:"rules"` // any of which finds it
	Places     []place  `json:"places"`
	Needs      string   `json:"needs"` // intra: one function; inter: several; app: the whole program; config: more than code
}

// A place is a line, of the commit that is vulnerable.
type place struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Func string `json:"func"` // around it, "T.Method" for methods
}

// readLabels reads the labels that a rule can find; all of them for "".
func readLabels(file, rule string) ([]label, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var all []label
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return slices.DeleteFunc(all, func(l label) bool { return rule != "" && !slices.Contains(l.Rules, rule) }), nil
}

// checkout is where a commit is expected: ROOT/OWNER+NAME@COMMIT, the commit
// with its first twelve digits.
func (l label) checkout(root, commit string) string {
	return filepath.Join(root, strings.ReplaceAll(l.Repo, "/", "+")+"@"+commit[:min(12, len(commit))])
}

// meets reports whether a finding is about the label: at one of its places, or
// in the same function.
func (l label) meets(f finding) bool {
	return slices.Contains(l.Rules, f.Rule) && slices.ContainsFunc(l.Places, func(p place) bool {
		return p.File == f.File && (abs(p.Line-f.Line) <= 1 || p.Func != "" && plain(f.Function) == p.Func)
	})
}

// plain spells a function as labels do: "(*T).Method" is T.Method.
func plain(function string) string {
	return strings.NewReplacer("(", "", "*", "", ")", "").Replace(function)
}

func abs(n int) int { return max(n, -n) }
