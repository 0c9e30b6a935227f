// Package gin has guards of gin and hertz: returning does not stop the chain,
// and aborting does not return.
package gin

import (
	"context"
	"net/http"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/gin-gonic/gin"
)

func known(c *gin.Context) bool { return c.GetHeader("Authorization") != "" }

func noAbort(c *gin.Context) {
	if !known(c) {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "log in first"}) // want authabort:"JSON answers 401 without aborting, and the handlers behind still run"
		return
	}
	c.Next()
}

func aborts(c *gin.Context) {
	if !known(c) {
		c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "log in first"})
		return
	}
	c.Next()
}

func abortsAfterwards(c *gin.Context) {
	if !known(c) {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "log in first"})
		c.Abort()
		return
	}
	c.Next()
}

func abortsBefore(c *gin.Context) {
	if !known(c) {
		c.Abort()
		c.JSON(http.StatusUnauthorized, gin.H{"error": "log in first"})
		return
	}
	c.Next()
}

// Next does nothing in an aborted chain.
func abortsWithoutReturn(c *gin.Context) {
	if !known(c) {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
	c.Next()
}

func noReturn(c *gin.Context) {
	if !known(c) {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "log in first"}) // want authabort:"JSON rejects the request but the next handler"
	}
	c.Next()
}

func statusOnly(c *gin.Context) {
	if !known(c) {
		c.Status(http.StatusForbidden) // want authabort:"Status answers 403 without aborting"
		return
	}
	c.Next()
}

// A handler at the end of its chain has nothing behind it.
func handler(c *gin.Context) {
	if !known(c) {
		c.JSON(http.StatusForbidden, gin.H{"error": "not you"})
		return
	}
	c.JSON(http.StatusOK, gin.H{})
}

func handlerGoesOn(c *gin.Context) {
	if !known(c) {
		c.AbortWithStatusJSON(http.StatusForbidden, gin.H{"error": "not you"}) // want authabort:"AbortWithStatusJSON rejects the request but the function goes on"
	}
	c.JSON(http.StatusOK, gin.H{"secret": 1})
}

func registered() gin.HandlerFunc {
	return func(c *gin.Context) {
		if !known(c) {
			c.String(http.StatusUnauthorized, "log in first") // want authabort:"String answers 401 without aborting"
			return
		}
		c.Set("user", 1)
	}
}

func redirects(c *gin.Context) {
	if !known(c) {
		c.Redirect(http.StatusFound, "/login") // want authabort:"Redirect answers 302 without aborting"
		return
	}
	c.Next()
}

func fail(c *gin.Context, code int) { c.AbortWithStatusJSON(code, gin.H{}) }

func helper(c *gin.Context) {
	if !known(c) {
		fail(c, http.StatusUnauthorized)
		return
	}
	c.Next()
}

// Behind Next, the protected part has run already.
func errorPage(c *gin.Context) {
	c.Next()
	if len(c.Errors) > 0 {
		c.JSON(http.StatusForbidden, gin.H{"error": c.Errors.String()})
	}
}

func routes() {
	e := gin.New()
	e.Use(registered())
	e.GET("/", handler)
	e.GET("/goes", handlerGoesOn)
}

func hertz(ctx context.Context, c *app.RequestContext) {
	if len(c.GetHeader("Authorization")) == 0 {
		c.JSON(http.StatusUnauthorized, nil) // want authabort:"JSON answers 401 without aborting"
		return
	}
	c.Next(ctx)
}

func hertzOK(ctx context.Context, c *app.RequestContext) {
	if len(c.GetHeader("Authorization")) == 0 {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next(ctx)
}

func demand(c *gin.Context) {
	if !known(c) {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

// The library is asked whether the chain was stopped.
func asks(c *gin.Context) {
	demand(c)
	if c.IsAborted() {
		return
	}
	c.JSON(http.StatusOK, gin.H{"secret": 1})
}

func doesNotAsk(c *gin.Context) {
	demand(c) // want authabort:"demand may have rejected the request"
	c.JSON(http.StatusOK, gin.H{"secret": 1})
}

// Where the check has stopped the chain, Next does nothing.
func demandThenNext(c *gin.Context) {
	demand(c)
	c.Next()
}

// metrics is the last of its chain: it answers by a handler of net/http.
func metrics(token string, pages http.Handler) gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.GetHeader("Authorization") != "Bearer "+token {
			c.String(http.StatusForbidden, "invalid token")
			return
		}
		pages.ServeHTTP(c.Writer, c.Request)
	}
}

// inFront does so too, but is registered in front of others.
func inFront(r *gin.Engine, pages http.Handler) {
	r.Use(func(c *gin.Context) {
		if !known(c) {
			c.String(http.StatusForbidden, "log in first") // want authabort:"String answers 403 without aborting"
			return
		}
		pages.ServeHTTP(c.Writer, c.Request)
	})
}
