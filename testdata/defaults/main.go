// Command defaults runs the pinned libraries and prints, as JSON, what they do
// when the caller says nothing. TestDefaults of internal/model/lib compares it
// with the model.
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"reflect"
	"runtime/debug"
	"strconv"
	"time"
)

// A Seen is one observation: what a function, or a zero value of a type, or a
// forced setting came out as.
type Seen struct {
	Symbol string
	Case   string            // "": the defaults; "zero": a zero value; "force If=Is": a forced setting; else an effect
	Got    map[string]string // setting: "unset", "true", "false", text or duration
}

type output struct {
	Versions map[string]string
	Seen     []Seen
}

var out = output{Versions: map[string]string{}}

func main() {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			out.Versions[m.Path] = m.Version
		}
	}
	observe()
	if err := json.NewEncoder(os.Stdout).Encode(out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func see(symbol, what string, got map[string]string) {
	out.Seen = append(out.Seen, Seen{symbol, what, got})
}

// sent takes the only Set-Cookie header of a response apart, as a browser
// would see it.
func sent(headers []string) map[string]string {
	if len(headers) != 1 {
		panic(fmt.Sprintf("cookies: %q", headers))
	}
	c, err := http.ParseSetCookie(headers[0])
	if err != nil {
		panic(err)
	}
	got := map[string]string{
		"Name": c.Name, "Path": or(c.Path), "Domain": or(c.Domain),
		"Secure": fmt.Sprint(c.Secure), "HttpOnly": fmt.Sprint(c.HttpOnly), "Partitioned": fmt.Sprint(c.Partitioned),
		"MaxAge": "unset", "Expires": "unset",
		"SameSite": map[http.SameSite]string{http.SameSiteLaxMode: "Lax", http.SameSiteStrictMode: "Strict", http.SameSiteNoneMode: "None"}[c.SameSite],
	}
	got["SameSite"] = or(got["SameSite"])
	if c.MaxAge != 0 {
		got["MaxAge"] = (time.Duration(max(c.MaxAge, 0)) * time.Second).String()
	}
	if !c.Expires.IsZero() {
		got["Expires"] = "set"
	}
	got["SessionOnly"] = strconv.FormatBool(c.MaxAge == 0 && c.Expires.IsZero())
	return got
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

// codecAge reads the age that gorilla's codecs accept, in the store at v.
func codecAge(store any) string {
	v := reflect.Indirect(reflect.ValueOf(store))
	codec := v.FieldByName("Codecs").Index(0).Elem().Elem()
	return limit(time.Duration(codec.FieldByName("maxAge").Int()) * time.Second)
}

// cookies of a response that go through net/http.
func setCookies(h http.Header) []string { return h.Values("Set-Cookie") }

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
