package hertz

import (
	"net/http"
	"os"

	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/hertz-contrib/sessions"
	"github.com/hertz-contrib/sessions/cookie"
	"github.com/hertz-contrib/sessions/redis"
)

var key = []byte(os.Getenv("SESSION_KEY"))

func bare(h *server.Hertz) {
	h.Use(sessions.New("sid", cookie.NewStore(key))) // want cookiehttponly:`HttpOnly is false by default in hertz-contrib/sessions` cookiesamesite:`SameSite is None by default in hertz-contrib/sessions`
}

func bareRedis(h *server.Hertz) error {
	store, err := redis.NewStore(10, "tcp", "localhost:6379", "", key) // want cookiesecure:`Secure is false by default in hertz-contrib/sessions` cookiehttponly:`HttpOnly is false by default` cookiesamesite:`has no SameSite attribute`
	if err != nil {
		return err
	}
	h.Use(sessions.New("sid", store))
	return nil
}

func good(h *server.Hertz) {
	store := cookie.NewStore(key)
	store.Options(sessions.Options{Path: "/", MaxAge: 3600, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	h.Use(sessions.New("__Host-sid", store))
}

func wrong(h *server.Hertz) {
	store := cookie.NewStore(key)
	store.Options(sessions.Options{
		Path:     "/",
		Domain:   "example.com", // want cookiescope:`goes to every sub-domain`
		Secure:   false,         // want cookiesecure:`\(Secure is false\)`
		HttpOnly: true,
		SameSite: http.SameSiteLaxMode,
	})
	h.Use(sessions.New("sid", store))
}
