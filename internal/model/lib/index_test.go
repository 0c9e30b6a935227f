package lib

import (
	"go/types"
	"testing"

	"github.com/sessionlint/sessionlint/internal/model"
)

// TestIndex looks methods up the way a call site finds them: promoted through
// embedding, through interfaces that embed others, and through aliases.
func TestIndex(t *testing.T) {
	w := load(t, "../../../testdata", []string{
		"net/http", "github.com/gin-contrib/sessions/cookie", "github.com/gofiber/fiber/v3", "github.com/kataras/iris/v12", "github.com/alexedwards/scs/v2",
	})
	x := NewIndex()
	for _, c := range []struct {
		on, method string
		role       model.Role
		symbol     string
	}{
		{"net/http.Cookie", "String", model.CookieString, "(*net/http.Cookie).String"},
		{"github.com/gin-contrib/sessions/cookie.Store", "Options", model.StoreSet, "(github.com/gin-contrib/sessions.Store).Options"},
		{"github.com/gin-contrib/sessions/cookie.Store", "Get", model.SessionLoad, "(github.com/gorilla/sessions.Store).Get"},
		{"github.com/gofiber/fiber/v3.Ctx", "Cookie", model.CookieSend, "(github.com/gofiber/fiber/v3.Ctx).Cookie"},
		{"github.com/kataras/iris/v12.Context", "SetCookieKV", model.CookieSend, "(*github.com/kataras/iris/v12/context.Context).SetCookieKV"},
		{"github.com/alexedwards/scs/v2.Session", "Token", model.SessionID, "(*github.com/alexedwards/scs/v2.SessionManager).Token"},
	} {
		f := x.Func(method(t, w, c.on, c.method))
		if f == nil || f.Role != c.role || f.Symbol != c.symbol {
			t.Errorf("method %s of %s: got %+v, want role %d of %s", c.method, c.on, f, c.role, c.symbol)
		}
	}
	if f := x.Func(method(t, w, "net/http.Cookie", "Valid")); f != nil {
		t.Errorf("Cookie.Valid has no role, got %+v", f)
	}
	if x.Func(nil) != nil || x.TypeOf(nil) != nil || x.Var(nil) != nil {
		t.Error("nothing is known of nil")
	}
}

func method(t *testing.T, w *world, typ, name string) *types.Func {
	t.Helper()
	on := w.object(typ)
	if on == nil {
		t.Fatalf("no type %s", typ)
	}
	recv := on.Type()
	if !types.IsInterface(recv) {
		recv = types.NewPointer(types.Unalias(recv))
	}
	if p, ok := types.Unalias(on.Type()).(*types.Pointer); ok {
		recv = p
	}
	obj, _, _ := types.LookupFieldOrMethod(recv, true, on.Pkg(), name)
	fn, _ := obj.(*types.Func)
	if fn == nil {
		t.Fatalf("no method %s of %s", name, typ)
	}
	return fn
}

func TestIndexTypes(t *testing.T) {
	w := load(t, "../../../testdata", []string{"net/http", "github.com/kataras/iris/v12", "github.com/alexedwards/scs/v2"})
	x := NewIndex()
	cookie := w.object("net/http.Cookie").Type()
	for name, typ := range map[string]types.Type{
		"itself": cookie, "pointer": types.NewPointer(cookie), "alias": w.object("github.com/kataras/iris/v12.Cookie").Type(),
	} {
		if got := x.TypeOf(typ); got == nil || got.Kind != model.Cookie {
			t.Errorf("%s: got %+v, want the cookie of net/http", name, got)
		}
	}
	if got := x.TypeOf(types.Typ[types.String]); got != nil {
		t.Errorf("string: got %+v", got)
	}
	if got := x.TypeOf(types.Universe.Lookup("error").Type()); got != nil {
		t.Errorf("error: got %+v", got)
	}
	option, _ := w.object("github.com/kataras/iris/v12.CookieSecure").(*types.Var)
	if v := x.Var(option); v == nil || x.FuncNamed(v.Func) == nil {
		t.Errorf("iris.CookieSecure: got %+v, want a variable that holds an option", v)
	}
	if got := x.LibraryOf("github.com/alexedwards/scs/v2.New"); got != "scs" {
		t.Errorf("library of scs.New: %q", got)
	}
	if x.Anchor("net/http") == nil || x.Anchor("net/url") != nil {
		t.Error("net/http is an anchor, net/url is none")
	}
}

// TestIndexTokens looks up what is known of fields, variables and types.
func TestIndexTokens(t *testing.T) {
	const echo, jose = "github.com/labstack/echo-jwt/v4", "github.com/go-jose/go-jose/v4"
	const request = "github.com/golang-jwt/jwt/v5/request"
	w := load(t, "../../../testdata", []string{echo, jose, request, "crypto/rand"})
	x := NewIndex()
	config := types.NewPointer(w.object(echo + ".Config").Type())
	if k := x.KeyField(config, "SigningKey"); k == nil || x.LibraryOf(k.Symbol) != "echo-jwt" {
		t.Errorf("SigningKey of echo-jwt: %+v", k)
	}
	if f := x.LookupField(config, "TokenLookup"); f == nil || f.Default != "header:Authorization" {
		t.Errorf("TokenLookup of echo-jwt: %+v", f)
	}
	if x.KeyField(config, "TokenLookup") != nil || x.LookupField(config, "SigningKey") != nil || x.KeyField(nil, "SigningKey") != nil {
		t.Error("a lookup is no key, a key is no lookup, nothing has no fields")
	}
	if k := x.KeyField(w.object(jose+".SigningKey").Type(), "Key"); k == nil {
		t.Error("Key of go-jose is not found")
	}
	if v := x.VarOf(w.object(request + ".ArgumentExtractor").Type()); v == nil || v.Role != model.QueryLookup {
		t.Errorf("ArgumentExtractor: %+v", v)
	}
	reader, _ := w.object("crypto/rand.Reader").(*types.Var)
	if v := x.Var(reader); v == nil || v.Role != model.RandStrong {
		t.Errorf("rand.Reader: %+v", v)
	}
}

// A process runs for each package and makes what it looks up: here what a web
// server of the standard library needs, against everything.
func BenchmarkIndex(b *testing.B) {
	b.Run("net/http", func(b *testing.B) {
		for b.Loop() {
			x := NewIndex()
			x.page("net/http")
			x.page("fmt")
		}
	})
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			x := NewIndex()
			for path := range Contents() {
				x.page(path)
			}
		}
	})
}

func TestDefaultsByVersion(t *testing.T) {
	x := NewIndex()
	for _, f := range []string{"github.com/gorilla/sessions.NewCookieStore", "github.com/gin-contrib/sessions/cookie.NewStore"} {
		fn := x.FuncNamed(f)
		if d := x.Decider(fn); d == nil || d.Module != gorillaPkg {
			t.Errorf("%s: decided by %v, want gorilla/sessions", f, d)
		}
		for _, c := range []struct {
			version          string
			known            bool
			secure, sameSite string
		}{
			{"v1.1.1", true, "false", "unset"},
			{"v1.2.2", true, "false", "unset"},
			{"v1.3.0-0.20230101000000-000000000000", true, "false", "unset"},
			{"v1.3.0", true, "true", "None"},
			{"v1.4.0", true, "true", "None"},
			{"", false, "elsewhere", "elsewhere"},
		} {
			got := map[model.Setting]string{}
			for _, d := range x.Defaults(fn, c.version, c.known) {
				if _, twice := got[d.Setting]; twice {
					t.Errorf("%s %s: two defaults of %v", f, c.version, d.Setting)
				}
				got[d.Setting] = render(d)
			}
			if got[model.Secure] != c.secure || got[model.SameSite] != c.sameSite || got[model.Path] != "/" || got[model.MaxAge] != "720h0m0s" {
				t.Errorf("%s %s: got %v, want Secure %s, SameSite %s", f, c.version, got, c.secure, c.sameSite)
			}
		}
	}
}
