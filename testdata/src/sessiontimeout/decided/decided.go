// Package decided has limits of its own, which replace those of the level.
package decided

import (
	"time"

	"github.com/alexedwards/scs/v2"
)

func within() *scs.SessionManager {
	m := scs.New()
	m.Lifetime = 8 * time.Hour
	m.IdleTimeout = time.Hour
	return m
}

func over() *scs.SessionManager {
	m := scs.New()
	m.Lifetime = 12 * time.Hour      // want sessiontimeout:`^sessions last 12h, longer than the 8h that -max-absolute allows$`
	m.IdleTimeout = 90 * time.Minute // want sessiontimeout:`^unused sessions stay open for 1h30m, longer than the 1h that -max-idle allows$`
	return m
}
