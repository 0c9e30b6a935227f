package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// goRedis stores keys and values as they are: Set(ctx, key, value, expiration).
// Client and its kin have the methods of an unexported type.
func goRedis() *model.Library {
	const pkg = "github.com/redis/go-redis/v9"
	var funcs []model.Func
	for _, receiver := range []string{"(" + pkg + ".cmdable).", "(" + pkg + ".StringCmdable)."} {
		funcs = slices.Concat(funcs,
			each(model.Func{Role: model.DBWrite, Args: []model.Arg{{Slot: model.ArgKey, Index: 1}, {Slot: model.ArgValue, Index: 2}}}, receiver, "Set SetEx SetNX"),
			stored(model.DBRead, receiver, "Get GetDel GetEx", 1),
		)
	}
	return ingredient(pkg, "v9.8", "string_commands.go at v9.8.0", funcs)
}
