package assess_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/internal/assess"
	"github.com/sessionlint/sessionlint/internal/catalogue"
	"github.com/sessionlint/sessionlint/internal/options"
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
	code, known := further(), map[string]bool{}
	for _, item := range items {
		if !known[item.Good] { // some borrow the code of others
			known[item.Good] = true
			code[packageOf(item.Ref())] = item.Good
		}
	}
	whole := run(t, code)
	variants, of := map[string]string{}, map[string]string{} // the item, by variant
	tried := map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(whole)) {
		a := whole[name]
		for item := range met(a) {
			if tried[item]++; tried[item] > 2 && name != packageName(item) {
				continue // the same line of other code
			}
			for n, text := range withoutLines(code[name], a, item) {
				variant := fmt.Sprintf("%s_%s_%d", name, packageName(item), n)
				variants[variant], of[variant] = text, item
			}
		}
	}
	lost, seen := map[string]bool{}, map[string]bool{}
	for variant, a := range run(t, variants) {
		if len(a[0].Problems) == 0 && met(a)[of[variant]] == nil {
			lost[of[variant]] = true
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
		if _, never := neverIs()[isMet][item.Ref().String()]; seen[item.Ref().String()] == never {
			t.Errorf("%s is met: %v, and listed as never met: %v", item.Ref(), !never, never)
		}
	}
}

// withoutLines returns the code without each of the lines that prove an item,
// by the number of the line. What is used elsewhere, or opens a block, is
// changed instead of removed.
func withoutLines(code string, list []*assess.Assessment, item string) map[int]string {
	variants := map[int]string{}
	code, beside := split(code)
	for _, site := range list[0].At(met(list)[item].Proof) {
		for _, line := range site.Code {
			if filepath.Base(line.File) == "code.go" {
				for i, text := range weaker(line.Text) {
					lines := strings.Split(code, "\n")
					lines[line.Line-2] = text
					variant := strings.Join(lines, "\n")
					if _, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+variant, 0); err == nil {
						variants[line.Line*100+i] = variant + beside
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
		{"sha256.Sum256(", "("},
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
		{"FROM oauth_grants", "FROM carts"},
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
