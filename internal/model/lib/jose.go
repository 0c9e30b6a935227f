package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// goJose takes keys in structs and, to verify, as arguments.
func goJose(module, major, serialize string) *model.Library {
	jwt := module + "/jwt"
	token, receiver := slots(model.ArgToken, 0), slots(model.ArgToken, model.Receiver)
	verify := func(key int) []model.Arg {
		return append(slots(model.ArgToken, model.Receiver), secrets(key)...)
	}
	return &model.Library{
		Module:  module,
		Name:    "go-jose",
		Majors:  []string{major},
		Doc:     "https://pkg.go.dev/" + module + "; signing.go, jws.go, jwt/jwt.go, jwt/builder.go",
		Anchors: []string{module, jwt},
		// The least size follows from the algorithm, a field beside them.
		Keys: []model.KeyField{{Symbol: module + ".SigningKey.Key"}, {Symbol: module + ".Recipient.Key"}, {Symbol: module + ".JSONWebKey.Key"}},
		Funcs: slices.Concat(
			each(model.Func{Role: model.TokenSign}, "("+jwt+".Builder).", serialize),
			each(model.Func{Role: model.TokenSign}, "("+module+".JSONWebSignature).", "CompactSerialize FullSerialize"),
			each(model.Func{Role: model.TokenVerify, Args: token}, jwt+".", "ParseEncrypted ParseSigned ParseSignedAndEncrypted"),
			each(model.Func{Role: model.TokenVerify, Args: token}, module+".", "ParseEncrypted ParseSigned"),
			each(model.Func{Role: model.TokenVerify, Args: verify(0)}, "(*"+jwt+".JSONWebToken).", "Claims"),
			each(model.Func{Role: model.TokenVerify, Args: verify(0)}, "(*"+jwt+".NestedJSONWebToken).", "Decrypt"),
			each(model.Func{Role: model.TokenVerify, Args: verify(0)}, "("+module+".JSONWebSignature).", "Verify VerifyMulti"),
			each(model.Func{Role: model.TokenVerify, Args: verify(1)}, "("+module+".JSONWebSignature).", "DetachedVerify DetachedVerifyMulti"),
			each(model.Func{Role: model.TokenVerify, Args: verify(0)}, "("+module+".JSONWebEncryption).", "Decrypt"),
			each(model.Func{Role: model.TokenParse, Args: receiver}, "(*"+jwt+".JSONWebToken).", "UnsafeClaimsWithoutVerification"),
			each(model.Func{Role: model.TokenParse, Args: receiver}, "("+module+".JSONWebSignature).", "UnsafePayloadWithoutVerification"),
		),
		Bearers:      joseBearers(module),
		BearerFields: joseFields(module),
	}
}
