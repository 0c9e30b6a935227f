package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// routers have no cookie calls of their own: whoever imports one serves HTTP.
func routers() []*model.Library {
	return []*model.Library{
		{
			Module: "github.com/go-chi/chi/v5", Name: "chi", Majors: []string{"v5.5"},
			Doc: "https://pkg.go.dev/github.com/go-chi/chi/v5", Anchors: []string{"github.com/go-chi/chi/v5"},
			Life: chiRoutes("github.com/go-chi/chi/v5"),
			Funcs: slices.Concat(
				each(model.Func{Role: model.RequestPath, Args: name(1)}, "github.com/go-chi/chi/v5.", "URLParam URLParamFromCtx"),
				reads(model.RequestPath, "(*github.com/go-chi/chi/v5.Context).", "URLParam"),
				each(model.Func{Role: model.AccessLog}, "github.com/go-chi/chi/v5/middleware.", "Logger"), // logger.go:120: RequestURI
			),
		},
		{
			Module: "github.com/gorilla/mux", Name: "gorilla/mux", Majors: []string{"v1.8"},
			Doc: "https://pkg.go.dev/github.com/gorilla/mux", Anchors: []string{"github.com/gorilla/mux"},
			Life:  muxRoutes("github.com/gorilla/mux"),
			Funcs: readsAll(model.RequestPath, "github.com/gorilla/mux.", "Vars"),
		},
	}
}
