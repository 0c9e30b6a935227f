package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// jwxBearers: Parse needs a key or WithVerify(false), and checks exp if it is
// there. A key belongs to an algorithm, by WithKey or in its set.
func jwxBearers(module string) []model.Bearer {
	jwt := module + "/jwt."
	verify := model.Bearer{Act: model.BearerVerify, Demands: model.Pinned | model.ExpIfPresent}
	with := func(b model.Bearer, at ...any) model.Bearer { b.Args = args(at...); return b }
	option := func(o model.Option, claim, name string, at ...any) model.Bearer {
		return model.Bearer{Symbol: jwt + name, Act: model.BearerOption, Option: o, Claim: claim, Args: args(at...)}
	}
	list := slices.Concat(
		bearers(with(verify, model.ArgToken, 0, model.ArgOption, 1), jwt, "Parse ParseString"),
		bearers(with(verify, model.ArgOption, 1), jwt, "ParseReader ParseRequest"),
		bearers(with(verify, model.ArgOption, 2), jwt, "ParseHeader ParseForm ParseCookie"),
		[]model.Bearer{
			{Symbol: jwt + "ParseInsecure", Act: model.BearerRead, Args: args(model.ArgToken, 0)},
			{Symbol: jwt + "Validate", Act: model.BearerCheck, Demands: model.ExpIfPresent, Args: args(model.ArgClaims, 0, model.ArgOption, 1)},
			{Symbol: jwt + "NewBuilder", Act: model.BearerNew},
			{Symbol: jwt + "New", Act: model.BearerNew},
			{Symbol: jwt + "Sign", Act: model.BearerSign, Args: args(model.ArgClaims, 0, model.ArgOption, 1)},
			{Symbol: "(*" + jwt + "Builder).Build", Act: model.BearerSet, Args: args(model.ArgClaims, model.Receiver)},
			{Symbol: "(*" + jwt + "Builder).Claim", Act: model.BearerSet, Args: args(model.ArgClaims, model.Receiver, model.ArgName, 0, model.ArgValue, 1)},
			{Symbol: "(" + jwt + "Token).Set", Act: model.BearerSet, Args: args(model.ArgClaims, model.Receiver, model.ArgName, 0, model.ArgValue, 1)},
		},
		[]model.Bearer{
			option(model.WithSecret, "", "WithKey", model.ArgAlgorithm, 0, model.ArgSecret, 1),
			option(model.WithSecret, "", "WithKeySet", model.ArgSecret, 0),
			option(model.SkipVerify, "", "WithVerify", model.ArgValue, 0),
			option(model.SkipClaims, "", "WithValidate", model.ArgValue, 0),
			option(model.DemandClaim, "iss", "WithIssuer"),
			option(model.DemandClaim, "sub", "WithSubject"),
			option(model.DemandClaim, "aud", "WithAudience"),
			option(model.DemandClaim, "", "WithRequiredClaim", model.ArgName, 0),
		},
	)
	for _, s := range []struct{ claim, method string }{
		{"exp", "Expiration"}, {"iss", "Issuer"}, {"aud", "Audience"}, {"sub", "Subject"}, {"jti", "JwtID"}, {"iat", "IssuedAt"}, {"nbf", "NotBefore"},
	} {
		list = append(list, setsClaim(s.claim, "(*"+jwt+"Builder)."+s.method, 0))
	}
	return append(list, neutral(jwt, "WithAcceptableSkew WithClock WithContext WithTypedClaim WithPedantic WithHeaderKey WithCookieKey WithFormKey WithToken")...)
}

// neutral are options that demand nothing.
func neutral(prefix, names string) []model.Bearer {
	return bearers(model.Bearer{Act: model.BearerOption}, prefix, names)
}

// jwtauthBearers: New names the algorithm; Verifier lets every request pass,
// and Decode leaves exp to the caller.
func jwtauthBearers() []model.Bearer {
	const pkg = "github.com/go-chi/jwtauth/v5."
	const pinned, both = model.Pinned, model.Pinned | model.ExpIfPresent
	return []model.Bearer{
		{Symbol: "(*" + pkg + "JWTAuth).Encode", Act: model.BearerSign, Args: args(model.ArgClaims, 0), Result: 1},
		{Symbol: "(*" + pkg + "JWTAuth).Decode", Act: model.BearerVerify, Demands: pinned, Args: args(model.ArgToken, 0)},
		{Symbol: pkg + "VerifyToken", Act: model.BearerVerify, Demands: both, Args: args(model.ArgToken, 1)},
		{Symbol: pkg + "VerifyRequest", Act: model.BearerVerify, Demands: both, Args: args(model.ArgValue, 1)},
		{Symbol: pkg + "Verifier", Act: model.BearerGuard, Demands: both | model.Accepts, Args: args(model.ArgValue, 0)},
		{Symbol: pkg + "Verify", Act: model.BearerGuard, Demands: both | model.Accepts, Args: args(model.ArgValue, 0)},
		{Symbol: pkg + "SetExpiry", Act: model.BearerSet, Claim: "exp", Args: args(model.ArgClaims, 0, model.ArgValue, 1)},
		{Symbol: pkg + "SetExpiryIn", Act: model.BearerSet, Claim: "exp", Args: args(model.ArgClaims, 0, model.ArgValue, 1)},
		{Symbol: pkg + "SetIssuedAt", Act: model.BearerSet, Claim: "iat", Args: args(model.ArgClaims, 0, model.ArgValue, 1)},
		{Symbol: pkg + "SetIssuedNow", Act: model.BearerSet, Claim: "iat", Args: args(model.ArgClaims, 0)},
		{Symbol: pkg + "ExpireIn", Act: model.BearerDate, Args: args(model.ArgValue, 0)},
		{Symbol: pkg + "UnixTime", Act: model.BearerDate, Args: args(model.ArgValue, 0)},
	}
}
