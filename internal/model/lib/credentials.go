package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// credentials are libraries that keep and verify proofs of identity. None of
// them is an anchor: a program that verifies passwords has no session yet.
func credentials() []*model.Library {
	return []*model.Library{
		xcrypto(), stdPBKDF2(),
		proofLibrary("github.com/alexedwards/argon2id", "v1.0", "argon2id.go at v1.0.0",
			proofs(model.PasswordVerify, "github.com/alexedwards/argon2id.", "ComparePasswordAndHash CheckHash"),
			proofs(model.PasswordHash, "github.com/alexedwards/argon2id.", "CreateHash")),
		proofLibrary("github.com/matthewhartstonge/argon2", "v1.1", "argon2.go at v1.1.1",
			proofs(model.PasswordVerify, "github.com/matthewhartstonge/argon2.", "VerifyEncoded"),
			proofs(model.PasswordHash, "(*github.com/matthewhartstonge/argon2.Config).", "HashEncoded HashRaw")),
		proofLibrary("github.com/elithrar/simple-scrypt", "v1.4", "scrypt.go at v1.4.0",
			proofs(model.PasswordVerify, "github.com/elithrar/simple-scrypt.", "CompareHashAndPassword"),
			proofs(model.PasswordHash, "github.com/elithrar/simple-scrypt.", "GenerateFromPassword")),
		pquernaOTP(),
		proofLibrary("github.com/xlzd/gotp", "v0.1", "totp.go, hotp.go at v0.1.0",
			proofs(model.FactorVerify, "(*github.com/xlzd/gotp.TOTP).", "Verify VerifyTime"),
			proofs(model.FactorVerify, "(*github.com/xlzd/gotp.HOTP).", "Verify")),
		webauthn("github.com/go-webauthn/webauthn", "v0.13", "ValidatePasskeyLogin FinishDiscoverableLogin FinishPasskeyLogin"),
		goLDAP(), crewjamSAML(),
	}
}

func proofLibrary(module, major, doc string, life ...[]model.Func) *model.Library {
	l := ingredient(module, major, doc)
	l.Life = slices.Concat(life...)
	return l
}

// xcrypto: bcrypt compares by itself; what the others derive is compared by
// the caller, so that deriving stands for both (bcrypt.go, argon2.go,
// scrypt.go, pbkdf2.go at v0.54.0).
func xcrypto() *model.Library {
	const pkg = "golang.org/x/crypto/"
	return proofLibrary("golang.org/x/crypto", "v0.54", "bcrypt/bcrypt.go at v0.54.0",
		proofs(model.PasswordVerify, pkg+"bcrypt.", "CompareHashAndPassword"),
		proofs(model.PasswordHash, pkg+"bcrypt.", "GenerateFromPassword"),
		proofs(model.PasswordHash, pkg+"argon2.", "IDKey Key"),
		proofs(model.PasswordHash, pkg+"scrypt.", "Key"),
		proofs(model.PasswordHash, pkg+"pbkdf2.", "Key"),
	)
}

func stdPBKDF2() *model.Library {
	return &model.Library{
		Module: "std", Name: "crypto/pbkdf2", Majors: []string{"go1.26"}, Doc: "https://pkg.go.dev/crypto/pbkdf2#Key",
		Life: proofs(model.PasswordHash, "crypto/pbkdf2.", "Key"),
	}
}

// pquernaOTP: totp/totp.go, hotp/hotp.go at v1.5.0.
func pquernaOTP() *model.Library {
	const pkg = "github.com/pquerna/otp/"
	return proofLibrary("github.com/pquerna/otp", "v1.5", "totp/totp.go, hotp/hotp.go at v1.5.0",
		proofs(model.FactorVerify, pkg+"totp.", "Validate ValidateCustom"),
		proofs(model.FactorVerify, pkg+"hotp.", "Validate ValidateCustom"),
		proofs(model.FactorEnroll, pkg+"totp.", "Generate"),
		proofs(model.FactorEnroll, pkg+"hotp.", "Generate"),
	)
}

// webauthn: webauthn/login.go and registration.go. Finishing a login proves
// the user; finishing a registration adds a factor.
func webauthn(module, major, more string) *model.Library {
	web := "(*" + module + "/webauthn.WebAuthn)."
	return proofLibrary(module, major, "webauthn/login.go, webauthn/registration.go",
		proofs(model.FactorVerify, web, "FinishLogin ValidateLogin ValidateDiscoverableLogin "+more),
		proofs(model.FactorEnroll, web, "FinishRegistration CreateCredential"),
	)
}

// goLDAP: bind.go at v3.4.13. UnauthenticatedBind proves nothing.
func goLDAP() *model.Library {
	const pkg = "github.com/go-ldap/ldap/v3"
	return proofLibrary(pkg, "v3.4", "bind.go at v3.4.13",
		proofs(model.PasswordVerify, "(*"+pkg+".Conn).", "Bind SimpleBind NTLMBind NTLMBindWithHash MD5Bind DigestMD5Bind NTLMChallengeBind"),
		proofs(model.PasswordVerify, "("+pkg+".Client).", "Bind SimpleBind"),
	)
}

// crewjamSAML: service_provider.go at v0.5.1.
func crewjamSAML() *model.Library {
	const pkg = "github.com/crewjam/saml"
	return proofLibrary(pkg, "v0.5", "service_provider.go at v0.5.1",
		proofs(model.FactorVerify, "(*"+pkg+".ServiceProvider).", "ParseResponse ParseXMLResponse"),
	)
}
