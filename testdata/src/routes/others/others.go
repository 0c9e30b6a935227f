// Package others registers routes with smaller libraries.
package others

import (
	"net/http"

	restful "github.com/emicklei/go-restful/v3"
	"github.com/julienschmidt/httprouter"
	"github.com/justinas/alice"
	"gopkg.in/macaron.v1"
)

func show(w http.ResponseWriter, r *http.Request, p httprouter.Params) {}

func ok(w http.ResponseWriter, r *http.Request) {}

func auth(next http.Handler) http.Handler { return next }

func routes() {
	r := httprouter.New()
	r.GET("/users/:id", show)
	chain := alice.New(auth)
	r.Handler("POST", "/users", chain.ThenFunc(ok))
}

func find(req *restful.Request, resp *restful.Response) {
	resp.WriteErrorString(http.StatusUnauthorized, "no")
}

func service() *restful.WebService {
	ws := new(restful.WebService)
	ws.Path("/people")
	ws.Route(ws.GET("/{id}").To(find))
	return ws
}

func home(ctx *macaron.Context) { ctx.Redirect("/user/login") }

func macarons() {
	m := macaron.New()
	m.Get("/", home)
}
