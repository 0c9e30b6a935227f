package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// loggers are the loggers that people import.
func loggers() []*model.Library {
	return []*model.Library{
		zap(), zerolog(), logrus(), logrusSplit(), klog(), glog(), apexLog(), hclog(), goKitLog(), logr(), charmLog(), gommonLog(),
	}
}

func klog() *model.Library {
	const pkg = "k8s.io/klog/v2"
	const verbose = "(" + pkg + ".Verbose)."
	return ingredient(pkg, "v2.140", "klog.go at v2.140.0",
		glogLevels(pkg+".", "Error", "Exit", "Fatal", "Info", "Warning"),
		glogLevels(verbose, "Info"),
		sinks(pkg+".", "ErrorDepth ExitDepth FatalDepth InfoDepth WarningDepth", 1),
		sinks(verbose, "InfoDepth", 1),
		sinks(pkg+".", "InfoS", 0, 1),
		sinks(verbose, "InfoS", 0, 1),
		sinks(pkg+".", "InfoSDepth", 1, 2),
		sinks(verbose, "InfoSDepth", 1, 2),
		sinks(pkg+".", "ErrorS", 0, 1, 2),
		sinks(verbose, "Error ErrorS", 0, 1, 2),
		sinks(pkg+".", "ErrorSDepth", 1, 2, 3),
		withers(pkg+".", "LoggerWithValues", 1),
	)
}

func glog() *model.Library {
	const pkg = "github.com/golang/glog"
	const verbose = "(" + pkg + ".Verbose)."
	return ingredient(pkg, "v1.2", "glog.go at v1.2.5",
		glogLevels(pkg+".", "Error", "Exit", "Fatal", "Info", "Warning"),
		glogLevels(verbose, "Info"),
		glogContext(pkg+".", "Error", "Exit", "Fatal", "Info", "Warning"),
		glogContext(verbose, "Info"),
	)
}

// glogLevels: Info(values ...), Infoln(values ...), Infof(format, values ...).
func glogLevels(receiver string, levels ...string) []model.Func {
	var funcs []model.Func
	for _, level := range levels {
		funcs = slices.Concat(funcs, sinks(receiver, level+" "+level+"ln", 0), sinks(receiver, level+"f", 0, 1))
	}
	return funcs
}

// glogContext: a context or depth precedes the rest.
func glogContext(receiver string, levels ...string) []model.Func {
	var funcs []model.Func
	for _, level := range levels {
		funcs = slices.Concat(funcs,
			sinks(receiver, level+"Context "+level+"Depth", 1),
			sinks(receiver, level+"Contextf "+level+"Depthf", 1, 2),
		)
	}
	return funcs
}

// apexLog takes one message and no values.
func apexLog() *model.Library {
	const pkg = "github.com/apex/log"
	var funcs []model.Func
	for _, receiver := range []string{pkg + ".", "(*" + pkg + ".Entry).", "(*" + pkg + ".Logger).", "(" + pkg + ".Interface)."} {
		funcs = slices.Concat(funcs,
			sinks(receiver, "Debug Error Fatal Info Trace Warn", 0),
			sinks(receiver, "Debugf Errorf Fatalf Infof Warnf", 0, 1),
			logrusWith(receiver),
		)
	}
	return ingredient(pkg, "v1.9", "interface.go, entry.go, logger.go at v1.9.0", funcs)
}

func hclog() *model.Library {
	const pkg = "github.com/hashicorp/go-hclog"
	const logger = "(" + pkg + ".Logger)."
	return ingredient(pkg, "v1.6", "logger.go at v1.6.3",
		sinks(logger, "Debug Error Info Trace Warn", 0, 1),
		sinks(logger, "Log", 1, 2),
		withers(logger, "With", 0),
		each(model.Func{Role: model.LogField, Args: values(0, 1)}, pkg+".", "Fmt"),
	)
}

func goKitLog() *model.Library {
	const pkg = "github.com/go-kit/log"
	return ingredient(pkg, "v0.2", "log.go at v0.2.1",
		sinks("("+pkg+".Logger).", "Log", 0),
		sinks("("+pkg+".LoggerFunc).", "Log", 0),
		sinks("(*"+pkg+".SwapLogger).", "Log", 0),
		withers(pkg+".", "With WithPrefix WithSuffix", 1),
	)
}

func logr() *model.Library {
	const pkg = "github.com/go-logr/logr"
	const logger, sink = "(" + pkg + ".Logger).", "(" + pkg + ".LogSink)."
	return ingredient(pkg, "v1.4", "logr.go at v1.4.4",
		sinks(logger, "Info", 0, 1),
		sinks(sink, "Info", 1, 2),
		sinks(logger, "Error", 0, 1, 2),
		sinks(sink, "Error", 0, 1, 2),
		withers(logger, "WithValues", 0),
		withers(sink, "WithValues", 0),
	)
}

func charmLog() *model.Library {
	const pkg = "github.com/charmbracelet/log"
	var funcs []model.Func
	for _, receiver := range []string{pkg + ".", "(*" + pkg + ".Logger)."} {
		funcs = slices.Concat(funcs,
			sinks(receiver, "Debug Debugf Error Errorf Fatal Fatalf Info Infof Print Printf Warn Warnf", 0, 1),
			sinks(receiver, "Log Logf", 1, 2),
			withers(receiver, "With", 0),
		)
	}
	return ingredient(pkg, "v1.0", "logger.go, pkg.go at v1.0.0", funcs)
}

// gommonLog is the logger of echo v4.
func gommonLog() *model.Library {
	const pkg = "github.com/labstack/gommon/log"
	lib := ingredient("github.com/labstack/gommon", "v0.5", "log/log.go at v0.5.0",
		echoLogger(pkg+"."), echoLogger("(*"+pkg+".Logger)."))
	lib.Name = "gommon/log"
	return lib
}

// echoLogger: Info(values ...), Infof(format, values ...), Infoj(map).
func echoLogger(receiver string) []model.Func {
	return slices.Concat(
		sinks(receiver, "Debug Debugj Error Errorj Fatal Fatalj Info Infoj Panic Panicj Print Printj Warn Warnj", 0),
		sinks(receiver, "Debugf Errorf Fatalf Infof Panicf Printf Warnf", 0, 1),
	)
}
