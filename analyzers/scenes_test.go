package analyzers_test

import (
	"fmt"
	"strings"
)

// scenes are what programs do with sessions, logins and tokens, a statement
// per line. Lines after a question mark may be missing; $ stands for a text.
var scenes = []string{
	// a login with a password, by a session
	`u, err := users.Find(r.Context(), $)
	?if err != nil { http.Error(w, $, 401); return }
	?if bcrypt.CompareHashAndPassword([]byte(u.Password), []byte($)) != nil { w.WriteHeader(401); return }
	?if u.Disabled || u.Expires.Before(time.Now()) { w.WriteHeader(403); return }
	?if err := manager.RenewToken(r.Context()); err != nil { return }
	?manager.RememberMe(r.Context(), r.FormValue("remember") == "on")
	?manager.Put(r.Context(), "user", u.Name)
	_, _ = u, err`,
	// a login by a token in a cookie and a record
	`u, err := users.Find(r.Context(), r.FormValue("name"))
	?if err != nil || u.Password != $ { w.WriteHeader(401) }
	token := $
	?if _, err := db.ExecContext(r.Context(), "INSERT INTO sessions (token, user_id, created) VALUES (?, ?, ?)", token, u.ID, time.Now()); err != nil { return }
	?http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Path: $, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	?records[token] = u.Name
	?json.NewEncoder(w).Encode(map[string]any{"token": token, "user": u})
	_, _, _ = u, err, token`,
	// the session of a request, by its record
	`c, err := r.Cookie("session")
	?if errors.Is(err, http.ErrNoCookie) { w.WriteHeader(401); return }
	var id int
	?err = db.QueryRowContext(r.Context(), "SELECT user_id FROM sessions WHERE token = ? AND expires > now()", c.Value).Scan(&id)
	?if err != nil { http.Redirect(w, r, "/login", http.StatusSeeOther); return }
	?if subtle.ConstantTimeCompare([]byte(c.Value), []byte($)) != 1 { return }
	?db.ExecContext(r.Context(), "DELETE FROM sessions WHERE user_id = $1 AND token <> $2", id, c.Value)
	_, _, _ = c, err, id`,
	// a token that is signed
	`now := time.Now()
	made := claims{Role: $, RegisteredClaims: jwt.RegisteredClaims{Subject: $}}
	?made.ExpiresAt = jwt.NewNumericDate(now.Add(24 * time.Hour))
	?made.Audience = jwt.ClaimStrings{"shop"}
	signed, err := jwt.NewWithClaims(jwt.SigningMethodHS256, made).SignedString([]byte($))
	?if err != nil { return }
	?w.Header().Set("Authorization", "Bearer "+signed)
	?slog.Info("issued", "token", signed)
	_, _, _ = now, signed, err`,
	// a token that is verified
	`held := new(claims)
	parsed, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), held, func(t *jwt.Token) (any, error) { return []byte($), nil }, jwt.WithValidMethods([]string{"HS256"}))
	?if err != nil || !parsed.Valid { w.WriteHeader(401); return }
	?if held.Role != "admin" { w.WriteHeader(403); return }
	?manager.Put(r.Context(), "user", held.Subject)
	_, _ = parsed, err`,
	// texts that are taken apart, whatever they are
	`parts := strings.SplitN($, ":", 2)
	?if len(parts) != 2 { w.WriteHeader(400); return }
	before, after, _ := strings.Cut($, "|")
	?if u, err := users.Find(r.Context(), parts[0]); err == nil { w.Header().Set("X-User", u.Name) }
	?if strings.HasPrefix($, "Bearer ") || len($) == 0 { return }
	_, _, _ = parts, before, after`,
	// a token that is read only
	`parsed, parts, err := jwt.NewParser(jwt.WithoutClaimsValidation()).ParseUnverified($, jwt.MapClaims{})
	?if err != nil { return }
	?if name, ok := parsed.Claims.(jwt.MapClaims)["sub"].(string); ok { manager.Put(r.Context(), "user", name) }
	_, _, _ = parsed, parts, err`,
	// a login at a provider begins
	`state := $
	?http.SetCookie(w, &http.Cookie{Name: "state", Value: state, MaxAge: 600})
	verifier := oauth2.GenerateVerifier()
	?manager.Put(r.Context(), "verifier", verifier)
	?http.Redirect(w, r, conf.AuthCodeURL(state, oauth2.S256ChallengeOption(verifier)), http.StatusFound)
	?http.Redirect(w, r, conf.AuthCodeURL($), http.StatusFound)
	_, _ = state, verifier`,
	// and ends
	`state, err := r.Cookie("state")
	?if err != nil || state.Value != r.FormValue("state") { w.WriteHeader(403); return }
	token, err := conf.Exchange(r.Context(), r.FormValue("code"))
	?if err != nil { w.WriteHeader(401); return }
	?manager.Put(r.Context(), "refresh", token.RefreshToken)
	?records[token.AccessToken] = $
	_, _, _ = state, token, err`,
	// a store of cookies
	`s, err := cookies.Get(r, $)
	?if err != nil { return }
	?s.Options = &sessions.Options{Path: "/", MaxAge: 86400 * 365, HttpOnly: true}
	?s.Values["user"] = $
	?s.Options.MaxAge = -1
	?if name, ok := s.Values["user"].(string); !ok || name == "" { w.WriteHeader(401); return }
	?s.Save(r, w)
	_, _ = s, err`,
	// a logout
	`name := manager.PopString(r.Context(), "user")
	?if err := manager.Destroy(r.Context()); err != nil { http.Error(w, err.Error(), 500) }
	?http.SetCookie(w, &http.Cookie{Name: "session", Path: "/", MaxAge: -1})
	?delete(records, name)
	?w.Header().Set("Clear-Site-Data", $)
	_ = name`,
	// a password is changed
	`u, err := users.Find(r.Context(), manager.GetString(r.Context(), "user"))
	?if err != nil || bcrypt.CompareHashAndPassword([]byte(u.Password), []byte(r.FormValue("old"))) != nil { return }
	hash, err := bcrypt.GenerateFromPassword([]byte($), bcrypt.DefaultCost)
	?u.Password = string(hash)
	?if err := users.Save(r.Context(), u); err != nil { return }
	?manager.RenewToken(r.Context())
	?db.Exec("DELETE FROM sessions WHERE user_id = ?", u.ID)
	_, _, _ = u, hash, err`,
	// somebody else's account
	`u, err := users.Find(r.Context(), r.PathValue("name"))
	?if manager.GetString(r.Context(), "role") != "admin" { w.WriteHeader(403); return }
	?manager.Put(r.Context(), "user", u.Name)
	?users.Delete(r.Context(), u.Name)
	?w.Header().Set("Cache-Control", "no-store")
	_, _ = u, err`,
	// headers and keys by hand
	`parts := []string{"session=" + $, "Path=/"}
	?if r.TLS != nil { parts = append(parts, "Secure") }
	?parts = append(parts, "SameSite="+$, "Max-Age=0")
	?w.Header().Add("Set-Cookie", strings.Join(parts, "; "))
	?w.Header().Set("Set-Cookie", fmt.Sprintf("token=%s; HttpOnly; Path=/; %s", $, $))
	?if r.Header.Get("X-Api-Key") != $ { w.WriteHeader(401); return }
	_ = parts`,
	// what requests share
	`mutex.Lock()
	?defer mutex.Unlock()
	?current, ok := records[$]; _, _ = current, ok
	?records["user"] = $
	?go func() { mutex.RLock(); defer mutex.RUnlock(); queue <- records[$] }()`,
}

// scene writes one of them: with lines left out, put into a condition, or with
// something else before them.
func (g *generator) scene() {
	scope := len(g.vars)
	g.line("{")
	g.depth++
	for line := range strings.Lines(scenes[g.choose(len(scenes))]) {
		line = strings.TrimSpace(line)
		optional, kept := strings.CutPrefix(line, "?")
		if !kept {
			g.line("%s", g.fill(line))
			continue
		}
		switch g.choose(6) {
		case 0:
		case 1:
			g.line("if %s {", g.condition())
			g.line("\t%s", g.fill(optional))
			g.line("}")
		case 2:
			g.statement()
			g.line("%s", g.fill(optional))
		default:
			g.line("%s", g.fill(optional))
		}
	}
	g.depth--
	g.vars = g.vars[:scope]
	g.line("}")
}

// fill puts texts in place of $.
func (g *generator) fill(line string) string {
	var out strings.Builder
	for {
		before, after, found := strings.Cut(line, "$")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		if after != "" && after[0] >= '0' && after[0] <= '9' {
			out.WriteString("$")
		} else {
			fmt.Fprint(&out, g.text(1))
		}
		line = after
	}
}

// effect writes what the rules look at.
func (g *generator) effect() {
	plain := []string{
		"records[%s] = %s", "slog.Info(%s, \"token\", %s)", "delete(records, %s+%s)", "fmt.Println(%s, %s)",
		"db.Exec(%s, %s)", "hooks[0](%s + %s)", "_ = join(%s, %s)", "_ = set[text]{%s: {}, %s + \"x\": {}}",
	}
	web := []string{
		"http.SetCookie(w, &http.Cookie{Name: %s, Value: %s})", "http.SetCookie(w, &http.Cookie{Name: \"session\", Value: %s + %s, HttpOnly: true})",
		"manager.Put(r.Context(), %s, %s)", "http.Redirect(w, r, %s+%s, http.StatusFound)", "w.Header().Set(%s, %s)", "http.Error(w, %s+%s, 401)", "w.Header().Add(\"Set-Cookie\", \"session=\"+%s+\"; Path=/; \"+%s)",
		"http.SetCookie(w, &http.Cookie{Name: \"session\", Path: %s, Domain: %s, MaxAge: -1})", "_ = manager.RenewToken(r.Context()); _, _ = %s, %s",
		"jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{\"sub\": %s}).SignedString([]byte(%s))", "if manager.Destroy(r.Context()) != nil { return }; _, _ = %s, %s",
		"jwt.Parse(%s, func(*jwt.Token) (any, error) { return []byte(%s), nil })", "if %s != %s { w.WriteHeader(403); return }",
	}
	if g.web {
		plain = append(plain, web...)
	}
	g.line(plain[g.choose(len(plain))], g.text(1), g.text(1))
}
