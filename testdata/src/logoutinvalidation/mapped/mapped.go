// Package mapped names the methods of its controllers in texts: their routes say
// what they are.
package mapped

import "github.com/beego/beego/v2/server/web"

// A Door is where people come and go.
type Door struct{ web.Controller }

func routes() {
	web.Router("/logout", &Door{}, "post:Leave;get:Ask")
	web.Router("/signout", &Door{}, "*:End")
	web.Router("/cart/clear", &Door{}, "post:Empty")
}

// Leave only tells the browser.
func (d *Door) Leave() {
	d.Ctx.SetCookie("sid", "", -1) // want logoutinvalidation:"alive on the server"
}

// Ask changes nothing.
func (d *Door) Ask() { d.Data["question"] = "really?" }

// End ends the session, too.
func (d *Door) End() {
	if err := d.DestroySession(); err != nil {
		d.Abort("500")
		return
	}
	d.Ctx.SetCookie("sid", "", -1)
}

// Empty is no logout.
func (d *Door) Empty() { d.Ctx.SetCookie("cart", "", -1) }
