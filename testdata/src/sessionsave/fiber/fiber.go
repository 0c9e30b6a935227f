// Package fiber changes sessions of fiber, where the answer is sent in the end.
package fiber

import (
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/session"
	fiber3 "github.com/gofiber/fiber/v3"
	session3 "github.com/gofiber/fiber/v3/middleware/session"
)

var store = session.New()

func login(c *fiber.Ctx) error {
	s, err := store.Get(c)
	if err != nil {
		return err
	}
	s.Set("uid", 7)
	if err := s.Save(); err != nil {
		return err
	}
	return c.Redirect("/")
}

func loginForgets(c *fiber.Ctx) error {
	s, err := store.Get(c)
	if err != nil {
		return err
	}
	s.Set("uid", 7) // want sessionsave:"value .uid. is never saved"
	return c.Redirect("/")
}

// A deferred save comes in time, since nothing was sent yet.
func deferred(c *fiber.Ctx) error {
	s, err := store.Get(c)
	if err != nil {
		return err
	}
	defer s.Save()
	s.Set("lang", "de")
	return c.SendString("hello")
}

func afterwards(c *fiber.Ctx) error {
	s, err := store.Get(c)
	if err != nil {
		return err
	}
	s.Set("lang", "de")
	c.SendString("hello")
	c.Cookie(&fiber.Cookie{Name: "theme", Value: "dark"})
	return s.Save()
}

func logout(c *fiber.Ctx) error {
	s, err := store.Get(c)
	if err != nil {
		return err
	}
	s.Destroy() // want sessionsave:"error of Destroy is dropped, though it ends the session"
	return c.Redirect("/")
}

// A fresh ID is sent by Save only.
func renews(c *fiber.Ctx) error {
	s, err := store.Get(c)
	if err != nil {
		return err
	}
	if err := s.Regenerate(); err != nil { // want sessionsave:"fresh session ID is never saved"
		return err
	}
	return c.SendString("hello")
}

// The middleware of v3 saves by itself.
func three(c fiber3.Ctx) error {
	s := session3.FromContext(c)
	s.Set("uid", 7)
	return c.SendString("hello")
}

// A guard that tidies up a session that holds nobody.
func guard(c *fiber.Ctx) error {
	s, err := store.Get(c)
	if err != nil {
		return err
	}
	if s.Get("uid") == nil {
		s.Destroy()
		return c.Redirect("/login")
	}
	return c.Next()
}
