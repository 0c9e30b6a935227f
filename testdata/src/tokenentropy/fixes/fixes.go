// Package fixes has short tokens whose length a fix can raise, and others.
package fixes

import (
	"crypto/rand"
	"encoding/binary"
	"encoding/hex"
	"io"
	"strconv"
)

const (
	sessionBytes = 6 // used once: it can be raised
	sharedBytes  = 5 // also the length of something else
)

func newSessionID() string {
	b := make([]byte, sessionBytes)
	_, _ = io.ReadFull(rand.Reader, b) // want tokenentropy:"newSessionID has only 48 random bits"
	return hex.EncodeToString(b)
}

func newResetToken() string {
	b := make([]byte, sharedBytes)
	rand.Read(b) // want tokenentropy:"newResetToken has only 40 random bits"
	return hex.EncodeToString(b)
}

func colour() string {
	b := make([]byte, sharedBytes)
	rand.Read(b)
	return hex.EncodeToString(b)
}

// More bytes would be cut off again.
func newAPIToken() string {
	b := make([]byte, 16)
	rand.Read(b) // want tokenentropy:"newAPIToken has only 32 random bits"
	return hex.EncodeToString(b)[:8]
}

// More bytes would not be read.
func newRefreshToken() string {
	b := make([]byte, 4)
	rand.Read(b) // want tokenentropy:"newRefreshToken has only 32 random bits"
	return strconv.FormatUint(uint64(binary.BigEndian.Uint32(b)), 16)
}
