package wrapped

import (
	. "net/http"
	"time"
)

func dotted(w ResponseWriter, token string) {
	SetCookie(w, &Cookie{Name: "session", Value: token}) // want cookiesecure:"Secure is never set"
	SetCookie(w, &Cookie{Name: "session", Value: token, Secure: true})
	SetCookie(w, &Cookie{"session", token, false, "/", "", time.Time{}, "", 0, false, true, 0, false, "", nil}) // want cookiesecure:"Secure is false"
	SetCookie(w, &Cookie{"session", token, false, "/", "", time.Time{}, "", 0, true, true, 0, false, "", nil})
}
