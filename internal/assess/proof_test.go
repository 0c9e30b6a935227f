package assess_test

import (
	"context"
	"fmt"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzers"
	"github.com/sessionlint/sessionlint/internal/assess"
	"github.com/sessionlint/sessionlint/internal/catalogue"
	"github.com/sessionlint/sessionlint/internal/catalogue/examples"
	"github.com/sessionlint/sessionlint/internal/driver"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/own"
	"github.com/sessionlint/sessionlint/internal/report"
)

// TestProofs assesses the good code of each item of the catalogue, with the
// real libraries. Whatever is met there is met because of a line that the
// report names: without one of the lines it is not met any more.
func TestProofs(t *testing.T) {
	if testing.Short() {
		t.Skip("downloads and compiles libraries")
	}
	if err := options.Analyzer.Flags.Set("level", "3"); err != nil {
		t.Fatal(err)
	}
	items, err := catalogue.Items()
	if err != nil {
		t.Fatal(err)
	}
	code, known := map[string]string{}, map[string]bool{}
	for _, item := range items {
		if !known[item.Good] { // some borrow the code of others
			known[item.Good] = true
			code["x"+strings.NewReplacer(".", "_", " ", "_").Replace(item.Ref().String())] = item.Good
		}
	}
	whole := run(t, code)
	variants, of := map[string]string{}, map[string]claim{}
	tried := map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(whole)) {
		a := whole[name]
		for item := range met(a) {
			own := "x" + strings.NewReplacer(".", "_", " ", "_").Replace(item)
			if tried[item]++; tried[item] > 2 && name != own {
				continue // the same line of other code
			}
			for n, text := range withoutLines(code[name], a, item) {
				variant := fmt.Sprintf("%s_%s_%d", name, strings.NewReplacer(".", "_", " ", "_").Replace(item), n)
				variants[variant], of[variant] = text, claim{name, item}
			}
		}
	}
	lost, seen := map[string]bool{}, map[string]bool{}
	for variant, a := range run(t, variants) {
		c := of[variant]
		before, now := met(whole[c.pkg])[c.item], met(a)[c.item]
		if len(a[0].Problems) == 0 && (now == nil || len(now.Proof) < len(before.Proof)) { // one of several proofs
			lost[c.item] = true
		}
	}
	for _, a := range whole {
		for item := range met(a) {
			if !seen[item] && !lost[item] {
				t.Errorf("%s is met whatever line is removed", item)
			}
			seen[item] = true
		}
	}
	for _, item := range items {
		if _, never := neverMet()[item.Ref().String()]; len(item.Proof) > 0 && seen[item.Ref().String()] == never {
			t.Errorf("%s is met: %v, and listed as never met: %v", item.Ref(), !never, never)
		}
	}
}

// neverMet lists the items with rules that may prove them which no code of the
// catalogue meets, with the reason.
func neverMet() map[string]string {
	const nothing, files = "what is not done leaves no trace: sites are violations only", "what is shipped is in files beside the code: see TestProofOfScripts"
	return map[string]string{
		"4.0.3 3.2.3": files,
		"5.0 14.3.3":  files,
		"5.0 10.4.5":  "opaque refresh tokens leave no site: only those that are verified and made anew do",
		"5.0 10.7.3":  "the code has no list of grants",
		"5.0 16.2.5":  "a part of a hash is not seen as one",
		"further S2":  "a part of a hash is not seen as one",
		"further S6":  "a type alone shows nothing",
		"further V5":  "a hash that is kept in an array is not seen as one",
		"further S21": nothing,
		"further V1":  nothing,
	}
}

// A claim is an item that a package meets.
type claim struct{ pkg, item string }

// run assesses each package by itself, as if it were the whole program, against
// both editions. A package that does not compile has a problem.
func run(t *testing.T, code map[string]string) map[string][]*assess.Assessment {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if err := examples.Write(filepath.Join("..", ".."), dir, code); err != nil {
		t.Fatal(err)
	}
	res, err := driver.Run(context.Background(), &driver.Config{
		Dir: dir, Patterns: []string{"./..."}, Analyzers: analyzers.All(),
		Own: func(dir, path string) bool { return own.Package(dir, path, nil) },
	})
	if err != nil {
		t.Fatal(err)
	}
	sources := report.NewSources(dir)
	inputs := map[string]*assess.Input{}
	for name := range code {
		inputs[name] = &assess.Input{Level: 3, Packages: 1}
		for _, a := range analyzers.All() {
			inputs[name].Rules = append(inputs[name].Rules, a.Name)
		}
	}
	for _, p := range res.Problems {
		if in := inputs[filepath.Base(p.Package)]; in != nil {
			in.Problems = append(in.Problems, report.Problem(p))
		}
	}
	for _, s := range res.Sites {
		in := inputs[filepath.Base(s.Package)]
		event := sources.Site(res.Fset, s.Site, s.Package, s.URL())
		in.Sites = append(in.Sites, &assess.Site{Site: *event, Code: sources.Code(event)})
	}
	all := map[string][]*assess.Assessment{}
	for name, in := range inputs {
		for _, in.Edition = range []catalogue.Edition{catalogue.ASVS4, catalogue.ASVS5} {
			a, err := assess.New(*in)
			if err != nil {
				t.Fatal(err)
			}
			all[name] = append(all[name], a)
		}
	}
	return all
}

// met returns the items that assessments say are met.
func met(list []*assess.Assessment) map[string]*assess.Item {
	found := map[string]*assess.Item{}
	for _, a := range list {
		for _, s := range a.Sections {
			for _, i := range s.Items {
				if i.Status == assess.Met {
					found[i.Edition+" "+i.ID] = i
				}
			}
		}
	}
	return found
}

// withoutLines returns the code without each of the lines that prove an item,
// by the number of the line. What is used elsewhere, or opens a block, is
// changed instead of removed.
func withoutLines(code string, list []*assess.Assessment, item string) map[int]string {
	variants := map[int]string{}
	for _, site := range list[0].At(met(list)[item].Proof) {
		for _, line := range site.Code {
			if filepath.Base(line.File) == "code.go" {
				for i, text := range weaker(line.Text) {
					lines := strings.Split(code, "\n")
					lines[line.Line-2] = text
					variant := strings.Join(lines, "\n")
					if _, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+variant, 0); err == nil {
						variants[line.Line*100+i] = variant
					}
				}
			}
		}
	}
	return variants
}

// weaker returns what may stand in the place of a line.
func weaker(line string) []string {
	list := []string{""}
	for _, change := range [][2]string{
		{"Secure: true,", ""},
		{"HttpOnly: true,", ""},
		{"SameSite: http.SameSiteLaxMode", ""},
		{"SameSite: http.SameSiteStrictMode", ""},
		{`Path: "/",`, ""},
		{"CookieHTTPOnly: true", ""},
		{"CookieSecure: true, ", ""},
		{"rand.Text()", `"constant"`},
		{`Name: "__Host-sid"`, `Name: "sid", Domain: "example.com"`},
		{`"header:Authorization:Bearer ,cookie:jwt"`, `"query:jwt"`},
		{`"session expired"`, "token"},
		{"rand.Read(b)", "copy(b, key)"},
		{"32)", "4)"},
		{"subtle.ConstantTimeCompare([]byte(r.Header.Get(\"X-API-Key\")), []byte(apiKey)) == 1", "r.Header.Get(\"X-API-Key\") == apiKey"},
		{`Path: "/",`, `Path: "/", Domain: "example.com",`},
		{"m := scs.New()", "m := scs.New(); m.Cookie.HttpOnly, m.Cookie.SameSite, m.Cookie.Domain = false, 0, \"example.com\""},
		{`"login failed"`, `r.Header.Get("Authorization")`},
		{`"internal error"`, `r.Header.Get("Authorization")`},
		{`, oauth2.SetAuthURLParam("max_age", "3600")`, ""},
		{"<= time.Hour+time.Minute", "<= 0"},
		{"12 * time.Hour", "60 * 24 * time.Hour"},
		{"sm.RenewToken(r.Context())", "error(nil)"},
		{"sm.Destroy(r.Context())", "error(nil)"},
		{"s.Save(r, w)", "error(nil)"},
		{"verifier.Verify(", "unverified("},
		{"sessions.NewCookieStore(key)", `func() *sessions.CookieStore { s := sessions.NewCookieStore(key); s.Options.Domain = "example.com"; return s }()`},
		{`jwt.WithAudience("shop")`, ""},
		{`jwt.WithAudience("our-client-id")`, ""},
		{`c.Type != "access"`, "c.User == \"\""},
		{` || id.Nonce != sm.PopString(r.Context(), "oauth_nonce")`, ""},
		{`sm.GetString(r.Context(), "uid") == ""`, `r.Header.Get("X-User") == ""`},
		{"DELETE FROM refresh_tokens", "DELETE FROM carts"},
		{"DELETE FROM sessions", "DELETE FROM carts"},
		{"DELETE FROM oauth_tokens", "DELETE FROM carts"},
		{"FROM sessions WHERE user_id=$1", "FROM carts WHERE user_id=$1"},
		{"a.loggedInAt", "time.Now()"},
		{"bcrypt.CompareHashAndPassword(u.Hash, []byte(r.PostFormValue(\"current\")))", "error(nil)"},
		{"sessions.NewCookieStore(key)", "sessions.NewFilesystemStore(\"\", key)"},
		{"jwt.WithExpirationRequired(),", ""},
		{"jwt.WithValidMethods([]string{\"EdDSA\"}), ", ""},
		{", ExpiresAt: jwt.NewNumericDate(time.Now().Add(15 * time.Minute))", ""},
		{`r.FormValue("state") != state`, `r.FormValue("state") == ""`},
	} {
		if strings.Contains(line, change[0]) {
			list = append(list, strings.Replace(line, change[0], change[1], 1))
		}
	}
	return list
}
