// Package half has tokens of two parts: an ID, and a secret that makes it hard
// to guess.
package half

import (
	"crypto/subtle"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
)

const param = "access_token"

type viewer struct {
	UserID int
	Token  string
}

type kv interface {
	Get(key string) (any, bool)
}

var (
	store   kv
	byID    = map[string]*viewer{}
	regions = map[string]string{}
)

func serve(c *gin.Context, user int) { c.JSON(http.StatusOK, user) }

// The secret may be anything.
func split(c *gin.Context) {
	parts := strings.Split(c.Query(param), ".") // want tokenverify:"only the first part of token .access_token. is looked up"
	if len(parts) != 2 {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	raw, ok := store.Get("viewer_" + parts[0])
	if !ok {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	v := raw.(viewer)
	serve(c, v.UserID)
}

func find(id string) *viewer { return byID[id] }

// The same, cut.
func cut(w http.ResponseWriter, r *http.Request) {
	token := strings.TrimPrefix(r.Header.Get("X-Auth-Token"), "v1 ")
	id, _, ok := strings.Cut(token, ".") // want tokenverify:"only the first part of"
	if !ok {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	v := find(id)
	if v == nil || v.UserID == 0 {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// The whole token is compared.
func whole(c *gin.Context) {
	token := c.Query(param)
	id, _, ok := strings.Cut(token, ".")
	if !ok {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	v := find(id)
	if v == nil || subtle.ConstantTimeCompare([]byte(token), []byte(v.Token)) != 1 {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	serve(c, v.UserID)
}

// The secret is compared.
func secret(c *gin.Context) {
	parts := strings.Split(c.Query(param), ".")
	if len(parts) != 2 {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	v := find(parts[0])
	if v == nil || subtle.ConstantTimeCompare([]byte(parts[1]), []byte(v.Token)) != 1 {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	serve(c, v.UserID)
}

// Another part of the code reads the parameter, too.
func twice(c *gin.Context) {
	parts := strings.Split(c.Query(param), ".")
	if len(parts) != 2 {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	v := find(parts[0])
	if v == nil || v.Token != c.Query(param) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	serve(c, v.UserID)
}

// A prefix says in which region the token was made: nobody is found by it.
func region(c *gin.Context) {
	parts := strings.Split(c.Query(param), "-")
	if len(parts) < 2 {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Redirect(http.StatusFound, regions[parts[0]])
}

// No second part is asked for: the ID is all there is.
func idOnly(c *gin.Context) {
	v := find(strings.Split(c.Query(param), "?")[0])
	serve(c, v.UserID)
}

// Not a credential.
func page(c *gin.Context) {
	parts := strings.Split(c.Query("range"), "-")
	if len(parts) != 2 {
		return
	}
	serve(c, find(parts[0]).UserID)
}

// What is taken apart here is written in the code.
const manifest = "crd/install.yaml"

func folder() string { return strings.Split(manifest, "/")[0] }

var template = "a.b"

func first() string { return strings.Split(template, ".")[0] }
