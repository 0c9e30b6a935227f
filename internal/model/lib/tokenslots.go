package lib

import (
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/model"
)

// each returns one function for each of the names, which are separated by
// spaces: all alike but for the symbol, which is prefix and name.
func each(like model.Func, prefix, names string) []model.Func {
	funcs := make([]model.Func, 0, strings.Count(names, " ")+1)
	for name := range strings.FieldsSeq(names) {
		like.Symbol = prefix + name
		funcs = append(funcs, like)
	}
	return funcs
}

// values says which arguments are the value of a function; of a variadic one
// all that follow belong to it.
func values(indexes ...int) []model.Arg { return slots(model.ArgValue, indexes...) }

// secrets says which arguments are key material.
func secrets(indexes ...int) []model.Arg { return slots(model.ArgSecret, indexes...) }

func slots(slot model.Slot, indexes ...int) []model.Arg {
	args := make([]model.Arg, 0, len(indexes))
	for _, i := range indexes {
		args = append(args, model.Arg{Slot: slot, Index: i})
	}
	return args
}

// sinks are functions that write the arguments at the indexes to a log:
// sinks(p, "Info", 0) for Info(values ...), sinks(p, "Infof", 0, 1) for
// Infof(format, values ...).
func sinks(prefix, names string, indexes ...int) []model.Func {
	return each(model.Func{Role: model.LogSink, Args: values(indexes...)}, prefix, names)
}

// withers are functions that return a logger, or a message not yet written,
// that carries the arguments at the indexes.
func withers(prefix, names string, indexes ...int) []model.Func {
	return each(model.Func{Role: model.LogWith, Args: values(indexes...)}, prefix, names)
}

// logFields make a log attribute of a key and a value.
func logFields(prefix, names string) []model.Func {
	return each(model.Func{Role: model.LogField, Args: keyValue()}, prefix, names)
}

// strong are functions that return so many random bits.
func strong(bits int, prefix, names string) []model.Func {
	return each(model.Func{Role: model.RandStrong, Bits: bits}, prefix, names)
}

// perUnit are functions that return random bits for each unit of the argument
// at an index.
func perUnit(bits float64, index int, prefix, names string) []model.Func {
	return each(model.Func{Role: model.RandStrong, PerUnit: bits, Args: slots(model.ArgLength, index)}, prefix, names)
}

// fromAlphabet are functions that choose each unit from an alphabet.
func fromAlphabet(alphabet, length int, prefix, names string) []model.Func {
	return each(model.Func{Role: model.RandStrong, Args: []model.Arg{
		{Slot: model.ArgAlphabet, Index: alphabet}, {Slot: model.ArgLength, Index: length},
	}}, prefix, names)
}

// weak are functions whose result can be guessed.
func weak(prefix, names string) []model.Func {
	return each(model.Func{Role: model.RandWeak}, prefix, names)
}

// log2 of the sizes of common alphabets.
const (
	bitsDecimal = 3.3219280948873623
	bitsLetters = 5.700439718141092 // 52
	bitsBase62  = 5.954196310386875
)

// ingredient is a library that says nothing about sessions by itself.
func ingredient(module, major, doc string, funcs ...[]model.Func) *model.Library {
	return &model.Library{
		Module: module, Name: strings.TrimPrefix(module, "github.com/"), Majors: []string{major},
		Doc: "https://pkg.go.dev/" + module + "; " + doc, Funcs: slices.Concat(funcs...),
	}
}

// reads are functions that return the parameter of the request that their
// first argument names.
func reads(role model.Role, prefix, names string) []model.Func {
	return each(model.Func{Role: role, Args: name(0)}, prefix, names)
}

// readsAll return all parameters of the request.
func readsAll(role model.Role, prefix, names string) []model.Func {
	return each(model.Func{Role: role}, prefix, names)
}

// forms are reads of form values; query says whether the URL counts too.
func forms(query bool, prefix, names string) []model.Func {
	return each(model.Func{Role: model.RequestForm, Query: query, Args: name(0)}, prefix, names)
}

// binds fill the struct that their first argument points to.
func binds(role model.Role, tag, prefix, names string) []model.Func {
	return each(model.Func{Role: role, Tag: tag, Args: slots(model.ArgPointer, 0)}, prefix, names)
}

// bodies send the arguments at the indexes to the client.
func bodies(prefix, names string, indexes ...int) []model.Func {
	return each(model.Func{Role: model.ResponseBody, Args: values(indexes...)}, prefix, names)
}

// failures send them as an error.
func failures(prefix, names string, indexes ...int) []model.Func {
	return each(model.Func{Role: model.ResponseError, Args: values(indexes...)}, prefix, names)
}

// redirects send the client to the URL at an index.
func redirects(prefix, names string, index int) []model.Func {
	return each(model.Func{Role: model.Redirect, Args: slots(model.ArgURL, index)}, prefix, names)
}

// keyFields are fields that take key material of no known least size.
func keyFields(prefix, names string) []model.KeyField {
	var fields []model.KeyField
	for name := range strings.FieldsSeq(names) {
		fields = append(fields, model.KeyField{Symbol: prefix + name})
	}
	return fields
}
