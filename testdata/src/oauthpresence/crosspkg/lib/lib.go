// Package lib asks a provider for others.
package lib

import (
	"context"
	"encoding/json"
	"net/http"

	"golang.org/x/oauth2"
)

// Profile is who a token belongs to.
type Profile struct{ ID, Email string }

// Fetch asks whose an access token is.
func Fetch(ctx context.Context, accessToken string) (*Profile, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.github.com/user", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+accessToken)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	p := new(Profile)
	return p, json.NewDecoder(resp.Body).Decode(p)
}

// Trade trades a code.
func Trade(ctx context.Context, conf *oauth2.Config, code string) (*oauth2.Token, error) {
	return conf.Exchange(ctx, code)
}
