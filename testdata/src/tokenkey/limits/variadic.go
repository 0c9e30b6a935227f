package limits

import (
	"crypto/hmac"
	"crypto/sha256"
	"strconv"
	"time"
)

// The first of the arguments is the key; the others are not.
func signature(args ...string) []byte {
	mac := hmac.New(sha256.New, []byte(args[0]))
	for _, arg := range args[1:] {
		mac.Write([]byte(arg))
	}
	return mac.Sum(nil)
}

func signedCookie(seed, value string) []byte {
	return signature(seed, value, strconv.FormatInt(time.Now().Unix(), 10))
}
