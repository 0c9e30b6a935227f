// Package app maps routes to the methods of a controller of another package.
package app

import (
	"github.com/beego/beego/v2/server/web"

	"sessionlint.test/src/logoutinvalidation/mappedpkg/door"
)

func routes() {
	web.Router("/logout", &door.Door{}, "post:Leave;get:Ask") // want logoutinvalidation:"logout drops the cookie but leaves the session alive on the server"
	web.Router("/signout", &door.Door{}, "*:End")
	web.Router("/bye/logout", &door.Door{}, "*:SignOut")
	web.Router("/cart/clear", &door.Door{}, "post:Empty")
}
