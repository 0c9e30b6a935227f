package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

const (
	starts   = model.Starts
	complete = model.Completes
	answered = model.Starts | model.Completes
	methods  = "CONNECT DELETE GET HEAD OPTIONS PATCH POST PUT TRACE"
	verbs    = "Connect Delete Get Head Options Patch Post Put Trace"
)

func arg(slot model.Slot, index int) model.Arg { return model.Arg{Slot: slot, Index: index} }

// statuses answer with the status at an index.
func statuses(does model.Effect, index int, prefix, names string) []model.Func {
	return each(model.Func{Role: model.ResponseStatus, Does: does, Args: slots(model.ArgStatus, index)}, prefix, names)
}

// always answers with the same status.
func always(does model.Effect, status int, prefix, names string) []model.Func {
	return each(model.Func{Role: model.ResponseStatus, Does: does, Status: status}, prefix, names)
}

// writers write to the body.
func writers(does model.Effect, prefix, names string) []model.Func {
	return each(model.Func{Role: model.ResponseStart, Does: does}, prefix, names)
}

// writeTo write to the body of the answer that is the argument at an index.
func writeTo(does model.Effect, index int, prefix, names string) []model.Func {
	return each(model.Func{Role: model.ResponseStart, Does: does, Args: slots(model.ArgWriter, index)}, prefix, names)
}

// forwards answer with the URL and the status at the indexes.
func forwards(does model.Effect, url, status int, prefix, names string) []model.Func {
	args := []model.Arg{arg(model.ArgURL, url), arg(model.ArgStatus, status)}
	return each(model.Func{Role: model.ResponseStatus, Status: 302, Does: does, Args: args}, prefix, names)
}

// adds register the handler behind a path; the method is the name of the
// function.
func adds(path, handler int, prefix, names string) []model.Func {
	args := []model.Arg{arg(model.ArgPath, path), arg(model.ArgHandler, handler)}
	return each(model.Func{Role: model.RouteAdd, Args: args}, prefix, names)
}

// addsFor do the same for the method at an index.
func addsFor(method, path, handler int, prefix, names string) []model.Func {
	args := []model.Arg{arg(model.ArgMethod, method), arg(model.ArgPath, path), arg(model.ArgHandler, handler)}
	return each(model.Func{Role: model.RouteAdd, Args: args}, prefix, names)
}

// uses add middleware to their receiver.
func uses(prefix, names string) []model.Func {
	return each(model.Func{Role: model.RouteUse, Args: slots(model.ArgHandler, 0)}, prefix, names)
}

// groups return what registers below a path, behind further middleware.
func groups(prefix, names string, more ...model.Arg) []model.Func {
	args := append([]model.Arg{arg(model.ArgPath, 0)}, more...)
	return each(model.Func{Role: model.RouteGroup, Args: args}, prefix, names)
}

func nexts(prefix, names string) []model.Func {
	return each(model.Func{Role: model.Next}, prefix, names)
}

// fails return an error that makes the library answer with the status at an
// index.
func fails(index int, prefix, names string) []model.Func {
	return each(model.Func{Role: model.ResponseFail, Args: slots(model.ArgStatus, index)}, prefix, names)
}

// stdCarriers are what every request of net/http has.
func stdCarriers() []model.Carrier {
	return []model.Carrier{
		{Symbol: "net/http.Request", Request: true},
		{Symbol: "net/http.ResponseWriter", Response: true},
	}
}

// stdRoutes: server.go and fs.go. A pattern may begin with a method (since
// go1.22). Error, Redirect and NotFound write the header; whatever is set
// later is lost.
func stdRoutes() []model.Func {
	const pkg, writer = "net/http.", "(net/http.ResponseWriter)."
	wraps := func(index int, names string) []model.Func {
		return each(model.Func{Role: model.HandlerWrap, Args: slots(model.ArgHandler, index)}, pkg, names)
	}
	return slices.Concat(
		adds(0, 1, pkg, "Handle HandleFunc"),
		adds(0, 1, "(*net/http.ServeMux).", "Handle HandleFunc"),
		wraps(0, "TimeoutHandler MaxBytesHandler AllowQuerySemicolons"),
		wraps(1, "StripPrefix"),
		nexts("(net/http.Handler).", "ServeHTTP"),
		nexts("(net/http.HandlerFunc).", "ServeHTTP"),
		statuses(answered, 2, pkg, "Error"),
		always(answered, 404, pkg, "NotFound"),
		forwards(answered, 2, 3, pkg, "Redirect"),
		statuses(starts, 0, writer, "WriteHeader"),
		writers(starts, writer, "Write"),
		writeTo(answered, 0, pkg, "ServeContent ServeFile ServeFileFS"),
		writeTo(starts, 0, "fmt.", "Fprint Fprintf Fprintln"),
		writeTo(starts, 0, "io.", "Copy CopyBuffer CopyN WriteString"),
		writeTo(starts, model.Receiver, "(*encoding/json.Encoder).", "Encode"), // made by json.NewEncoder(w)
		writeTo(starts, model.Receiver, "(*encoding/xml.Encoder).", "Encode"),
		writeTo(starts, 0, "(*html/template.Template).", "Execute ExecuteTemplate"),
		writeTo(starts, 0, "(*text/template.Template).", "Execute ExecuteTemplate"),
	)
}
