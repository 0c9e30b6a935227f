// Package cmd gives the keys of packages far below their defaults.
package cmd

import (
	"github.com/spf13/viper"

	"sessionlint.test/src/tokenkey/defaults/api"
)

// Run runs.
func Run() bool {
	viper.SetDefault("session.key", "what everybody has") // want tokenkey:"session store key is written in the code"
	viper.SetDefault("checked.key", "refused where it is used, or not")
	viper.SetDefault("session.name", "sid")
	return api.Start()
}
