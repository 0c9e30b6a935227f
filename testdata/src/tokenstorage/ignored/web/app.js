localStorage.token = a; //sessionlint:ignore tokenstorage a kiosk without other scripts
//sessionlint:ignore tokenstorage a kiosk without other scripts
localStorage.jwt = b;
localStorage.access_token = c; // want tokenstorage:"token \"access_token\" is kept"
// sessionlint:ignore tokenstorage with a space it is no directive
localStorage.auth_token = d; // want tokenstorage:"token \"auth_token\" is kept"
