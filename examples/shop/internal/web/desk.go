package web

import (
	"net/http"

	"example.com/shop/internal/auth"
)

// A desk prints what the customer brings back. One desk serves everybody at
// once, and so its customer is that of whoever came last.
type desk struct {
	shop     *Server
	customer auth.User
}

func (d *desk) slip(w http.ResponseWriter, r *http.Request) {
	user, ok := d.shop.user(d.shop.session(r))
	if !ok {
		http.Redirect(w, r, "/login", http.StatusSeeOther)
		return
	}
	d.customer = user // finding: sessionshared
	d.print(w, r)
}

func (d *desk) print(w http.ResponseWriter, r *http.Request) {
	render(w, page{Title: "Return slip", Theme: theme(r), User: d.customer.Name})
}

// slipV2 hands the customer on.
func (d *desk) slipV2(w http.ResponseWriter, r *http.Request) {
	user, ok := d.shop.user(d.shop.session(r))
	if !ok {
		http.Redirect(w, r, "/login", http.StatusSeeOther)
		return
	}
	render(w, page{Title: "Return slip", Theme: theme(r), User: user.Name})
}
