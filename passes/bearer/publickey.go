package bearer

import (
	"go/constant"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// publicBytes reports whether key material is the text or the encoding of a
// public key. As the key of an HMAC, everybody has it.
func (e *engine) publicBytes(v ssa.Value) bool {
	leaves, complete := e.sources(v)
	if !complete || len(leaves) == 0 {
		return false
	}
	for _, leaf := range leaves {
		if !e.publicLeaf(leaf, 0) {
			return false
		}
	}
	return true
}

func (e *engine) publicLeaf(v ssa.Value, depth int) bool {
	if depth > 3 || e.publicKey(v) {
		return depth <= 3
	}
	switch v := v.(type) {
	case *ssa.Const:
		return v.Value != nil && v.Value.Kind() == constant.String && isPublicPEM(constant.StringVal(v.Value))
	case *ssa.Convert:
		return e.publicNext(v.X, depth)
	case *ssa.Extract:
		return e.publicLeaf(v.Tuple, depth+1)
	case *ssa.Call:
		callee := calls.Callee(v.Common())
		if callee == nil {
			return false
		}
		switch callee.FullName() {
		case "crypto/x509.MarshalPKIXPublicKey", "crypto/x509.MarshalPKCS1PublicKey":
			return true
		case "encoding/pem.EncodeToMemory":
			return e.publicBlock(v.Call.Args[0])
		}
	}
	return false
}

func (e *engine) publicNext(v ssa.Value, depth int) bool {
	leaves, complete := e.sources(v)
	return complete && len(leaves) == 1 && e.publicLeaf(leaves[0], depth+1)
}

// publicKey reports whether a value is a public key that consists of bytes.
func (e *engine) publicKey(v ssa.Value) bool {
	return strings.HasSuffix(v.Type().String(), "ed25519.PublicKey")
}

// publicBlock reports whether a PEM block says that it is a public key.
func (e *engine) publicBlock(v ssa.Value) bool {
	block, ok := v.(*ssa.Alloc)
	if !ok {
		return false
	}
	for _, ref := range calls.Uses(block) {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok || fieldName(addr) != "Type" {
			continue
		}
		for _, use := range calls.Uses(addr) {
			if store, ok := use.(*ssa.Store); ok && store.Addr == addr {
				text, known := e.text(store.Val)
				return known && strings.HasSuffix(text, "PUBLIC KEY")
			}
		}
	}
	return false
}

func isPublicPEM(text string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return strings.HasPrefix(first, "-----BEGIN ") && strings.Contains(first, "PUBLIC KEY-----")
}
