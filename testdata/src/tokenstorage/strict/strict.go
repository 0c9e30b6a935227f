// Package strict is analysed with -strict.
package strict

const page = `<script>sessionStorage.setItem("token", "{{.Token}}")</script>` // want tokenstorage:"token \"token\" is kept in sessionStorage"
