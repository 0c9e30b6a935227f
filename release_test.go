package sessionlint_test

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
	"golang.org/x/mod/modfile"
)

// TestDependencies: docs/dependencies.md lists what go.mod requires itself.
func TestDependencies(t *testing.T) {
	const page = "docs/dependencies.md"
	mod, err := modfile.Parse("go.mod", []byte(readText(t, "go.mod")), nil)
	if err != nil {
		t.Fatal(err)
	}
	var listed []string
	for line := range strings.Lines(readText(t, page)) {
		if cells := strings.Split(line, "|"); len(cells) == 4 && strings.Contains(cells[1], "/") {
			listed = append(listed, strings.TrimSpace(cells[1]))
		}
	}
	for _, require := range mod.Require {
		if !require.Indirect && !slices.Contains(listed, require.Mod.Path) {
			t.Errorf("%s does not say why %s is there", page, require.Mod.Path)
		}
	}
	for _, path := range listed {
		if !slices.ContainsFunc(mod.Require, func(r *modfile.Require) bool { return r.Mod.Path == path && !r.Indirect }) {
			t.Errorf("%s lists %s, which go.mod does not require", page, path)
		}
	}
}

// TestReproducible builds the command in two folders, with the flags that the
// page gives, and compares.
func TestReproducible(t *testing.T) {
	if os.Getenv("CI") == "" {
		t.Skip("compiles everything anew: CI=1 does it")
	}
	page := readText(t, "docs/dependencies.md")
	const flags = `-trimpath -buildvcs=false -ldflags="-s -w -buildid="`
	if !strings.Contains(page, "CGO_ENABLED=0 go build "+flags+" ./cmd/sessionlint") {
		t.Fatal("the page gives other flags")
	}
	elsewhere := t.TempDir()
	if err := os.CopyFS(elsewhere, sourcesOnly{os.DirFS(".")}); err != nil {
		t.Fatal(err)
	}
	var builds [][]byte
	for _, dir := range []string{".", elsewhere} {
		out := filepath.Join(t.TempDir(), "sessionlint")
		cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-o", out, "./cmd/sessionlint")
		cmd.Dir, cmd.Env = dir, append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=")
		if text, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		data, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		builds = append(builds, data)
	}
	if !bytes.Equal(builds[0], builds[1]) {
		t.Error("two builds of the same source differ")
	}
}

// sourcesOnly hides what the command is not built from: history, fixtures and
// the modules beside ours.
type sourcesOnly struct{ fs.FS }

// ReadDir implements fs.ReadDirFS.
func (s sourcesOnly) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.FS, name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return e.IsDir() && slices.Contains([]string{".git", "testdata", "examples", "docs", ".ci"}, e.Name()) || !e.IsDir() && !e.Type().IsRegular()
	}), err
}

// TestReleaseConfiguration: releases are built as docs/dependencies.md says.
func TestReleaseConfiguration(t *testing.T) {
	var config struct {
		Version int
		Builds  []struct {
			Main         string
			Env, Flags   []string
			Ldflags      []string
			Goos, Goarch []string
		}
		Checksum struct{ Algorithm string }
		Sboms    []struct{ Artifacts string }
		Release  struct{ Draft bool }
	}
	readYAML(t, ".goreleaser.yaml", &config)
	if config.Version != 2 || len(config.Builds) != 1 || config.Checksum.Algorithm != "sha256" || len(config.Sboms) != 1 || !config.Release.Draft {
		t.Fatalf("%+v", config)
	}
	build := config.Builds[0]
	if _, err := os.Stat(build.Main); err != nil || !slices.Contains(build.Flags, "-trimpath") || !slices.Contains(build.Env, "CGO_ENABLED=0") || !slices.Equal(build.Ldflags, []string{"-s -w -buildid="}) {
		t.Errorf("%v %+v", err, build)
	}
}

// TestReleaseSchema holds .goreleaser.yaml against the part of goreleaser's own
// schema that it needs; a key that is misspelt is no key there.
func TestReleaseSchema(t *testing.T) {
	schema, err := jsonschema.UnmarshalJSON(strings.NewReader(readText(t, ".ci/goreleaser.schema.json")))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("goreleaser.json", schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("goreleaser.json")
	if err != nil {
		t.Fatal(err)
	}
	var config any
	text := readYAML(t, ".goreleaser.yaml", &config)
	if err := compiled.Validate(config); err != nil {
		t.Error(err)
	}
	for good, bad := range map[string]string{"sboms:": "sbom:", "goos:": "go-os:", "draft: true": "draft: maybe", "artifacts: archive": "artefacts: archive"} {
		if err := yaml.Unmarshal([]byte(strings.Replace(text, good, bad, 1)), &config); err != nil {
			t.Fatal(err)
		}
		if compiled.Validate(config) == nil {
			t.Errorf("the schema has nothing against %q", bad)
		}
	}
}
