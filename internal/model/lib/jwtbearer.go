package lib

import (
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/model"
)

// bearers returns one entry for each of the names, all alike.
func bearers(like model.Bearer, prefix, names string) []model.Bearer {
	list := make([]model.Bearer, 0, strings.Count(names, " ")+1)
	for name := range strings.FieldsSeq(names) {
		like.Symbol = prefix + name
		list = append(list, like)
	}
	return list
}

// args is a list of slots and indexes.
func args(pairs ...any) []model.Arg {
	var list []model.Arg
	for i := 0; i+1 < len(pairs); i += 2 {
		list = append(list, model.Arg{Slot: pairs[i].(model.Slot), Index: pairs[i+1].(int)})
	}
	return list
}

// demands is an option that demands a claim, whose expected value is ArgValue.
func demands(claim, symbol string) model.Bearer {
	return model.Bearer{Symbol: symbol, Act: model.BearerOption, Option: model.DemandClaim, Claim: claim, Args: args(model.ArgValue, 0)}
}

// setsClaim is a function that writes a claim.
func setsClaim(claim, symbol string, arg int) model.Bearer {
	return model.Bearer{Symbol: symbol, Act: model.BearerSet, Claim: claim, Args: args(model.ArgClaims, model.Receiver, model.ArgValue, arg)}
}

// golangBearers are the parsers and signers of golang-jwt. Measured with all
// of them: claims are filled in although verification fails, Valid is true on
// success only, exp is optional, and a key of type []byte leaves the HMAC
// family, whatever the header says.
func golangBearers(module string, generation int) []model.Bearer {
	verify := model.Bearer{Act: model.BearerVerify, Demands: model.KeyPins | model.ExpIfPresent, Filled: true}
	parse := func(symbol string, at ...any) model.Bearer {
		b := verify
		b.Symbol, b.Args = symbol, args(at...)
		return b
	}
	option := func(n int) []any {
		if generation < 4 {
			return nil
		}
		return []any{model.ArgOption, n}
	}
	list := []model.Bearer{
		parse(module+".Parse", append([]any{model.ArgToken, 0, model.ArgSecret, 1}, option(2)...)...),
		parse(module+".ParseWithClaims", append([]any{model.ArgToken, 0, model.ArgClaims, 1, model.ArgSecret, 2}, option(3)...)...),
		parse("(*"+module+".Parser).Parse", model.ArgConfig, model.Receiver, model.ArgToken, 0, model.ArgSecret, 1),
		parse("(*"+module+".Parser).ParseWithClaims", model.ArgConfig, model.Receiver, model.ArgToken, 0, model.ArgClaims, 1, model.ArgSecret, 2),
		parse(module+"/request.ParseFromRequest", append([]any{model.ArgSecret, 2}, option(3)...)...),
		parse(module+"/request.ParseFromRequestWithClaims", model.ArgClaims, 2, model.ArgSecret, 3),
		{Symbol: "(*" + module + ".Parser).ParseUnverified", Act: model.BearerRead, Args: args(model.ArgToken, 0, model.ArgClaims, 1)},
		{Symbol: module + ".New", Act: model.BearerNew, Args: args(model.ArgAlgorithm, 0)},
		{Symbol: module + ".NewWithClaims", Act: model.BearerNew, Args: args(model.ArgAlgorithm, 0, model.ArgClaims, 1)},
		{Symbol: "(*" + module + ".Token).SignedString", Act: model.BearerSign, Args: args(model.ArgClaims, model.Receiver, model.ArgSecret, 0)},
	}
	if generation < 5 { // the second result of the old request helper is the error as well
		return slices.Concat(list, golangChecks(module, generation), golangOptions(module, generation))
	}
	return slices.Concat(list, golangOptions(module, generation), []model.Bearer{
		{Symbol: "(*" + module + ".Validator).Validate", Act: model.BearerCheck, Args: args(model.ArgConfig, model.Receiver, model.ArgClaims, 0)},
		{Symbol: module + ".NewValidator", Act: model.BearerParser, Args: args(model.ArgOption, 0)},
	})
}

// golangOptions exist since v4.
func golangOptions(module string, generation int) []model.Bearer {
	if generation < 4 {
		return nil
	}
	list := []model.Bearer{
		{Symbol: module + ".NewParser", Act: model.BearerParser, Args: args(model.ArgOption, 0)},
		{Symbol: module + ".NewNumericDate", Act: model.BearerDate, Args: args(model.ArgValue, 0)},
		{Symbol: module + ".WithValidMethods", Act: model.BearerOption, Option: model.OnlyAlgorithms, Args: args(model.ArgAlgorithm, 0)},
		{Symbol: module + ".WithoutClaimsValidation", Act: model.BearerOption, Option: model.SkipClaims},
		{Symbol: module + "/request.WithParser", Act: model.BearerOption, Option: model.WithinParser, Args: args(model.ArgOption, 0)},
		{Symbol: module + "/request.WithClaims", Act: model.BearerOption, Option: model.NoOption, Args: args(model.ArgClaims, 0)},
	}
	if generation < 5 {
		return list
	}
	return append(list,
		model.Bearer{Symbol: module + ".WithExpirationRequired", Act: model.BearerOption, Option: model.DemandClaim, Claim: "exp"},
		model.Bearer{Symbol: module + ".WithNotBeforeRequired", Act: model.BearerOption, Option: model.DemandClaim, Claim: "nbf"},
		demands("iss", module+".WithIssuer"),
		demands("sub", module+".WithSubject"),
		demands("aud", module+".WithAudience"),
		demands("aud", module+".WithAllAudiences"),
	)
}

// golangChecks are methods of the claims of v3 and v4: the last argument says
// whether the claim must be there.
func golangChecks(module string, generation int) []model.Bearer {
	receivers := []string{"(" + module + ".MapClaims).", "(*" + module + ".StandardClaims)."}
	if generation == 4 {
		receivers = append(receivers, "(*"+module+".RegisteredClaims).")
	}
	var list []model.Bearer
	for _, receiver := range receivers {
		for _, c := range []struct{ claim, name string }{{"exp", "VerifyExpiresAt"}, {"iss", "VerifyIssuer"}, {"aud", "VerifyAudience"}} {
			list = append(list, model.Bearer{
				Symbol: receiver + c.name, Act: model.BearerCheck, Claim: c.claim, Args: args(model.ArgClaims, model.Receiver, model.ArgValue, 1),
			})
		}
	}
	return list
}

// golangFields are those of the Parser, which v5 hides.
func golangFields(module string, generation int) []model.BearerField {
	if generation > 4 {
		return nil
	}
	return []model.BearerField{
		{Symbol: module + ".Parser.ValidMethods", Option: model.OnlyAlgorithms},
		{Symbol: module + ".Parser.SkipClaimsValidation", Option: model.SkipClaims, Sense: true},
	}
}
