package unit

import (
	"cmp"
	"encoding/json"
	"fmt"
	"go/token"
	"io"

	"golang.org/x/tools/go/analysis"
)

// The JSON that x/tools' drivers print and the go command reads: package ID →
// analyzer → diagnostics, or an error.
type (
	jsonDiagnostic struct {
		Category string        `json:"category,omitempty"`
		Posn     string        `json:"posn"`
		End      string        `json:"end"`
		Message  string        `json:"message"`
		Fixes    []jsonFix     `json:"suggested_fixes,omitempty"`
		Related  []jsonRelated `json:"related,omitempty"`
	}
	jsonRelated struct {
		Posn    string `json:"posn"`
		End     string `json:"end"`
		Message string `json:"message"`
	}
	jsonFix struct {
		Message string     `json:"message"`
		Edits   []jsonEdit `json:"edits"`
	}
	jsonEdit struct {
		Filename string `json:"filename"`
		Start    int    `json:"start"`
		End      int    `json:"end"`
		New      string `json:"new"`
	}
	jsonError struct {
		Error string `json:"error"`
	}
)

func (u *unit) printJSON(out io.Writer) error {
	byAnalyzer := make(map[string]any)
	diagnostics := make(map[string][]jsonDiagnostic)
	for _, f := range u.findings() {
		diagnostics[f.analyzer] = append(diagnostics[f.analyzer], u.jsonDiagnostic(f.Diagnostic))
		byAnalyzer[f.analyzer] = diagnostics[f.analyzer]
	}
	for _, a := range u.roots {
		if err := u.actions[a].err; err != nil {
			byAnalyzer[a.Name] = jsonError{err.Error()}
		}
	}
	tree := make(map[string]map[string]any)
	if len(byAnalyzer) > 0 {
		tree[u.cfg.ID] = byAnalyzer
	}
	data, err := json.MarshalIndent(tree, "", "\t")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s\n", data)
	return err
}

func (u *unit) jsonDiagnostic(d *analysis.Diagnostic) jsonDiagnostic {
	j := jsonDiagnostic{Category: d.Category, Posn: u.at(d.Pos), End: u.at(cmp.Or(d.End, d.Pos)), Message: d.Message}
	for _, r := range d.Related {
		j.Related = append(j.Related, jsonRelated{u.at(r.Pos), u.at(cmp.Or(r.End, r.Pos)), r.Message})
	}
	for _, f := range d.SuggestedFixes {
		jf := jsonFix{Message: f.Message}
		for _, e := range f.TextEdits {
			start, end := u.fset.Position(e.Pos), u.fset.Position(cmp.Or(e.End, e.Pos))
			jf.Edits = append(jf.Edits, jsonEdit{start.Filename, start.Offset, end.Offset, string(e.NewText)})
		}
		j.Fixes = append(j.Fixes, jf)
	}
	return j
}

func (u *unit) at(pos token.Pos) string { return u.fset.Position(pos).String() }

// printText prints what go commands before 1.26 show as it is.
func (u *unit) printText(out io.Writer) (code int) {
	for _, err := range u.failures() {
		fmt.Fprintf(out, "sessionlint: %v\n", err)
		code = 1
	}
	for _, f := range u.findings() {
		fmt.Fprintf(out, "%s: %s\n", f.position, f.Message)
		for _, r := range f.Related {
			fmt.Fprintf(out, "%s: \t%s\n", u.at(r.Pos), r.Message)
		}
		code = 1
	}
	return code
}
