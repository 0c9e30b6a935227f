package gopls

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"text/template"

	"golang.org/x/mod/modfile"

	"github.com/sessionlint/sessionlint/internal/options"
)

//go:embed inject.go.tmpl live/*.go
var sources embed.FS

// A build is the making of one program.
type build struct {
	Config
	dir string // of the throwaway module
}

// write writes the throwaway module.
func (b *build) write(gopls *download) error {
	gomod, err := b.gomod(gopls)
	if err != nil {
		return err
	}
	main, err := os.ReadFile(filepath.Join(gopls.Dir, "main.go"))
	if err != nil {
		return err
	}
	inject, err := injection(gopls.Version)
	if err != nil {
		return err
	}
	return errors.Join(
		b.writeFile("go.mod", gomod),
		b.writeFile("main.go", main),
		b.writeFile("sessionlint.go", inject),
		b.copyLive(),
	)
}

func (b *build) writeFile(name string, data []byte) error {
	name = filepath.Join(b.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o666)
}

// gomod returns the go.mod of a module that requires gopls with its own
// golang.org/x/tools, and our rules.
func (b *build) gomod(gopls *download) ([]byte, error) {
	name := filepath.Join(gopls.Dir, "go.mod")
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	theirs, err := modfile.ParseLax(name, data, nil)
	if err != nil {
		return nil, err
	}
	tools := ""
	for _, r := range theirs.Require {
		if r.Mod.Path == toolsPath {
			tools = r.Mod.Version
		}
	}
	if tools == "" || theirs.Go == nil {
		return nil, fmt.Errorf("gopls %s does not say which %s and Go it needs", gopls.Version, toolsPath)
	}
	version := b.Source.Version
	if b.Source.Dir != "" {
		version = "v0.0.0"
	}
	ours := new(modfile.File)
	err = errors.Join(
		ours.AddModuleStmt(ownPath),
		ours.AddGoStmt(theirs.Go.Version),
		ours.AddRequire(goplsPath, gopls.Version),
		ours.AddRequire(ModulePath, version),
		ours.AddReplace(toolsPath, "", toolsPath, tools),
	)
	if b.Source.Dir != "" {
		err = errors.Join(err, ours.AddReplace(ModulePath, "", b.Source.Dir, ""))
	}
	if err != nil {
		return nil, err
	}
	return ours.Format()
}

// injection returns the file that adds the rules to gopls.
func injection(version string) ([]byte, error) {
	t, err := template.ParseFS(sources, "inject.go.tmpl")
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = t.Execute(&out, map[string]string{
		"Module": ModulePath, "Path": ownPath, "ConfigFile": options.FileName, "Version": "gopls " + version + "-sessionlint",
	})
	return out.Bytes(), err
}

// copyLive copies package live.
func (b *build) copyLive() error {
	names, err := fs.Glob(sources, "live/*.go")
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, readErr := sources.ReadFile(name)
		err = errors.Join(err, readErr, b.writeFile(path.Clean(name), data))
	}
	return err
}
