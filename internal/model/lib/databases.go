package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// databases are what people use beside or on top of database/sql.
func databases() []*model.Library {
	return []*model.Library{sqlx(), gorm(), xorm(), pgx(), bbolt(), goRedis()}
}

// stored are calls that write, or look up, the arguments at the indexes.
func stored(role model.Role, prefix, names string, indexes ...int) []model.Func {
	return each(model.Func{Role: role, Args: values(indexes...)}, prefix, names)
}

// sqlx embeds database/sql, whose methods are found there.
func sqlx() *model.Library {
	const pkg = "github.com/jmoiron/sqlx"
	const db, tx, conn, stmt = "(*" + pkg + ".DB).", "(*" + pkg + ".Tx).", "(*" + pkg + ".Conn).", "(*" + pkg + ".Stmt)."
	var funcs []model.Func
	for _, receiver := range []string{db, tx} {
		funcs = slices.Concat(funcs,
			statements(model.DBWrite, receiver, "MustExec NamedExec", 0),
			statements(model.DBWrite, receiver, "MustExecContext NamedExecContext", 1),
			statements(model.DBRead, receiver, "NamedQuery QueryRowx Queryx", 0),
			statements(model.DBRead, receiver, "Get Select", 1), // (dest, query, args ...)
		)
	}
	for _, receiver := range []string{db, tx, conn} {
		funcs = slices.Concat(funcs,
			statements(model.DBRead, receiver, "QueryRowxContext QueryxContext", 1),
			statements(model.DBRead, receiver, "GetContext SelectContext", 2),
		)
	}
	return ingredient(pkg, "v1.4", "sqlx.go, sqlx_context.go at v1.4.0", funcs,
		statements(model.DBRead, db, "NamedQueryContext", 1),
		stored(model.DBWrite, stmt, "MustExec", 0),
		stored(model.DBWrite, stmt, "MustExecContext", 1),
		stored(model.DBRead, stmt, "QueryRowx Queryx", 0),
		stored(model.DBRead, stmt, "Get QueryRowxContext QueryxContext Select", 1),
		stored(model.DBRead, stmt, "GetContext SelectContext", 2),
		statements(model.DBWrite, pkg+".", "MustExec NamedExec", 1),
		statements(model.DBWrite, pkg+".", "MustExecContext NamedExecContext", 2),
		statements(model.DBRead, pkg+".", "NamedQuery", 1),
		statements(model.DBRead, pkg+".", "Get NamedQueryContext Select", 2),
		statements(model.DBRead, pkg+".", "GetContext SelectContext", 3),
	)
}

// gorm: conditions are a text with values, or a struct with fields.
func gorm() *model.Library {
	const db = "(*gorm.io/gorm.DB)."
	return ingredient("gorm.io/gorm", "v1.25", "finisher_api.go, chainable_api.go at v1.25.12",
		stored(model.DBWrite, db, "Create CreateInBatches Save UpdateColumns Updates", 0),
		stored(model.DBWrite, db, "Update UpdateColumn", 1),
		stored(model.DBWrite, db, "Assign Attrs", 0), // of a FirstOrCreate
		stored(model.DBWrite, db, "FirstOrCreate", 0, 1),
		statements(model.DBWrite, db, "Exec", 0),
		statements(model.DBRead, db, "Having Joins Not Or Raw Where", 0),
		stored(model.DBRead, db, "Delete Find First FirstOrInit Last Take", 1),
	)
}

// xorm: beans are structs, both what is written and what is looked for; the
// first of sqlOrArgs is the statement.
func xorm() *model.Library {
	const pkg = "xorm.io/xorm"
	const session, engine, iface = "(*" + pkg + ".Session).", "(*" + pkg + ".Engine).", "(" + pkg + ".Interface)."
	var funcs []model.Func
	for _, receiver := range []string{session, engine, iface} {
		funcs = slices.Concat(funcs,
			stored(model.DBWrite, receiver, "Insert InsertOne Update", 0),
			stored(model.DBWrite, receiver, "Exec", 0),
			stored(model.DBRead, receiver, "Count Delete Exist Get ID Query QueryInterface QueryString", 0),
			stored(model.DBRead, receiver, "Find FindAndCount In", 1),
			statements(model.DBRead, receiver, "SQL Where", 0),
		)
	}
	return ingredient(pkg, "v1.3", "interface.go, session_insert.go, session_find.go, session_raw.go at v1.3.9", funcs,
		statements(model.DBRead, session, "And Or", 0))
}

// pgx: one interface on a connection, a transaction and a pool.
func pgx() *model.Library {
	const pkg = "github.com/jackc/pgx/v5"
	var funcs []model.Func
	for _, receiver := range []string{"(*" + pkg + ".Conn).", "(" + pkg + ".Tx).", "(*" + pkg + "/pgxpool.Pool).", "(*" + pkg + "/pgxpool.Conn).", "(*" + pkg + "/pgxpool.Tx)."} {
		funcs = slices.Concat(funcs,
			statements(model.DBWrite, receiver, "Exec", 1),
			statements(model.DBRead, receiver, "Query QueryRow", 1),
		)
	}
	return ingredient(pkg, "v5.7", "conn.go, tx.go, batch.go, pgxpool/pool.go at v5.7.5", funcs,
		statements(model.DBWrite, "(*"+pkg+".Batch).", "Queue", 0))
}

// bbolt stores keys and values as they are.
func bbolt() *model.Library {
	const pkg = "go.etcd.io/bbolt"
	const bucket = "(*" + pkg + ".Bucket)."
	return ingredient(pkg, "v1.4", "bucket.go, cursor.go at v1.4.3",
		each(model.Func{Role: model.DBWrite, Args: keyValue()}, bucket, "Put"),
		stored(model.DBRead, bucket, "Delete Get", 0),
		stored(model.DBRead, "(*"+pkg+".Cursor).", "Seek", 0),
	)
}
