// Package lib makes IDs of the time, and does nothing else.
package lib

import (
	"strconv"
	"time"
)

// NewID makes an ID.
func NewID() string { return strconv.FormatInt(time.Now().UnixNano(), 36) }
