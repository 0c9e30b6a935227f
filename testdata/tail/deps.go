// Package tail imports the libraries whose versions do not fit beside those of
// the fixtures: they would raise modules that testdata/go.mod pins.
package tail

import (
	_ "github.com/appleboy/gin-jwt/v2"
	_ "github.com/appleboy/gin-jwt/v3"
	_ "github.com/charmbracelet/log"
	_ "github.com/gofiber/contrib/v3/jwt"
	_ "github.com/hertz-contrib/jwt"
	_ "github.com/lestrrat-go/jwx/v3/jwe"
	_ "github.com/lestrrat-go/jwx/v3/jwk"
	_ "github.com/lestrrat-go/jwx/v3/jws"
	_ "github.com/lestrrat-go/jwx/v3/jwt"
	_ "github.com/sirupsen/logrus"
	_ "k8s.io/apimachinery/pkg/util/rand"
)
