package lib

import "github.com/sessionlint/sessionlint/internal/model"

const (
	gorillaPkg     = "github.com/gorilla/sessions"
	gorillaSession = gorillaPkg + ".Session"
)

// gorilla has two stores: CookieStore keeps all data in a signed cookie,
// FilesystemStore signs an ID. Their age on the server is that of the codec:
// 30 days from the last Save, which only the method MaxAge changes.
func gorilla() *model.Library {
	const cookieStore, fileStore = gorillaPkg + ".CookieStore", gorillaPkg + ".FilesystemStore"
	options := append(cookieOptions(""), model.Field{Path: "Partitioned", Setting: model.Partitioned})
	return &model.Library{
		Module:  gorillaPkg,
		Name:    "gorilla/sessions",
		Majors:  []string{"v1.2", "v1.3", "v1.4"},
		Doc:     "https://pkg.go.dev/github.com/gorilla/sessions; store.go, options.go, sessions.go at v1.2.2, v1.3.0, v1.4.0",
		Anchors: []string{gorillaPkg},
		Types: []model.Type{
			{Symbol: gorillaPkg + ".Options", Kind: model.Options, Settings: options},
			{Symbol: gorillaSession, Kind: model.PerSession, Settings: cookieOptions("Options.")},
			{Symbol: cookieStore, Kind: model.Store, Session: model.ClientSession, Settings: cookieOptions("Options.")},
			{Symbol: fileStore, Kind: model.Store, Session: model.ServerSession, Settings: cookieOptions("Options.")},
			{Symbol: gorillaPkg + ".Store", Kind: model.Store},
		},
		Life:   gorillaLife("(*"+cookieStore+").", "(*"+fileStore+")."),
		Fields: gorillaFields(),
		Funcs: append(gorillaLoads(cookieStore, fileStore),
			// Keys come in pairs: one that signs, one of 16, 24 or 32 bytes
			// that encrypts, or nil.
			model.Func{Symbol: gorillaPkg + ".NewCookieStore", Role: model.StoreNew, Session: model.ClientSession, Type: cookieStore, Args: secrets(0), Defaults: cookieStoreDefaults()},
			// store.go:141 at v1.4.0, the same in v1.2.2.
			model.Func{Symbol: gorillaPkg + ".NewFilesystemStore", Role: model.StoreNew, Session: model.ServerSession, Type: fileStore, Args: secrets(1), Defaults: serverStoreDefaults()},
			// store.go:122 and store.go:223 at v1.4.0: cookie and codec together.
			model.Func{Symbol: "(*" + cookieStore + ").MaxAge", Role: model.StoreSet, Type: cookieStore, Attr: model.MaxAge, Also: []model.Setting{model.AbsoluteTimeout}, Form: model.Seconds},
			model.Func{Symbol: "(*" + fileStore + ").MaxAge", Role: model.StoreSet, Type: fileStore, Attr: model.MaxAge, Also: []model.Setting{model.AbsoluteTimeout}, Form: model.Seconds},
			model.Func{Symbol: gorillaPkg + ".NewCookie", Role: model.CookieBuild, Args: []model.Arg{
				{Slot: model.ArgName, Index: 0}, {Slot: model.ArgValue, Index: 1}, {Slot: model.ArgOptions, Index: 2},
			}},
			model.Func{Symbol: gorillaPkg + ".NewSession", Role: model.SessionLoad, Type: gorillaSession, Args: []model.Arg{
				{Slot: model.ArgStore, Index: 0}, {Slot: model.ArgName, Index: 1},
			}},
		),
	}
}

// cookieStoreDefaults: store.go:48 at v1.4.0 (and v1.3.0), store.go:47 at
// v1.2.2, which has neither SameSite nor Secure. HttpOnly is off in all.
func cookieStoreDefaults() []model.Default {
	return []model.Default{
		{Setting: model.Path, Is: model.Text, Text: "/"},
		{Setting: model.Domain, Is: model.Unset},
		{Setting: model.MaxAge, Is: model.Lasts, Dur: month},
		{Setting: model.Secure, Is: model.Off, Until: "v1.3.0"},
		{Setting: model.Secure, Is: model.On, Since: "v1.3.0"},
		{Setting: model.HTTPOnly, Is: model.Off},
		{Setting: model.SameSite, Is: model.Unset, Until: "v1.3.0"},
		{Setting: model.SameSite, Is: model.Text, Text: "None", Since: "v1.3.0"},
		{Setting: model.AbsoluteTimeout, Is: model.Lasts, Dur: month, Note: "counts from the last Save"},
		{Setting: model.IdleTimeout, Is: model.Unset},
	}
}

// gorillaLoads are Get and New of the stores and of their interface: both
// name the session, and so its cookie.
func gorillaLoads(stores ...string) []model.Func {
	receivers := []string{"(" + gorillaPkg + ".Store)."}
	for _, store := range stores {
		receivers = append(receivers, "(*"+store+").")
	}
	var funcs []model.Func
	for _, receiver := range receivers {
		for _, method := range []string{"Get", "New"} {
			funcs = append(funcs, model.Func{Symbol: receiver + method, Role: model.SessionLoad, Type: gorillaSession, Args: []model.Arg{
				{Slot: model.ArgStore, Index: model.Receiver}, {Slot: model.ArgName, Index: 1},
			}})
		}
	}
	return funcs
}

// securecookie signs, and with a block key encrypts, the value it encodes.
func securecookie() *model.Library {
	const pkg = "github.com/gorilla/securecookie"
	value := []model.Arg{{Slot: model.ArgName, Index: 0}, {Slot: model.ArgValue, Index: 1}}
	return &model.Library{
		Module:  pkg,
		Name:    "gorilla/securecookie",
		Majors:  []string{"v1.1"},
		Doc:     "https://pkg.go.dev/github.com/gorilla/securecookie; securecookie.go at v1.1.2",
		Anchors: []string{pkg},
		Funcs: append(securecookieKeys(pkg), []model.Func{
			{Symbol: "(*" + pkg + ".SecureCookie).Encode", Role: model.TokenEncode, Args: value},
			{Symbol: "(" + pkg + ".Codec).Encode", Role: model.TokenEncode, Args: value},
			{Symbol: pkg + ".EncodeMulti", Role: model.TokenEncode, Args: value},
		}...),
	}
}

// securecookieKeys: securecookie.go:151 at v1.1.2. The documentation wants 32
// or 64 bytes to sign, and 16, 24 or 32 to encrypt.
func securecookieKeys(pkg string) []model.Func {
	return []model.Func{
		{Symbol: pkg + ".New", Role: model.SecretKey, Bits: 256, Args: []model.Arg{
			{Slot: model.ArgSecret, Index: 0}, {Slot: model.ArgCipher, Index: 1},
		}},
		{Symbol: pkg + ".CodecsFromPairs", Role: model.SecretKey, Args: secrets(0)}, // pairs, as above
		{Symbol: pkg + ".GenerateRandomKey", Role: model.RandStrong, PerUnit: 8, Args: slots(model.ArgLength, 0)},
		{Symbol: "(*" + pkg + ".SecureCookie).Decode", Role: model.TokenVerify, Args: slots(model.ArgToken, 1)},
		{Symbol: "(" + pkg + ".Codec).Decode", Role: model.TokenVerify, Args: slots(model.ArgToken, 1)},
		{Symbol: pkg + ".DecodeMulti", Role: model.TokenVerify, Args: slots(model.ArgToken, 1)},
	}
}
