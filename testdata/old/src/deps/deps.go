// Package deps imports the older releases whose defaults differ.
package deps

import (
	_ "github.com/gorilla/securecookie"
	_ "github.com/gorilla/sessions"
)
