package gopls

import (
	"debug/buildinfo"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

// testReleased builds a gopls as somebody does who installed a release of
// sessionlint: with the rules from a module proxy. The proxy is a directory,
// which also has what the machine's module cache has.
func testReleased(t *testing.T, version string) {
	const release = "v0.99.0"
	cache, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	proxy, err := exec.Command("go", "env", "GOPROXY").Output()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("GOPROXY", strings.Join([]string{
		uriOf(publish(t, release)), uriOf(filepath.Join(strings.TrimSpace(string(cache)), "cache", "download")), strings.TrimSpace(string(proxy)),
	}, ","))
	t.Setenv("GONOSUMDB", ModulePath)
	t.Setenv("GOMODCACHE", t.TempDir())
	t.Cleanup(func() {
		if out, err := exec.Command("go", "clean", "-modcache").CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, out)
		}
	})
	out := filepath.Join(t.TempDir(), "gopls")
	got, err := Build(t.Context(), Config{Version: version, Source: Source{Version: release}, Out: out})
	if err != nil {
		t.Fatal(err)
	}
	if text, err := exec.Command(out, "version").CombinedOutput(); err != nil || !strings.Contains(string(text), got) {
		t.Errorf("%v: gopls version prints\n%s", err, text)
	}
	info, err := buildinfo.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(info.Deps, func(m *debug.Module) bool {
		return m.Path == ModulePath && m.Version == release && m.Replace == nil
	}) {
		t.Errorf("gopls is not made of %s %s:\n%v", ModulePath, release, info)
	}
}

// publish makes a module proxy that has our module.
func publish(t *testing.T, release string) (proxy string) {
	t.Helper()
	source, err := SourceOf("")
	if err != nil {
		t.Fatal(err)
	}
	proxy = t.TempDir()
	dir := filepath.Join(proxy, filepath.FromSlash(ModulePath), "@v")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(dir, release+".info"), fmt.Sprintf(`{"Version":%q,"Time":"2026-01-01T00:00:00Z"}`, release))
	writeFile(t, filepath.Join(dir, release+".mod"), readFile(t, filepath.Join(source.Dir, "go.mod")))
	file, err := os.Create(filepath.Join(dir, release+".zip"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(zip.CreateFromDir(file, module.Version{Path: ModulePath, Version: release}, source.Dir), file.Close()); err != nil {
		t.Fatal(err)
	}
	return proxy
}
