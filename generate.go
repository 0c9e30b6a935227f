package sessionlint

//go:generate go run ./internal/model/lib/gen
//go:generate go run ./internal/docgen
