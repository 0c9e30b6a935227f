package unit

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"runtime"

	"golang.org/x/tools/go/analysis/unitchecker"
	"golang.org/x/tools/go/gcexportdata"

	"github.com/sessionlint/sessionlint/internal/toolchain"
)

// check parses and type-checks the package.
func (u *unit) check() error {
	if advice := toolchain.TooOld(u.cfg.GoVersion); advice != "" {
		return errors.New(advice)
	}
	u.fset = token.NewFileSet()
	for _, name := range u.cfg.GoFiles {
		file, err := parser.ParseFile(u.fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		u.files = append(u.files, file)
	}
	u.info = &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Instances:    make(map[*ast.Ident]types.Instance),
		Scopes:       make(map[ast.Node]*types.Scope),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		FileVersions: make(map[*ast.File]string),
	}
	u.sizes = types.SizesFor("gc", arch())
	u.imports = &importer{cfg: u.cfg, fset: u.fset, packages: make(map[string]*types.Package)}
	config := types.Config{Importer: u.imports, Sizes: u.sizes, GoVersion: u.cfg.GoVersion}
	var err error
	u.pkg, err = config.Check(u.cfg.ImportPath, u.fset, u.files, u.info)
	if err != nil && toolchain.IsNewerFormat(err) {
		return toolchain.ErrNewerFormat
	}
	return err
}

// arch is the architecture that the go command builds for.
func arch() string {
	if arch := os.Getenv("GOARCH"); arch != "" {
		return arch
	}
	return runtime.GOARCH
}

// An importer reads types from the compiler's export data.
type importer struct {
	cfg      *unitchecker.Config
	fset     *token.FileSet
	packages map[string]*types.Package // by package path; also those only mentioned
}

// Import implements [types.Importer].
func (imp *importer) Import(importPath string) (*types.Package, error) {
	if importPath == "unsafe" {
		return types.Unsafe, nil
	}
	path, ok := imp.cfg.ImportMap[importPath]
	if !ok {
		return nil, fmt.Errorf("cannot resolve import %q", importPath)
	}
	if pkg := imp.packages[path]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	file, err := os.Open(imp.cfg.PackageFile[path])
	if err != nil {
		return nil, fmt.Errorf("no export data for %q: %v", path, err)
	}
	defer file.Close()
	//lint:ignore SA1019 the go command still hands archive files to vet tools
	data, err := gcexportdata.NewReader(file)
	if err != nil {
		return nil, fmt.Errorf("export data of %q: %v", path, err)
	}
	return gcexportdata.Read(data, imp.fset, imp.packages, path)
}
