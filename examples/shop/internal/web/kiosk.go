package web

import (
	"io"
	"net/http"
)

// kioskScript runs on the screens in the shops. It keeps the token of the
// device where every script of the page can read it.
const kioskScript = "fetch('/kiosk/login', {method: 'POST'}).then(r => r.text()).then(t => localStorage.setItem('access_token', t))" // finding: tokenstorage

// themeScript keeps what is no secret: nothing to report.
const themeScript = "localStorage.setItem('theme', 'dark')"

func (s *Server) kioskScripts(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/javascript")
	if theme(r) == "dark" {
		io.WriteString(w, themeScript+"\n")
	}
	io.WriteString(w, kioskScript)
}
