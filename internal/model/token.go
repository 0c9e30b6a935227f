package model

// Roles about where tokens come from and where they go.
const (
	// RandStrong returns, or fills its ArgBuffer with, random bits of a
	// cryptographic generator: Bits of them, or PerUnit for each unit of its
	// ArgLength (or of the length of its ArgBuffer). With neither, each unit is
	// a choice from the ArgAlphabet; without one, the ArgLength is a bound and
	// the result lies below it.
	RandStrong    Role = 64 + iota
	RandWeak           // returns, or fills ArgBuffer with, guessable data: no cryptographic generator, a counter, the time
	RandReader         // as good as its ArgReader; Bits, PerUnit as for RandStrong
	WeakSource         // makes a weak generator, whose methods are RandWeak
	Digest             // returns a hash of its ArgValue; Bits is its size
	Mac                // returns, or makes, a keyed hash: ArgSecret
	SecretKey          // takes key material of sessions or tokens: ArgSecret; Bits is the least size it should have, 0: not known
	KeySource          // returns key material from outside the code: environment, configuration
	LogSink            // writes its ArgValue (a variadic one: all from there on) to a log
	LogField           // returns a log attribute of its ArgValue
	LogWith            // returns a logger that carries its ArgValue
	ResponseBody       // sends its ArgValue to the client
	ResponseError      // sends its ArgValue to the client as an error
	Redirect           // sends the client to its ArgURL
	URLWrite           // puts its ArgValue into a URL
	RequestQuery       // reads the parameter ArgName of the URL query (all of them without ArgName)
	RequestPath        // reads a path parameter
	RequestForm        // reads a form value; Query says whether the URL query is read too
	RequestHeader      // reads a request header
	RequestBody        // binds or decodes the body into ArgPointer; Tag names the struct tag, Query as above
	TokenVerify        // verifies, or looks up by, its ArgToken
	TokenParse         // reads its ArgToken without verifying it
	TokenLookup        // option that says where a middleware finds its token; ArgValue is a text of the form "source:name"
	QueryLookup        // option or value that makes a middleware look into the URL
	DBWrite            // writes its ArgValue to a database (ArgQuery: SQL text), under its ArgKey
	DBRead             // looks its ArgValue up in a database (ArgQuery: SQL text)
	PlainCompare       // compares ArgLeft and ArgRight and stops at the first difference
	SafeCompare        // compares ArgLeft and ArgRight in constant time
	Encode             // returns another spelling of its ArgValue: hex, base64
	OAuthState         // takes the state of an authorization request as ArgValue
	ConfigDefault      // gives the setting ArgName a value ArgValue that holds unless somebody configures another one
	AccessLog          // makes, or is, middleware that logs the URL of every request, query included
)

// Slots of those roles.
const (
	ArgBuffer Slot = 64 + iota
	ArgLength
	ArgReader
	ArgSecret // key material; in the variadic keys of a session store every second one is an ArgCipher
	ArgURL
	ArgToken
	ArgQuery
	ArgLeft
	ArgRight
	ArgAlphabet
	ArgWriter // where to: its type decides whether that is a response, a log or neither
	ArgCipher // key material of a cipher beside an ArgSecret: 128 bits are enough
)

// AboutSettings reports whether a role makes, configures or sends cookies and
// session stores.
func (r Role) AboutSettings() bool { return r < RandStrong }

// A KeyField is a struct field that takes key material of sessions or tokens:
// bytes, a text, the name of a file, a map of them, or a function that returns
// one.
type KeyField struct {
	Symbol string // "pkg.Type.Field"
	Bits   int    // least size it should have, 0: not known
}

// A LookupField is a struct field that says where a middleware finds its
// token: a text of the form "source:name", or values made by functions with
// the role QueryLookup and their like, or a bool that allows the URL.
type LookupField struct {
	Symbol  string // "pkg.Type.Field"
	Default string // what the zero value means
}
