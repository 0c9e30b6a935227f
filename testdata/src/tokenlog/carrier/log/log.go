// Package log takes the logger out of what it is given first.
package log

import (
	"fmt"
	"log/slog"
	"net/http"
)

// Error logs a message and what belongs to it. A request in front of it carries
// the logger.
func Error(args ...any) { write(slog.LevelError, args...) }

func write(level slog.Level, args ...any) {
	logger := slog.Default()
	if r, ok := args[0].(*http.Request); ok {
		logger, args = logger.With("path", r.URL.Path), args[1:]
	}
	logger.Log(nil, level, fmt.Sprint(args[0]), args[1:]...)
}
