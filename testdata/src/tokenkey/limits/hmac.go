package limits

import (
	"crypto/hmac"
	"crypto/sha256"
)

const vendorSecret = "what the vendor of a device ships to everybody"

// A request to the API of somebody else.
func signRequest(body []byte) []byte {
	mac := hmac.New(sha256.New, []byte(vendorSecret))
	mac.Write(body)
	return mac.Sum(nil)
}

// negative control: a token
func signToken(user []byte) []byte {
	mac := hmac.New(sha256.New, []byte("what everybody can read here and sign with")) // want tokenkey:"key of hmac.New is written in the code"
	mac.Write(user)
	return mac.Sum(nil)
}
