package lib

import (
	"strings"

	"github.com/sessionlint/sessionlint/internal/model"
)

// joseBearers: Claims verifies the signature and looks at no claim. Since v4
// the algorithms must be listed; before that only the type of the key limits
// them.
func joseBearers(module string) []model.Bearer {
	jwt := module + "/jwt."
	v4 := strings.HasSuffix(module, "/v4")
	parsed := model.Bearer{Symbol: jwt + "ParseSigned", Act: model.BearerParser}
	demands := model.KeyPins
	if v4 {
		parsed.Option, parsed.Args, demands = model.OnlyAlgorithms, args(model.ArgAlgorithm, 1), model.Pinned
	}
	return []model.Bearer{
		parsed,
		{
			Symbol: "(*" + jwt + "JSONWebToken).Claims", Act: model.BearerVerify, Demands: demands,
			Args: args(model.ArgToken, model.Receiver, model.ArgSecret, 0, model.ArgClaims, 1),
		},
		{
			Symbol: "(*" + jwt + "JSONWebToken).UnsafeClaimsWithoutVerification", Act: model.BearerRead,
			Args: args(model.ArgToken, model.Receiver, model.ArgClaims, 0),
		},
		{Symbol: "(" + jwt + "Claims).Validate", Act: model.BearerCheck, Demands: model.ExpIfPresent, Args: args(model.ArgClaims, model.Receiver, model.ArgExpected, 0)},
		{Symbol: "(" + jwt + "Claims).ValidateWithLeeway", Act: model.BearerCheck, Demands: model.ExpIfPresent, Args: args(model.ArgClaims, model.Receiver, model.ArgExpected, 0)},
		{Symbol: jwt + "NewNumericDate", Act: model.BearerDate, Args: args(model.ArgValue, 0)},
		{Symbol: jwt + "Signed", Act: model.BearerNew},
		{Symbol: "(" + jwt + "Builder).Claims", Act: model.BearerSet, Claim: "*", Args: args(model.ArgClaims, model.Receiver, model.ArgValue, 0)},
		{Symbol: "(" + jwt + "Builder)." + serializer(v4), Act: model.BearerSign, Args: args(model.ArgClaims, model.Receiver)},
	}
}

func serializer(v4 bool) string {
	if v4 {
		return "Serialize"
	}
	return "CompactSerialize"
}

func joseFields(module string) []model.BearerField {
	expected := module + "/jwt.Expected."
	audience := "Audience"
	if strings.HasSuffix(module, "/v4") {
		audience = "AnyAudience"
	}
	return []model.BearerField{
		{Symbol: expected + "Issuer", Option: model.DemandClaim, Claim: "iss"},
		{Symbol: expected + "Subject", Option: model.DemandClaim, Claim: "sub"},
		{Symbol: module + ".Header.JSONWebKey", Option: model.OwnKey, Claim: "jwk"}, // jws.go, shared.go: of the token, unverified
		{Symbol: module + ".Header.Algorithm", Option: model.OwnAlgorithm},
		{Symbol: expected + audience, Option: model.DemandClaim, Claim: "aud"},
	}
}
