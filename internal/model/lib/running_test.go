package lib

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/internal/model"
)

// TestDefaults runs testdata/defaults against the pinned libraries, and
// against the older releases, and compares what they do with the data.
func TestDefaults(t *testing.T) {
	pinned, old := observed(t, "run", "./defaults"), observed(t, "run", "-modfile=old/go.mod", "-tags=old", "./defaults")
	x := NewIndex()
	for _, o := range []*observation{pinned, old} {
		for _, s := range o.Seen {
			for _, problem := range compare(x, o, s) {
				t.Errorf("%s %q: %s", s.Symbol, s.Case, problem)
			}
			sensitive(t, x, o, s)
		}
	}
	if len(old.Seen) == 0 || pinned.Versions[gorillaPkg] == old.Versions[gorillaPkg] {
		t.Errorf("the older releases did not run: %v", old.Versions)
	}
	covered(t, slices.DeleteFunc(All(), inWide), pinned)
}

// sensitive checks that a different observation would have been a problem.
func sensitive(t *testing.T, x *Index, o *observation, s seen) {
	t.Helper()
	for setting, want := range expected(x, o, s) {
		if _, ok := s.Got[setting.String()]; !ok || want == "elsewhere" {
			continue
		}
		other := seen{Symbol: s.Symbol, Case: s.Case, Got: maps.Clone(s.Got)}
		other.Got[setting.String()] = "something else"
		if len(compare(x, o, other)) == 0 {
			t.Errorf("%s %q: %v is not compared", s.Symbol, s.Case, setting)
		}
	}
}

// onlyRead lists the defaults that need a server to run: they were read in the
// source that their file names.
func onlyRead() []string {
	return []string{
		"github.com/zerodha/simplesessions/v3.New",
		"github.com/zerodha/simplesessions/v3.Options", // what the hook adds is the application's
		"github.com/zerodha/simplesessions/stores/postgres/v3.New",
		"github.com/zerodha/simplesessions/stores/postgres/v3.Opt",
		"github.com/gin-contrib/sessions/redis.NewStore",
		"github.com/gin-contrib/sessions/redis.NewStoreWithDB",
		"github.com/gin-contrib/sessions/redis.NewStoreWithPool",
		"github.com/gin-contrib/sessions/postgres.NewStore",
		"github.com/gin-contrib/sessions/gorm.NewStore",
		"github.com/hertz-contrib/sessions/redis.NewStore",
		"github.com/hertz-contrib/sessions/redis.NewStoreWithDB",
		"github.com/hertz-contrib/sessions/redis.NewStoreWithPool",
		"github.com/antonlindstrom/pgstore.NewPGStore",
		"github.com/antonlindstrom/pgstore.NewPGStoreFromPool",
		"github.com/boj/redistore.NewRediStore",
		"github.com/boj/redistore.NewRediStoreWithDB",
		"github.com/boj/redistore.NewRediStoreWithPool",
		"github.com/boj/redistore.NewRediStoreWithURL",
		"github.com/boj/redistore/v2.NewStore",
		"github.com/quasoft/memstore.NewMemStore",
		"github.com/rbcervilla/redisstore/v9.NewRedisStore",
		"github.com/srinathgs/mysqlstore.NewMySQLStore",
		"github.com/srinathgs/mysqlstore.NewMySQLStoreFromConnection",
		"github.com/wader/gormstore/v2.New",
		"github.com/wader/gormstore/v2.NewOptions",
		"github.com/kataras/iris/v12/context.CookieAllowSubdomains",   // depends on the host
		"(*github.com/kataras/iris/v12/context.Context).RemoveCookie", // also sends MaxAge and Expires, which are no defaults
	}
}

// covered checks that no default, zero value or force went unobserved.
func covered(t *testing.T, libs []*model.Library, o *observation) {
	t.Helper()
	seen := map[string]bool{}
	for _, s := range o.Seen {
		seen[s.Symbol] = true
		seen[s.Symbol+" "+s.Case] = true
	}
	want := map[string]bool{}
	for _, l := range libs {
		for _, f := range l.Funcs {
			want[f.Symbol] = len(f.Defaults) > 0 || f.Like != ""
			if len(f.Forces) > 0 && f.Role != model.CookieSet {
				want[f.Symbol+" force SameSite=None"] = true
			}
		}
		for _, typ := range l.Types {
			want[typ.Symbol] = slices.ContainsFunc(typ.Settings, func(f model.Field) bool { return f.Zero.Is != model.Unset })
		}
	}
	for symbol, needed := range want {
		read := slices.Contains(onlyRead(), symbol)
		// SetSecureCookie of the controller calls that of the context.
		if needed && !seen[symbol] && !read && symbol != "(*github.com/beego/beego/v2/server/web.Controller).SetSecureCookie" {
			t.Errorf("%s: its defaults are neither observed nor listed as only read", symbol)
		}
		if read && seen[symbol] {
			t.Errorf("%s: listed as only read, but it is observed", symbol)
		}
	}
}

// An observation is the output of testdata/defaults.
type observation struct {
	Versions map[string]string
	Seen     []seen
}

type seen struct {
	Symbol, Case string
	Got          map[string]string
}

func observed(t *testing.T, args ...string) *observation {
	t.Helper()
	o := new(observation)
	output(t, o, args...)
	return o
}

// output runs a program of testdata and decodes what it prints.
func output(t *testing.T, into any, args ...string) {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = "../../../testdata"
	cmd.Env = append(os.Environ(), "GOWORK=off")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	text, err := cmd.Output()
	if err != nil {
		t.Fatalf("go %v: %v\n%s", args, err, stderr.String())
	}
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatal(err)
	}
}
