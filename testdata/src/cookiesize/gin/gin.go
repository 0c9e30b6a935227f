// Package gin keeps its sessions in cookies, and in Redis.
package gin

import (
	"os"

	"github.com/gin-contrib/sessions"
	"github.com/gin-contrib/sessions/cookie"
	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.New()
	r.Use(sessions.Sessions("sid", cookie.NewStore([]byte(os.Getenv("KEY")))))
	r.POST("/cart", add)
}

func add(c *gin.Context) {
	s := sessions.Default(c)
	s.Set("cart", c.PostFormArray("item")) // want cookiesize:"a list is kept in the cookie"
	s.Set("cart_id", c.PostForm("id"))
	s.Save()
}
