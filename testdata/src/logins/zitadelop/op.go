// Package zitadelop is an OpenID provider.
package zitadelop

import (
	"time"

	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"
)

type base struct{}

func (base) GetID() string                         { return "1" }
func (base) GetACR() string                        { return "" }
func (base) GetAMR() []string                      { return nil }
func (base) GetAudience() []string                 { return nil }
func (base) GetClientID() string                   { return "shop" }
func (base) GetCodeChallenge() *oidc.CodeChallenge { return nil }
func (base) GetNonce() string                      { return "" }
func (base) GetRedirectURI() string                { return "" }
func (base) GetResponseType() oidc.ResponseType    { return oidc.ResponseTypeCode }
func (base) GetResponseMode() oidc.ResponseMode    { return "" }
func (base) GetScopes() []string                   { return nil }
func (base) GetState() string                      { return "" }
func (base) GetSubject() string                    { return "user" }
func (base) Done() bool                            { return true }

type now struct{ base }

func (now) GetAuthTime() time.Time {
	return time.Now().UTC() // want reauthmaxage:"auth_time is the time of the token, not of the login"
}

type never struct{ base }

func (never) GetAuthTime() time.Time {
	return time.Time{} // want reauthmaxage:"auth_time is never given"
}

type stored struct {
	base
	at time.Time
}

func (s *stored) GetAuthTime() time.Time { return s.at }

var _ = []op.AuthRequest{now{}, never{}, &stored{}}

// a method of the same name of something else
type clock struct{}

func (clock) GetAuthTime() time.Time { return time.Now() }
