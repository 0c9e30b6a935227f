// Package printers logs requests through types that decide what is shown.
package printers

import (
	"fmt"
	"log"
	"log/slog"
	"net/http"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

// A redacted header shows no credentials.
type redacted struct{ http.Header }

func (h redacted) MarshalLogObject(enc zapcore.ObjectEncoder) error {
	for name := range h.Header {
		enc.AddString(name, "…")
	}
	return nil
}

func withZap(logger *zap.Logger, r *http.Request) {
	logger.Info("request", zap.Object("headers", redacted{r.Header}))
}

type summary struct{ r *http.Request }

func (s summary) String() string { return s.r.Method + " " + s.r.URL.Path }

func withFmt(r *http.Request) { log.Print(fmt.Sprintf("%v", summary{r})) }

func (s *summary) LogValue() slog.Value { return slog.StringValue(s.String()) }

func withSlog(r *http.Request) { slog.Info("request", "summary", &summary{r}) }

// A struct that only groups shows all of it.
type grouped struct{ Header http.Header }

func plain(r *http.Request) {
	log.Printf("%v", grouped{r.Header}) // want tokenlog:"every request header is written to a log"
}

// One header, and nobody knows which.
func one(r *http.Request, name string) { log.Print(r.Header.Get(name)) }

// note is a logger that takes a context or a request first, for the ID in it.
func note(source any, message string, args ...any) {
	if r, ok := source.(*http.Request); ok {
		source = r.Context()
	}
	slog.Info(message, append(args, "source", source)...)
}

func throughWrapper(r *http.Request) { note(r, "called", "path", r.URL.Path) }
