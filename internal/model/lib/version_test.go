package lib

import (
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestVersion reads versions from the module cache, from a vendor directory
// and through a wrapper that imports the library.
func TestVersion(t *testing.T) {
	pinned := load(t, "../../../testdata", []string{gorillaPkg, "github.com/gin-contrib/sessions/cookie", "net/http", "sessionlint.test/src/deps"})
	old := load(t, "../../../testdata/old", []string{gorillaPkg})
	vendored := load(t, vendorOld(t), []string{gorillaPkg})
	for name, c := range map[string]struct {
		w    *world
		path string
		want string
	}{
		"pinned":    {pinned, gorillaPkg, "v1.4.0"},
		"old":       {old, gorillaPkg, "v1.2.2"},
		"vendored":  {vendored, gorillaPkg, "v1.2.2"},
		"std":       {pinned, "net/http", ""},
		"no object": {pinned, "sessionlint.test/src/deps", ""},
	} {
		got, known := Version(c.w.fset, c.w.pkgs[c.path])
		if got != c.want || known != (c.want != "") {
			t.Errorf("%s: got %q, %v, want %q", name, got, known, c.want)
		}
	}

	x := NewIndex()
	f := x.FuncNamed("github.com/gin-contrib/sessions/cookie.NewStore")
	for _, d := range x.DefaultsIn(f, pinned.fset, pinned.pkgs["github.com/gin-contrib/sessions/cookie"]) {
		if render(d) == "elsewhere" {
			t.Errorf("the version of gorilla/sessions below gin-contrib's cookie store is not found: %+v", d)
		}
	}
	if got := x.DefaultsIn(x.FuncNamed(gorillaPkg+".NewCookieStore"), vendored.fset, vendored.pkgs[gorillaPkg]); len(got) == 0 {
		t.Error("no defaults of the vendored library")
	}
}

// vendorOld makes a module that vendors the older releases.
func vendorOld(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, file := range []string{"go.mod", "go.sum", "src/deps/deps.go"} {
		text, err := os.ReadFile(filepath.Join("../../../testdata/old", file))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(file)), text, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "mod", "vendor")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go mod vendor: %v\n%s", err, text)
	}
	return dir
}

func TestCacheVersion(t *testing.T) {
	for file, want := range map[string]string{
		"/root/go/pkg/mod/github.com/gorilla/sessions@v1.4.0/store.go":                    "v1.4.0",
		"/home/me@v9/go/pkg/mod/github.com/!burnt!sushi/toml@v1.3.2/decode.go":            "v1.3.2",
		"github.com/gorilla/sessions@v1.2.2/store.go":                                     "v1.2.2", // -trimpath
		"/root/go/pkg/mod/github.com/x/y@v0.0.0-20220621081337-cb9428e4ac1e/sub/dir/z.go": "v0.0.0-20220621081337-cb9428e4ac1e",
		"/root/go/pkg/mod/github.com/dgrijalva/jwt-go@v3.2.0+incompatible/token.go":       "v3.2.0+incompatible",
		"/work/sessions/store.go":                                            "",
		"/work/sessions@main/store.go":                                       "",
		"C:/Users/me/go/pkg/mod/github.com/gorilla/sessions@v1.4.0/store.go": "v1.4.0",
		"/usr/local/go/src/net/http/cookie.go":                               "",
		"/work/app/vendor/github.com/gorilla/sessions/store.go":              "",
	} {
		if got, ok := cacheVersion(file); got != want || ok != (want != "") {
			t.Errorf("cacheVersion(%q) = %q, %v, want %q", file, got, ok, want)
		}
	}
}

func TestVendored(t *testing.T) {
	const list = `# github.com/gorilla/sessions v1.2.2
## explicit; go 1.20
github.com/gorilla/sessions
# github.com/a/b v1.0.0 => github.com/fork/b v1.5.0
github.com/a/b
github.com/a/b/sub
# github.com/c/d v1.0.0 => ../d
github.com/c/d
`
	for path, want := range map[string]string{
		"github.com/gorilla/sessions": "v1.2.2",
		"github.com/a/b/sub":          "v1.5.0",
		"github.com/c/d":              "",
		"github.com/e/f":              "",
	} {
		got, ok := vendored(list, path)
		if ok != (want != "") || ok && got != want {
			t.Errorf("vendored(%q) = %q, %v, want %q", path, got, ok, want)
		}
	}
}

// A package without positions, such as a synthetic one, has no version.
func TestVersionUnknown(t *testing.T) {
	pkg := types.NewPackage("example.com/p", "p")
	pkg.Scope().Insert(types.NewTypeName(token.NoPos, pkg, "T", types.Typ[types.Int]))
	if v, ok := Version(token.NewFileSet(), pkg); ok {
		t.Errorf("got %q", v)
	}
}
