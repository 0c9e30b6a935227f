package own

import (
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

func TestDir(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{
		"app/go.mod", "app/vendor/modules.txt", "work/go.work", "work/vendor/example.com/x/x.go",
		"home/vendor/app/go.mod", "sdk/src/runtime/proc.go", "sdk/src/builtin/builtin.go", "proj/src/runtime/run.go",
	} {
		write(t, filepath.Join(root, name), "")
	}
	tests := []struct {
		dir string
		own bool
	}{
		{"app", true},
		{"app/internal/web", true},
		{"app/src/net/http", true},
		{"app/vendor/github.com/gorilla/sessions", false},
		{"work/vendor/example.com/x", false},
		{"home/vendor/app", true}, // somebody's home, not a vendor directory
		{"home/vendor/app/internal", true},
		{"sdk/src/net/http", false},
		{"sdk/src/vendor/golang.org/x/net", false},
		{"sdk/src/cmd/go", false},
		{"sdk/test", true},
		{"proj/src/runtime", true}, // a package of that name does not make a distribution
		{"pkg/mod/github.com/gorilla/sessions@v1.4.0", false},
		{"pkg/mod/github.com/labstack/echo/v4@v4.15.0/middleware", false},
		{"pkg/mod/github.com/x/y@v0.0.0-20240101000000-abcdefabcdef/z", false},
		{"me@work/app", true},
		{"@v1/app", true},
	}
	for _, test := range tests {
		if got := Dir(filepath.Join(root, filepath.FromSlash(test.dir))); got != test.own {
			t.Errorf("Dir(%s) = %v, want %v", test.dir, got, test.own)
		}
	}
	if dir := filepath.Join(goroot(t), "src", "net", "http"); Dir(dir) {
		t.Errorf("Dir(%s) = true, want false: it is the standard library", dir)
	}
}

func TestPackage(t *testing.T) {
	const cached = "/go/pkg/mod/corp.example/auth@v1.2.3/cookie"
	tests := []struct {
		dir, path string
		modules   []string
		own       bool
	}{
		{cached, "corp.example/auth/cookie", nil, false},
		{cached, "corp.example/auth/cookie", []string{"corp.example/auth"}, true},
		{cached, "corp.example/auth/cookie", []string{"other.example"}, false},
		{"/home/me/app", "example.com/app", nil, true},
		{filepath.Join(goroot(t), "src", "fmt"), "fmt", []string{"*", "fmt"}, false},
		{filepath.Join(goroot(t), "src", "fmt"), "fmt", []string{"std"}, true},
		{filepath.Join(goroot(t), "src", "vendor", "golang.org", "x", "net"), "vendor/golang.org/x/net", []string{"std"}, false},
	}
	for _, test := range tests {
		if got := Package(test.dir, test.path, test.modules); got != test.own {
			t.Errorf("Package(%s, %s, %v) = %v, want %v", test.dir, test.path, test.modules, got, test.own)
		}
	}
}

func TestMatch(t *testing.T) {
	tests := []struct {
		pattern, path string
		match         bool
	}{
		{"corp.example", "corp.example/auth/cookie", true},
		{"corp.example/...", "corp.example/auth", true},
		{"corp.example/...", "corp.example", true},
		{"corp.example/auth", "corp.example/auth", true},
		{"corp.example/auth", "corp.example/authz", false},
		{"corp.example/auth", "corp.example", false},
		{"*.example/auth", "corp.example/auth/v2", true},
		{"*.example/*/v2", "corp.example/auth/v2/x", true},
		{"*", "net/http", true},
		{"...", "corp.example", false}, // too much: that would be every dependency
		{"", "corp.example", false},
		{"[", "[", false},
	}
	for _, test := range tests {
		if got := Match([]string{test.pattern}, test.path); got != test.match {
			t.Errorf("Match(%q, %q) = %v, want %v", test.pattern, test.path, got, test.match)
		}
	}
}

// TestPackageDir asks for the directory of real packages, among them one whose
// only file goes through cgo.
func TestPackageDir(t *testing.T) {
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(root, "go.mod"), "module own.test\n\ngo 1.25.0\n")
	write(t, filepath.Join(root, "plain/plain.go"), "package plain\n")
	write(t, filepath.Join(root, "native/native.go"), "package native\n\n// int one(void) { return 1; }\nimport \"C\"\n\nvar One = C.one()\n")
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax, Dir: root, Env: append(os.Environ(), "CGO_ENABLED=1")}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	for _, pkg := range pkgs {
		if len(pkg.Errors) > 0 {
			t.Skip("no C compiler here: ", pkg.Errors[0])
		}
	}
	dirs := map[string]string{}
	_, err = checker.Analyze([]*analysis.Analyzer{{
		Name: "dirs", Doc: "dirs", Run: func(pass *analysis.Pass) (any, error) {
			dirs[pass.Pkg.Name()] = PackageDir(pass)
			if !Is(pass, nil) {
				t.Errorf("%s is foreign", pass.Pkg.Path())
			}
			return nil, nil
		},
	}}, pkgs, &checker.Options{Sequential: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"plain", "native"} {
		if want := filepath.Join(root, name); dirs[name] != want {
			t.Errorf("directory of %s is %q, want %q", name, dirs[name], want)
		}
	}
}

func TestPackageDirWithoutFiles(t *testing.T) {
	pass := &analysis.Pass{Fset: token.NewFileSet(), Pkg: types.NewPackage("a", "a")}
	if dir := PackageDir(pass); dir != "" || Is(pass, nil) {
		t.Errorf("a package without files has directory %q and own %v", dir, Is(pass, nil))
	}
	pass.OtherFiles = []string{filepath.Join("x", "y.s")}
	if dir := PackageDir(pass); dir != "x" {
		t.Errorf("directory %q, want x", dir)
	}
}

func TestModuleRoot(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "app/go.mod"), "")
	write(t, filepath.Join(root, "app/sub/go.mod"), "")
	for dir, want := range map[string]string{"app": "app", "app/x/y": "app", "app/sub/z": "app/sub"} {
		if got, ok := ModuleRoot(filepath.Join(root, dir)); !ok || got != filepath.Join(root, want) {
			t.Errorf("ModuleRoot(%s) = %s, %v, want %s", dir, got, ok, want)
		}
	}
	if got, ok := ModuleRoot(root); ok {
		t.Errorf("ModuleRoot found %s above the temporary directory", got)
	}
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

func goroot(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}
