package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// rareJWT sign and verify; the oldest fork of golang-jwt is with its kin.
func rareJWT() []*model.Library {
	return []*model.Library{pascaldekloe(), gbrlsnchs(), jose2go(), auth0One(), auth0Two(), auth0Three(), keyfunc(), jwxOne()}
}

// pascaldekloe: the key says which family of algorithms is accepted; a check
// of the signature looks at no claim (check.go at v1.12.0).
func pascaldekloe() *model.Library {
	const pkg = "github.com/pascaldekloe/jwt"
	const claims, registered = "(*" + pkg + ".Claims).", "(*" + pkg + ".Registered)."
	verify := model.Bearer{Act: model.BearerVerify, Demands: model.Pinned, Args: args(model.ArgToken, 0, model.ArgSecret, 1)}
	header, held := verify, verify
	header.Args, held.Args = args(model.ArgSecret, 1), args(model.ArgToken, 0)
	check := func(name, claim string, demands model.Demands, at ...any) model.Bearer {
		return model.Bearer{Symbol: registered + name, Act: model.BearerCheck, Claim: claim, Demands: demands, Args: args(append([]any{model.ArgClaims, model.Receiver}, at...)...)}
	}
	sign := model.Bearer{Act: model.BearerSign, Args: args(model.ArgClaims, model.Receiver, model.ArgAlgorithm, 0, model.ArgSecret, 1)}
	return &model.Library{
		Module: pkg, Name: "pascaldekloe/jwt", Majors: []string{"v1.12"}, Doc: "https://pkg.go.dev/" + pkg + "; check.go, sign.go, jwt.go at v1.12.0", Anchors: []string{pkg},
		Funcs: slices.Concat(
			each(model.Func{Role: model.SecretKey, Args: secrets(1)}, pkg+".", "NewHMAC"),
			each(model.Func{Role: model.TokenSign, Args: secrets(1)}, claims, "HMACSign"),
			each(model.Func{Role: model.TokenSign}, claims, "ECDSASign EdDSASign RSASign"),
			each(model.Func{Role: model.TokenVerify, Args: args(model.ArgToken, 0, model.ArgSecret, 1)}, pkg+".", "HMACCheck"),
			each(model.Func{Role: model.TokenVerify, Args: slots(model.ArgToken, 0)}, pkg+".", "ECDSACheck EdDSACheck RSACheck"),
			each(model.Func{Role: model.TokenVerify, Args: slots(model.ArgToken, 0)}, "(*"+pkg+".HMAC).", "Check"),
			each(model.Func{Role: model.TokenVerify, Args: slots(model.ArgToken, 0)}, "(*"+pkg+".KeyRegister).", "Check"),
			each(model.Func{Role: model.TokenVerify, Args: secrets(1)}, pkg+".", "HMACCheckHeader"),
			each(model.Func{Role: model.TokenParse, Args: slots(model.ArgToken, 0)}, pkg+".", "ParseWithoutCheck"),
		),
		Bearers: slices.Concat(
			bearers(verify, pkg+".", "ECDSACheck EdDSACheck HMACCheck RSACheck"),
			bearers(header, pkg+".", "ECDSACheckHeader EdDSACheckHeader HMACCheckHeader RSACheckHeader"),
			bearers(held, "(*"+pkg+".HMAC).", "Check"),
			bearers(held, "(*"+pkg+".KeyRegister).", "Check"),
			bearers(sign, claims, "ECDSASign HMACSign RSASign"),
			[]model.Bearer{
				{Symbol: claims + "EdDSASign", Act: model.BearerSign, Args: args(model.ArgClaims, model.Receiver, model.ArgSecret, 0)},
				{Symbol: pkg + ".ParseWithoutCheck", Act: model.BearerRead, Args: args(model.ArgToken, 0)},
				{Symbol: pkg + ".NewNumericTime", Act: model.BearerDate, Args: args(model.ArgValue, 0)},
				check("Valid", "", model.ExpIfPresent),
				check("AcceptTemporal", "", model.ExpIfPresent),
				check("AcceptAudience", "aud", 0, model.ArgValue, 0),
			},
		),
		BearerFields: []model.BearerField{
			{Symbol: pkg + ".Registered.Expires", Claim: "exp"},
			{Symbol: pkg + ".Registered.Issuer", Claim: "iss"},
			{Symbol: pkg + ".Registered.Audiences", Claim: "aud"},
			{Symbol: pkg + ".Registered.Subject", Claim: "sub"},
		},
	}
}

// gbrlsnchs: the algorithm is an argument, claims are looked at by validators
// only, and that of exp refuses tokens without it (validators.go at v3.0.1).
func gbrlsnchs() *model.Library {
	const pkg = "github.com/gbrlsnchs/jwt/v3"
	return &model.Library{
		Module: pkg, Name: "gbrlsnchs/jwt", Majors: []string{"v3.0"}, Doc: "https://pkg.go.dev/" + pkg + "; verify.go, sign.go, validators.go at v3.0.1", Anchors: []string{pkg},
		Funcs: slices.Concat(
			each(model.Func{Role: model.SecretKey, Args: secrets(0)}, pkg+".", "NewHS256 NewHS384 NewHS512"),
			each(model.Func{Role: model.TokenSign}, pkg+".", "Sign"),
			each(model.Func{Role: model.TokenVerify, Args: slots(model.ArgToken, 0)}, pkg+".", "Verify"),
		),
		Bearers: []model.Bearer{
			{Symbol: pkg + ".Verify", Act: model.BearerVerify, Demands: model.Pinned, Args: args(model.ArgToken, 0, model.ArgSecret, 1, model.ArgClaims, 2, model.ArgOption, 3)},
			{Symbol: pkg + ".ValidatePayload", Act: model.BearerOption, Option: model.WithinParser, Args: args(model.ArgOption, 1)},
			{Symbol: pkg + ".ExpirationTimeValidator", Act: model.BearerOption, Option: model.DemandClaim, Claim: "exp"},
			demands("iss", pkg+".IssuerValidator"), demands("aud", pkg+".AudienceValidator"), demands("sub", pkg+".SubjectValidator"),
			{Symbol: pkg + ".IssuedAtValidator", Act: model.BearerOption},
			{Symbol: pkg + ".NotBeforeValidator", Act: model.BearerOption},
			{Symbol: pkg + ".IDValidator", Act: model.BearerOption},
			{Symbol: pkg + ".ValidateHeader", Act: model.BearerOption},
			{Symbol: pkg + ".Sign", Act: model.BearerSign, Args: args(model.ArgClaims, 0, model.ArgSecret, 1)},
			{Symbol: pkg + ".NumericDate", Act: model.BearerDate, Args: args(model.ArgValue, 0)},
		},
		BearerFields: []model.BearerField{
			{Symbol: pkg + ".Payload.ExpirationTime", Claim: "exp"},
			{Symbol: pkg + ".Payload.Issuer", Claim: "iss"},
			{Symbol: pkg + ".Payload.Audience", Claim: "aud"},
			{Symbol: pkg + ".Payload.Subject", Claim: "sub"},
		},
	}
}

// jose2go hands the payload over as a text, of which it knows no claims.
func jose2go() *model.Library {
	const pkg = "github.com/dvsekhvalnov/jose2go"
	return &model.Library{
		Module: pkg, Name: "jose2go", Majors: []string{"v1.11"}, Doc: "https://pkg.go.dev/" + pkg + "; jose.go at v1.11.0", Anchors: []string{pkg},
		Funcs: slices.Concat(
			each(model.Func{Role: model.TokenSign, Args: secrets(2)}, pkg+".", "Sign SignBytes"),
			each(model.Func{Role: model.TokenVerify, Args: args(model.ArgToken, 0, model.ArgSecret, 1)}, pkg+".", "Decode DecodeBytes"),
		),
	}
}

// keyfunc gets the keys of an issuer; a key that names its algorithm pins it.
func keyfunc() *model.Library {
	const pkg = "github.com/MicahParks/keyfunc/v3"
	return ingredient(pkg, "v3.9", "keyfunc.go at v3.9.1", each(model.Func{Role: model.KeySource}, pkg+".", "NewDefault NewDefaultCtx"))
}

// jwxOne verifies in Parse only if an option brings a key, and looks at claims
// only if another one asks for it: what a Parse demands is left open.
func jwxOne() *model.Library {
	const pkg = "github.com/lestrrat-go/jwx"
	const jwt, jws = pkg + "/jwt.", pkg + "/jws."
	token := slots(model.ArgToken, 0)
	return &model.Library{
		Module: pkg, Name: "jwx", Majors: []string{"v1.2"}, Doc: "https://pkg.go.dev/" + pkg + "/jwt; jwt/jwt.go, jws/jws.go at v1.2.31", Anchors: []string{pkg + "/jwt", pkg + "/jws"},
		Funcs: slices.Concat(
			each(model.Func{Role: model.TokenSign, Args: secrets(2)}, jwt, "Sign"),
			each(model.Func{Role: model.TokenSign, Args: secrets(2)}, jws, "Sign"),
			each(model.Func{Role: model.SecretKey, Args: secrets(1)}, jwt, "WithVerify"),
			each(model.Func{Role: model.TokenVerify, Args: token}, jwt, "Parse ParseString"),
			each(model.Func{Role: model.TokenVerify, Args: args(model.ArgToken, 0, model.ArgSecret, 2)}, jws, "Verify"),
			each(model.Func{Role: model.TokenParse, Args: token}, jws, "Parse"),
			each(model.Func{Role: model.QueryLookup, Args: name(0)}, jwt, "WithFormKey"),
		),
	}
}
