// Package model is the vocabulary in which libraries are described: which
// functions play which role in the life of a session, which argument is which
// part, which settings an object has and what holds when the caller says
// nothing. The data itself is in package lib, one file per library.
//
// The package knows go/types and nothing else of this module.
package model

import "time"

// A Library describes what one module means for sessions. One without Anchors
// is an ingredient, such as a logger or a maker of IDs: importing it says
// nothing about sessions.
type Library struct {
	Module   string   // module path, or "std"
	Name     string   // for people: "gorilla/sessions"
	Majors   []string // release lines that were read: "v1.2", "v1.4"
	Doc      string   // where the facts come from: documentation or source
	Anchors  []string // import paths whose direct import makes a package relevant
	Types    []Type
	Funcs    []Func
	Life     []Func // what calls do to sessions, credentials and requests; a symbol may stand here and in Funcs
	Fields   []LifeField
	Carriers []Carrier
	Vars     []Var
	Keys     []KeyField
	Lookups  []LookupField

	Login       []LoginFunc // what calls do in a login at an identity provider; a symbol may stand here and in Funcs
	LoginFields []LoginField
	AuthTimes   []AuthTime

	Bearers      []Bearer // what calls do with self-contained tokens; a symbol may stand here and in Funcs
	BearerFields []BearerField
}

// A Kind says what an object with settings is.
type Kind uint8

const (
	NoKind     Kind = iota
	Cookie          // a cookie that is about to be sent
	Options         // cookie options that a session store or session applies
	Store           // a session store, a manager, or its configuration
	PerSession      // one session that carries cookie options of its own
)

// A SessionKind says where the state of a session lives. It decides which
// requirements apply (requirements.md section 2).
type SessionKind uint8

const (
	UnknownSession SessionKind = iota
	ServerSession              // opaque ID, record on the server
	ClientSession              // all data in a signed or encrypted cookie
	JWTSession                 // self-contained bearer token
)

// A Setting is one security-relevant property of a cookie or session store.
type Setting uint8

const (
	NoSetting Setting = iota
	Name
	Value
	Path
	Domain
	Expires // moment at which the browser drops the cookie
	MaxAge  // seconds, or a duration, after which the browser drops the cookie
	Secure
	HTTPOnly
	SameSite
	Partitioned
	AbsoluteTimeout // the server refuses the session this long after it began
	IdleTimeout     // the server refuses the session this long after its last use
	SessionOnly     // cookie without lifetime: gone when the browser is closed
	Persistent      // sessions are kept where others can read them: a database, a file
	HashedTokens    // the store keeps a hash of the token, not the token
	numSettings
)

// NumSettings is one more than the highest Setting.
const NumSettings = int(numSettings)

// A Form says how a Go value spells a setting.
type Form uint8

const (
	// Plain is the value itself: bool, string, time.Time, or a SameSite
	// with the numbers of net/http.SameSite, which fasthttp and hertz share
	// (0 and 1 unset, 2 Lax, 3 Strict, 4 None).
	Plain    Form = iota
	Inverted      // true switches the protection off
	Seconds       // integer number of seconds
	Nanos         // time.Duration
	Minutes       // integer number of minutes
	Word          // string that Words translates
	Clock         // time.Time at which it ends
	IfTLS         // bool; true: on, but only on requests that are TLS themselves (FromTLS)
	Lookup        // string "SOURCE:NAME"; with the source "cookie" it is the name of the cookie
	Wrapped       // value that a SettingOption made
	Backend       // value of a type that Words translates; any other type that is known: true
)

// A Spelling is a text, in lower case, and what it means: the word of a
// SameSite, or "" for unset.
type Spelling struct{ Text, Means string }

// A Type is a struct (or a type with setters) that carries settings.
type Type struct {
	Symbol   string // "net/http.Cookie"
	Kind     Kind
	Session  SessionKind // of a Store, where the type alone decides
	Settings []Field
	Forces   []Force
	// Delegate is the path of a field with a store; when it is set, that
	// store decides every setting and the fields of this Type do not count.
	Delegate string
}

// A Force is a boolean setting that the library switches on by itself,
// whatever the caller says, when another setting has a certain value.
type Force struct {
	If   Setting
	Is   string // the word of a SameSite, or "true"
	Then Setting
}

// A Field is a place of a setting inside a Type. One path may be listed with
// several settings: fiber's IdleTimeout is also the MaxAge of the cookie.
// Where several paths carry one setting, the last one that is not zero wins;
// only the last one may have a Zero of its own.
type Field struct {
	Path    string // selector path: "Secure", "Cookie.Secure", "Options.Secure"
	Setting Setting
	Form    Form
	// Words are the spellings of a Word, compared without regard to case;
	// a text that is not listed means the same as the zero value.
	Words []Spelling
	// Zero is what the field means when it holds its Go zero value: for most
	// fields nothing special (Unset). Libraries that replace a zero value by
	// something of their own say so here. Its Setting is left out.
	Zero Default
}

// A Role says what a function does.
type Role uint8

const (
	NoRole         Role = iota
	CookieSend          // sends a cookie to the client
	CookieBuild         // returns a cookie made of its arguments
	CookieSameSite      // sets the SameSite of cookies sent later on this receiver
	CookieDelete        // tells the browser to drop a cookie
	CookieRequest       // puts a cookie on a request of an HTTP client
	CookieString        // the text of a cookie, for a Set-Cookie header
	CookieSet           // method that sets one setting of its receiver (Attr)
	HeaderWrite         // writes a response header: key, value
	StoreNew            // creates a session store or manager; Defaults apply to it
	// StoreSet is a method that sets settings of its receiver: Attr (and
	// Also) from its single argument, or all settings of the Type of its
	// ArgOptions or ArgConfig, zero fields included.
	StoreSet
	SessionUse    // creates a session middleware of a store or configuration
	TokenSign     // returns a signed, self-contained token
	TokenEncode   // returns an authenticated encoding of its value argument
	SessionID     // returns the ID or token of a session
	RequestCookie // reads a cookie of the request
	ConfigFlag    // declares a command-line flag: name, default; returns pointer or fills one
	SessionLoad   // gets or makes the session that its ArgName names; the result has Type
	// SettingOption returns a value that sets Attr on the cookie, store or
	// configuration it is passed to. Without Args the function itself is
	// that value, or takes nothing, and Defaults say what it sets.
	SettingOption
)

// A Slot names the part an argument plays.
type Slot uint8

const (
	NoSlot Slot = iota
	ArgCookie
	ArgName
	ArgValue
	ArgPath
	ArgDomain
	ArgMaxAge
	ArgExpires
	ArgSecure
	ArgHTTPOnly
	ArgSameSite
	ArgOptions // cookie options object
	ArgConfig  // configuration object of a store
	ArgKey
	ArgDefault
	ArgPointer
	ArgStore   // session store
	ArgOption  // result of a SettingOption, variadic
	ArgTimeout // lifetime of the session on the server; Attr of the function says which
)

// SlotSetting is the setting that an argument slot carries, if it carries one.
func SlotSetting(s Slot) (Setting, bool) {
	switch s {
	case ArgName:
		return Name, true
	case ArgValue:
		return Value, true
	case ArgPath:
		return Path, true
	case ArgDomain:
		return Domain, true
	case ArgMaxAge:
		return MaxAge, true
	case ArgExpires:
		return Expires, true
	case ArgSecure:
		return Secure, true
	case ArgHTTPOnly:
		return HTTPOnly, true
	case ArgSameSite:
		return SameSite, true
	}
	return NoSetting, false
}

// An Arg says which argument plays a slot. Index counts from 0 without the
// receiver; Receiver stands for the receiver itself. Where the Variadic of the
// function is not 0, indexes from there on count the variadic arguments.
type Arg struct {
	Slot  Slot
	Index int
	Form  Form
	Words []Spelling // of a Word
}

// Receiver is the Index of the receiver.
const Receiver = -1

// A Func is a function or method with a role.
type Func struct {
	// Symbol as (*types.Func).FullName prints the origin:
	// "net/http.SetCookie", "(*github.com/gin-gonic/gin.Context).SetCookie".
	Symbol   string
	Role     Role
	Args     []Arg
	Session  SessionKind // of the store that StoreNew returns, or of the session that a call about its life is for
	Type     string      // symbol of the Type whose settings the result (or receiver) has
	Attr     Setting     // for CookieSet, StoreSet, SettingOption
	Also     []Setting   // further settings that the same argument sets
	Form     Form        // of the single argument of a CookieSet, StoreSet, SettingOption
	Defaults []Default
	Like     string // symbol of a function whose Defaults hold too, by the version of its library
	Forces   []Force
	Variadic int // index of a variadic options argument, when it matters; 0: none

	Does   Effect // of a function of Life: what it does to the answer
	Status int    // of a ResponseStatus, ResponseFail: what it answers with when no argument says so

	Bits    int     // random bits of the result, size of a hash, least size of a key
	PerUnit float64 // random bits for each unit of ArgLength, or each byte of ArgBuffer
	Saves   bool    // of a call about the life of a session: it needs no SessionSave behind it
	Lent    bool    // the text it returns is overwritten when the handler has returned, unless the application asks for copies
	Query   bool    // of a RequestForm, RequestBody: the URL query is read too
	Tag     string  // of a RequestBody and its kin: the struct tag that names parameters
	// Adopts: of a StoreNew: it makes records under IDs that clients choose,
	// before that version, or in all of them: "*".
	Adopts string
}

// A Default is what holds when the caller says nothing: no argument for the
// setting, or one that holds its zero value.
type Default struct {
	Setting Setting
	Is      State
	Text    string        // value of a string setting, or word of SameSite
	Dur     time.Duration // value of a lifetime
	Since   string        // first version for which it holds, "" = all read ones
	Until   string        // first version for which it no longer holds
	// Note is for people: the condition, or why the state is Elsewhere.
	Note string
}

// A State is the meaning of a setting that has no explicit value.
type State uint8

const (
	Unset     State = iota // the attribute is absent, the limit does not exist
	On                     // true
	Off                    // false
	Text                   // Default.Text
	Lasts                  // Default.Dur
	FromTLS                // follows the TLS state of the request
	Elsewhere              // decided by something the model cannot see
)

// A Var is a package-level variable or constant with a meaning, or a type
// whose values have it.
type Var struct {
	Symbol string
	Role   Role
	Func   string // symbol of the function that the variable holds, or ""
}
