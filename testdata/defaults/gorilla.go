package main

import (
	"net/http"
	"net/http/httptest"

	gsessions "github.com/gorilla/sessions"
)

const gorilla = "github.com/gorilla/sessions"

func observeGorilla(dir string) {
	key := []byte("0123456789abcdef0123456789abcdef")

	cookies := gsessions.NewCookieStore(key)
	see(gorilla+".NewCookieStore", "", with(saved(cookies), "AbsoluteTimeout", codecAge(cookies)))
	cookies.MaxAge(60)
	see("(*"+gorilla+".CookieStore).MaxAge", "60 s", with(saved(cookies), "AbsoluteTimeout", codecAge(cookies)))
	cookies = gsessions.NewCookieStore(key)
	cookies.Options.MaxAge = 60
	see(gorilla+".CookieStore", "Options.MaxAge 60 s", with(saved(cookies), "AbsoluteTimeout", codecAge(cookies)))
	cookies.Options = &gsessions.Options{}
	see(gorilla+".CookieStore", "zero", saved(cookies))
	see(gorilla+".Options", "zero", saved(cookies))

	files := gsessions.NewFilesystemStore(dir, key)
	see(gorilla+".NewFilesystemStore", "", with(saved(files), "AbsoluteTimeout", codecAge(files)))
	files.MaxAge(60)
	see("(*"+gorilla+".FilesystemStore).MaxAge", "60 s", with(saved(files), "AbsoluteTimeout", codecAge(files)))

	c := gsessions.NewCookie("n", "v", &gsessions.Options{})
	see(gorilla+".NewCookie", "", sent([]string{c.String()}))
}

// saved saves a session of the store and returns the cookie it sends.
func saved(store gsessions.Store) map[string]string {
	w, r := httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/dir/page", nil)
	s := must(store.New(r, "sid"))
	s.Values["user"] = "x"
	if err := store.Save(r, w, s); err != nil {
		panic(err)
	}
	return sent(setCookies(w.Header()))
}
