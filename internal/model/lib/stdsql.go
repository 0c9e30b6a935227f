package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// stdSQL is database/sql: the text of the statement decides what is written
// and what is looked up.
func stdSQL() *model.Library {
	const sql = "database/sql."
	var funcs []model.Func
	for _, receiver := range []string{"(*" + sql + "DB).", "(*" + sql + "Tx).", "(*" + sql + "Conn)."} {
		funcs = append(funcs, statements(model.DBWrite, receiver, "ExecContext", 1)...)
		funcs = append(funcs, statements(model.DBRead, receiver, "QueryContext QueryRowContext", 1)...)
	}
	for _, receiver := range []string{"(*" + sql + "DB).", "(*" + sql + "Tx)."} {
		funcs = append(funcs, statements(model.DBWrite, receiver, "Exec", 0)...)
		funcs = append(funcs, statements(model.DBRead, receiver, "Query QueryRow", 0)...)
	}
	const stmt = "(*" + sql + "Stmt)."
	return &model.Library{
		Module: "std",
		Name:   "database/sql",
		Majors: []string{"go1.25", "go1.26"},
		Doc:    "https://pkg.go.dev/database/sql#DB.Exec",
		Funcs: slices.Concat(funcs,
			each(model.Func{Role: model.DBWrite, Args: values(0)}, stmt, "Exec"),
			each(model.Func{Role: model.DBWrite, Args: values(1)}, stmt, "ExecContext"),
			each(model.Func{Role: model.DBRead, Args: values(0)}, stmt, "Query QueryRow"),
			each(model.Func{Role: model.DBRead, Args: values(1)}, stmt, "QueryContext QueryRowContext"),
		),
	}
}

// statements take the SQL text at an index and the values after it.
func statements(role model.Role, prefix, names string, query int) []model.Func {
	return each(model.Func{Role: role, Args: []model.Arg{
		{Slot: model.ArgQuery, Index: query}, {Slot: model.ArgValue, Index: query + 1},
	}}, prefix, names)
}
