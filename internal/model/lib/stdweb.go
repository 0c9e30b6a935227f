package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// stdWeb reads requests and writes responses and URLs.
func stdWeb() *model.Library {
	return &model.Library{
		Module: "std",
		Name:   "Go web",
		Majors: []string{"go1.25", "go1.26"},
		Doc:    "https://pkg.go.dev/net/http#Request.FormValue; https://pkg.go.dev/net/url; $GOROOT/src/net/http/request.go at go1.26.8",
		Funcs:  slices.Concat(requestReaders(), responses(), urlWriters()),
	}
}

// requestReaders: what a Header or Values belongs to, a request, a response
// or neither, is decided by the receiver.
func requestReaders() []model.Func {
	const request = "(*net/http.Request)."
	return slices.Concat([]model.Func{
		{Symbol: request + "FormValue", Role: model.RequestForm, Query: true, Args: name(0)}, // request.go: body first, then query
		{Symbol: request + "PostFormValue", Role: model.RequestForm, Args: name(0)},
		{Symbol: request + "PathValue", Role: model.RequestPath, Args: name(0)},
		{Symbol: request + "Cookies", Role: model.RequestCookie},
		{Symbol: request + "BasicAuth", Role: model.RequestHeader},
		{Symbol: request + "Referer", Role: model.RequestHeader},
		{Symbol: request + "UserAgent", Role: model.RequestHeader},
		{Symbol: "(net/http.Header).Get", Role: model.RequestHeader, Args: name(0)},
		{Symbol: "(net/http.Header).Values", Role: model.RequestHeader, Args: name(0)},
		{Symbol: "(*net/url.URL).Query", Role: model.RequestQuery},
		{Symbol: "(net/url.Values).Get", Role: model.RequestQuery, Args: name(0)},
		{Symbol: "(*encoding/json.Decoder).Decode", Role: model.RequestBody, Tag: "json", Args: slots(model.ArgPointer, 0)},
		{Symbol: "encoding/json.Unmarshal", Role: model.RequestBody, Tag: "json", Args: slots(model.ArgPointer, 1)},
	},
		// The whole request as text, Cookie and Authorization included.
		each(model.Func{Role: model.RequestHeader}, "net/http/httputil.", "DumpRequest DumpRequestOut"),
	)
}

// responses: what has an ArgWriter sends to the client if that is an
// http.ResponseWriter, and to the log if it is standard output or error.
func responses() []model.Func {
	writes := func(prefix, names string, writer int, indexes ...int) []model.Func {
		args := append(slots(model.ArgWriter, writer), values(indexes...)...)
		return each(model.Func{Role: model.ResponseBody, Args: args}, prefix, names)
	}
	return slices.Concat(
		writes("(net/http.ResponseWriter).", "Write", model.Receiver, 0),
		writes("fmt.", "Fprint Fprintln", 0, 1),
		writes("fmt.", "Fprintf", 0, 1, 2),
		writes("io.", "WriteString", 0, 1),
		writes("(*encoding/json.Encoder).", "Encode", model.Receiver, 0), // made by json.NewEncoder(w)
		writes("(*encoding/xml.Encoder).", "Encode", model.Receiver, 0),
		writes("(*html/template.Template).", "Execute", 0, 1),
		writes("(*text/template.Template).", "Execute", 0, 1),
		writes("(*html/template.Template).", "ExecuteTemplate", 0, 2),
		writes("(*text/template.Template).", "ExecuteTemplate", 0, 2),
		[]model.Func{
			{Symbol: "net/http.Error", Role: model.ResponseError, Args: values(1)},
			{Symbol: "net/http.Redirect", Role: model.Redirect, Args: slots(model.ArgURL, 2)},
			{Symbol: "net/http.RedirectHandler", Role: model.Redirect, Args: slots(model.ArgURL, 0)},
		},
	)
}

// urlWriters put values into URLs; the Values may be a form as well.
func urlWriters() []model.Func {
	return slices.Concat(
		each(model.Func{Role: model.URLWrite, Args: keyValue()}, "(net/url.Values).", "Add Set"),
		each(model.Func{Role: model.URLWrite, Args: values(0)}, "net/url.", "PathEscape QueryEscape"),
		each(model.Func{Role: model.URLWrite, Args: values(0, 1)}, "net/url.", "JoinPath UserPassword"),
		each(model.Func{Role: model.URLWrite, Args: values(0)}, "(*net/url.URL).", "JoinPath"),
	)
}
