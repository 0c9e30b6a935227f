// Package variadic hands a key on together with what is signed.
package variadic

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"time"
)

// The first argument is the key; the time is what is signed.
func signature(parts ...string) string {
	h := hmac.New(sha256.New, []byte(parts[0]))
	for _, p := range parts[1:] {
		h.Write([]byte(p))
	}
	return base64.URLEncoding.EncodeToString(h.Sum(nil))
}

func stamped(key, value string) string {
	return signature(key, value, fmt.Sprint(time.Now().Unix()), "v1")
}
