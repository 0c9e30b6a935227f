package lib

import "github.com/sessionlint/sessionlint/internal/model"

// routers have no cookie calls of their own: whoever imports one serves HTTP.
func routers() []*model.Library {
	return []*model.Library{
		{
			Module: "github.com/go-chi/chi/v5", Name: "chi", Majors: []string{"v5.5"},
			Doc: "https://pkg.go.dev/github.com/go-chi/chi/v5", Anchors: []string{"github.com/go-chi/chi/v5"},
		},
		{
			Module: "github.com/gorilla/mux", Name: "gorilla/mux", Majors: []string{"v1.8"},
			Doc: "https://pkg.go.dev/github.com/gorilla/mux", Anchors: []string{"github.com/gorilla/mux"},
		},
	}
}
