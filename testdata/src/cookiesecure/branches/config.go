package branches

import (
	"encoding/json"
	"flag"
	"net/http"
	"os"
	"strconv"
)

// What a deployment decides is unknown, not wrong.

type settings struct {
	Secure bool
	Env    string
	Mode   int
}

func fromConfig(w http.ResponseWriter, token string, cfg settings) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: cfg.Secure})
	c := &http.Cookie{Name: "session", Value: token}
	if cfg.Secure {
		c.Secure = true
	}
	http.SetCookie(w, c)
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: cfg.Env != "dev"})
}

func fromEnv(w http.ResponseWriter, token string) {
	dev := os.Getenv("APP_ENV") == "development"
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: !dev})
	secure, _ := strconv.ParseBool(os.Getenv("COOKIE_SECURE"))
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: secure})
	c := &http.Cookie{Name: "session", Value: token, Secure: true}
	if dev {
		c.Secure = false
	}
	http.SetCookie(w, c)
}

func fromJSON(w http.ResponseWriter, data []byte) error {
	var c http.Cookie
	if err := json.Unmarshal(data, &c); err != nil {
		return err
	}
	c.Name = "session"
	http.SetCookie(w, &c) // Secure is whatever the text says
	c.Secure = false      // want cookiesecure:"Secure is false"
	http.SetCookie(w, &c)
	return nil
}

// Flags have a default that the code shows.

var (
	insecureByDefault = flag.Bool("secure", false, "set Secure")
	secureByDefault   = flag.Bool("tls", true, "set Secure")
)

func fromFlags(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: *insecureByDefault}) // want cookiesecure:"Secure is false unless -secure is set"
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: *secureByDefault})
	var on, off bool
	flag.BoolVar(&on, "on", true, "set Secure")
	flag.BoolVar(&off, "off", false, "set Secure")
	flag.Parse()
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: on})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: off}) // want cookiesecure:"Secure is false unless -off is set"
}

// One path sets the attribute, the other does not, and configuration chooses.

func onePath(w http.ResponseWriter, token string, cfg settings) {
	var c *http.Cookie
	if cfg.Mode == 1 {
		c = &http.Cookie{Name: "session", Value: token, Secure: true}
	} else {
		c = &http.Cookie{Name: "session", Value: token}
	}
	http.SetCookie(w, c)
}

// All paths are bad, or all are good.

func allBad(w http.ResponseWriter, token string, cfg settings) {
	c := &http.Cookie{Name: "session", Value: token} // want cookiesecure:"Secure is never set"
	if cfg.Secure {
		c.HttpOnly = true
	} else {
		c.MaxAge = 3600
	}
	http.SetCookie(w, c)
}

func allGood(w http.ResponseWriter, token string, cfg settings) {
	c := &http.Cookie{Name: "session", Value: token}
	if cfg.Secure {
		c.Secure = true
	} else {
		c.Secure = true
		c.MaxAge = 3600
	}
	http.SetCookie(w, c)
}

func badInEveryCase(w http.ResponseWriter, token string, cfg settings) {
	c := &http.Cookie{Name: "session", Value: token}
	switch cfg.Mode {
	case 0:
		c.Secure = false // want cookiesecure:"Secure is false"
	default:
		c.Secure = false
	}
	http.SetCookie(w, c)
}

// Constants decide at compile time.

const production = true

func constant(w http.ResponseWriter, token string) {
	secure := false
	if production {
		secure = true
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: secure})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: production})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: !production}) // want cookiesecure:"Secure is false"
}
