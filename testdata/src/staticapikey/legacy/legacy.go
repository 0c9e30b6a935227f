// Package legacy has a function that the configuration excuses.
package legacy

import (
	"net/http"
	"os"
)

func authOld(r *http.Request) bool { return r.Header.Get("X-API-Key") == os.Getenv("OLD_KEY") }

func authNew(r *http.Request) bool { return r.Header.Get("X-API-Key") == os.Getenv("NEW_KEY") } // want staticapikey:"NEW_KEY"
