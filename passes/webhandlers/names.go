package webhandlers

import (
	"go/types"
	"strings"

	"github.com/sessionlint/sessionlint/internal/words"
)

// A name is the words of an identifier.
type name []string

func nameOf(s string) name { return words.Split(s) }

func (n name) has(list string) bool { return words.Any(n, list) }

// starts reports whether the first word is one of the list.
func (n name) starts(list string) bool { return len(n) > 0 && n[:1].has(list) }

// joined are the words without anything between them.
func (n name) joined() string { return strings.Join(n, "") }

const (
	passwordWords = "password passwords passwd passwds pwd pwds pw pass passphrase passcode"
	// notThePassword: words beside "password" that say that it is about
	// something else.
	notThePassword = "policy policies strength strong length complexity weak weakness format rule rules hint reset forgot forgotten recover recovery link mail email " +
		"request send flag must required require expiry expires expired expire lock generate random generator default smtp imap ldap bind proxy db database redis bucket share link otp pin vault config protected prompt reminder"
	factorWords  = "totp otp mfa 2fa twofa twofactor tfa factor authenticator webauthn passkey passkeys fido u2f yubikey"
	accountWords = "user users account accounts member members profile admin administrator customer customers operator person staff employee credential credentials identity auth"
	updateWords  = "update updates save edit modify change set reset patch put store persist upsert replace write merge overwrite"
	createWords  = "create insert add register new signup provision import seed invite make init setup enroll"
	endWords     = "delete del remove destroy destory revoke invalidate expire terminate purge clear kill drop end logout signout logoff flush wipe blacklist " +
		"blocklist denylist deny block reset cancel rotate bump increment incr regenerate renew evict forget disconnect kick erase discard unset prune deactivate disable close"
	sessionWords = "session sessions sess token tokens jwt jwts login logins device devices refresh stamp logins cookies signin sso"
	notSessions  = "expired stale old outdated cookie csrf xsrf invite invitation invitations verification verify confirm confirmation reset recovery mail email upload push db database mongo gc cleanup password captcha bot"
	stampWords   = "token tokens session sessions password passwords passwd pwd pass security auth jwt login logout credential credentials valid"
	stampMarks   = "issue issued version ver stamp epoch generation ts timestamp time at nonce salt seed after before since revision rev counter invalidated valid revoked secret key"
	messageWords = "form request req input params payload body dto options opts changes patch edit update change create add command cmd signup register login signin"
	loadWords    = "get find load fetch read lookup query select by first retrieve current resolve must one take"
	freshWords   = "elevated elevate elevation sudo reauth reauthenticate reauthenticated reauthentication stepup fresh recent recently"
	redeemWords  = "reset recovery recover forgot forgotten verification verify confirm confirmation activation activate invite invitation magic otp onetime code link token secret ticket key nonce"
	firstWords   = "setup install init initialize initial first bootstrap seed onboard onboarding register registration signup enroll invite invitation activate activation provision create add forced expired temporary"
)

// isPassword reports whether a name is that of a password, or of its hash.
func (n name) isPassword() bool { return n.has(passwordWords) && !n.has(notThePassword) }

// isAccount reports whether a name is that of an account.
func (n name) isAccount() bool { return n.has(accountWords) }

// isFactor reports whether a name is about a further proof of identity.
func (n name) isFactor() bool {
	if n.has(factorWords) {
		return true
	}
	j := n.joined()
	return strings.Contains(j, "twofa") || strings.Contains(j, "2fa") || strings.Contains(j, "totp")
}

// namedEffects are what a function without a body in sight does, as far as
// its name says it.
func namedEffects(fn *types.Func) Effect {
	n := nameOf(fn.Name())
	var on name
	if recv := fn.Signature().Recv(); recv != nil {
		on = nameOf(typeName(recv.Type()))
	}
	return ofNames(n, on, fn.Signature())
}

func ofNames(n, on name, sig *types.Signature) Effect {
	var e Effect
	params := 0
	if sig != nil {
		params = sig.Params().Len()
	}
	if on.has("reader writer conn client tx") && !on.has(sessionWords+" user users auth") && n.joined() == "close" {
		return 0
	}
	e |= endEffects(n, on)
	switch {
	case verifiesByName(n, on) && (params >= 2 || params == 1 && sig.Recv() != nil):
		e |= VerifiesPassword
	case n.has("verify validate check finish redeem") && (n.isFactor() || n.has("otp code pin") || on.isFactor() || on.has("codes otps pins")) && answers(sig) && !n.has("exists exist unique format status"):
		e |= VerifiesFactor
	case n.isPassword() && n.starts("update change set modify replace edit save reset"):
		e |= ChangesPassword
	case n.joined() == "resetpassword":
		e |= ChangesPassword
	case n.isFactor() && n.starts("set update enable disable delete remove add save reset clear"):
		e |= ChangesFactor
		if n.starts("disable delete remove reset clear") && !n.has("expired challenge challenges session sessions cookie attempts cache pending") {
			e |= DropsFactor
		}
	case n.has("hash encrypt encode digest crypt bcrypt argon2 scrypt") && (n.isPassword() || on.has("password passwords hasher crypto hash encrypter encoder")) && givesText(sig):
		e |= Hashes
	case n.starts("create generate make") && n.isPassword() && givesText(sig):
		e |= Hashes
	}
	if n.starts(createWords) && (n.isAccount() || on.isAccount() && len(n) == 1) {
		e |= Creates
	}
	if n.has("renew regenerate rotate") && (n.has("session id token sid") || on.has("session sessions sess")) {
		e |= Renews
	}
	if n.has(freshWords) || n.has("step") && n.has("up") {
		e |= Freshens
	}
	return e
}

// endEffects: a function that ends sessions.
func endEffects(n, on name) Effect {
	joined := n.joined()
	if n.has("cookie cookies") || n.starts("validate verify check is can may should") && !n.has("and") {
		return 0
	}
	if (n.has("cache") || on.has("cache")) && !n.has("session sessions") && !on.has("session sessions") {
		return 0
	}
	logout := n.has("logout signout logoff signoff") || strings.Contains(joined, "logout") || strings.Contains(joined, "signout")
	if logout && n.has("all every everywhere others other user") {
		return EndsAll
	}
	if !n.has(endWords) && !logout {
		return 0
	}
	e := Effect(0)
	if n.starts("delete del remove destroy destory revoke invalidate expire terminate purge kill drop logout signout evict blacklist block deny clear flush") {
		e |= Deletes
	}
	if on.has("token tokens") && joined == "end" {
		return 0 // where a token ends in a text
	}
	about := n.has(sessionWords) && !n.has(notSessions)
	if on.has("session sessions sess") && !on.has("db database") && !n.has(notSessions) || on.has("tokens token jwt") && !n.has(notSessions) && n.has(endWords) {
		about = true
	}
	if logout && about || about && n.has(endWords) {
		if n.has("all every others other user users by owner account tokens sessions except stamp version") || strings.HasSuffix(joined, "sessions") {
			e |= EndsAll
		}
		e |= Destroys
	}
	if logout {
		e |= Deletes
	}
	return e
}

// verifiesByName: the name promises to compare a password.
func verifiesByName(n, on name) bool {
	if n.has("policy strength strong length complexity weak format rule rules reset change new token") {
		return false
	}
	if n.has("compare verify check validate match matches authenticate confirm test is same equal") &&
		(n.has(passwordWords+" credential credentials") || n.has("hash") && on.has("crypto password hasher hash")) {
		return true
	}
	return n.starts("authenticate") && !n.has("request token session") || n.joined() == "loginuser" || n.joined() == "plainlogin" || n.joined() == "passwordlogin"
}

func answers(sig *types.Signature) bool {
	return sig != nil && sig.Results().Len() > 0
}

// givesText reports whether the first result is a text.
func givesText(sig *types.Signature) bool {
	return sig != nil && sig.Results().Len() > 0 && isText(sig.Results().At(0).Type())
}

func isText(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return t.Info()&types.IsString != 0
	case *types.Slice:
		b, ok := t.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	return false
}

// typeName is the name of a type, without its package and stars.
func typeName(t types.Type) string {
	for {
		switch u := types.Unalias(t).(type) {
		case *types.Pointer:
			t = u.Elem()
		case *types.Slice:
			t = u.Elem()
		case *types.Named:
			return u.Obj().Name()
		default:
			return ""
		}
	}
}

// isStamp reports whether a field, by its name, makes older tokens invalid
// when it changes: token_version, security_stamp, sessions_valid_after.
func isStamp(field string) bool {
	n := nameOf(field)
	return n.has(stampWords) && n.has(stampMarks) && !n.has("expires expire expiry last required api reset refresh verification confirm mail email csrf") || strings.Contains(n.joined(), "tokenissue")
}

// An identityKey is the key of a session value that says who the user is.
func isIdentityKey(key string) bool {
	if strings.EqualFold(key, "id") {
		return true
	}
	n := nameOf(key)
	if n.has("verified verification flash csrf xsrf state nonce oauth redirect next verifier locale lang theme pending mfa otp 2fa tmp temp error message challenge webauthn return url cart pre reset invite") {
		return false
	}
	if n.has("user uid userid username useruuid email mail account accountid authenticated authed logged loggedin login role admin member profile principal identity customer staff sub subject auth isadmin currentuser") {
		return true
	}
	j := n.joined()
	return strings.HasSuffix(j, "userid") || strings.HasSuffix(j, "uid") || strings.HasSuffix(j, "loggedin")
}
