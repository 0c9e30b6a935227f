package sessionlint

//go:generate go run ./internal/docgen
