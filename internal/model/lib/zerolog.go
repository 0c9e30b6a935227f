package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// zerolog is a chain of calls; nothing is written before Msg, Msgf or Send.
func zerolog() *model.Library {
	const pkg = "github.com/rs/zerolog"
	const event, context, logger = "(*" + pkg + ".Event).", "(" + pkg + ".Context).", "(*" + pkg + ".Logger)."
	const keyed = "AnErr Any Array Bytes Dict Hex Int Int64 Interface Object RawJSON Str Stringer Strs Uint64"
	carries := func(receiver, names string) []model.Func {
		return each(model.Func{Role: model.LogWith, Args: keyValue()}, receiver, names)
	}
	return ingredient(pkg, "v1.35", "event.go, context.go, log.go at v1.35.1", slices.Concat(
		carries(event, keyed),
		carries(context, keyed),
		withers(event, "EmbedObject Err Fields", 0),
		withers(context, "EmbedObject Err Fields", 0),
		sinks(event, "Msg", 0),
		sinks(event, "Msgf", 0, 1),
		each(model.Func{Role: model.LogSink, Args: values(model.Receiver)}, event, "Send"), // what the event carries
		sinks(logger, "Print Println", 0),
		sinks(logger, "Printf", 0, 1),
		withers(logger, "Err", 0),
		withers(pkg+"/log.", "Err", 0),
		sinks(pkg+"/log.", "Print", 0),
		sinks(pkg+"/log.", "Printf", 0, 1),
	))
}
