package printers

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
)

func oneOfGin(c *gin.Context, name string) { log.Print(c.GetHeader(name)) }

// A form token guards against CSRF: it logs nobody in.
func form(r *http.Request) { log.Printf("bad form token %q", r.PostFormValue("_form_token")) }
