package main

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/types/typeutil"
)

// A source is what the code of a rule tells about it.
type source struct {
	Categories verdicts
	Fixes      bool // some finding suggests a fix
}

// evidencePath is the package whose methods take a category.
const evidencePath = "github.com/sessionlint/sessionlint/internal/evidence"

// readSources reads the packages with the given import paths or directories.
// The result is by import path.
func readSources(root string, patterns []string) (map[string]source, error) {
	config := &packages.Config{Mode: packages.LoadSyntax, Dir: root}
	loaded, err := packages.Load(config, patterns...)
	if err != nil {
		return nil, err
	}
	sources := map[string]source{}
	for _, pkg := range loaded {
		if len(pkg.Errors) > 0 {
			return nil, fmt.Errorf("%s: %w", pkg.PkgPath, pkg.Errors[0])
		}
		sources[pkg.PkgPath] = readSource(pkg)
	}
	return sources, nil
}

// readSource looks for calls of the methods of evidence.Sites and
// evidence.Site, and of the rule's own helpers around them.
func readSource(pkg *packages.Package) source {
	s := source{Categories: verdicts{}}
	for _, file := range pkg.Syntax {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			method := evidenceMethod(pkg.TypesInfo, call)
			if method == "Fix" {
				s.Fixes = true
			}
			if name := categoryOf(pkg.TypesInfo, call); name != "" {
				s.Categories.add(name, strings.ToLower(method))
			}
			return true
		})
	}
	return s
}

// categoryOf returns the constant that is passed for a parameter called
// category, or nothing.
func categoryOf(info *types.Info, call *ast.CallExpr) string {
	signature, ok := info.TypeOf(call.Fun).(*types.Signature)
	if !ok {
		return ""
	}
	for i := range min(signature.Params().Len(), len(call.Args)) {
		value := info.Types[call.Args[i]].Value
		if signature.Params().At(i).Name() == "category" && value != nil && value.Kind() == constant.String {
			return constant.StringVal(value)
		}
	}
	return ""
}

// evidenceMethod returns the name of the method of package evidence that the
// call calls, or nothing.
func evidenceMethod(info *types.Info, call *ast.CallExpr) string {
	method := typeutil.StaticCallee(info, call)
	if method == nil || method.Pkg() == nil || method.Pkg().Path() != evidencePath || method.Signature().Recv() == nil {
		return ""
	}
	return method.Name()
}
