package settings

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"

	"github.com/sessionlint/sessionlint/internal/model"
)

// A variant is the same program written in another way. In its text, COOKIE
// stands for the fields of the literal and VALUE for the value of Secure.
type variant struct {
	name, body string
	lib        string // functions of another package, imported as lib
	weak       bool   // the engine may lose the value on the way
}

const handler = "func handle(w http.ResponseWriter, r *http.Request, token string) {\n%s\n}\n"

func variants() []variant {
	in := func(format string) string { return fmt.Sprintf(handler, format) }
	const lit = `http.Cookie{Name: "session", Value: token, Secure: VALUE}`
	return []variant{
		{name: "literal", body: in("http.SetCookie(w, &" + lit + ")")},
		{name: "renamed", body: strings.NewReplacer("token", "secret", "w,", "out,", "w ", "out ").Replace(in("http.SetCookie(w, &" + lit + ")"))},
		{name: "variable", body: in("c := " + lit + "\n\thttp.SetCookie(w, &c)")},
		{name: "fields", body: in("c := new(http.Cookie)\n\tc.Name = \"session\"\n\tc.Value = token\n\tc.Secure = VALUE\n\thttp.SetCookie(w, c)")},
		{name: "copied", body: in("b := " + lit + "\n\tc := b\n\tb.Secure = !b.Secure\n\thttp.SetCookie(w, &c)")},
		{name: "returned", body: in("http.SetCookie(w, build(r, token))") + "func build(r *http.Request, token string) *http.Cookie { return &" + lit + " }"},
		{name: "by value", body: in("c := build(r, token)\n\thttp.SetCookie(w, &c)") + "func build(r *http.Request, token string) http.Cookie { return " + lit + " }"},
		{name: "handed on", body: in("send(w, &"+lit+")") + "func send(w http.ResponseWriter, c *http.Cookie) { http.SetCookie(w, c) }"},
		{name: "parameter", body: in("send(w, token, VALUE)") + "func send(w http.ResponseWriter, token string, on bool) { http.SetCookie(w, &http.Cookie{Name: \"session\", Value: token, Secure: on}) }"},
		{name: "opposite", body: in("send(w, token, !VALUE)") + "func send(w http.ResponseWriter, token string, off bool) { http.SetCookie(w, &http.Cookie{Name: \"session\", Value: token, Secure: !off}) }"},
		{name: "struct", body: in("send(w, token, opts{VALUE})") + "type opts struct { on bool }\n\nfunc send(w http.ResponseWriter, token string, o opts) { http.SetCookie(w, &http.Cookie{Name: \"session\", Value: token, Secure: o.on}) }"},
		{name: "changed by helper", body: in("c := &http.Cookie{Name: \"session\", Value: token}\n\tset(r, c)\n\thttp.SetCookie(w, c)") + "func set(r *http.Request, c *http.Cookie) { c.Secure = VALUE }"},
		{name: "closure", body: in("c := &" + lit + "\n\tfunc() { http.SetCookie(w, c) }()")},
		{name: "changed by closure", body: in("c := &http.Cookie{Name: \"session\", Value: token}\n\tset := func() { c.Secure = VALUE }\n\tset()\n\thttp.SetCookie(w, c)")},
		{name: "deferred", body: in("c := &http.Cookie{Name: \"session\", Value: token}\n\tdefer http.SetCookie(w, c)\n\tc.Secure = VALUE")},
		{name: "generic", body: in("send(w, r, token)") + "func send[T ~string](w http.ResponseWriter, r *http.Request, token T) { http.SetCookie(w, &http.Cookie{Name: \"session\", Value: string(token), Secure: VALUE}) }"},
		{name: "method", body: in("(&jar{VALUE}).send(w, token)") + "type jar struct { on bool }\n\nfunc (j *jar) send(w http.ResponseWriter, token string) { http.SetCookie(w, &http.Cookie{Name: \"session\", Value: token, Secure: j.on}) }"},
		{name: "method value", body: in("send := jar{}.send\n\tsend(w, token, VALUE)") + "type jar struct{}\n\nfunc (jar) send(w http.ResponseWriter, token string, on bool) { http.SetCookie(w, &http.Cookie{Name: \"session\", Value: token, Secure: on}) }"},
		{name: "slice", weak: true, body: in("c := []bool{VALUE}\n\thttp.SetCookie(w, &http.Cookie{Name: \"session\", Value: token, Secure: c[0]})")},
		{name: "other package returns", body: in("http.SetCookie(w, lib.Build(r, token))"), lib: "func Build(r *http.Request, token string) *http.Cookie { return &" + lit + " }"},
		{name: "other package sends", body: in("lib.Send(w, &" + lit + ")"), lib: "func Send(w http.ResponseWriter, c *http.Cookie) { http.SetCookie(w, c) }"},
		{name: "other package decides", body: in("lib.Send(w, token, VALUE)"), lib: "func Send(w http.ResponseWriter, token string, on bool) { http.SetCookie(w, &http.Cookie{Name: \"session\", Value: token, Secure: on}) }"},
		{name: "other package inverts", body: in("lib.Send(w, token, !VALUE)"), lib: "func Send(w http.ResponseWriter, token string, off bool) { http.SetCookie(w, &http.Cookie{Name: \"session\", Value: token, Secure: !off}) }"},
		{name: "other package changes", body: in("c := &http.Cookie{Name: \"session\", Value: token}\n\tlib.Set(r, c)\n\thttp.SetCookie(w, c)"), lib: "func Set(r *http.Request, c *http.Cookie) { c.Secure = VALUE }"},
		{name: "other package says", body: in("http.SetCookie(w, &http.Cookie{Name: \"session\", Value: token, Secure: lib.Secure(r)})"), lib: "func Secure(r *http.Request) bool { return VALUE }"},
		{name: "other package says by another name", weak: true, body: in("http.SetCookie(w, &http.Cookie{Name: \"session\", Value: token, Secure: lib.On(r)})"), lib: "func On(r *http.Request) bool { return VALUE }"},
	}
}

// TestVariants writes programs in many ways: the verdict may weaken to
// unknown where that is said, and never flips.
func TestVariants(t *testing.T) {
	secure := []struct{ value, verdict string }{
		{"false", "off"}, {"true", "on"}, {"(r.TLS != nil)", "on"}, {`(os.Getenv("X") == "1")`, "unknown"}, {`(r.Method == "")`, "unknown"},
	}
	files := map[string]string{}
	for i, v := range variants() {
		for j, s := range secure {
			path := fmt.Sprintf("v%d_%d", i, j)
			if v.lib != "" {
				files[path+"/lib/lib.go"] = program("lib", "", v.lib, s.value)
			}
			files[path+"/v.go"] = program("v", "m.test/"+path+"/lib", v.body, s.value)
		}
	}
	done := analyze(t, files)
	for i, v := range variants() {
		for j, s := range secure {
			got := verdictOf(done, fmt.Sprintf("m.test/v%d_%d", i, j))
			if got != s.verdict && !(got == "unknown" && v.weak) {
				t.Errorf("%s with Secure %s: %s, want %s", v.name, s.value, got, s.verdict)
			}
		}
	}
}

var qualified = regexp.MustCompile(`\b(os|http|lib)\.[A-Z]`)

// program puts a package clause and the imports it needs before declarations.
func program(name, lib, body, value string) string {
	body = strings.ReplaceAll(body, "VALUE", value)
	imports := ""
	for _, path := range []string{"net/http", "os", lib} {
		base := path[strings.LastIndexByte(path, '/')+1:]
		for _, m := range qualified.FindAllStringSubmatch(body, -1) {
			if m[1] == base {
				imports += fmt.Sprintf("import %q\n", path)
				break
			}
		}
	}
	return "package " + name + "\n\n" + imports + "\n" + body + "\n"
}

// verdictOf sums up what a package, and the one below it, says of Secure.
func verdictOf(done map[string]*checker.Action, path string) string {
	verdicts := map[string]bool{}
	for _, pkg := range []string{path, path + "/lib"} {
		if done[pkg] == nil {
			continue
		}
		for _, c := range done[pkg].Result.(*Settings).Credentials() {
			secure := c.Get(model.Secure)
			_, bad := secure.Bad(Value.IsOn)
			switch {
			case !secure.Applies():
			case bad:
				verdicts["off"] = true
			case secure.On():
				verdicts["on"] = true
			}
		}
	}
	switch {
	case verdicts["off"] && verdicts["on"]:
		return "both"
	case verdicts["off"]:
		return "off"
	case verdicts["on"]:
		return "on"
	}
	return "unknown"
}
