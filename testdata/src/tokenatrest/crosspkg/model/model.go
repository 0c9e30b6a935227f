// Package model declares rows.
package model

// A Client is a row.
type Client struct {
	ID    uint
	Token string `gorm:"type:varchar(180);uniqueIndex"`
}
