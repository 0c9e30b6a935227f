// Package handed hands requests to a service of another package: a defect there is
// one defect.
package handed

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"sessionlint.test/src/credentialchange/handed/service"
)

func routes(r *gin.Engine, accounts *service.Accounts) {
	r.POST("/password", func(c *gin.Context) {
		if err := accounts.ChangePassword(c); err != nil {
			c.AbortWithStatus(http.StatusInternalServerError)
		}
	})
	r.POST("/reset", func(c *gin.Context) {
		var req service.ResetRequest
		if err := c.ShouldBindJSON(&req); err != nil {
			return
		}
		if _, err := accounts.Reset(c, &req); err != nil {
			c.AbortWithStatus(http.StatusInternalServerError)
		}
	})
}
