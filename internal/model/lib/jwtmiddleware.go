package lib

import (
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/model"
)

const authorization = "header:Authorization"

// jwtMiddlewares verify the token of each request. Their algorithm, and so
// the least size of the key, is a field beside it.
func jwtMiddlewares() []*model.Library {
	return []*model.Library{
		ginJWT("github.com/appleboy/gin-jwt/v2", "gin-jwt", "v2.10", "GinJWTMiddleware", "KeyFunc PrivKeyBytes PrivKeyFile", "ParseTokenString"),
		ginJWT("github.com/appleboy/gin-jwt/v3", "gin-jwt", "v3.5", "GinJWTMiddleware", "KeyFunc PrivKeyBytes PrivKeyFile", "ParseTokenString"),
		ginJWT("github.com/hertz-contrib/jwt", "hertz-contrib/jwt", "v1.0", "HertzJWTMiddleware", "KeyFunc PrivKeyBytes PrivKeyFile", "ParseTokenString"),
		echoJWT("github.com/labstack/echo-jwt/v4", "v4.4"),
		echoJWT("github.com/labstack/echo-jwt/v5", "v5.0"),
		fiberJWT("github.com/gofiber/jwt/v3", "v3.3", "Config.SigningKey Config.SigningKeys Config.KeyFunc", "TokenLookup"),
		fiberJWT("github.com/gofiber/contrib/jwt", "v1.1", "SigningKey.Key Config.KeyFunc", "TokenLookup"),
		fiberJWT("github.com/gofiber/contrib/v3/jwt", "v1.2", "SigningKey.Key Config.KeyFunc", "Extractor"),
	}
}

// ginJWT signs as well: auth_jwt.go, TokenGenerator.
func ginJWT(pkg, people, major, middleware, keys, parse string) *model.Library {
	typ := pkg + "." + middleware
	receiver := "(*" + typ + ")."
	bearers, fields := ginJWTBearers(pkg, middleware)
	life, opens := configured(pkg+".New", typ, "DisabledAbort", "") // auth_jwt.go, unauthorized
	return &model.Library{
		Module:       pkg,
		Name:         people,
		Majors:       []string{major},
		Doc:          "https://pkg.go.dev/" + pkg + "; auth_jwt.go",
		Anchors:      []string{pkg},
		Keys:         keyFields(typ+".", "Key "+keys),
		Bearers:      bearers,
		BearerFields: fields,
		Life:         life,
		Fields:       opens,
		Lookups:      []model.LookupField{{Symbol: typ + ".TokenLookup", Default: authorization}},
		Funcs: slices.Concat(
			each(model.Func{Role: model.TokenSign}, receiver, "TokenGenerator"),
			each(model.Func{Role: model.TokenVerify, Args: slots(model.ArgToken, 0)}, receiver, parse),
		),
	}
}

func echoJWT(pkg, major string) *model.Library {
	bearers, fields := echoJWTBearers(pkg)
	life, opens := configured(pkg+".WithConfig", pkg+".Config", "ContinueOnIgnoredError", "ErrorHandler") // jwt.go, ToMiddleware
	return &model.Library{
		Module:       pkg,
		Name:         "echo-jwt",
		Majors:       []string{major},
		Doc:          "https://pkg.go.dev/" + pkg + "; jwt.go",
		Anchors:      []string{pkg},
		Keys:         keyFields(pkg+".Config.", "KeyFunc SigningKey SigningKeys"),
		Bearers:      bearers,
		BearerFields: fields,
		Life:         life,
		Fields:       opens,
		Lookups: []model.LookupField{
			{Symbol: pkg + ".Config.TokenLookup", Default: authorization},
			{Symbol: pkg + ".Config.TokenLookupFuncs"},
		},
		Funcs: []model.Func{{Symbol: pkg + ".JWT", Role: model.SecretKey, Bits: 256, Args: secrets(0)}}, // jwt.go, JWT: HS256
	}
}

func fiberJWT(pkg, major, keys, lookup string) *model.Library {
	bearers, fields := fiberJWTBearers(pkg, strings.Contains(keys, "Config.SigningKey"))
	life, opens := configured(pkg+".New", pkg+".Config", "", "ErrorHandler") // main.go, New
	return &model.Library{
		Module:       pkg,
		Name:         "fiber jwt",
		Majors:       []string{major},
		Doc:          "https://pkg.go.dev/" + pkg + "; config.go",
		Anchors:      []string{pkg},
		Keys:         keyFields(pkg+".", keys),
		Bearers:      bearers,
		BearerFields: fields,
		Life:         life,
		Fields:       opens,
		Lookups:      []model.LookupField{{Symbol: pkg + ".Config." + lookup, Default: authorization}},
	}
}
