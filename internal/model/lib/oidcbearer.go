package lib

import "github.com/sessionlint/sessionlint/internal/model"

// oidcBearers: the verifier of ID tokens looks at signature, issuer, audience
// and expiry, and its configuration switches each of them off: verify.go,
// Verify. Without a client ID it refuses every token.
func oidcBearers(pkg, major string) []model.Bearer {
	list := []model.Bearer{
		{
			Symbol: "(*" + pkg + ".IDTokenVerifier).Verify", Act: model.BearerVerify,
			Demands: model.Pinned | model.ExpRequired | model.IssRequired | model.AudRequired,
			Args:    args(model.ArgToken, 1, model.ArgConfig, model.Receiver),
		},
		{Symbol: "(*" + pkg + ".Provider).Verifier", Act: model.BearerParser, Args: args(model.ArgConfig, 0)},
		{Symbol: pkg + ".NewVerifier", Act: model.BearerParser, Args: args(model.ArgSecret, 1, model.ArgConfig, 2)},
	}
	if major > "v3" {
		list = append(list, model.Bearer{Symbol: "(*" + pkg + ".Provider).VerifierContext", Act: model.BearerParser, Args: args(model.ArgConfig, 1)})
	}
	return list
}

func oidcBearerFields(pkg, major string) []model.BearerField {
	off := func(field, claim string) model.BearerField {
		return model.BearerField{Symbol: pkg + ".Config." + field, Option: model.SkipClaim, Claim: claim, Sense: true}
	}
	fields := []model.BearerField{
		off("SkipExpiryCheck", "exp"), off("SkipIssuerCheck", "iss"), off("SkipClientIDCheck", "aud"),
		{Symbol: pkg + ".IDToken.Expiry", Claim: "exp"},
		{Symbol: pkg + ".IDToken.Issuer", Claim: "iss"},
		{Symbol: pkg + ".IDToken.Audience", Claim: "aud"},
		{Symbol: pkg + ".IDToken.Subject", Claim: "sub"},
	}
	if major > "v3" {
		fields = append(fields, model.BearerField{Symbol: pkg + ".Config.InsecureSkipSignatureCheck", Option: model.SkipVerify, Sense: true})
	}
	return fields
}
