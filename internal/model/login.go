package model

// A LoginRole says what a function does in a login at an identity provider
// (OAuth 2.0, OpenID Connect), on the side that relies on the provider.
type LoginRole uint8

const (
	NoLoginRole   LoginRole = iota
	LoginStart              // begins a login: gives the URL, or the handler, that sends the browser to the provider
	LoginParam              // returns an option that sends the request parameter Param, or the one that ArgName names, with ArgValue
	LoginRequest            // returns a request that is begun later, with its ArgState, ArgNonce and options
	LoginExchange           // trades the ArgValue (code) of the callback for tokens
	LoginFinish             // handles the whole callback, or verifies state and tokens in one go
	LoginVerify             // verifies its ArgToken, an ID token
	LoginUser               // asks the provider whose ArgToken this is
	LoginToken              // wraps its ArgToken for a LoginUser
	LoginClient             // makes the client of a provider, with options
	LoginOption             // option of a LoginClient that adds Does
	LoginEndpoint           // gives the endpoints of an OpenID provider: a client that uses them is one of OpenID Connect
	LoginState              // variable with the function that makes the state; assigning it replaces the one of the library
	LoginAudience           // option of a LoginClient that sets the audience
)

// Slots of those roles.
const (
	ArgState  Slot = 208 + iota // the state, or a function that returns it
	ArgNonce                    // the nonce
	ArgParams                   // options of the request, variadic
	ArgScopes                   // the scopes, a slice
	ArgClient                   // what a LoginClient made
)

// A Duty is a check of the callback that a library does, or that remains for
// its caller.
type Duty uint8

const (
	CheckState    Duty = 1 << iota // state belongs to the browser
	CheckNonce                     // nonce of the ID token is the one that was sent
	CheckPKCE                      // code verifier is kept for the browser and sent
	CheckAuthTime                  // auth_time is not older than the age that was asked for
	CheckAudience                  // token was issued for this client
	ReusesState                    // a state that the client sends at the start is taken over
)

// A LoginFunc is a function, method or variable with a role in a login.
type LoginFunc struct {
	Symbol string // as in Func, or "pkg.Var"
	Role   LoginRole
	Args   []Arg
	Param  string // of a LoginParam: the request parameter it sends
	Text   string // of a LoginParam without ArgValue: what it sends
	OpenID bool   // the login is one of OpenID Connect
	Does   Duty   // checks that the function itself does
	May    Duty   // checks that it does when its LoginClient has the LoginOption
}

// A LoginMeaning is what a struct field says about a login.
type LoginMeaning uint8

const (
	LoginScopes    LoginMeaning = iota + 1 // the scopes: "openid" makes it OpenID Connect
	LoginEndpoints                         // the endpoints, see LoginEndpoint
	LoginNonce                             // the nonce of a verified ID token
	LoginAccess                            // the access token of a LoginToken
)

// A LoginField is a struct field with a meaning in a login.
type LoginField struct {
	Symbol string // "pkg.Type.Field"
	Means  LoginMeaning
}

// An AuthTime is where a library for providers takes the moment of the last
// authentication from: a field of a struct, or the result of a method that the
// application implements.
type AuthTime struct {
	Symbol string // "pkg.Type.Field", or "pkg.Interface.Method"
	Method bool
	Zero   string // what the library does with a zero value, "" = leaves it out
}
