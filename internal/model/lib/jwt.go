package lib

import "github.com/sessionlint/sessionlint/internal/model"

// golangJWT is golang-jwt in its three module paths, and the abandoned
// original: all sign with the same method.
func golangJWT() []*model.Library {
	releases := []struct{ module, major string }{
		{"github.com/golang-jwt/jwt/v5", "v5.3"},
		{"github.com/golang-jwt/jwt/v4", "v4.5"},
		{"github.com/golang-jwt/jwt", "v3.2"},
		{"github.com/dgrijalva/jwt-go", "v3.2"},
	}
	libs := make([]*model.Library, 0, len(releases))
	for _, r := range releases {
		libs = append(libs, &model.Library{
			Module:  r.module,
			Name:    "golang-jwt",
			Majors:  []string{r.major},
			Doc:     "https://pkg.go.dev/" + r.module + "#Token.SignedString; token.go",
			Anchors: []string{r.module},
			Funcs: []model.Func{
				{Symbol: "(*" + r.module + ".Token).SignedString", Role: model.TokenSign, Args: []model.Arg{{Slot: model.ArgKey}}},
			},
		})
	}
	return libs
}
