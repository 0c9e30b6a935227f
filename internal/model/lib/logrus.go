package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

const logrusPkg = "github.com/sirupsen/logrus"

// logrus is the same three times: as functions, on a Logger, on an Entry; and
// once more in the interfaces.
func logrus() *model.Library {
	var funcs []model.Func
	for _, receiver := range []string{logrusPkg + ".", "(*" + logrusPkg + ".Logger).", "(*" + logrusPkg + ".Entry)."} {
		funcs = slices.Concat(funcs,
			sinks(receiver, "Debug Debugln Error Errorln Fatal Fatalln Info Infoln Panic Panicln Print Println Trace Traceln Warn Warning Warningln Warnln", 0),
			sinks(receiver, "Debugf Errorf Fatalf Infof Panicf Printf Tracef Warnf Warningf", 0, 1),
			logrusWith(receiver),
		)
	}
	for _, receiver := range []string{"(*" + logrusPkg + ".Logger).", "(*" + logrusPkg + ".Entry)."} {
		funcs = slices.Concat(funcs, sinks(receiver, "Log Logln", 1), sinks(receiver, "Logf", 1, 2))
	}
	const std, fields, ext = "(" + logrusPkg + ".StdLogger).", "(" + logrusPkg + ".FieldLogger).", "(" + logrusPkg + ".Ext1FieldLogger)."
	return ingredient(logrusPkg, "v1.8", "exported.go, logger.go, entry.go at v1.8.1", funcs,
		sinks(std, "Fatal Fatalln Panic Panicln Print Println", 0),
		sinks(std, "Fatalf Panicf Printf", 0, 1),
		sinks(fields, "Debug Debugln Error Errorln Fatal Fatalln Info Infoln Panic Panicln Print Println Warn Warning Warningln Warnln", 0),
		sinks(fields, "Debugf Errorf Fatalf Infof Panicf Printf Warnf Warningf", 0, 1),
		sinks(ext, "Trace Traceln", 0),
		sinks(ext, "Tracef", 0, 1),
		logrusWith(fields),
	)
}

func logrusWith(receiver string) []model.Func {
	return slices.Concat(
		withers(receiver, "WithError WithFields", 0),
		each(model.Func{Role: model.LogWith, Args: keyValue()}, receiver, "WithField"),
	)
}

// logrusSplit is what v1.10 added: FieldLogger is made of small interfaces,
// and a call through it is found under the one that declares the method.
func logrusSplit() *model.Library {
	var funcs []model.Func
	for _, level := range []string{"Debug", "Error", "Info", "Trace", "Warn"} {
		receiver := "(" + logrusPkg + "." + level + "Logger)."
		funcs = slices.Concat(funcs, sinks(receiver, level+" "+level+"ln", 0), sinks(receiver, level+"f", 0, 1))
	}
	lib := ingredient(logrusPkg, "v1.10", "logrus.go at v1.10.2", funcs)
	lib.Name += " 1.10"
	return lib
}
