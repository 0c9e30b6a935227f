package report

import (
	"cmp"
	"fmt"
	"go/doc/comment"
	"strings"
)

// describeRule returns what GitHub shows about a rule beside its alerts.
func describeRule(rule Rule, confidence string) sarifRule {
	title := sentence(cmp.Or(rule.Title, rule.Name))
	manual := cmp.Or(rule.Manual, title)
	return sarifRule{
		ID: rule.Name, Name: rule.Name,
		ShortDescription:     sarifText{Text: title},
		FullDescription:      sarifText{Text: fullDescription(title, rule)},
		Help:                 sarifText{Text: manual, Markdown: markdown(manual)},
		HelpURI:              rule.URL,
		DefaultConfiguration: sarifConfiguration{level(rule.Severity)},
		Properties: sarifRuleProperties{
			Tags:             tags(rule),
			Precision:        map[string]string{"certain": "very-high", "likely": "high", "possible": "medium"}[confidence],
			SecuritySeverity: securitySeverity(rule.Severity),
		},
	}
}

// sentence makes a title one.
func sentence(title string) string {
	if title == "" {
		return ""
	}
	return strings.ToUpper(title[:1]) + title[1:] + "."
}

func fullDescription(title string, rule Rule) string {
	text := title
	if rule.ASVS4 != "" {
		text += " OWASP ASVS 4.0.3: " + rule.ASVS4 + "."
	}
	if rule.ASVS5 != "" {
		text += " OWASP ASVS 5.0: " + rule.ASVS5 + "."
	}
	for _, cwe := range rule.CWE {
		text += fmt.Sprintf(" CWE-%d.", cwe)
	}
	return text
}

// markdown renders the text of a doc comment.
func markdown(manual string) string {
	var parser comment.Parser
	printer := &comment.Printer{HeadingLevel: 2, HeadingID: func(*comment.Heading) string { return "" }}
	return string(printer.Markdown(parser.Parse(manual)))
}

// tags are what GitHub filters by; it shows the first ten.
func tags(rule Rule) []string {
	list := []string{"security"}
	for _, cwe := range rule.CWE {
		list = append(list, fmt.Sprintf("external/cwe/cwe-%03d", cwe))
	}
	if rule.ASVS4 != "" {
		list = append(list, "external/asvs/4.0.3-"+rule.ASVS4)
	}
	if rule.ASVS5 != "" {
		list = append(list, "external/asvs/5.0-"+rule.ASVS5)
	}
	return list
}

// level is what SARIF calls a severity.
func level(severity string) string {
	switch severity {
	case "error":
		return "error"
	case "info":
		return "note"
	}
	return "warning"
}

// securitySeverity is a score as of CVSS, which GitHub turns into high,
// medium and low.
func securitySeverity(severity string) string {
	switch severity {
	case "error":
		return "8.0"
	case "info":
		return "3.0"
	}
	return "5.5"
}
