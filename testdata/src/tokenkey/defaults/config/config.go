// Package config gives settings their defaults.
package config

import "github.com/spf13/viper"

// Load reads the configuration.
func Load() error {
	viper.SetDefault("token.secret", "what everybody has")
	viper.SetDefault("refused.secret", "change me")
	viper.SetDefault("tested.secret", "random")
	viper.SetDefault("empty.secret", "")
	viper.SetDefault("port", "3000")
	if viper.GetString("refused.secret") == "change me" {
		return viper.ConfigFileNotFoundError{}
	}
	return viper.ReadInConfig()
}
