package limits

import (
	"net/http"

	"golang.org/x/oauth2"
)

// current holds whichever client the operator chose: which kind it is when a
// login begins is not known.
var current *oauth2.Config

func useGitHub() { current = &oauth2.Config{Scopes: []string{"read:user"}} }

func useOpenID() { current = &oauth2.Config{Scopes: []string{"openid"}} }

func startGitHub(w http.ResponseWriter, r *http.Request, state string) {
	http.Redirect(w, r, current.AuthCodeURL(state), http.StatusFound)
}
