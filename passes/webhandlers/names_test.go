package webhandlers

import (
	"go/token"
	"go/types"
	"testing"
)

// TestNames: what the names of functions without a body say.
func TestNames(t *testing.T) {
	text, fails := types.Typ[types.String], types.Universe.Lookup("error").Type()
	sig := func(params int, results ...types.Type) *types.Signature {
		var in, out []*types.Var
		for range params {
			in = append(in, types.NewParam(token.NoPos, nil, "", text))
		}
		for _, r := range results {
			out = append(out, types.NewParam(token.NoPos, nil, "", r))
		}
		return types.NewSignatureType(nil, nil, nil, types.NewTuple(in...), types.NewTuple(out...), false)
	}
	for _, c := range []struct {
		name, on string
		sig      *types.Signature
		has, not Effect
	}{
		{"DeleteSession", "", sig(1, fails), Destroys, EndsAll | ChangesPassword},
		{"DeleteUserSessions", "", sig(1, fails), EndsAll, 0},
		{"RevokeToken", "", sig(1, fails), Destroys, 0},
		{"InvalidateSessions", "", sig(1, fails), EndsAll, 0},
		{"Destory", "Session", sig(0, fails), Destroys, 0}, // as macaron spells it
		{"DeleteExpiredSessions", "", sig(0, fails), 0, Ends},
		{"ClearSessionCookie", "", sig(1), 0, Ends},
		{"DeletePasswordResetToken", "", sig(1, fails), 0, Ends},
		{"RemoveUserFromCache", "TokenCacheManager", sig(1), 0, Ends},
		{"UpdatePassword", "", sig(2, fails), ChangesPassword, 0},
		{"SetPasswordPolicy", "", sig(1, fails), 0, ChangesPassword},
		{"SendPasswordResetMail", "", sig(1, fails), 0, ChangesPassword},
		{"CheckPassword", "", sig(2, fails), VerifiesPassword, 0},
		{"CheckPasswordStrength", "", sig(2, fails), 0, VerifiesPassword},
		{"VerifyTOTP", "", sig(2, types.Typ[types.Bool]), VerifiesFactor, 0},
		{"HashPassword", "", sig(1, text, fails), Hashes, 0},
		{"CreateUser", "", sig(1, fails), Creates, ChangesPassword},
		{"LogoutAll", "", sig(1, fails), EndsAll, 0},
	} {
		got := ofNames(nameOf(c.name), nameOf(c.on), c.sig)
		if got&c.has != c.has || got&c.not != 0 {
			t.Errorf("%s.%s does %v", c.on, c.name, got)
		}
	}
	for key, want := range map[string]bool{
		"user_id": true, "uid": true, "authenticated": true, "id": true, "staff_uid": true, "customer_id": true,
		"csrf": false, "flash": false, "pending_user": false, "redirect_url": false, "theme": false, "mfa_uid": false,
	} {
		if isIdentityKey(key) != want {
			t.Errorf("isIdentityKey(%q) = %v", key, !want)
		}
	}
	for field, want := range map[string]bool{
		"TokenVersion": true, "SecurityStamp": true, "PasswordChangedAt": true, "TokensValidAfter": true, "PwdTS": true, "TokenIssueAt": true,
		"UpdatedAt": false, "PasswordHash": false, "PasswordChangeRequired": false, "LastLoginAt": false, "TokenExpiresAt": false, "APIToken": false,
	} {
		if isStamp(field) != want {
			t.Errorf("isStamp(%q) = %v", field, !want)
		}
	}
}
