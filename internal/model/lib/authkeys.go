package lib

import "github.com/sessionlint/sessionlint/internal/model"

// authKeys are further libraries that take keys.
func authKeys() []*model.Library {
	return []*model.Library{
		{
			// csrf.go at v1.7.3: a key of 32 bytes.
			Module: "github.com/gorilla/csrf", Name: "gorilla/csrf", Majors: []string{"v1.7"},
			Doc: "https://pkg.go.dev/github.com/gorilla/csrf#Protect", Anchors: []string{"github.com/gorilla/csrf"},
			Funcs: each(model.Func{Role: model.SecretKey, Bits: 256, Args: secrets(0)}, "github.com/gorilla/csrf.", "Protect"),
		},
	}
}
