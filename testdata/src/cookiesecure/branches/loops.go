package branches

import "net/http"

func eachSecure(w http.ResponseWriter, tokens []string) {
	for _, token := range tokens {
		c := &http.Cookie{Name: "session", Value: token}
		c.Secure = true
		http.SetCookie(w, c)
	}
}

func eachInsecure(w http.ResponseWriter, tokens []string) {
	for _, token := range tokens {
		c := &http.Cookie{Name: "session", Value: token} // want cookiesecure:"Secure is never set"
		http.SetCookie(w, c)
		c.Secure = true // too late, and the next turn has a cookie of its own
	}
}

func sharedInLoop(w http.ResponseWriter, tokens []string) {
	c := &http.Cookie{Name: "session", Secure: true}
	for i := range tokens {
		c.Value = tokens[i]
		http.SetCookie(w, c)
	}
}

func changedInLoop(w http.ResponseWriter, tokens []string) {
	c := &http.Cookie{Name: "session"} // want cookiesecure:"Secure is never set"
	for i := range tokens {
		c.Value = tokens[i]
		c.HttpOnly = i > 0
	}
	http.SetCookie(w, c)
}

// A choice between two literals.

func phiBad(w http.ResponseWriter, token string, remember bool) {
	c := &http.Cookie{Name: "session", Value: token} // want cookiesecure:"Secure is never set"
	if remember {
		c = &http.Cookie{Name: "session", Value: token, MaxAge: 3600}
	}
	http.SetCookie(w, c)
}

func phiGood(w http.ResponseWriter, token string, remember bool) {
	c := &http.Cookie{Name: "session", Value: token, Secure: true}
	if remember {
		c = &http.Cookie{Name: "session", Value: token, Secure: true, MaxAge: 3600}
	}
	http.SetCookie(w, c)
}

func phiThenChanged(w http.ResponseWriter, token string, remember bool) {
	c := &http.Cookie{Name: "session", Value: token}
	if remember {
		c = &http.Cookie{Name: "session", Value: token, MaxAge: 3600}
	}
	c.Secure = true
	http.SetCookie(w, c)
}

func changedThenPhi(w http.ResponseWriter, token string, remember bool) {
	a := &http.Cookie{Name: "session", Value: token}
	b := &http.Cookie{Name: "session", Value: token, MaxAge: 3600}
	c := a
	if remember {
		c = b
	}
	a.Secure = true // c may be a
	b.Secure = true
	http.SetCookie(w, c)
}
