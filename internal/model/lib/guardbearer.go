package lib

import (
	"time"

	"github.com/sessionlint/sessionlint/internal/model"
)

// guard is a middleware of golang-jwt: a key function in its place decides
// about the algorithm, a key alone leaves it to the configuration.
func guard(symbol string, demands model.Demands, at ...any) model.Bearer {
	return model.Bearer{Symbol: symbol, Act: model.BearerGuard, Demands: demands | model.ExpIfPresent, Args: args(at...)}
}

// ginJWTBearers: HS256, one hour, refused after exp and without it
// (auth_jwt.go, ErrMissingExpField).
func ginJWTBearers(pkg, middleware string) ([]model.Bearer, []model.BearerField) {
	typ := pkg + "." + middleware + "."
	made := guard(pkg+".New", model.Pinned, model.ArgConfig, 0)
	made.Demands |= model.ExpRequired
	made.Lifetime = time.Hour
	return []model.Bearer{made}, []model.BearerField{
		{Symbol: typ + "SigningAlgorithm", Option: model.OnlyAlgorithms, Zero: "HS256"},
		{Symbol: typ + "KeyFunc", Option: model.WithSecret},
		{Symbol: typ + "Timeout", Claim: "exp", Life: time.Hour},
	}
}

// echoJWTBearers: the default key function insists on HS256.
func echoJWTBearers(pkg string) ([]model.Bearer, []model.BearerField) {
	config := pkg + ".Config."
	return []model.Bearer{
		guard(pkg+".JWT", model.Pinned, model.ArgSecret, 0),
		guard(pkg+".WithConfig", model.Pinned, model.ArgConfig, 0),
	}, []model.BearerField{
		{Symbol: config + "SigningMethod", Option: model.OnlyAlgorithms, Zero: "HS256"},
		{Symbol: config + "KeyFunc", Option: model.WithSecret},
		{Symbol: config + "ParseTokenFunc", Option: model.OwnParser},
	}
}

// fiberJWTBearers: the successors of gofiber/jwt take any algorithm that fits
// the key unless JWTAlg names one.
func fiberJWTBearers(pkg string, named bool) ([]model.Bearer, []model.BearerField) {
	if named {
		return []model.Bearer{guard(pkg+".New", model.Pinned, model.ArgConfig, 0)}, []model.BearerField{
			{Symbol: pkg + ".Config.SigningMethod", Option: model.OnlyAlgorithms, Zero: "HS256"},
			{Symbol: pkg + ".Config.KeyFunc", Option: model.WithSecret},
		}
	}
	return []model.Bearer{guard(pkg+".New", model.KeyPins, model.ArgConfig, 0)}, []model.BearerField{
		{Symbol: pkg + ".SigningKey.JWTAlg", Option: model.OnlyAlgorithms},
		{Symbol: pkg + ".SigningKey.Key", Option: model.WithSecret},
		{Symbol: pkg + ".Config.KeyFunc", Option: model.WithSecret},
		{Symbol: pkg + ".Config.SigningKeys", Option: model.OwnParser},
		{Symbol: pkg + ".Config.JWKSetURLs", Option: model.OwnParser},
	}
}

// goPasetoBearers: the version in the name of the method is the algorithm;
// NewParser refuses tokens without exp.
func goPasetoBearers() []model.Bearer {
	const pkg = "aidanwoods.dev/go-paseto."
	parser := func(name string, demands model.Demands, option model.Option, at ...any) model.Bearer {
		return model.Bearer{Symbol: pkg + name, Act: model.BearerParser, Demands: demands, Option: option, Args: args(at...)}
	}
	rule := func(claim, name string) model.Bearer {
		return model.Bearer{Symbol: pkg + name, Act: model.BearerOption, Option: model.DemandClaim, Claim: claim}
	}
	list := []model.Bearer{
		parser("NewParser", model.ExpRequired, model.NoOption),
		parser("NewParserForValidNow", model.ExpRequired, model.NoOption),
		parser("NewParserWithoutExpiryCheck", 0, model.SkipClaims),
		parser("MakeParser", 0, model.NoOption, model.ArgOption, 0),
		rule("exp", "NotExpired"), rule("exp", "ValidAt"), rule("iss", "IssuedBy"), rule("aud", "ForAudience"), rule("sub", "Subject"),
		{Symbol: pkg + "IdentifiedBy", Act: model.BearerOption},
		{Symbol: pkg + "NotBeforeNbf", Act: model.BearerOption},
		{Symbol: "(*" + pkg + "Parser).AddRule", Act: model.BearerOption, Option: model.WithinParser, Args: args(model.ArgConfig, model.Receiver, model.ArgOption, 0)},
		{Symbol: "(*" + pkg + "Parser).SetRules", Act: model.BearerOption, Option: model.WithinParser, Args: args(model.ArgConfig, model.Receiver, model.ArgOption, 0)},
		{Symbol: pkg + "NewToken", Act: model.BearerNew},
	}
	verify := model.Bearer{Act: model.BearerVerify, Demands: model.Pinned, Args: args(model.ArgConfig, model.Receiver, model.ArgSecret, 0, model.ArgToken, 1)}
	list = append(list, bearers(verify, "("+pkg+"Parser).", "ParseV2Local ParseV2Public ParseV3Local ParseV3Public ParseV4Local ParseV4Public")...)
	sign := model.Bearer{Act: model.BearerSign, Args: args(model.ArgClaims, model.Receiver, model.ArgSecret, 0)}
	list = append(list, bearers(sign, "("+pkg+"Token).", "V2Encrypt V2Sign V3Encrypt V3Sign V4Encrypt V4Sign")...)
	for _, s := range []struct{ claim, method string }{
		{"exp", "SetExpiration"}, {"iss", "SetIssuer"}, {"aud", "SetAudience"}, {"sub", "SetSubject"}, {"jti", "SetJti"}, {"iat", "SetIssuedAt"}, {"nbf", "SetNotBefore"},
	} {
		list = append(list, setsClaim(s.claim, "(*"+pkg+"Token)."+s.method, 0))
	}
	for _, method := range []string{"Set", "SetString", "SetTime"} {
		list = append(list, model.Bearer{
			Symbol: "(*" + pkg + "Token)." + method, Act: model.BearerSet, Args: args(model.ArgClaims, model.Receiver, model.ArgName, 0, model.ArgValue, 1),
		})
	}
	return list
}

// o1eglBearers: Decrypt and Verify look at no claim, and Parse takes version
// and purpose from the token.
func o1eglBearers() ([]model.Bearer, []model.BearerField) {
	const pkg = "github.com/o1egl/paseto."
	verify := model.Bearer{Act: model.BearerVerify, Demands: model.Pinned, Args: args(model.ArgToken, 0, model.ArgSecret, 1, model.ArgClaims, 2)}
	sign := model.Bearer{Act: model.BearerSign, Args: args(model.ArgSecret, 0, model.ArgClaims, 1)}
	var list []model.Bearer
	for _, receiver := range []string{"(*" + pkg + "V1).", "(*" + pkg + "V2)."} {
		list = append(list, bearers(verify, receiver, "Decrypt Verify")...)
		list = append(list, bearers(sign, receiver, "Encrypt Sign")...)
	}
	list = append(list,
		model.Bearer{Symbol: pkg + "Parse", Act: model.BearerVerify, Args: args(model.ArgToken, 0, model.ArgClaims, 1, model.ArgSecret, 3)},
		model.Bearer{Symbol: "(*" + pkg + "JSONToken).Validate", Act: model.BearerCheck, Demands: model.ExpIfPresent, Args: args(model.ArgClaims, model.Receiver, model.ArgOption, 0)},
		model.Bearer{Symbol: pkg + "IssuedBy", Act: model.BearerOption, Option: model.DemandClaim, Claim: "iss"},
		model.Bearer{Symbol: pkg + "ForAudience", Act: model.BearerOption, Option: model.DemandClaim, Claim: "aud"},
		model.Bearer{Symbol: pkg + "Subject", Act: model.BearerOption, Option: model.DemandClaim, Claim: "sub"},
		model.Bearer{Symbol: pkg + "ValidAt", Act: model.BearerOption},
	)
	var fields []model.BearerField
	for _, f := range []struct{ name, claim string }{{"Expiration", "exp"}, {"Issuer", "iss"}, {"Audience", "aud"}, {"Subject", "sub"}, {"Jti", "jti"}} {
		fields = append(fields, model.BearerField{Symbol: pkg + "JSONToken." + f.name, Claim: f.claim})
	}
	return list, fields
}
