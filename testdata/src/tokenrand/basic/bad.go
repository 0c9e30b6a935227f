// Package basic makes tokens in one function.
package basic

import (
	"crypto/md5"
	"encoding/hex"
	"fmt"
	"math/rand"
	randv2 "math/rand/v2"
	"net/http"
	"strconv"
	"time"

	"github.com/google/uuid"
	"golang.org/x/oauth2"
)

const letters = "abcdefghijklmnopqrstuvwxyz0123456789"

func loop(w http.ResponseWriter) {
	b := make([]byte, 32)
	for i := range b {
		b[i] = letters[rand.Intn(len(letters))] // want tokenrand:`session cookie "session" from .*rand.Intn.? is predictable`
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: string(b)})
}

func version2(w http.ResponseWriter) {
	id := fmt.Sprintf("%x", randv2.Uint64()) // want tokenrand:`session cookie "sid" from math.rand.v2.Uint64.? is predictable`
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: id})
}

func value(w http.ResponseWriter) {
	r := rand.New(rand.NewSource(time.Now().UnixNano()))
	token := strconv.FormatInt(r.Int63(), 36) // want tokenrand:"predictable"
	http.SetCookie(w, &http.Cookie{Name: "auth_token", Value: token})
}

func newSessionID() string {
	return strconv.FormatInt(time.Now().UnixNano(), 16) // want tokenrand:"newSessionID from time.* is predictable"
}

func newAPIToken() string {
	sum := md5.Sum([]byte(time.Now().String())) // want tokenrand:"newAPIToken from time.* is predictable"
	return hex.EncodeToString(sum[:])
}

func newRefreshToken() (string, error) {
	id, err := uuid.NewUUID() // want tokenrand:"newRefreshToken from uuid.NewUUID is predictable"
	return id.String(), err
}

type account struct {
	ID         int
	ResetToken string
	AvatarSeed string
}

func requestReset(a *account) {
	a.ResetToken = strconv.Itoa(rand.Int()) // want tokenrand:"account.ResetToken from .*rand.Int.? is predictable"
}

func login(cfg *oauth2.Config) string {
	return cfg.AuthCodeURL(strconv.Itoa(rand.Int())) // want tokenrand:"OAuth state from .*rand.Int.? is predictable"
}
