package lib

import (
	"github.com/sessionlint/sessionlint/internal/model"
)

// auth0One: any algorithm that fits the key unless SigningMethod names one
// (jwtmiddleware.go at d30d7b9ece63, CheckJWT).
func auth0One() *model.Library {
	const pkg = "github.com/auth0/go-jwt-middleware"
	life, opens := configured(pkg+".New", pkg+".Options", "CredentialsOptional", "")
	return &model.Library{
		Module: pkg, Name: "auth0/go-jwt-middleware", Majors: []string{"v0.0"}, Doc: "https://pkg.go.dev/" + pkg + "; jwtmiddleware.go at v0.0.0-20200507191422-d30d7b9ece63", Anchors: []string{pkg},
		Keys:    keyFields(pkg+".Options.", "ValidationKeyGetter"),
		Lookups: []model.LookupField{{Symbol: pkg + ".Options.Extractor", Default: authorization}},
		Funcs:   reads(model.QueryLookup, pkg+".", "FromParameter"),
		Life:    life,
		Fields:  opens,
		Bearers: []model.Bearer{guard(pkg+".New", 0, model.ArgConfig, 0)},
		BearerFields: []model.BearerField{
			{Symbol: pkg + ".Options.SigningMethod", Option: model.OnlyAlgorithms},
			{Symbol: pkg + ".Options.ValidationKeyGetter", Option: model.WithSecret},
		},
	}
}

// auth0Two: the validator takes one algorithm, the issuer and the audience
// (validator/validator.go at v2.3.1); a token without exp passes.
func auth0Two() *model.Library {
	const pkg = "github.com/auth0/go-jwt-middleware/v2"
	l := auth0(pkg, "v2.3", "validator/validator.go, extractor.go at v2.3.1")
	l.Bearers = append(l.Bearers,
		model.Bearer{Symbol: pkg + "/validator.New", Act: model.BearerParser, Demands: auth0Demands, Args: args(model.ArgAlgorithm, 1)},
		model.Bearer{Symbol: pkg + "/validator.WithAllowedClockSkew", Act: model.BearerOption},
		model.Bearer{Symbol: pkg + "/validator.WithCustomClaims", Act: model.BearerOption},
	)
	return l
}

const auth0Demands = model.Pinned | model.IssRequired | model.AudRequired | model.ExpIfPresent

// auth0Three is made of options, without which it returns an error
// (validator/validator.go at v3.1.0, validate).
func auth0Three() *model.Library {
	const pkg = "github.com/auth0/go-jwt-middleware/v3"
	l := auth0(pkg, "v3.1", "validator/validator.go, validator/options.go, extractor.go at v3.1.0")
	l.Bearers = append(l.Bearers,
		model.Bearer{Symbol: pkg + "/validator.New", Act: model.BearerParser, Demands: auth0Demands, Args: args(model.ArgOption, 0)})
	l.Bearers = append(l.Bearers, bearers(model.Bearer{Act: model.BearerOption}, pkg+"/validator.",
		"WithAlgorithm WithAlgorithms WithAllowedClockSkew WithAudience WithAudiences WithCustomClaims WithIssuer WithIssuers WithKeyFunc")...)
	return l
}

func auth0(pkg, major, doc string) *model.Library {
	verify := "(*" + pkg + "/validator.Validator).ValidateToken"
	return &model.Library{
		Module: pkg, Name: "auth0/go-jwt-middleware", Majors: []string{major}, Doc: "https://pkg.go.dev/" + pkg + "; " + doc, Anchors: []string{pkg, pkg + "/validator"},
		Funcs: append(reads(model.QueryLookup, pkg+".", "ParameterTokenExtractor"),
			model.Func{Symbol: verify, Role: model.TokenVerify, Args: slots(model.ArgToken, 1)}),
		// option.go, and middleware.go, CheckJWT: without a token, next is called.
		Life: []model.Func{{Symbol: pkg + ".WithCredentialsOptional", Role: model.GuardConfigured, Args: slots(model.ArgOpen, 0)}},
		Bearers: []model.Bearer{
			{Symbol: verify, Act: model.BearerVerify, Demands: auth0Demands, Args: args(model.ArgConfig, model.Receiver, model.ArgToken, 1)},
		},
	}
}
