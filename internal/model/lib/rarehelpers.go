package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// rareHelpers are ingredients, and one more store behind gorilla's interface.
func rareHelpers() []*model.Library {
	return []*model.Library{mysqlstore(), nosurf(), gorillaHandlers(), hashids(), htpasswd()}
}

// mysqlstore deletes a row in Delete only: a Save with a negative MaxAge drops
// the cookie and keeps the row (mysqlstore.go at ffbca72c0a70).
func mysqlstore() *model.Library {
	const pkg = "github.com/srinathgs/mysqlstore"
	l := gorillaStore(pkg, "v0.0", "MySQLStore", "mysqlstore.go at v0.0.0-20231123182912", "NewMySQLStore NewMySQLStoreFromConnection", "Delete")
	for i := range l.Funcs {
		if l.Funcs[i].Role == model.StoreNew {
			l.Funcs[i].Args = []model.Arg{arg(model.ArgPath, 2), {Slot: model.ArgMaxAge, Index: 3, Form: model.Seconds}, arg(model.ArgSecret, 4)}
		}
	}
	return l
}

// nosurf: crypto.go, handler.go at v1.2.0. Its cookie is no session cookie.
func nosurf() *model.Library {
	const pkg = "github.com/justinas/nosurf"
	l := ingredient(pkg, "v1.2", "handler.go, crypto.go at v1.2.0",
		each(model.Func{Role: model.SafeCompare, Args: args(model.ArgLeft, 0, model.ArgRight, 1)}, pkg+".", "VerifyToken"))
	l.Life = each(model.Func{Role: model.HandlerWrap, Args: slots(model.ArgHandler, 0)}, pkg+".", "New NewPure")
	return l
}

// gorillaHandlers: logging.go at v1.5.2: both formats have the URL with its
// query. The others hand the request on as it is.
func gorillaHandlers() *model.Library {
	const pkg = "github.com/gorilla/handlers"
	wrap := func(index int, names string) []model.Func {
		return each(model.Func{Role: model.HandlerWrap, Args: slots(model.ArgHandler, index)}, pkg+".", names)
	}
	l := ingredient(pkg, "v1.5", "logging.go, handlers.go, compress.go, proxy_headers.go at v1.5.2",
		each(model.Func{Role: model.AccessLog}, pkg+".", "CombinedLoggingHandler LoggingHandler"))
	l.Life = slices.Concat(wrap(1, "CombinedLoggingHandler LoggingHandler CustomLoggingHandler"), wrap(0, "CompressHandler ProxyHeaders"))
	return l
}

// hashids spells numbers differently: who knows one text knows the next.
func hashids() *model.Library {
	const pkg = "github.com/speps/go-hashids/v2"
	return ingredient(pkg, "v2.0", "hashids.go at v2.0.1", weak("(*"+pkg+".HashID).", "Encode EncodeHex EncodeInt64"))
}

// htpasswd: file.go, passwd.go at v1.2.5.
func htpasswd() *model.Library {
	const pkg = "github.com/tg123/go-htpasswd"
	return proofLibrary(pkg, "v1.2", "htpasswd.go at v1.2.5",
		proofs(model.PasswordVerify, "(*"+pkg+".File).", "Match"),
		proofs(model.PasswordVerify, "("+pkg+".EncodedPasswd).", "MatchesPassword"))
}
