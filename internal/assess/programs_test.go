package assess_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzers"
	"github.com/sessionlint/sessionlint/internal/assess"
	"github.com/sessionlint/sessionlint/internal/catalogue"
	"github.com/sessionlint/sessionlint/internal/catalogue/examples"
	"github.com/sessionlint/sessionlint/internal/driver"
	"github.com/sessionlint/sessionlint/internal/own"
	"github.com/sessionlint/sessionlint/internal/report"
	"github.com/sessionlint/sessionlint/passes/survey"
)

// further are programs for what the code of the catalogue does not show. Files
// beside the code follow it.
func further() map[string]string {
	return map[string]string{
		"hashed_in_log": `
func trace(r *http.Request) {
	slog.Info("request", "session", fmt.Sprintf("%x", sha256.Sum256([]byte(r.Header.Get("Authorization")))))
}`,
		"hashed_at_rest": `
func start(w http.ResponseWriter, uid int64) error {
	token := rand.Text()
	_, err := db.Exec("INSERT INTO sessions(token, user_id) VALUES($1, $2)", fmt.Sprintf("%x", sha256.Sum256([]byte(token))), uid)
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Value: token, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	return err
}`,
		"remembered_apart": `
func remember(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "remember_me", Value: token, MaxAge: 3600, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}`,
		"refreshed_once": `
func refresh(ctx context.Context, raw string) (string, error) {
	c := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, c, keyFunc, jwt.WithValidMethods([]string{"EdDSA"}), jwt.WithExpirationRequired()); err != nil {
		return "", err
	}
	if err := db.QueryRowContext(ctx, "DELETE FROM refresh_tokens WHERE id = $1 RETURNING user_id", c.ID).Scan(&c.Subject); err != nil {
		return "", err
	}
	c.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Hour))
	return jwt.NewWithClaims(jwt.SigningMethodEdDSA, c).SignedString(private)
}`,
		"grants_in_hand": `
func grants(w http.ResponseWriter, r *http.Request) {
	rows, err := db.Query("SELECT client, scope FROM oauth_grants WHERE user_id=$1", currentUser(r).ID)
	answer(w, rows, err)
}

func withdraw(w http.ResponseWriter, r *http.Request) {
	_, err := db.Exec("DELETE FROM oauth_grants WHERE id=$1 AND user_id=$2", r.PathValue("id"), currentUser(r).ID)
	reply(w, err)
}

func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /account/grants", grants)
	mux.HandleFunc("DELETE /account/grants/{id}", withdraw)
	return mux
}`,
		"provider_of_unknown_times": `
var times interface{ Of(user string) time.Time }

func (a authRequest) GetAuthTime() time.Time { return times.Of(a.GetSubject()) }`,
		"scripts_shipped": `
//go:embed static
var files embed.FS

func serve(w http.ResponseWriter, token string) http.Handler {
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Value: token, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	return http.FileServerFS(files)
}
-- static/app.js --
document.title = "shop";
`,
	}
}

// packageOf is the name of a package for the code of an item.
func packageOf(ref catalogue.Ref) string { return packageName(ref.String()) }

func packageName(item string) string {
	return "x" + strings.NewReplacer(".", "_", " ", "_").Replace(item)
}

// run assesses each package by itself, as if it were the whole program, against
// both editions. A package that does not compile has a problem.
func run(t *testing.T, code map[string]string) map[string][]*assess.Assessment {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	alone := map[string]string{}
	for name, text := range code {
		text, beside := split(text)
		alone[name] = text
		if file, data, ok := strings.Cut(strings.TrimPrefix(beside, "\n-- "), " --\n"); ok {
			write(t, filepath.Join(dir, name, file), data)
		}
	}
	if err := examples.Write(filepath.Join("..", ".."), dir, alone); err != nil {
		t.Fatal(err)
	}
	res, err := driver.Run(context.Background(), &driver.Config{
		Dir: dir, Patterns: []string{"./..."}, Analyzers: analyzers.All(), Also: []*analysis.Analyzer{survey.Analyzer},
		Own: func(dir, path string) bool { return own.Package(dir, path, nil) },
	})
	if err != nil {
		t.Fatal(err)
	}
	sources := report.NewSources(dir)
	inputs := map[string]*assess.Input{}
	for name := range code {
		inputs[name] = &assess.Input{Level: 3, Packages: 1, Present: map[catalogue.Need]string{}}
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
	for _, part := range res.Parts(survey.Analyzer) {
		s, in := part.Value.(*survey.Survey), inputs[filepath.Base(part.Path)]
		for _, h := range s.Has {
			in.Present[catalogue.Need(h.What)] = "here"
		}
		for _, a := range s.Answers {
			in.Places = append(in.Places, assess.Place{Question: a.Question, Text: a.Text})
		}
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

// split divides a program into its code and the file beside it, if there is one.
func split(program string) (code, beside string) {
	if i := strings.Index(program, "\n-- "); i >= 0 {
		return program[:i], program[i:]
	}
	return program, ""
}

func write(t *testing.T, file, data string) {
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
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
