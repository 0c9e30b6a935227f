package main

import (
	"flag"
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/rule"
)

// A ruleDoc is everything that the documentation says about one rule.
type ruleDoc struct {
	rule.Info
	Manual *manual
	Flags  *flag.FlagSet
	Source source
}

// rulesPath is where the packages of the rules are.
const rulesPath = "github.com/sessionlint/sessionlint/analyzers/"

// describe returns what there is to say about the rules, in their order.
func describe(root string, rules []*analysis.Analyzer) ([]ruleDoc, error) {
	var paths []string
	for _, a := range rules {
		paths = append(paths, rulesPath+a.Name)
	}
	sources, err := readSources(root, paths)
	if err != nil {
		return nil, err
	}
	var docs []ruleDoc
	for _, a := range rules {
		doc, err := describeOne(a, sources[rulesPath+a.Name])
		if err != nil {
			return nil, err
		}
		if err := observe(doc.Source.Categories, root, a.Name); err != nil {
			return nil, err
		}
		doc.Source.Categories.add("unused-directive", "violation") // by the frame around every rule
		docs = append(docs, doc)
	}
	return docs, nil
}

func describeOne(a *analysis.Analyzer, source source) (ruleDoc, error) {
	info, ok := rule.InfoOf(a)
	if !ok {
		return ruleDoc{}, fmt.Errorf("%s is not made by rule.New", a.Name)
	}
	return ruleDoc{Info: info, Manual: parseManual(a.Doc), Flags: &a.Flags, Source: source}, nil
}
