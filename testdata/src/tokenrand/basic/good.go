package basic

import (
	crand "crypto/rand"
	"encoding/hex"
	"io"
	"math/big"
	"math/rand"
	"net/http"
	"strconv"
	"time"

	"github.com/google/uuid"
)

func strong(w http.ResponseWriter) error {
	b := make([]byte, 32)
	if _, err := crand.Read(b); err != nil {
		return err
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: hex.EncodeToString(b)})
	return nil
}

func text(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: crand.Text()})
}

func newSecureToken() (string, error) {
	b := make([]byte, 24)
	_, err := io.ReadFull(crand.Reader, b)
	return hex.EncodeToString(b), err
}

func newLetterToken(n int) (string, error) {
	b := make([]byte, n)
	for i := range b {
		k, err := crand.Int(crand.Reader, big.NewInt(int64(len(letters))))
		if err != nil {
			return "", err
		}
		b[i] = letters[k.Int64()]
	}
	return string(b), nil
}

func newUserToken() string { return uuid.NewString() }

// stamped: what one part makes unguessable stays so.
func stamped(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: strconv.FormatInt(time.Now().Unix(), 10) + crand.Text()})
}

// Nothing below is a secret.

func jitter() time.Duration { return time.Duration(rand.Intn(1000)) * time.Millisecond }

func pick(list []string) string { return list[rand.Intn(len(list))] }

func seedAvatar(a *account) { a.AvatarSeed = strconv.Itoa(rand.Int()) }

func newRequestID() string { return strconv.FormatInt(rand.Int63(), 36) }

func theme(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "bucket", Value: strconv.Itoa(rand.Intn(10))})
}

func newTokenizer() string { return strconv.Itoa(rand.Int()) }

func nextPageToken() string { return strconv.Itoa(rand.Int()) }

func expire(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Expires: time.Now().Add(-time.Hour)})
}
