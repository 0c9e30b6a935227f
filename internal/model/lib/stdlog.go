package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// stdLogging is fmt to standard output, log and log/slog.
func stdLogging() *model.Library {
	return &model.Library{
		Module: "std",
		Name:   "Go logging",
		Majors: []string{"go1.25", "go1.26"},
		Doc:    "https://pkg.go.dev/log; https://pkg.go.dev/log/slog; https://pkg.go.dev/fmt#Print",
		Funcs: slices.Concat(
			sinks("fmt.", "Print Println", 0),
			sinks("fmt.", "Printf", 0, 1),
			classicLog("log."),
			classicLog("(*log.Logger)."),
			sinks("(*log/syslog.Writer).", "Alert Crit Debug Emerg Err Info Notice Warning", 0),
			slogger("log/slog."),
			slogger("(*log/slog.Logger)."),
			withers("(*log/slog.Logger).", "With", 0), // the function With is slog.Default().With
			withers("log/slog.", "With", 0),
			logFields("log/slog.", "Any Bool Duration Float64 Group Int Int64 String Time Uint64"),
			each(model.Func{Role: model.LogField, Args: values(1)}, "log/slog.", "GroupAttrs"),
			each(model.Func{Role: model.LogField, Args: values(0)}, "log/slog.", "AnyValue GroupValue StringValue"),
		),
	}
}

func classicLog(prefix string) []model.Func {
	return slices.Concat(
		sinks(prefix, "Fatal Fatalln Panic Panicln Print Println", 0),
		sinks(prefix, "Fatalf Panicf Printf", 0, 1),
		sinks(prefix, "Output", 1),
	)
}

// slogger: Info(msg, args ...), InfoContext(ctx, msg, args ...), Log(ctx, level, msg, args ...).
func slogger(prefix string) []model.Func {
	return slices.Concat(
		sinks(prefix, "Debug Error Info Warn", 0, 1),
		sinks(prefix, "DebugContext ErrorContext InfoContext WarnContext", 1, 2),
		sinks(prefix, "Log LogAttrs", 2, 3),
	)
}
