// Package alone compares tokens, and knows nothing of requests or sessions.
package alone

// A Guard knows the token of the installation.
type Guard struct{ token string }

// ValidToken reports whether a caller has the token.
func (g *Guard) ValidToken(token string) bool {
	return token != "" && token == g.token // want tokencompare:"secret \"token\" can be guessed by timing"
}

// TokenEqual is given both.
func TokenEqual(a, b []byte) bool {
	return string(a) == string(b) // want tokencompare:"a secret can be guessed by timing"
}

// SameTokenKind compares what no secret is.
func SameTokenKind(tokenType, want string) bool { return tokenType == want }
