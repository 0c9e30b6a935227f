package catalogue

// RuleNames returns the names of all rules, planned ones included, in ASVS
// order: what a directive or a configuration file may name.
func RuleNames() []string {
	return []string{
		"tokenurl", "tokenlog", "tokenresponse", "tokenstorage", "tokenrand", "tokenentropy", "tokenkey",
		"tokencompare", "tokenatrest", "sessionrotation", "sessionadopt", "sessionshared", "sessiontimeout",
		"tokenlifetime", "logoutinvalidation", "sessionsave", "cookiedelete", "credentialchange",
		"accountdisable", "sessionowner", "rememberme", "refreshtoken", "cookiesecure", "cookiehttponly",
		"cookiesamesite", "cookieprefix", "cookiescope", "cookiesize", "tokenverify", "tokenclaims",
		"plaincookie", "sessioncheck", "authabort", "halfopen", "sensitiveaction", "staticapikey",
		"oauthpresence", "oauthstate", "reauthmaxage", "impersonation", "cachecontrol", "sessiondirective",
	}
}
