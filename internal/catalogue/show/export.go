// Package show prints items of the catalogue: for the terminal, and as a
// knowledge base for other programs.
package show

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sessionlint/sessionlint/internal/catalogue"
)

// An Entry is an item as it is exported. docs/report.md documents the fields.
type Entry struct {
	ID          string   `json:"id" yaml:"id"`
	Edition     string   `json:"edition" yaml:"edition"`
	Level       int      `json:"level" yaml:"level"`
	Category    string   `json:"category" yaml:"category"`
	Requirement string   `json:"requirement" yaml:"requirement"`
	CWE         []string `json:"cwe" yaml:"cwe,flow"`
	Description string   `json:"description" yaml:"description"`
	Guide       string   `json:"implementation_guide" yaml:"implementation_guide"`
	Examples    Examples `json:"code_examples" yaml:"code_examples"`
	Rules       []string `json:"rules" yaml:"rules,flow"`
	Manual      []string `json:"manual_checks,omitempty" yaml:"manual_checks,omitempty"`
	See         []string `json:"see,omitempty" yaml:"see,flow,omitempty"`
	Aliases     []string `json:"aliases,omitempty" yaml:"aliases,flow,omitempty"`
}

// Examples are Go code that breaks and that meets an item.
type Examples struct {
	Language string `json:"language" yaml:"language"`
	Bad      string `json:"bad" yaml:"bad"`
	Good     string `json:"good" yaml:"good"`
}

// EntryOf turns an item into what is exported of it.
func EntryOf(i *catalogue.Item) Entry {
	e := Entry{
		ID: i.ID, Edition: string(i.Edition), Level: i.Level, Category: i.Section, Requirement: i.Title, CWE: CWE(i),
		Description: i.Description, Guide: i.Guide, Examples: Examples{"go", i.Bad, i.Good}, Rules: i.Rules(), Manual: i.ByHand,
	}
	for _, ref := range i.See {
		e.See = append(e.See, ref.String())
	}
	for _, ref := range i.Aliases {
		e.Aliases = append(e.Aliases, ref.String())
	}
	return e
}

// CWE returns the weaknesses of an item by name.
func CWE(i *catalogue.Item) []string {
	var list []string
	for _, n := range i.CWE {
		list = append(list, fmt.Sprintf("CWE-%d", n))
	}
	return list
}

// Formats returns the formats of Export.
func Formats() []string { return []string{"json", "yaml", "markdown"} }

// Export writes items in a format.
func Export(out io.Writer, format string, items []*catalogue.Item) error {
	if format == "markdown" {
		return markdown(out, items)
	}
	entries := []Entry{}
	for _, i := range items {
		e := EntryOf(i)
		if e.Rules == nil {
			e.Rules = []string{}
		}
		entries = append(entries, e)
	}
	if format == "yaml" {
		enc := yaml.NewEncoder(out)
		enc.SetIndent(2)
		if err := enc.Encode(entries); err != nil {
			return err
		}
		return enc.Close()
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(entries)
}

func markdown(out io.Writer, items []*catalogue.Item) error {
	var b strings.Builder
	b.WriteString("# Requirements for sessions\n\nIn our own words; the numbers are those of the OWASP ASVS.\n")
	section := ""
	for _, i := range items {
		if s := string(i.Edition) + " " + i.Section; s != section {
			section = s
			fmt.Fprintf(&b, "\n## %s\n", heading(i))
		}
		fmt.Fprintf(&b, "\n### %s %s\n\nLevel %d, %s", i.ID, i.Title, i.Level, strings.Join(CWE(i), ", "))
		if rules := i.Rules(); len(rules) > 0 {
			fmt.Fprintf(&b, ", rules: %s", strings.Join(rules, ", "))
		}
		fmt.Fprintf(&b, "\n\n%s\n\n%s\n\nBad:\n\n```go\n%s```\n\nGood:\n\n```go\n%s```\n", i.Description, i.Guide, i.Bad, i.Good)
		if len(i.ByHand) > 0 {
			b.WriteString("\nTo be checked by hand:\n\n")
		}
		for _, check := range i.ByHand {
			fmt.Fprintf(&b, "- %s\n", check)
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// heading names the section of an item with its edition.
func heading(i *catalogue.Item) string {
	if i.Edition == catalogue.Further {
		return "Further demands: " + i.Section
	}
	return fmt.Sprintf("ASVS %s, %s", i.Edition, i.Section)
}
