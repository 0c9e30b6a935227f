package lib

import (
	"slices"
	"time"

	"github.com/sessionlint/sessionlint/internal/model"
)

// smallJWT are libraries for which the algorithm belongs to the verifier or is
// an argument, so that a token cannot choose it.
func smallJWT() []*model.Library {
	return []*model.Library{
		cristalhq("github.com/cristalhq/jwt/v4", "v4.0"),
		cristalhq("github.com/cristalhq/jwt/v5", "v5.4"),
		katarasJWT(),
		pkgzTokens(),
	}
}

// cristalhq checks no claim while it parses.
func cristalhq(pkg, major string) *model.Library {
	claims := "(*" + pkg + ".RegisteredClaims)."
	check := func(claim, name string, demands model.Demands) model.Bearer {
		return model.Bearer{Symbol: claims + name, Act: model.BearerCheck, Claim: claim, Demands: demands, Args: args(model.ArgClaims, model.Receiver)}
	}
	return &model.Library{
		Module:  pkg,
		Name:    "cristalhq/jwt",
		Majors:  []string{major},
		Doc:     "https://pkg.go.dev/" + pkg + "; parse.go, build.go, claims.go",
		Anchors: []string{pkg},
		Funcs: slices.Concat(
			each(model.Func{Role: model.SecretKey, Args: secrets(1)}, pkg+".", "NewSignerHS NewVerifierHS"),
			each(model.Func{Role: model.TokenVerify, Args: slots(model.ArgToken, 0)}, pkg+".", "Parse ParseClaims"),
			each(model.Func{Role: model.TokenParse, Args: slots(model.ArgToken, 0)}, pkg+".", "ParseNoVerify"),
			each(model.Func{Role: model.TokenSign}, "(*"+pkg+".Builder).", "Build"),
		),
		Bearers: []model.Bearer{
			{Symbol: pkg + ".Parse", Act: model.BearerVerify, Demands: model.Pinned, Args: args(model.ArgToken, 0, model.ArgSecret, 1)},
			{Symbol: pkg + ".ParseClaims", Act: model.BearerVerify, Demands: model.Pinned, Args: args(model.ArgToken, 0, model.ArgSecret, 1, model.ArgClaims, 2)},
			{Symbol: pkg + ".ParseNoVerify", Act: model.BearerRead, Args: args(model.ArgToken, 0)},
			{Symbol: "(*" + pkg + ".Builder).Build", Act: model.BearerSign, Args: args(model.ArgClaims, 0)},
			{Symbol: pkg + ".NewNumericDate", Act: model.BearerDate, Args: args(model.ArgValue, 0)},
			check("", "IsValidAt", model.ExpIfPresent),
			check("", "IsValidExpiresAt", model.ExpIfPresent),
			check("iss", "IsIssuer", 0),
			check("aud", "IsForAudience", 0),
			check("sub", "IsSubject", 0),
		},
	}
}

// katarasJWT: MaxAge is an option of the signature.
func katarasJWT() *model.Library {
	const pkg = "github.com/kataras/jwt"
	verify := []model.Arg{{Slot: model.ArgSecret, Index: 1}, {Slot: model.ArgToken, Index: 2}}
	return &model.Library{
		Module:  pkg,
		Name:    "kataras/jwt",
		Majors:  []string{"v0.1"},
		Doc:     "https://pkg.go.dev/" + pkg + "; sign.go, verify.go, claims.go, expected.go at v0.1.12",
		Anchors: []string{pkg},
		Funcs: slices.Concat(
			each(model.Func{Role: model.TokenSign, Args: secrets(1)}, pkg+".", "Sign SignWithHeader"),
			each(model.Func{Role: model.TokenVerify, Args: verify}, pkg+".", "Verify VerifyWithHeaderValidator"),
			each(model.Func{Role: model.TokenParse, Args: slots(model.ArgToken, 0)}, pkg+".", "Decode"),
		),
		Bearers: []model.Bearer{
			{Symbol: pkg + ".Verify", Act: model.BearerVerify, Demands: model.Pinned | model.ExpIfPresent, Args: args(
				model.ArgAlgorithm, 0, model.ArgSecret, 1, model.ArgToken, 2, model.ArgOption, 3)},
			{Symbol: pkg + ".Decode", Act: model.BearerRead, Args: args(model.ArgToken, 0)},
			{Symbol: pkg + ".Sign", Act: model.BearerSign, Args: args(model.ArgAlgorithm, 0, model.ArgSecret, 1, model.ArgClaims, 2, model.ArgOption, 3)},
			{Symbol: pkg + ".MaxAge", Act: model.BearerSet, Claim: "exp", Args: args(model.ArgValue, 0)},
			{Symbol: pkg + ".Leeway", Act: model.BearerOption},
			{Symbol: pkg + ".Future", Act: model.BearerOption},
		},
		BearerFields: []model.BearerField{
			{Symbol: pkg + ".Expected.Issuer", Option: model.DemandClaim, Claim: "iss"},
			{Symbol: pkg + ".Expected.Audience", Option: model.DemandClaim, Claim: "aud"},
			{Symbol: pkg + ".Expected.Subject", Option: model.DemandClaim, Claim: "sub"},
		},
	}
}

// pkgzTokens: the service signs and verifies with HMAC; a token from its cookie
// is accepted after its exp and then renewed, which the cookie alone ends.
func pkgzTokens() *model.Library {
	const pkg = "github.com/go-pkgz/auth/v2/token"
	return &model.Library{
		Module:  "github.com/go-pkgz/auth/v2",
		Name:    "go-pkgz/auth",
		Majors:  []string{"v2.1"},
		Doc:     "https://pkg.go.dev/" + pkg + "; token/jwt.go at v2.1.0",
		Anchors: []string{pkg},
		Funcs: slices.Concat(
			each(model.Func{Role: model.TokenSign}, "(*"+pkg+".Service).", "Token"),
			each(model.Func{Role: model.TokenVerify, Args: slots(model.ArgToken, 0)}, "(*"+pkg+".Service).", "Parse"),
		),
		Bearers: []model.Bearer{
			{Symbol: pkg + ".NewService", Act: model.BearerGuard, Demands: model.Pinned | model.ExpIfPresent, Lifetime: 15 * time.Minute, Args: args(model.ArgConfig, 0)},
		},
		BearerFields: []model.BearerField{
			{Symbol: pkg + ".Opts.TokenDuration", Claim: "exp"},
			{Symbol: pkg + ".Opts.CookieDuration", Claim: "exp", Life: 31 * 24 * time.Hour},
		},
	}
}
