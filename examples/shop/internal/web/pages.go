package web

import (
	"bytes"
	"html/template"
	"log"
	"net/http"

	"example.com/shop/internal/cart"
)

// A page is what the template of all pages shows.
type page struct {
	Title    string
	Theme    string
	User     string
	CSRF     string
	Message  string
	Action   string // of the form for name and password
	Articles []cart.Article
	Lines    []cart.Line
}

func layout() *template.Template {
	return template.Must(template.New("page").Parse(`<!doctype html>
<html lang="en" data-theme="{{.Theme}}"><title>{{.Title}}</title>
<h1>{{.Title}}</h1>
{{with .User}}<p>Hello {{.}}</p>{{end}}
{{with .Message}}<p>{{.}}</p>{{end}}
{{range .Articles}}<form method="post" action="/cart">{{.Title}}: {{.Cents}} cents
<input type="hidden" name="csrf" value="{{$.CSRF}}"><button name="article" value="{{.ID}}">Buy</button></form>{{end}}
{{range .Lines}}<p>{{.Count}} × {{.Title}}</p>{{end}}
{{with .Action}}<form method="post" action="{{.}}"><input name="name" autocomplete="username">
<input name="password" type="password"><label><input type="checkbox" name="remember">Remember me</label><button>Go</button></form>{{end}}
</html>`))
}

// render writes the page, or nothing but an error.
func render(w http.ResponseWriter, p page) {
	var buf bytes.Buffer
	if err := layout().Execute(&buf, p); err != nil {
		fail(w, err)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if _, err := buf.WriteTo(w); err != nil {
		log.Print("write page: ", err)
	}
}

// fail tells the log what went wrong and the visitor that something did.
func fail(w http.ResponseWriter, err error) {
	log.Print(err)
	http.Error(w, "something went wrong", http.StatusInternalServerError)
}

// form shows a page that asks for name and password.
func (s *Server) form(title, action string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		render(w, page{Title: title, Action: action, Theme: theme(r)})
	}
}
