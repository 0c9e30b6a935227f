// Package handwritten1 is judged by the limits of level 1.
package handwritten1

import "time"

type userSession struct {
	UserID     int
	LastSeen   time.Time
	Expiration time.Time
}

const (
	year  = 365 * 24 * time.Hour // want sessiontimeout:"session record lives 365 days"
	month = 30 * 24 * time.Hour
)

func begin(user int) userSession {
	return userSession{UserID: user, LastSeen: time.Now(), Expiration: time.Now().Add(year)}
}

func beginOK(user int) userSession {
	return userSession{UserID: user, LastSeen: time.Now(), Expiration: time.Now().Add(month)}
}

// The only limit there is may be as long as an absolute one.
func unused(s userSession) bool { return time.Since(s.LastSeen) > 7*24*time.Hour }
