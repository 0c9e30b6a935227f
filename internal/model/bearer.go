package model

import "time"

// A Bearer says what a function, method or constant does with self-contained
// tokens: JWT, JOSE, PASETO and what is built on them. The table is apart from
// Funcs, since one call can both take key material and verify a token.
type Bearer struct {
	Symbol   string
	Act      Act
	Args     []Arg         // slots of this file, and ArgToken, ArgSecret, ArgOption, ArgConfig, ArgValue
	Demands  Demands       // what a BearerVerify, BearerParser or BearerGuard demands by itself
	Claim    string        // of a BearerOption, BearerCheck or BearerSet: "exp", "iss" ...
	Option   Option        // of a BearerOption
	Result   int           // index of the result that holds the claims, or the token
	Filled   bool          // of a BearerVerify: claims are filled in although verification fails
	Lifetime time.Duration // of the tokens that a BearerGuard makes when nobody says another
}

// An Act is what is done with a token.
type Act uint8

const (
	NoAct        Act = iota
	BearerVerify     // verifies its ArgToken, or the one its receiver parsed, with ArgSecret; the claims are ArgClaims, or the result
	BearerRead       // reads the claims of a token that nothing has verified
	BearerParser     // makes a parser, verifier or validator of its ArgOption, ArgAlgorithm, ArgSecret
	BearerOption     // an option that demands something, or switches a demand off
	BearerCheck      // checks a claim, or with ArgExpected those of a struct, behind the parse
	BearerNew        // makes a token that is not signed yet: ArgAlgorithm, ArgClaims
	BearerSign       // signs ArgClaims, or the token that its receiver is
	BearerSet        // sets Claim of its receiver or ArgClaims to ArgValue
	BearerDate       // a spelling of the moment that its ArgValue is
	BearerGuard      // makes a middleware that verifies the token of each request: ArgConfig, ArgSecret, ArgOption
)

// Slots of tokens.
const (
	ArgClaims Slot = 112 + iota
	ArgAlgorithm
	ArgExpected // a struct with the expected claims
)

// Demands are what a parser insists on.
type Demands uint16

const (
	Pinned       Demands = 1 << iota // only the algorithm that the program names
	KeyPins                          // the type of the key leaves one family of algorithms
	ExpIfPresent                     // an expired token is refused, one without exp is not
	ExpRequired
	IssRequired
	AudRequired
	NbfRequired
	Accepts // goes on although the token is bad or missing
)

// An Option is the meaning of an option of a parser.
type Option uint8

const (
	NoOption       Option = iota
	OnlyAlgorithms        // its ArgAlgorithm are accepted, no others
	DemandClaim           // Claim must be there, and be right
	SkipClaims            // no claim is looked at
	SkipClaim             // Claim is not looked at
	SkipVerify            // the signature is not looked at
	WithSecret            // ArgSecret, and ArgAlgorithm if it has one
	WithinParser          // hands over a parser, or further options: ArgOption
	OwnKey                // of a field: the key that a token brings along, in the header Claim
	OwnAlgorithm          // of a field: the algorithm that a token says it has
	OwnParser             // the program verifies by itself, or keys come from somewhere else
	OwnKeys               // of a parser: the program has the keys, and so makes the tokens itself
)

// A BearerField is a struct field that says something about tokens.
type BearerField struct {
	Symbol string // "pkg.Type.Field"
	Option Option
	Claim  string // of a DemandClaim, or the claim that the field is
	Sense  bool   // of a bool: the value that means the option; other fields mean it when they are set
	Zero   string // what the zero value means: an algorithm
	Life   time.Duration
}
