package tokenflow

import (
	"go/types"
	"slices"
)

// isPublicKey reports whether a type of the standard library is that of public
// keys: whoever has one can verify with it, and nothing else.
func isPublicKey(t types.Type) bool {
	pkg, name := named(t)
	return name == "PublicKey" && slices.Contains([]string{"crypto", "crypto/rsa", "crypto/ecdsa", "crypto/ed25519", "crypto/ecdh", "crypto/dsa"}, pkg)
}

// IsPublic reports whether a key is no secret, whatever it may come from.
func (u Use) IsPublic() bool {
	return len(u.Origins) > 0 && !slices.ContainsFunc(u.Origins, func(o Origin) bool { return o.Kind != Public })
}
