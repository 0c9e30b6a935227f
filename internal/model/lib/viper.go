package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// viper reads settings from files, the environment and flags, and falls back
// to defaults.
func viper() *model.Library {
	const pkg = "github.com/spf13/viper"
	var funcs []model.Func
	for _, receiver := range []string{pkg + ".", "(*" + pkg + ".Viper)."} {
		funcs = slices.Concat(funcs,
			each(model.Func{Role: model.KeySource, Args: name(0)}, receiver, "Get GetString"),
			each(model.Func{Role: model.ConfigDefault, Args: []model.Arg{{Slot: model.ArgName}, {Slot: model.ArgValue, Index: 1}}}, receiver, "SetDefault"),
		)
	}
	return ingredient(pkg, "v1.16", "viper.go:890-1500 at v1.16.0", funcs)
}
