package lib

import (
	"slices"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/internal/model"
)

// TestModels resolves every symbol, field, argument and default of the data in
// the pinned libraries.
func TestModels(t *testing.T) {
	libs := slices.DeleteFunc(All(), func(l *model.Library) bool { return inTail(l) || inWide(l) || unfetched()[l.Module] != "" })
	w := load(t, "../../../testdata", pathsOf(libs))
	for _, problem := range newChecker(w, All()).all(libs) {
		t.Error(problem)
	}
}

// TestModelsOnce: no symbol is listed twice, by whichever library.
func TestModelsOnce(t *testing.T) {
	owner := map[string]string{}
	for _, l := range All() {
		for _, s := range append(symbolsOf(l), fieldsOf(l)...) {
			if other, taken := owner[s]; taken {
				t.Errorf("%s: listed by %s and by %s", s, other, l.Name)
			}
			owner[s] = l.Name
		}
	}
}

// TestModelsTail does the same for the libraries that do not fit into the
// module of the fixtures.
func TestModelsTail(t *testing.T) {
	if testing.Short() {
		t.Skip("the long tail of libraries takes long to build")
	}
	libs := tail()
	w := load(t, "../../../testdata/tail", pathsOf(libs))
	for _, problem := range newChecker(w, All()).all(libs) {
		t.Error(problem)
	}
}

// tail are the libraries of testdata/tail/go.mod, which requires versions that
// testdata/go.mod must not have.
func tail() []*model.Library {
	return slices.DeleteFunc(All(), func(l *model.Library) bool { return !inTail(l) })
}

func inTail(l *model.Library) bool {
	return slices.Contains([]string{
		"github.com/appleboy/gin-jwt/v2",
		"github.com/appleboy/gin-jwt/v3",
		"github.com/charmbracelet/log",
		"github.com/gofiber/contrib/v3/jwt",
		"github.com/hertz-contrib/jwt",
		"github.com/lestrrat-go/jwx/v3",
		"k8s.io/apimachinery",
	}, l.Module) || l.Name == logrusSplit().Name
}

// TestModelsOld does the same with the older releases: what is missing there
// must be known to be newer.
func TestModelsOld(t *testing.T) {
	libs := []*model.Library{gorilla(), securecookie()}
	w := load(t, "../../../testdata/old", pathsOf(libs))
	want := []string{"github.com/gorilla/sessions.Options: no field Partitioned"} // since v1.4.0
	if got := newChecker(w, All()).all(libs); !slices.Equal(got, want) {
		t.Errorf("problems in the old releases:\n got %q\nwant %q", got, want)
	}
}

// TestModelsNegative damages the data in every way that the checks should see.
func TestModelsNegative(t *testing.T) {
	w := load(t, "../../../testdata", pathsOf([]*model.Library{standard(), gin(), gorilla()}))
	damages := map[string]func(l *model.Library){
		"symbol":        func(l *model.Library) { l.Funcs[0].Symbol += "X" },
		"receiver kind": func(l *model.Library) { l.Funcs[0].Symbol = strings.Replace(l.Funcs[0].Symbol, "(*", "(", 1) },
		"twice":         func(l *model.Library) { l.Funcs = append(l.Funcs, l.Funcs[0]) },
		"no role":       func(l *model.Library) { l.Funcs[0].Role = model.NoRole },
		"range":         func(l *model.Library) { l.Funcs[0].Args[6].Index = 7 },
		"slot":          func(l *model.Library) { l.Funcs[0].Args[5].Slot = model.ArgName },
		"form":          func(l *model.Library) { l.Funcs[0].Args[2].Form = model.Nanos },
		"same index":    func(l *model.Library) { l.Funcs[0].Args[1].Index = 0 },
		"like":          func(l *model.Library) { l.Funcs[0].Like = "gin.Nothing" },
		"result type":   func(l *model.Library) { l.Funcs[0].Type = "gin.Nothing" },
		"default state": func(l *model.Library) { l.Funcs[0].Defaults = []model.Default{{Setting: model.Path, Is: model.Text}} },
		"version": func(l *model.Library) {
			l.Funcs[0].Defaults = []model.Default{{Setting: model.Secure, Is: model.On, Since: "1.3"}}
		},
		"default twice": func(l *model.Library) {
			l.Funcs[0].Defaults = []model.Default{{Setting: model.Secure, Is: model.On}, {Setting: model.Secure}}
		},
		"type":      func(l *model.Library) { l.Types = []model.Type{{Symbol: "net/http.Cake", Kind: model.Cookie}} },
		"type kind": func(l *model.Library) { l.Types = []model.Type{{Symbol: "net/http.Cookie"}} },
		"field": func(l *model.Library) {
			l.Types = []model.Type{{Symbol: "net/http.Cookie", Kind: model.Cookie, Settings: []model.Field{{Path: "HTTPOnly", Setting: model.HTTPOnly}}}}
		},
		"field form": func(l *model.Library) {
			l.Types = []model.Type{{Symbol: "net/http.Cookie", Kind: model.Cookie, Settings: []model.Field{{Path: "MaxAge", Setting: model.MaxAge}}}}
		},
		"field words": func(l *model.Library) {
			l.Types = []model.Type{{Symbol: "net/http.Cookie", Kind: model.Cookie, Settings: []model.Field{{Path: "Path", Setting: model.SameSite, Form: model.Word}}}}
		},
		"var":    func(l *model.Library) { l.Vars = []model.Var{{Symbol: "net/http.NoBody", Role: model.SettingOption}} },
		"anchor": func(l *model.Library) { l.Anchors = []string{"github.com/gin-gonic/rum"} },
		"doc":    func(l *model.Library) { l.Doc = "" },

		"role without slot": func(l *model.Library) { l.Funcs[0].Role, l.Funcs[0].Defaults = model.Redirect, nil },
		"bits of nothing":   func(l *model.Library) { l.Funcs[0].PerUnit = 8 },
		"too many bits":     func(l *model.Library) { l.Funcs[0].Bits = -1 },
		"length":            func(l *model.Library) { l.Funcs[0].Args = slots(model.ArgLength, 0) },
		"reader":            func(l *model.Library) { l.Funcs[0].Args = slots(model.ArgReader, 0) },
		"half a comparison": func(l *model.Library) { l.Funcs[0].Args = slots(model.ArgLeft, 0) },
		"key":               func(l *model.Library) { l.Funcs[0].Args = secrets(2) },
		"not text":          func(l *model.Library) { l.Funcs[0].Role, l.Funcs[0].Args = model.Encode, values(2) },
		"query":             func(l *model.Library) { l.Funcs[0].Query = true },
		"no anchors":        func(l *model.Library) { l.Anchors = nil },
		"key field":         func(l *model.Library) { l.Keys = keyFields("net/http.Cookie.", "Kex") },
		"key of a bool":     func(l *model.Library) { l.Keys = keyFields("net/http.Cookie.", "Secure") },
		"key of nothing":    func(l *model.Library) { l.Keys = keyFields("net/http.Cake.", "Key") },
		"key twice":         func(l *model.Library) { l.Keys = keyFields("net/http.Cookie.", "Value Value") },
		"lookup":            func(l *model.Library) { l.Lookups = []model.LookupField{{Symbol: "net/http.Cookie.Lookup"}} },
		"lookup of nowhere": func(l *model.Library) {
			l.Lookups = []model.LookupField{{Symbol: "net/http.Cookie.Value", Default: "header"}}
		},
		"bearer":             func(l *model.Library) { l.Bearers = []model.Bearer{{Symbol: "net/http.Nothing", Act: model.BearerNew}} },
		"bearer without act": func(l *model.Library) { l.Bearers = []model.Bearer{{Symbol: "net/http.SetCookie"}} },
		"bearer argument": func(l *model.Library) {
			l.Bearers = []model.Bearer{{Symbol: "net/http.SetCookie", Act: model.BearerVerify, Args: slots(model.ArgToken, 2)}}
		},
		"bearer token": func(l *model.Library) {
			l.Bearers = []model.Bearer{{Symbol: "net/http.SetCookie", Act: model.BearerVerify, Args: slots(model.ArgToken, 0)}}
		},
		"bearer field": func(l *model.Library) {
			l.BearerFields = []model.BearerField{{Symbol: "net/http.Cookie.Exp", Claim: "exp"}}
		},
		"bearer field of none": func(l *model.Library) { l.BearerFields = []model.BearerField{{Symbol: "net/http.Cookie.Value"}} },
		"var that is none":     func(l *model.Library) { l.Vars = []model.Var{{Symbol: "net/http.SetCookie", Role: model.QueryLookup}} },
	}
	for name, damage := range damages {
		l := gin()
		if problems := newChecker(w, []*model.Library{standard(), l}).all([]*model.Library{l}); len(problems) > 0 {
			t.Fatalf("before the damage: %q", problems)
		}
		damage(l)
		if problems := newChecker(w, []*model.Library{standard(), l}).all([]*model.Library{l}); len(problems) == 0 {
			t.Errorf("%s: the damage is not seen", name)
		}
	}
}
