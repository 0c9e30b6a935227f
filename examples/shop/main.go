// Shop is a small web shop with accounts, a cart and an admin area.
//
// It runs, and much of its session handling is right. Some of it is wrong on
// purpose: it shows what sessionlint reports, beside code that stays silent.
package main

import (
	"crypto/rand"
	"flag"
	"log"
	"net"
	"net/http"
	"time"

	"example.com/shop/internal/web"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8080", "address to listen on")
	secure := flag.Bool("secure", true, "send the remember-me cookie over TLS only")
	admin := flag.String("admin", "", "password of the user admin; empty: no admin")
	flag.Parse()

	key := make([]byte, 32)
	rand.Read(key)
	shop, err := web.New(web.Config{Key: key, SecureCookies: *secure, AdminPassword: *admin})
	if err != nil {
		log.Fatal(err)
	}
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("shop is open at http://%s", listener.Addr())
	server := &http.Server{Handler: shop.Handler(), ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(server.Serve(listener))
}
