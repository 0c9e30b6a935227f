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
	code := map[string]string{}
	for _, item := range items {
		if item.Edition != catalogue.ASVS5 { // which borrows the code of the others
			code["x"+strings.ReplaceAll(item.ID, ".", "_")] = item.Good
		}
	}
	whole := run(t, code)
	variants, of := map[string]string{}, map[string]claim{}
	for name, a := range whole {
		for item := range met(a) {
			for n, text := range withoutLines(code[name], a, item) {
				variant := fmt.Sprintf("%s_%s_%d", name, strings.NewReplacer(".", "_", " ", "_").Replace(item), n)
				variants[variant], of[variant] = text, claim{name, item}
			}
		}
	}
	lost, seen := map[claim]bool{}, map[string]bool{}
	for variant, a := range run(t, variants) {
		c := of[variant]
		before, now := met(whole[c.pkg])[c.item], met(a)[c.item]
		if len(a.Problems) == 0 && (now == nil || len(now.Proof) < len(before.Proof)) { // one of several proofs
			lost[c] = true
		}
	}
	for name, a := range whole {
		for item := range met(a) {
			seen[item] = true
			if !lost[claim{name, item}] {
				t.Errorf("%s is met by the code of %s whatever line is removed", item, name)
			}
		}
	}
	t.Logf("met somewhere: %v", slices.Sorted(maps.Keys(seen)))
	if len(seen) < 15 {
		t.Errorf("only %d items are met", len(seen))
	}
}

// A claim is an item that a package meets.
type claim struct{ pkg, item string }

// run assesses each package by itself, as if it were the whole program. A
// package that does not compile has a problem.
func run(t *testing.T, code map[string]string) map[string]*assess.Assessment {
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
		inputs[name] = &assess.Input{Edition: catalogue.ASVS4, Level: 3, Packages: 1}
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
	all := map[string]*assess.Assessment{}
	for name, in := range inputs {
		if all[name], err = assess.New(*in); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// met returns the items that an assessment says are met.
func met(a *assess.Assessment) map[string]*assess.Item {
	found := map[string]*assess.Item{}
	for _, s := range a.Sections {
		for _, i := range s.Items {
			if i.Status == assess.Met {
				found[i.Edition+" "+i.ID] = i
			}
		}
	}
	return found
}

// withoutLines returns the code without each of the lines that prove an item,
// by the number of the line. What is used elsewhere, or opens a block, is
// changed instead of removed.
func withoutLines(code string, a *assess.Assessment, item string) map[int]string {
	variants := map[int]string{}
	for _, site := range a.At(met(a)[item].Proof) {
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
	} {
		if strings.Contains(line, change[0]) {
			list = append(list, strings.Replace(line, change[0], change[1], 1))
		}
	}
	return list
}
