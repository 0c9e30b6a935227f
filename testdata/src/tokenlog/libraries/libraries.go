// Package libraries logs with the loggers people use.
package libraries

import (
	"net/http"

	"github.com/apex/log"
	"github.com/gin-gonic/gin"
	"github.com/golang/glog"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"k8s.io/klog/v2"
)

func zapped(l *zap.Logger, s *zap.SugaredLogger, r *http.Request) {
	l.Info("request", zap.String("auth", r.Header.Get("Authorization"))) // want tokenlog:"header Authorization"
	s.Infow("request", "auth", r.Header.Get("Authorization"))            // want tokenlog:"header Authorization"
	s.Infof("request %s", r.Header.Get("Authorization"))                 // want tokenlog:"header Authorization"
	l.Info("request", zap.String("path", r.URL.Path), zap.Int("length", len(r.Header.Get("Authorization"))))
}

func zero(l zerolog.Logger, r *http.Request) {
	l.Info().Str("auth", r.Header.Get("Authorization")).Msg("request") // want tokenlog:"header Authorization"
	l.Info().Msgf("request %s", r.Header.Get("Authorization"))         // want tokenlog:"header Authorization"
	l.Info().Str("path", r.URL.Path).Msg("request")
}

func rus(r *http.Request) {
	logrus.WithField("auth", r.Header.Get("Authorization")).Info("request")           // want tokenlog:"header Authorization"
	logrus.WithFields(logrus.Fields{"auth": r.Header.Get("Authorization")}).Info("x") // want tokenlog:"header Authorization"
	logrus.Infof("request %s", r.Header.Get("Authorization"))                         // want tokenlog:"header Authorization"
	logrus.WithField("path", r.URL.Path).Info("request")
}

func google(r *http.Request) {
	klog.InfoS("request", "auth", r.Header.Get("Authorization")) // want tokenlog:"header Authorization"
	klog.V(4).Infof("request %s", r.Header.Get("Authorization")) // want tokenlog:"header Authorization"
	glog.Infof("request %s", r.Header.Get("Authorization"))      // want tokenlog:"header Authorization"
}

func apex(r *http.Request) {
	log.WithField("auth", r.Header.Get("Authorization")).Info("request") // want tokenlog:"header Authorization"
}

func framework(c *gin.Context, l *zap.Logger) {
	token := c.GetHeader("Authorization")
	l.Warn("denied", zap.String("token", token)) // want tokenlog:"header Authorization"
	l.Warn("denied", zap.String("ip", c.ClientIP()))
}
