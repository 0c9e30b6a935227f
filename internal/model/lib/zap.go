package lib

import "github.com/sessionlint/sessionlint/internal/model"

// zap builds fields first and logs them later.
func zap() *model.Library {
	const pkg = "go.uber.org/zap"
	const logger, sugared = "(*" + pkg + ".Logger).", "(*" + pkg + ".SugaredLogger)."
	return ingredient(pkg, "v1.28", "logger.go, sugar.go, field.go at v1.28.0",
		sinks(logger, "DPanic Debug Error Fatal Info Panic Warn", 0, 1),
		sinks(logger, "Log", 1, 2),
		sinks(sugared, "DPanic DPanicln Debug Debugln Error Errorln Fatal Fatalln Info Infoln Panic Panicln Warn Warnln", 0),
		sinks(sugared, "DPanicf DPanicw Debugf Debugw Errorf Errorw Fatalf Fatalw Infof Infow Panicf Panicw Warnf Warnw", 0, 1),
		sinks(sugared, "Log Logln", 1),
		sinks(sugared, "Logf Logw", 1, 2),
		withers(logger, "With WithLazy", 0),
		withers(sugared, "With WithLazy", 0),
		logFields(pkg+".", "Any Binary ByteString ByteStrings Dict Int Int64 NamedError Object Reflect String Stringer Stringp Strings Uint64"),
		each(model.Func{Role: model.LogField, Args: values(0)}, pkg+".", "Error Inline"),
	)
}
