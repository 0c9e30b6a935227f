// Package web is a router of the program's own, around one of a library.
package web

import (
	"encoding/json"
	"net/http"

	"github.com/julienschmidt/httprouter"
)

type Response struct{ Writer http.ResponseWriter }

type Context struct {
	Response Response
	Request  *http.Request
	User     string
}

func (c *Context) JSON(code int, v any) error {
	c.Response.Writer.WriteHeader(code)
	return json.NewEncoder(c.Response.Writer).Encode(v)
}

func (c *Context) Unauthorized() error { return c.JSON(http.StatusUnauthorized, nil) }

type HandlerFunc func(*Context) error

type MiddlewareFunc func(HandlerFunc) HandlerFunc

type Engine struct {
	mux   *httprouter.Router
	chain []MiddlewareFunc
}

func New() *Engine { return &Engine{mux: httprouter.New()} }

func (e *Engine) Use(m MiddlewareFunc) { e.chain = append(e.chain, m) }

func (e *Engine) Get(path string, h HandlerFunc) { e.mux.Handle("GET", path, e.handle(e.chain, h)) }

func (e *Engine) Submit(path string, h HandlerFunc) {
	e.mux.Handle("POST", path, e.handle(e.chain, h))
}

func (e *Engine) Group(prefix string) *Group { return &Group{e, prefix, e.chain} }

func (e *Engine) handle(chain []MiddlewareFunc, h HandlerFunc) httprouter.Handle {
	for i := len(chain) - 1; i >= 0; i-- {
		h = chain[i](h)
	}
	return func(w http.ResponseWriter, r *http.Request, _ httprouter.Params) {
		_ = h(&Context{Response: Response{w}, Request: r})
	}
}

type Group struct {
	engine *Engine
	prefix string
	chain  []MiddlewareFunc
}

func (g *Group) Use(list ...MiddlewareFunc) { g.chain = append(g.chain, list...) }

func (g *Group) Get(path string, h HandlerFunc) {
	g.engine.mux.Handle("GET", g.prefix+path, g.engine.handle(g.chain, h))
}
