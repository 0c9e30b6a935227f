package limits

import (
	"github.com/go-jose/go-jose/v4"
	"github.com/golang-jwt/jwt/v5"
)

// The keys that a provider publishes are public ones.
func fromKeySet(raw string, set *jose.JSONWebKeySet) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return set.Keys[0].Key, nil })
}

// Whatever a caller's function finds.
func fromCaller(raw string, find func(kid any) (any, error)) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		key, err := find(t.Header["kid"])
		return key, err
	})
}

// negative control: a table that may hold anything
func fromTable(raw string, table map[string]any) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want tokenverify:"token chooses its algorithm"
		kid, _ := t.Header["kid"].(string)
		return table[kid], nil
	})
}
