// Package wrapped decodes the token from a body and asks in helpers.
package wrapped

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"golang.org/x/oauth2"
)

const endpoint = "https://graph.facebook.com/me?fields=id,email&access_token=%s"

type input struct {
	Token string `json:"access_token"`
}

func login(w http.ResponseWriter, r *http.Request) {
	var in input
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		return
	}
	id, err := whose(r.Context(), in.Token)
	if err != nil {
		return
	}
	createSession(w, id)
}

func whose(ctx context.Context, token string) (string, error) {
	url := fmt.Sprintf(endpoint, token)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil) // want oauthpresence:"logs its owner in"
	if err != nil {
		return "", err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var user struct{ ID string }
	return user.ID, json.NewDecoder(resp.Body).Decode(&user)
}

func createSession(w http.ResponseWriter, user string) {
	http.SetCookie(w, &http.Cookie{Name: "__Host-session", Value: user, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

// a client of the program's own
func ownClient(ctx context.Context, conf *oauth2.Config, stored *oauth2.Token, w http.ResponseWriter) {
	resp, err := conf.Client(ctx, stored).Get("https://api.github.com/user")
	if err != nil {
		return
	}
	defer resp.Body.Close()
	createSession(w, resp.Status)
}
