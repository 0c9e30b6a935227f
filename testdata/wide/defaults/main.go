// Command defaults runs the libraries of this module and prints, as JSON, what
// they do when the caller says nothing, as testdata/defaults does for others.
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"time"
)

// A Seen is one observation, as TestDefaultsWide reads it.
type Seen struct {
	Symbol, Case string
	Got          map[string]string
}

var seen []Seen

func main() {
	observeCookies()
	observeIDs()
	observeInjected()
	if err := json.NewEncoder(os.Stdout).Encode(struct{ Seen []Seen }{seen}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func see(symbol, what string, got map[string]string) {
	seen = append(seen, Seen{symbol, what, got})
}

// answer runs a handler for a plain request and reads the cookie that it sends.
func answer(f http.HandlerFunc) map[string]string { return from("/dir/page", f) }

// secureness runs it on TLS as well: "from TLS" if only that has Secure.
func secureness(f http.HandlerFunc) map[string]string {
	plain, tls := answer(f), from("https://example.com/dir/page", f)
	if plain["Secure"] == "false" && tls["Secure"] == "true" {
		plain["Secure"] = "from TLS"
	}
	return plain
}

func from(url string, f http.HandlerFunc) map[string]string {
	w := httptest.NewRecorder()
	f(w, httptest.NewRequest(http.MethodGet, url, nil))
	return sent(w.Header().Values("Set-Cookie"))
}

// sent takes the only Set-Cookie header of a response apart.
func sent(headers []string) map[string]string {
	if len(headers) != 1 {
		panic(fmt.Sprintf("cookies: %q", headers))
	}
	c := must(http.ParseSetCookie(headers[0]))
	sites := map[http.SameSite]string{http.SameSiteLaxMode: "Lax", http.SameSiteStrictMode: "Strict", http.SameSiteNoneMode: "None"}
	return map[string]string{
		"Name": c.Name, "Path": or(c.Path), "Domain": or(c.Domain), "SameSite": or(sites[c.SameSite]), "MaxAge": limit(time.Duration(c.MaxAge) * time.Second),
		"Secure": strconv.FormatBool(c.Secure), "HttpOnly": strconv.FormatBool(c.HttpOnly), "Partitioned": strconv.FormatBool(c.Partitioned),
		"SessionOnly": strconv.FormatBool(c.MaxAge == 0 && c.Expires.IsZero()),
	}
}

func with(got map[string]string, key, value string) map[string]string {
	got[key] = value
	return got
}

func or(s string) string {
	if s == "" {
		return "unset"
	}
	return s
}

func limit(d time.Duration) string {
	if d <= 0 {
		return "unset"
	}
	return d.String()
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
