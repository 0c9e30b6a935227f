package model

// String returns the name of the setting as people write it in Go.
func (s Setting) String() string {
	if int(s) >= NumSettings {
		return "Setting?"
	}
	return [NumSettings]string{
		NoSetting: "none", Name: "Name", Value: "Value", Path: "Path", Domain: "Domain", Expires: "Expires", MaxAge: "MaxAge",
		Secure: "Secure", HTTPOnly: "HttpOnly", SameSite: "SameSite", Partitioned: "Partitioned",
		AbsoluteTimeout: "AbsoluteTimeout", IdleTimeout: "IdleTimeout", SessionOnly: "SessionOnly",
		Persistent: "Persistent", HashedTokens: "HashedTokens",
	}[s]
}
