// Package quiet logs URLs where nobody accepts tokens in them.
package quiet

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
)

func logged(r *http.Request) { log.Println(r.Method, r.URL.String(), r.Header.Get("Accept")) }

func router() { gin.New().Use(gin.Logger()) }
