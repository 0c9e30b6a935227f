// Package layers has handlers, a service and a store, each behind an interface.
package layers

import (
	"context"
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"
	"golang.org/x/crypto/bcrypt"
	"gorm.io/gorm"
)

// A Member is somebody with an account.
type Member struct {
	ID       uint
	Password []byte
}

// A RefreshToken belongs to one login.
type RefreshToken struct {
	ID       string
	MemberID uint
}

type store interface {
	Get(ctx context.Context, id uint) (*Member, error)
	Put(ctx context.Context, m *Member) error
	Drop(ctx context.Context, member uint) error
}

type gormStore struct{ db *gorm.DB }

func (s gormStore) Get(ctx context.Context, id uint) (*Member, error) {
	var m Member
	return &m, s.db.WithContext(ctx).First(&m, id).Error
}

func (s gormStore) Put(ctx context.Context, m *Member) error {
	return s.db.WithContext(ctx).Save(m).Error
}

func (s gormStore) Drop(ctx context.Context, member uint) error {
	if member == 0 {
		return errors.New("nobody")
	}
	return s.db.WithContext(ctx).Where("member_id = ?", member).Delete(&RefreshToken{}).Error
}

type service interface {
	Replace(ctx context.Context, id uint, old, next string) error
	Leave(ctx context.Context, id uint) error
}

type members struct{ store store }

func (m members) Replace(ctx context.Context, id uint, old, next string) error {
	member, err := m.store.Get(ctx, id)
	if err != nil {
		return err
	}
	// cut 3: sensitiveaction:"without asking for the current one"
	if bcrypt.CompareHashAndPassword(member.Password, []byte(old)) != nil {
		return errors.New("wrong password")
	}
	if member.Password, err = bcrypt.GenerateFromPassword([]byte(next), bcrypt.DefaultCost); err != nil {
		return err
	}
	if err := m.store.Put(ctx, member); err != nil {
		return err
	}
	m.store.Drop(ctx, id) // cut: credentialchange:"sessions of the account alive"
	return nil
}

func (m members) Leave(ctx context.Context, id uint) error {
	m.store.Drop(ctx, id) // cut: logoutinvalidation:"alive on the server"
	return nil
}

type handlers struct{ service service }

func currentID(c echo.Context) uint {
	id, _ := c.Get("member_id").(uint)
	return id
}

func (h handlers) changePassword(c echo.Context) error {
	if err := h.service.Replace(c.Request().Context(), currentID(c), c.FormValue("old"), c.FormValue("new")); err != nil {
		return c.NoContent(http.StatusForbidden)
	}
	return c.NoContent(http.StatusNoContent)
}

func (h handlers) logout(c echo.Context) error {
	if err := h.service.Leave(c.Request().Context(), currentID(c)); err != nil {
		return err
	}
	c.SetCookie(&http.Cookie{Name: "refresh", Path: "/", MaxAge: -1})
	return c.NoContent(http.StatusNoContent)
}
