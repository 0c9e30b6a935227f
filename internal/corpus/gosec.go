package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// gosecRules are the rules of gosec that look at what ours look at, and which of
// ours each counts as.
// Source: https://github.com/securego/gosec, the list of rules at v2.30.0.
func gosecRules() map[string][]string {
	return map[string][]string{
		"G101": {"tokenkey", "staticapikey"},                         // hard-coded credentials
		"G117": {"tokenresponse"},                                    // secrets in marshalled structs
		"G124": {"cookiesecure", "cookiehttponly", "cookiesamesite"}, // attributes of cookies
		"G404": {"tokenrand"},                                        // math/rand
		"G706": {"tokenlog"},                                         // logs that take what clients send
	}
}

// analyseGosec runs gosec with those rules only.
func analyseGosec(tool, dir, sub string, flags, packages []string) (*outcome, error) {
	var include []string
	for id := range gosecRules() {
		include = append(include, id)
	}
	slices.Sort(include)
	args := append([]string{"-quiet", "-no-fail", "-fmt=json", "-include=" + strings.Join(include, ",")}, flags...)
	cmd := exec.Command(tool, append(args, packages...)...)
	cmd.Dir = dir
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return nil, errors.Join(err, errors.New(lastLine(stderr.String())))
	}
	return decodeGosec(stdout.Bytes(), dir, sub)
}

// decodeGosec reads the report of gosec; an empty one is a run without issues.
func decodeGosec(report []byte, dir, sub string) (*outcome, error) {
	result := new(outcome)
	if len(bytes.TrimSpace(report)) == 0 {
		return result, nil
	}
	var found struct {
		Issues []struct {
			ID      string `json:"rule_id"`
			Details string `json:"details"`
			File    string `json:"file"`
			Line    string `json:"line"` // "12", or "12-14"
		}
	}
	if err := json.Unmarshal(report, &found); err != nil {
		return nil, fmt.Errorf("gosec in %s: %w", dir, err)
	}
	functions := map[string][]function{}
	for _, issue := range found.Issues {
		first, _, _ := strings.Cut(issue.Line, "-")
		line, err := strconv.Atoi(first)
		if err != nil {
			return nil, fmt.Errorf("gosec in %s: line %q", dir, issue.Line)
		}
		file := issue.File
		if short, err := filepath.Rel(dir, file); err == nil {
			file = filepath.ToSlash(short)
		}
		if functions[issue.File] == nil {
			functions[issue.File] = functionsOf(issue.File)
		}
		for _, rule := range gosecRules()[issue.ID] {
			result.findings = append(result.findings, finding{
				Rule: rule, File: path.Join(sub, file), Line: line, Function: at(functions[issue.File], line), Message: issue.ID + ": " + issue.Details,
			})
		}
	}
	slices.SortStableFunc(result.findings, byPlace)
	return result, nil
}

// A function is where one stands in a file.
type function struct {
	name        string
	first, last int
}

// functionsOf reads the functions of a file, as far as it parses.
func functionsOf(name string) (list []function) {
	fset := token.NewFileSet()
	file, _ := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
	if file == nil {
		return nil
	}
	for _, decl := range file.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok {
			continue
		}
		name := fn.Name.Name
		if fn.Recv != nil && len(fn.Recv.List) > 0 {
			name = receiver(fn.Recv.List[0].Type) + "." + name
		}
		list = append(list, function{name, fset.Position(fn.Pos()).Line, fset.Position(fn.End()).Line})
	}
	return list
}

func receiver(t ast.Expr) string {
	switch t := t.(type) {
	case *ast.StarExpr:
		return receiver(t.X)
	case *ast.IndexExpr:
		return receiver(t.X)
	case *ast.Ident:
		return t.Name
	}
	return ""
}

func at(list []function, line int) string {
	for _, f := range list {
		if f.first <= line && line <= f.last {
			return f.name
		}
	}
	return ""
}

func lastLine(text string) string {
	text = strings.TrimSpace(text)
	return text[strings.LastIndexByte(text, '\n')+1:]
}
