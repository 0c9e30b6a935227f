// Package guard has the middleware of the program.
package guard

import "sessionlint.test/src/routes/ownrouter/web"

// Load knows who sends the request, if anybody does.
func Load() web.MiddlewareFunc {
	return func(next web.HandlerFunc) web.HandlerFunc {
		return func(c *web.Context) error {
			if name := c.Request.Header.Get("X-Session"); name != "" {
				if name == "blocked" {
					return c.Unauthorized()
				}
				c.User = name
			}
			return next(c)
		}
	}
}

// Require lets nobody pass who is not known.
func Require() web.MiddlewareFunc {
	return func(next web.HandlerFunc) web.HandlerFunc {
		return func(c *web.Context) error {
			if c.User == "" {
				return c.Unauthorized()
			}
			return next(c)
		}
	}
}

// Roles lets only some pass.
func Roles(names ...string) web.MiddlewareFunc {
	return func(next web.HandlerFunc) web.HandlerFunc {
		return func(c *web.Context) error {
			for _, name := range names {
				if c.User == name {
					return next(c)
				}
			}
			return c.Unauthorized()
		}
	}
}
