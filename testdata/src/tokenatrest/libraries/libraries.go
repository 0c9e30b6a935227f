// Package libraries stores tokens with what people use beside database/sql.
package libraries

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jmoiron/sqlx"
	"github.com/redis/go-redis/v9"
	"go.etcd.io/bbolt"
	"gorm.io/gorm"
	"xorm.io/xorm"
)

// A Session is a row.
type Session struct {
	ID     uint
	UserID uint
	Token  string `gorm:"size:64"`
}

func gormCreate(db *gorm.DB, uid uint) error {
	s := Session{UserID: uid, Token: rand.Text()}
	return db.Create(&s).Error // want tokenatrest:"token is stored in column \"Token\""
}

func gormUpdate(db *gorm.DB, s *Session) error {
	return db.Model(s).Update("token", rand.Text()).Error // want tokenatrest:"stored in column \"token\""
}

func gormFind(db *gorm.DB, token string) (s Session, err error) {
	return s, db.Where("token = ?", token).First(&s).Error
}

func gormHashed(db *gorm.DB, uid uint) error {
	sum := sha256.Sum256([]byte(rand.Text()))
	return db.Create(&Session{UserID: uid, Token: hex.EncodeToString(sum[:])}).Error
}

type login struct {
	UID   int64
	Token string `xorm:"unique"`
}

func xormInsert(db *xorm.Engine) error {
	_, err := db.Insert(&login{UID: 1, Token: rand.Text()}) // want tokenatrest:"stored in column \"Token\""
	return err
}

func sqlxNamed(db *sqlx.DB, uid int) error {
	row := struct {
		UID   int
		Token string `db:"token"`
	}{uid, rand.Text()}
	_, err := db.NamedExec("INSERT INTO sessions (uid, token) VALUES (:uid, :token)", row) // want tokenatrest:"stored in column \"token\""
	return err
}

func pgxInsert(ctx context.Context, conn *pgx.Conn, uid int) error {
	_, err := conn.Exec(ctx, "INSERT INTO sessions (uid, token) VALUES ($1, $2)", uid, rand.Text()) // want tokenatrest:"stored in column \"token\""
	return err
}

func bboltPut(bucket *bbolt.Bucket, user []byte) (string, error) {
	sessionToken := rand.Text()
	return sessionToken, bucket.Put([]byte(sessionToken), user) // want tokenatrest:"session token is stored in column \"sessionToken\""
}

func bboltHashed(bucket *bbolt.Bucket, user []byte) (string, error) {
	sessionToken := rand.Text()
	token := sha256.Sum256([]byte(sessionToken))
	return sessionToken, bucket.Put(token[:], user)
}

func redisSet(ctx context.Context, db *redis.Client, user string) (string, error) {
	token := rand.Text()
	return token, db.Set(ctx, "session:"+token, user, time.Hour).Err() // want tokenatrest:"session token is stored in column \"session\""
}

func redisInterface(ctx context.Context, db redis.Cmdable, user string) error {
	apiKey := rand.Text()
	return db.Set(ctx, apiKey, user, time.Hour).Err() // want tokenatrest:"API token is stored in column \"apiKey\""
}

func redisHashed(ctx context.Context, db *redis.Client, user string) error {
	sum := sha256.Sum256([]byte(rand.Text()))
	return db.Set(ctx, "session:"+hex.EncodeToString(sum[:]), user, time.Hour).Err()
}

func redisOther(ctx context.Context, db *redis.Client) error {
	id := rand.Text()
	return db.Set(ctx, "job:"+id, "", time.Hour).Err()
}
