package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// goPaseto has a type for each kind of key; the version is in the name.
func goPaseto() *model.Library {
	const pkg = "aidanwoods.dev/go-paseto"
	const token, parser = "(" + pkg + ".Token).", "(" + pkg + ".Parser)."
	return &model.Library{
		Module:  pkg,
		Name:    "go-paseto",
		Majors:  []string{"v1.6"},
		Doc:     "https://pkg.go.dev/" + pkg + "; token.go, parser.go, v4_keys.go at v1.6.0",
		Anchors: []string{pkg},
		Funcs: slices.Concat(
			each(model.Func{Role: model.TokenSign, Args: secrets(0)}, token, "V2Encrypt V2Sign V3Encrypt V3Sign V4Encrypt V4Sign"),
			each(model.Func{Role: model.TokenVerify, Args: []model.Arg{
				{Slot: model.ArgSecret, Index: 0}, {Slot: model.ArgToken, Index: 1},
			}}, parser, "ParseV2Local ParseV2Public ParseV3Local ParseV3Public ParseV4Local ParseV4Public"),
			each(model.Func{Role: model.TokenParse, Args: slots(model.ArgToken, 1)}, parser, "UnsafeParseFooter"),
			strong(256, pkg+".", "NewV2SymmetricKey NewV3SymmetricKey NewV4SymmetricKey"),
			each(model.Func{Role: model.SecretKey, Bits: 256, Args: secrets(0)}, pkg+".",
				"V2SymmetricKeyFromBytes V2SymmetricKeyFromHex V3SymmetricKeyFromBytes V3SymmetricKeyFromHex V4SymmetricKeyFromBytes V4SymmetricKeyFromHex"),
			each(model.Func{Role: model.SecretKey, Args: secrets(0)}, pkg+".",
				"NewV4AsymmetricSecretKeyFromBytes NewV4AsymmetricSecretKeyFromHex NewV4AsymmetricSecretKeyFromSeed"),
		),
		Bearers: goPasetoBearers(),
	}
}

// o1eglPaseto takes keys as arguments; a symmetric one has 32 bytes.
func o1eglPaseto() *model.Library {
	const pkg = "github.com/o1egl/paseto"
	verify := []model.Arg{{Slot: model.ArgToken, Index: 0}, {Slot: model.ArgSecret, Index: 1}}
	var funcs []model.Func
	for _, receiver := range []string{"(*" + pkg + ".V1).", "(*" + pkg + ".V2)."} {
		funcs = slices.Concat(funcs,
			each(model.Func{Role: model.TokenSign, Bits: 256, Args: secrets(0)}, receiver, "Encrypt"),
			each(model.Func{Role: model.TokenSign, Args: secrets(0)}, receiver, "Sign"),
			each(model.Func{Role: model.TokenVerify, Bits: 256, Args: verify}, receiver, "Decrypt"),
			each(model.Func{Role: model.TokenVerify, Args: verify}, receiver, "Verify"),
		)
	}
	bearers, fields := o1eglBearers()
	return &model.Library{
		Module:       pkg,
		Name:         "o1egl/paseto",
		Bearers:      bearers,
		BearerFields: fields,
		Majors:       []string{"v1.0"},
		Doc:          "https://pkg.go.dev/" + pkg + "; v1.go, v2.go at v1.0.0",
		Anchors:      []string{pkg},
		Funcs:        funcs,
	}
}
